"""A tree with as many believable records as asked for, the same for the same number.

The samples of the repository are the models: each copy of their set keeps who refers to whom, and
takes its sentences from those of all samples of the type, so that no two records read the same.
"""

from __future__ import annotations

import os
import random
import re
import shutil
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDERS = ("institutions/providers", "catalogue/bases", "catalogue/courses", "catalogue/sessions")
"""What is multiplied, what is referred to first."""
KEPT = ("catalogue", "institutions", "seeds", "site_src", "mkdocs.yml")
TEXTS = {"summary", "who", "how", "assess", "next", "about", "arrive_text"}
LISTS = {"learn", "bring", "specialities", "transport"}
NAMES = {
    "institutions/providers": "分部",
    "catalogue/bases": "号点",
    "catalogue/courses": "班型",
    "catalogue/sessions": "组",
}
"""What makes the name of a copy differ, after its number."""

FIELD = re.compile(r"([a-z_]+):(?: (.*))?$")
SENTENCE = re.compile("[^。！？]+[。！？]")


@dataclass(frozen=True)
class Model:
    """A sample: the folder of its type, its file below that, its lines."""

    folder: str
    file: str
    lines: list[str]

    @property
    def id(self) -> str:
        """The id, which is the name of the file."""
        return Path(self.file).stem


class Models:
    """The samples, and the sentences and items that each field of a type draws from."""

    def __init__(self, root: Path) -> None:
        """Read the samples of the tree `root`."""
        self.all = [
            Model(folder, str(path.relative_to(root / folder)), text.splitlines())
            for folder in FOLDERS
            for path in sorted((root / folder).rglob("*.yml"))
            if "\ndata_class: sample\n" in (text := path.read_text("utf-8"))
        ]
        ids = sorted((model.id for model in self.all), key=len, reverse=True)
        self._id = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, ids))})(?![\w-])")
        self._said: dict[tuple[str, str], list[str]] = defaultdict(list)
        for model in self.all:
            for key, line in _fields(model.lines):
                self._said[model.folder, key] += _parts(key, line)

    def copy(self, model: Model, number: int) -> str:
        """The text of the copy of a model with this number."""
        chance = random.Random(f"{model.id} {number}")  # noqa: S311 - no secret
        lines = [self._line(model, key, line, number, chance) for key, line in _fields(model.lines)]
        return self._id.sub(rf"\1-{number}", "\n".join(lines)) + "\n"

    def _line(self, model: Model, key: str, line: str, number: int, chance: random.Random) -> str:
        if key == "name" and line.startswith("name: "):
            return f"{line}{number}{NAMES[model.folder]}"
        parts = _parts(key, line)
        if not parts:
            return line
        chosen = "".join(chance.choice(self._said[model.folder, key]) for _ in parts)
        return line[: line.index(parts[0])] + chosen


def _fields(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Each line with the top-level field that it stands in."""
    key = ""
    for line in lines:
        found = FIELD.match(line)
        key = found[1] if found else key
        yield key, line


def _parts(key: str, line: str) -> list[str]:
    """What may be exchanged in a line: the sentences of a plain text, an item of a list."""
    found = FIELD.match(line)
    if key in TEXTS and found and found[2]:
        text = found[2]
        return (
            SENTENCE.findall(text)
            if SENTENCE.sub("", text) == "" and text[0] not in "\"'|>"
            else []
        )
    item = line.removeprefix("  - ")
    return (
        [item] if key in LISTS and item != line and ":" not in item and item[0] not in "\"'" else []
    )


def write_tree(source: Path, out: Path, records: int) -> None:
    """Write into the empty folder `out` the tree of `source` with so many records of FOLDERS."""
    for name in KEPT:
        whole = source / name
        if whole.is_dir():
            shutil.copytree(whole, out / name)
        else:
            shutil.copy(whole, out / name)
    models = Models(source)
    written, number = len(models.all), 0
    while written < records:
        number += 1
        for model in models.all[: records - written]:
            folder, name = os.path.split(f"{out}/{model.folder}/{model.file}")
            with open(
                f"{folder}/{name.removesuffix('.yml')}-{number}.yml", "x", encoding="utf-8"
            ) as file:
                file.write(models.copy(model, number))
            written += 1
