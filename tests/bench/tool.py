"""What the benchmark asks of a generator, ours or a peer: its sources, its commands, its output."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from tests.bench.page import Page

REPOSITORY = Path(__file__).parents[2]
SOURCES = Path(__file__).parent / "sources"


class Step(StrEnum):
    """What is built: all from nothing; again after one changed fact; again with nothing changed."""

    COLD = "cold"
    CHANGED = "changed"
    SAME = "same"
    DIRTY = "dirty"
    """One changed fact, and only the changed page built; links to it may then be wrong."""


@dataclass(frozen=True)
class Fact:
    """A fact of a course, now and after it changed: its record, its page, and how each says it."""

    record: str
    address: str
    written: tuple[str, str]
    shown: tuple[str, str]


@dataclass(frozen=True)
class Edit:
    """A text in a source that is put in the place of another."""

    file: Path
    texts: tuple[str, str]

    def make(self, *, back: bool = False) -> None:
        """Write the new text, or with `back` the old one."""
        old, new = reversed(self.texts) if back else self.texts
        source = self.file.read_text("utf-8")
        if old not in source:
            raise ValueError(f"{self.file} does not say {old!r}")
        self.file.write_text(source.replace(old, new), encoding="utf-8")


Command: TypeAlias = list[str]


@dataclass(frozen=True)
class Tool:
    """A generator in a folder of its own.

    `prepare` writes its settings and layout of our built site, `write` the source of a page, and
    `source` names that source; `command` builds into `out`. Ours has a tree in place of all that.
    """

    key: str
    name: str
    version: Callable[[], str]
    prepare: Callable[[Path, Path], None]
    write: Callable[[Path, Page], None] | None
    source: Callable[[Fact], tuple[str, tuple[str, str]]]
    command: Callable[[Step, str], Command]
    out: str
    steps: tuple[Step, ...] = (Step.COLD, Step.CHANGED, Step.SAME)
    note: str = ""


@dataclass
class Place:
    """The folder of a tool, and the files in it that are its sources."""

    tool: Tool
    folder: Path
    _sources: frozenset[str] = field(default=frozenset())

    def write(self, page: Page) -> None:
        """Write the source of a page; ours has records in its place."""
        if self.tool.write:
            self.tool.write(self.folder, page)

    def remember(self) -> None:
        """Take all that lies here now for the sources."""
        self._sources = frozenset(_files(self.folder))

    def empty(self) -> None:
        """Remove everything but the sources: output, caches, what the tool keeps for next time."""
        for file in _files(self.folder):
            if file not in self._sources:
                os.unlink(file)
        for folder, _, _ in os.walk(self.folder, topdown=False):
            if not os.listdir(folder):
                os.rmdir(folder)

    @property
    def out(self) -> Path:
        """The folder of the built site."""
        return self.folder / self.tool.out

    def edit(self, fact: Fact) -> Edit:
        """The change of a fact in the sources."""
        file, texts = self.tool.source(fact)
        return Edit(self.folder / file, texts)


def _files(folder: Path) -> Iterator[str]:
    """Every file below a folder; what a link leads to is not below it."""
    for current, folders, names in os.walk(folder):
        links = [name for name in folders if os.path.islink(os.path.join(current, name))]
        yield from (os.path.join(current, name) for name in (*names, *links))


def copy_assets(site: Path, to: Path) -> None:
    """Give a peer the style, script and pictures of our frame."""
    shutil.copytree(site / "assets", to)


def course_page(site: Path) -> str:
    """The source of the first page of a course, which lies one folder deep."""
    pages = sorted(site.glob("courses/*.html"))
    return next(page.read_text("utf-8") for page in pages if page.name != "index.html")
