"""The pages as they are with what was just saved: those that it changes are made when they are asked for."""

from __future__ import annotations

import datetime
import os
from contextlib import suppress
from dataclasses import dataclass, field

from generator.catalogue import Catalogue
from generator.incremental.last import Last, choices
from generator.incremental.memory import remembered
from generator.incremental.once import Once
from generator.incremental.plan import changed_keys
from generator.incremental.store import Damaged, PageRow
from generator.loading import Sources, load, read_file, type_of
from generator.pages import groups
from generator.problem import Problem
from generator.publish import marker_of, state_of
from generator.records import Course
from generator.render.site import Renderer
from generator.ties import Key
from generator.tracing import Traced


@dataclass
class Seen:
    """What came of a changed file: what is wrong with it, and whether the pages show it already."""

    problems: list[Problem] = field(default_factory=list)
    is_shown: bool = False


@dataclass
class Live:
    """A tree, the site that was last built of it, and what has been saved since."""

    root: str
    site: str
    as_of: datetime.date
    _catalogue: Catalogue = field(init=False)
    _renderer: Renderer | None = None
    _sources: Sources = field(default_factory=dict)
    _pages: dict[str, PageRow] = field(default_factory=dict)
    _reads: dict[str, list[Key]] = field(default_factory=dict)
    """What was read for each group of pages, and for each value that is made of the whole catalogue."""
    _changed: set[Key] = field(default_factory=set)
    _made: dict[str, str] = field(default_factory=dict)

    def read(self) -> None:
        """Know what the last build left; without that, all pages are those of the site."""
        last = Last.read(self.root, state_of(self.site), choices(self.as_of), marker_of(self.site))
        memory = remembered(last)
        host = memory.shells()
        self._renderer = Renderer(self.root, host) if host else None
        self._catalogue = load(self.root, self.as_of, sources=memory.sources)[0]
        self._sources = memory.before | memory.sources
        self._pages = {name: PageRow(*row) for name, row in last.rows("pages").items()}
        reads = {name: row[1] for name, row in last.rows("groups").items()}
        reads |= {name: Once(*row).reads for name, row in last.rows("once").items()}
        self._reads = {name: lines.split("\n") for name, lines in reads.items()}
        self._changed = changed_keys(memory.before, memory.sources, ())
        self._note()
        self._warm_up()

    def _warm_up(self) -> None:
        """Read a record and make its page once, so that the first that is saved is not the slow one."""
        row = next((row for row in self._pages.values() if row.listed.startswith(f"{Course.kind}/")), None)
        entry = row and self._catalogue.entries[Course.kind].get(row.listed.partition("/")[2])
        if row and entry:
            read_file(self.root, entry.file, lean=True)
            self._rendered(row)

    def saw(self, file: str) -> Seen:
        """Take in a file that was saved; only a record that was there before is shown at once."""
        problems: list[Problem] = []
        if not file.endswith(".yml") or type_of(file, problems) is None:
            return Seen()
        read = read_file(self.root, file, lean=True)
        if read.entry is None or read.source is None:
            return Seen(read.problems)
        before = self._sources.get(file)
        if before is None or (before.kind, before.id) != (read.entry.kind, read.entry.id):
            return Seen(read.problems)
        self._catalogue = self._catalogue.with_entry(read.entry)
        self._changed |= changed_keys({file: before}, {file: read.source}, ())
        self._sources[file] = read.source
        self._note()
        return Seen(read.problems, is_shown=self._renderer is not None)

    def _note(self) -> None:
        """A value that has read something changed may be another, and so may what has read that."""
        self._made = {}
        more = True
        while more:
            met = {key for key, reads in self._reads.items() if not self._changed.isdisjoint(reads)}
            more = bool(met - self._changed)
            self._changed |= met

    def page(self, path: str) -> str:
        """A page of the site as it is now."""
        if path not in self._made:
            made = self._anew(path)
            self._made[path] = made if made is not None else _text(os.path.join(self.site, path))
        return self._made[path]

    def _anew(self, path: str) -> str | None:
        """A page made of what was saved; None when the one of the site is as it should be, or none can be made."""
        row = self._pages.get(path)
        return self._rendered(row) if row and self._is_met(row) else None

    def _rendered(self, row: PageRow) -> str | None:
        catalogue = Traced(self._catalogue)
        with suppress(LookupError, Damaged):  # a reference leads nowhere, a file is gone: the next build tells it
            for group in groups(catalogue) if self._renderer else ():
                for page in group.pages() if group.name == row.listed else ():
                    if page.path == row.path and self._renderer:
                        return self._renderer.render(catalogue, page).text
        return None

    def _is_met(self, row: PageRow) -> bool:
        return row.listed in self._changed or not self._changed.isdisjoint(row.reads.split("\n"))


def _text(path: str) -> str:
    """A file of the site. Raises OSError."""
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()
