"""Random histories of a catalogue: after each step the site made from what stood must equal one made anew.

`python -m tests.incremental.histories --histories 1000` plays many; the tests play a few.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from generator.building import Host, build, check_tree
from generator.incremental.last import Last, choices
from generator.incremental.memory import remembered
from generator.mkdocs_plugin import render
from generator.progress import Progress
from generator.publish import marker_of, state_of
from tests.conftest import AS_OF, REPOSITORY, SHARED
from tests.test_building import SILENT, host, tree_of

SMALL = REPOSITORY / "tests" / "fixtures" / "small"
PLACES = ("catalogue", "institutions")
TEXT = re.compile(r"^( *(?:- )?(?:summary|who|how|next|about|note|plain|detail|arrive_text|hours): )([^\"'|>\n].*)$", re.MULTILINE)
NAME = re.compile(r"^(name: )(.+)$", re.MULTILINE)
ITEM = re.compile(r"^ +- [a-z_]+\n", re.MULTILINE)
STATE = re.compile(r"^(state: )(.+)$", re.MULTILINE)
CLOSES = re.compile(r"^(  closes_on: \d{4}-\d\d-)(\d\d)$", re.MULTILINE)
REGION = re.compile(r"^(region: )(51\d{4})$", re.MULTILINE)
Edit = Callable[[random.Random, Path], None]


def _records(root: Path, folder: str = "") -> list[Path]:
    places = [folder] if folder else PLACES
    found = [path for place in places for path in sorted((root / place).rglob("*.yml"))]
    return [path for path in found if "vocabularies" not in path.parts and path.stat().st_size < 100_000]


def _replace(chance: random.Random, path: Path, pattern: re.Pattern[str], new: Callable[[re.Match[str]], str]) -> None:
    text = path.read_text("utf-8")
    found = list(pattern.finditer(text))
    if found:
        one = chance.choice(found)
        path.write_text(text[: one.start()] + new(one) + text[one.end() :], "utf-8")


def edit_text(chance: random.Random, root: Path) -> None:
    """A sentence more in a field."""
    path = chance.choice(_records(root))
    _replace(chance, path, TEXT, lambda m: f"{m[1]}{m[2]}改第{chance.randrange(1000)}次。")


def edit_numeral(chance: random.Random, root: Path) -> None:
    """A sentence more that is better written otherwise, or without it again."""
    path = chance.choice(_records(root))
    said = "每天讲四十分钟。"
    _replace(chance, path, TEXT, lambda m: m[1] + (m[2].replace(said, "") if said in m[2] else m[2] + said))


def edit_name(chance: random.Random, root: Path) -> None:
    """Another name of a record."""
    path = chance.choice(_records(root))
    _replace(chance, path, NAME, lambda m: f"{m[1]}{m[2]}{chance.choice('甲乙丙丁')}")


def edit_state(chance: random.Random, root: Path) -> None:
    """Another state of a session."""
    path = chance.choice(_records(root, "catalogue/sessions"))
    _replace(chance, path, STATE, lambda m: m[1] + chance.choice(["open", "full", "started", "cancelled"]))


def edit_date(chance: random.Random, root: Path) -> None:
    """Another last day to enrol."""
    path = chance.choice(_records(root, "catalogue/sessions"))
    _replace(chance, path, CLOSES, lambda m: f"{m[1]}{chance.randrange(10, 29)}")


def edit_region(chance: random.Random, root: Path) -> None:
    """Another place of a record."""
    path = chance.choice(_records(root))
    _replace(chance, path, REGION, lambda m: m[1] + chance.choice(["510107", "510104", "510700", "513201"]))


def drop_item(chance: random.Random, root: Path) -> None:
    """One value less in a list."""
    _replace(chance, chance.choice(_records(root)), ITEM, lambda _: "")


def copy_record(chance: random.Random, root: Path) -> None:
    """A record like another one."""
    path = chance.choice(_records(root))
    new = path.with_name(f"{path.stem}-{chance.randrange(10_000)}.yml")
    new.write_text(re.sub(rf"^id: {path.stem}$", f"id: {new.stem}", path.read_text("utf-8"), flags=re.MULTILINE), "utf-8")


def remove_record(chance: random.Random, root: Path) -> None:
    """One record less."""
    chance.choice(_records(root)).unlink()


def rename_record(chance: random.Random, root: Path) -> None:
    """Another id for a record and whoever refers to it; its old page leads to the new one."""
    path = chance.choice(_records(root, chance.choice(["catalogue/courses", "catalogue/bases", "institutions"])))
    old, new = path.stem, f"{path.stem}-x{chance.randrange(1000)}"
    word = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])")
    for other in _records(root):
        text = other.read_text("utf-8")
        if word.search(text):
            other.write_text(word.sub(new, text), "utf-8")
    path.rename(path.with_name(f"{new}.yml"))
    text = path.with_name(f"{new}.yml").read_text("utf-8")
    path.with_name(f"{new}.yml").write_text(f"{text.rstrip()}\nredirect_from: [{old}]\n", "utf-8")


def edit_vocabulary(chance: random.Random, root: Path) -> None:
    """Another word for a value."""
    path = chance.choice(sorted((root / "catalogue/vocabularies").glob("*.yml")))
    names = re.compile(r"(\bname: )([^,}\n]+)")
    _replace(chance, path, names, lambda m: f"{m[1]}{m[2].rstrip()}{chance.choice('甲乙丙丁')}")


def edit_template(chance: random.Random, root: Path) -> None:
    """A line more on the pages of a kind."""
    path = chance.choice(sorted((root / "site_src/templates").glob("*.html")))
    path.write_text(path.read_text("utf-8") + f"<p>{chance.randrange(1000)}</p>\n", "utf-8")


def touch(chance: random.Random, root: Path) -> None:
    """A file that is written again as it was."""
    path = chance.choice(_records(root))
    path.write_bytes(path.read_bytes())


EDITS: tuple[Edit, ...] = (
    edit_text, edit_text, edit_text, edit_numeral, edit_name, edit_name, edit_state, edit_date, edit_region, drop_item,
    copy_record, copy_record, remove_record, rename_record, edit_vocabulary, edit_template, touch,
)  # fmt: skip


@dataclass
class Site:
    """A catalogue and its site, made step by step."""

    root: Path
    out: Path
    edits: tuple[Edit, ...] = EDITS
    host: Host = host
    told: list[str] = field(default_factory=list)
    amiss: list[str] = field(default_factory=list)
    """What is told of the records that a check anew does not tell, or the other way round."""

    def build(self) -> bool:
        """Make the site from what stands of the last one; False when the records have errors."""
        marker = marker_of(str(self.out))
        last = Last.read(str(self.root), state_of(str(self.out)), choices(AS_OF), marker)
        if last.is_same:
            return True
        memory = remembered(last)
        checked = check_tree(str(self.root), AS_OF, memory=memory)
        told, anew = (c.report("text").splitlines() for c in (checked, check_tree(str(self.root), AS_OF)))
        self.amiss = sorted(set(told) ^ set(anew))
        if checked.has_errors:
            return False
        build(checked, self.host, str(self.out), 1, SILENT, memory=memory)
        return True

    def anew(self, folder: Path) -> dict[str, bytes]:
        """The files of the site made from nothing."""
        shutil.rmtree(folder, ignore_errors=True)
        build(check_tree(str(self.root), AS_OF), self.host, str(folder), 1, SILENT)
        return tree_of(folder)

    def step(self, chance: random.Random) -> bool:
        """One or two edits and a build; what cannot be built is taken back, and False."""
        kept = Path(tempfile.mkdtemp(dir=self.root.parent))
        for name in (*PLACES, "site_src"):
            shutil.copytree(self.root / name, kept / name)
        edits = chance.choices(self.edits, k=chance.choice([1, 1, 1, 2, 3]))
        for edit in edits:
            edit(chance, self.root)
        built = self.build()
        if not built:
            for name in (*PLACES, "site_src"):
                shutil.rmtree(self.root / name)
                (kept / name).rename(self.root / name)
        self.told.append("，".join(edit.__name__ for edit in edits) + ("" if built else "（不成立）"))
        shutil.rmtree(kept)
        return built


def small_tree(root: Path) -> None:
    """The small catalogue, with the templates of this repository, in a new folder."""
    shutil.copytree(SMALL, root)
    for name in (*SHARED, "site_src/templates"):
        target = root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if (REPOSITORY / name).is_dir():
            shutil.copytree(REPOSITORY / name, target, dirs_exist_ok=True)
        else:
            shutil.copyfile(REPOSITORY / name, target)


def differences(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The paths of the files that are not the same."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def play(  # noqa: PLR0913, PLR0917 - what is played, and where
    folder: Path,
    seed: int,
    steps: int,
    tree: Callable[[Path], None] = small_tree,
    edits: tuple[Edit, ...] = EDITS,
    host: Host = host,
) -> list[str]:
    """Play a history in an empty folder; what was done and which files then differed, nothing when all is well."""
    tree(folder / "tree")
    site = Site(folder / "tree", folder / "site", edits, host)
    chance = random.Random(seed)  # noqa: S311 - no secret
    assert site.build()
    for _ in range(steps):
        built = site.step(chance)
        wrong = differences(tree_of(site.out), site.anew(folder / "anew")) if built else []
        if wrong or site.amiss:
            return [*site.told, *site.amiss, *wrong]
    return []


def main() -> int:
    """Play histories from the command line; 1 when a site was not as one made anew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--histories", type=int, default=100)
    parser.add_argument("--steps", type=int, default=8)
    parser.add_argument("--first", type=int, default=0, help="the seed of the first history")
    parser.add_argument("--tree", type=Path, help="a tree in place of the small catalogue")
    given = parser.parse_args()
    tree = small_tree if given.tree is None else lambda root: shutil.copytree(given.tree, root) and None
    progress = Progress()
    for seed in range(given.first, given.first + given.histories):
        progress.say(f"{seed}")
        with tempfile.TemporaryDirectory() as folder:
            # a whole tree has pages of text, which only the real host makes
            wrong = play(Path(folder), seed, given.steps, tree, host=render if given.tree else host)
        if wrong:
            progress.done()
            sys.stdout.write("\n".join([f"seed {seed}", *wrong, ""]))
            return 1
    progress.done()
    sys.stdout.write(f"{given.histories} histories of {given.steps} steps: every site as one made anew\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
