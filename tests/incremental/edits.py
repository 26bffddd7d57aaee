"""What people do to the records, the words, the templates and the texts of a catalogue, at random."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

PLACES = ("catalogue", "institutions")
TEXT = re.compile(r"^( *(?:- )?(?:summary|who|how|next|about|note|plain|detail|arrive_text|hours): )([^\"'|>\n].*)$", re.MULTILINE)
NAME = re.compile(r"^(name: )(.+)$", re.MULTILINE)
ITEM = re.compile(r"^ +- [a-z][a-z0-9_-]*\n", re.MULTILINE)
STATE = re.compile(r"^(state: )(.+)$", re.MULTILINE)
CLOSES = re.compile(r"^(  closes_on: \d{4}-\d\d-)(\d\d)$", re.MULTILINE)
REGION = re.compile(r"^(region: )(51\d{4})$", re.MULTILINE)
REFERENCE = re.compile(r"^( *(?:- |[a-z_]+: ))([a-z][a-z0-9-]+)$", re.MULTILINE)
FORMER = re.compile(r"^(redirect_from: \[)([a-z][a-z0-9-]+)", re.MULTILINE)
HALF = 0.5
Edit = Callable[[random.Random, Path], None]


def _records(root: Path, folder: str = "") -> list[Path]:
    places = [folder] if folder else PLACES
    found = [path for place in places for path in sorted((root / place).rglob("*.yml"))]
    return [path for path in found if "vocabularies" not in path.parts and path.stat().st_size < 100_000]


def _replace(
    chance: random.Random,
    path: Path,
    pattern: re.Pattern[str],
    new: Callable[[re.Match[str]], str],
    is_meant: Callable[[re.Match[str]], bool] = lambda _: True,
) -> None:
    text = path.read_text("utf-8")
    found = list(filter(is_meant, pattern.finditer(text)))
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


def edit_reference(chance: random.Random, root: Path) -> None:
    """Another record of the same type in the place of one that is referred to, or in a list beside it."""
    of = {path.stem: path.parent for path in _records(root)}
    others = {stem: sorted(other for other in of if of[other] == folder) for stem, folder in of.items()}
    path = chance.choice(_records(root))

    def other(found: re.Match[str]) -> str:
        beside = f"{found[0]}\n" if found[1].endswith("- ") and chance.random() < HALF else ""
        return f"{beside}{found[1]}{chance.choice(others[found[2]])}"

    _replace(chance, path, REFERENCE, other, lambda m: m[2] in of and m[2] != path.stem)


def drop_item(chance: random.Random, root: Path) -> None:
    """One value less in a list."""
    _replace(chance, chance.choice(_records(root)), ITEM, lambda _: "")


def copy_record(chance: random.Random, root: Path) -> None:
    """A record like another one, sometimes with the id of one of another type."""
    path = chance.choice(_records(root))
    ids = [f"{path.stem}-{chance.randrange(10_000)}", chance.choice(_records(root)).stem]
    new = path.with_name(f"{chance.choice(ids)}.yml")
    if new.exists():
        return
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


def edit_former(chance: random.Random, root: Path) -> None:
    """Another id that a renamed record had, perhaps one that is another record's."""
    renamed = [path for path in _records(root) if FORMER.search(path.read_text("utf-8"))]
    if renamed:
        path = chance.choice(renamed)
        ids = [other.stem for other in _records(root) if other.parent == path.parent]
        _replace(chance, path, FORMER, lambda m: m[1] + chance.choice([f"{m[2]}-y", *ids]))


def edit_vocabulary(chance: random.Random, root: Path) -> None:
    """Another word for a value."""
    path = chance.choice(sorted((root / "catalogue/vocabularies").glob("*.yml")))
    names = re.compile(r"(\bname: )([^,}\n]+)")
    _replace(chance, path, names, lambda m: f"{m[1]}{m[2].rstrip()}{chance.choice('甲乙丙丁')}")


def edit_template(chance: random.Random, root: Path) -> None:
    """A line more on the pages of a kind."""
    path = chance.choice(sorted((root / "site_src/templates").glob("*.html")))
    path.write_text(path.read_text("utf-8") + f"<p>{chance.randrange(1000)}</p>\n", "utf-8")


def edit_content(chance: random.Random, root: Path) -> None:
    """A paragraph more on a page of text, where the tree has such pages."""
    paths = sorted((root / "site_src/content").rglob("*.md"))
    if paths:
        path = chance.choice(paths)
        path.write_text(f"{path.read_text('utf-8').rstrip()}\n\n改第{chance.randrange(1000)}次。\n", "utf-8")


def edit_seed(chance: random.Random, root: Path) -> None:
    """A line more in a text that quotations are held against."""
    path = chance.choice(sorted((root / "seeds").glob("*.txt")))
    path.write_text(f"{path.read_text('utf-8').rstrip()}\n改第{chance.randrange(1000)}次。\n", "utf-8")


def touch(chance: random.Random, root: Path) -> None:
    """A file that is written again as it was."""
    path = chance.choice(_records(root))
    path.write_bytes(path.read_bytes())


EDITS: tuple[Edit, ...] = (
    *(edit_text, edit_text, edit_numeral, edit_name, edit_state, edit_date, edit_region, edit_reference) * 2,
    *(drop_item, copy_record, remove_record, rename_record, edit_former, edit_vocabulary) * 2,
    edit_template, edit_content, edit_seed, touch,
)  # fmt: skip
"""What histories are made of: mostly what leaves much of the site as it was."""
