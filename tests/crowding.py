"""A tree with as many records of the small catalogue as wished, all in one place and all referring to the same ones."""

from __future__ import annotations

import random
from pathlib import Path

from tests.conftest import Tree

COPIED = (
    "institutions/providers/ceshi-xuexiao",
    "institutions/offices/ceshi-canlian",
    "catalogue/bases/ceshi-jidi",
    "catalogue/courses/ceshi-zhubian",
    "catalogue/past-trainings/ceshi-wangqi",
    "catalogue/questions/ceshi-wenti",
    "catalogue/glossary/ceshi-ciyu",
)
"""The files that are copied, without ending."""
FEWER = ("catalogue/subsidies/ceshi-butie", "catalogue/sessions/ceshi-zhubian-2701")
"""Of these a place and a course have some tens at most; all stand in one table, and all on the page of the course."""
SIGNS, SIGNS_OF_NAME = 20, 8


def crowd(tree: Tree, number: int, copied: tuple[str, ...] = COPIED) -> Tree:
    """Add so many copies of each record to the tree; a copy differs in its id, name and what must be its own."""
    for path in copied:
        text = tree.read(f"{path}.yml")
        stem = Path(path).name
        for n in range(number):
            lines = (_line(line, stem, n) for line in text.splitlines())
            tree.write(f"{path}-{n:03}.yml", "\n".join(lines) + "\n")
    return tree


def _line(line: str, stem: str, n: int) -> str:
    if line == f"id: {stem}":
        return f"id: {stem}-{n:03}"
    if line.startswith("name: "):
        return line + _drawn(f"name of {stem} {n}", SIGNS_OF_NAME)
    if line.startswith(("summary: ", "about: ")):
        return f"{line}{_drawn(f'{stem} {n}', SIGNS)}。"
    return line


def _drawn(seed: str, signs: int) -> str:
    """Signs that do not compress, since texts of many hands do not repeat themselves as copies do."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    return "".join(chr(chance.randrange(0x4E00, 0x9FA5)) for _ in range(signs))
