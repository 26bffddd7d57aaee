"""Whatever record is looked at for a page, a group or an answer is among the keys that are kept of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from generator.catalogue import Entry
from generator.incremental import pouring
from generator.incremental.plan import given
from generator.loading import load
from generator.pages import Group
from generator.pages.page import Page
from generator.records import Base, Course
from generator.ties import MOVED, Key, listing_key
from generator.tracing import EVERYTHING, Traced, file_key, record_key, type_key
from tests.conftest import AS_OF, Tree
from tests.incremental.histories import Site, small_tree

AnyEntry = Entry[Any]
Noting = Callable[[Traced], AbstractContextManager[set[Key]]]
Listed = Callable[[Traced, Group], tuple[list[Page], set[Key]]]


def is_noted(entry: AnyEntry, read: set[Key]) -> bool:
    """Whether a change of the record would be seen by one of these keys."""
    kind = entry.kind
    keys = {record_key(kind, entry.id), type_key(kind), listing_key(kind), file_key(entry.file), EVERYTHING}
    return not keys.isdisjoint(read)


@dataclass
class Watch:
    """Sees which records are made or taken of entries while a catalogue notes, and which of them it did not note."""

    noting: Noting = Traced.noting
    record: Any = Entry.__dict__["record"]
    listed: Listed = vars(pouring)["_listed"]
    missed: set[AnyEntry] = field(default_factory=set)
    seen: int = 0
    _open: list[list[AnyEntry]] = field(default_factory=list)

    def taken(self, entry: AnyEntry) -> Any:  # noqa: ANN401 - any record
        """The record of an entry."""
        for entries in self._open[-1:]:
            entries.append(entry)
        return self.record.__get__(entry, Entry)

    @contextmanager
    def watched(self, catalogue: Traced) -> Iterator[set[Key]]:
        """What `noting` gives; at its end the records that were taken are held against it."""
        with self.noting(catalogue) as read:
            self._open.append([])
            try:
                yield read
            finally:
                taken = self._open.pop()
                self.seen += len(taken)
                self.missed |= {entry for entry in taken if not is_noted(entry, read)}

    def listing(self, catalogue: Traced, group: Group) -> tuple[list[Page], set[Key]]:
        """What `_listed` gives; what it only hands on to a page is noted for that page, as what it is given."""
        before = set(self.missed)
        pages, read = self.listed(catalogue, group)
        with self.noting(catalogue) as handed:
            for page in pages:
                given(page, catalogue)
        self.missed = before | {entry for entry in self.missed if not is_noted(entry, handed)}
        return pages, read

    def files(self) -> set[str]:
        """The files of the records that were not noted."""
        return {entry.file for entry in self.missed}


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    """A watch over all that is noted from now on."""
    one = Watch()
    monkeypatch.setattr(Entry, "record", property(one.taken))
    monkeypatch.setattr(Traced, "noting", lambda catalogue: one.watched(catalogue))  # noqa: PLW0108 - a method of `one` is not given the catalogue
    monkeypatch.setattr(pouring, "_listed", one.listing)
    return one


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small catalogue, with a base that was once called otherwise."""
    small_tree(tmp_path / "tree")
    Tree(tmp_path / "tree").edit("catalogue/bases/shili-jidi.yml", "\nname: ", "\nredirect_from: [jiu-jidi]\nname: ")
    return tmp_path / "tree"


def test_every_record_that_is_looked_at_is_noted(root: Path, watch: Watch) -> None:
    """All rules and all pages of a tree, with an old address among them."""
    assert Site(root, root.parent / "site").build()
    assert watch.seen
    assert watch.files() == set()


def test_a_record_that_is_not_noted_is_seen(root: Path, watch: Watch) -> None:
    """The test above can fail: a record that is taken of a tie, and not asked for by `record_of`, is told."""
    traced = Traced(load(str(root), AS_OF)[0])
    with traced.noting():
        assert [entry.record.redirect_from for entry in traced.tied(MOVED)] == [["jiu-jidi"]]
    assert watch.files() == {"catalogue/bases/shili-jidi.yml"}
    with traced.noting():
        assert traced.get(Base, "shili-jidi").redirect_from
        assert traced.of(Course)
    assert watch.files() == {"catalogue/bases/shili-jidi.yml"}
