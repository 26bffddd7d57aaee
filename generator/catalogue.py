"""Everything read, linked and indexed: by type, id and region, with the links back.

Nothing here asks the clock: `as_of` is passed in.
"""

from __future__ import annotations

import datetime
from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any, Generic, TypeVar, cast

from generator import own_words
from generator.files import read_bytes
from generator.problem import Location, Problem
from generator.records import (
    OccupationTable,
    Policy,
    Record,
    RegionTable,
    Vocabulary,
)
from generator.records.draft import label, locate
from generator.records.fields import Refers
from generator.records.occupation_table import OccupationEntry
from generator.records.policy import PolicyClause
from generator.records.region_table import Region
from generator.records.shape import marked
from generator.records.vocabulary import VocabularyTerm
from generator.ties import Key, referring_key
from generator.yamltext import Mapping
from generator.yamltext import read as read_tree

R = TypeVar("R", bound=Record)
T = TypeVar("T")
TABLES = (Vocabulary, RegionTable, OccupationTable, Policy)
_OF_TABLES = ("terms", "regions", "former_regions", "occupations", "clauses", "_above")
"""The indexes of what TABLES hold."""


@dataclass(frozen=True, eq=False)
class Entry(Generic[R]):
    """A record and the file it came from, below `root`; the text of that file as a tree.

    Of very many records neither is kept: the record is made from its values, and the tree read
    again, where one is asked for.
    """

    kind: str
    id: str
    file: str
    root: str
    ties: tuple[Key, ...]
    """The keys under which the record is found from elsewhere."""
    made: Callable[[], R]
    kept: Mapping | None = None

    @cached_property
    def record(self) -> R:
        """The record."""
        return self.made()

    @property
    def tree(self) -> Mapping:
        """The text of the file as a tree; an empty one when the file is gone meanwhile."""
        return self.kept or _read_again(self)

    def at(self, *path: str | int) -> Location:
        """Where a field stands in the file."""
        return locate(self.tree, path, self.file)

    def label(self, *path: str | int) -> str:
        """How staff know a field."""
        return label(type(self.record), path)


@lru_cache(maxsize=1)  # of one entry several places are asked for, one after the other
def _read_again(entry: Entry[Any]) -> Mapping:
    data = read_bytes(entry.root, entry.file, [])
    tree, _ = read_tree(data, entry.file) if data is not None else (None, [])
    return tree or Mapping({}, {}, 1, 1)


@dataclass(repr=False)  # a failing test would write out all records, once a page
class Catalogue:
    """All records of the tree below `root`."""

    root: str
    as_of: datetime.date
    release: bool = False
    entries: dict[str, dict[str, Entry[Record]]] = field(default_factory=dict)
    duplicates: list[tuple[Entry[Record], Entry[Record]]] = field(default_factory=list)
    unread: set[tuple[str, str]] = field(default_factory=set)
    slips: set[tuple[str, int]] = field(default_factory=set)
    """(file, line) where the text itself is at fault, so that nothing else need be said of it."""
    files: list[str] = field(default_factory=list)
    former_files: frozenset[str] = frozenset()
    _once: dict[Callable[[Catalogue], object], object] = field(default_factory=dict)
    _kept: dict[tuple[object, ...], object] = field(default_factory=dict)

    def once(self, make: Callable[[Catalogue], T]) -> T:
        """What a function makes of the catalogue; it is asked only the first time."""
        if make not in self._once:
            self._once[make] = make(self)
        return cast("T", self._once[make])

    def kept(self, key: tuple[object, ...], make: Callable[[], T]) -> T:
        """What several pages show alike, made for the first of them."""
        if key not in self._kept:
            self._kept[key] = make()
        return cast("T", self._kept[key])

    def of(self, record_type: type[R]) -> list[R]:
        """The records of a type, in order of id."""
        return [cast("R", entry.record) for entry in self.entries[record_type.kind].values()]

    def listed(self, record_type: type[R]) -> list[R]:
        """As `of`, for who asks no more of the records than by what lists sort them (`ties.LISTED`)."""
        return self.of(record_type)

    def get(self, record_type: type[R], record_id: str) -> R:
        """The record with this id; KeyError when there is none (checked before any page is made)."""
        return cast("R", self.entries[record_type.kind][record_id].record)

    def record_of(self, entry: Entry[R]) -> R:
        """The record of an entry, for who has found it by a key and looks at what it says."""
        return entry.record

    def entry(self, record: Record) -> Entry[Record]:
        """The entry of a record."""
        return self.entries[record.kind][record.id]

    def all_entries(self) -> Iterator[Entry[Record]]:
        """Every entry, by type and id."""
        for of_type in self.entries.values():
            yield from of_type.values()

    def find(self, kinds: Iterable[str], record_id: str) -> Entry[Record] | None:
        """The entry of one of these types with this id."""
        return next((e for kind in kinds if (e := self.entries[kind].get(record_id))), None)

    @cached_property
    def by_file(self) -> dict[str, Entry[Record]]:
        """File → entry."""
        return {entry.file: entry for entry in self.all_entries()}

    def entry_of(self, file: str) -> Entry[Record] | None:
        """The entry of the record in a file."""
        return self.by_file.get(file)

    @cached_property
    def ties(self) -> dict[Key, list[Entry[Record]]]:
        """Tie → the records that have it, by type and id; one as often as it has it."""
        found: dict[Key, list[Entry[Record]]] = defaultdict(list)
        for entry in self.all_entries():
            for key in entry.ties:
                found[key].append(entry)
        return found

    def tied(self, key: Key) -> list[Entry[Record]]:
        """The records that have a tie, by type and id; one as often as it has it."""
        return self.ties.get(key, [])

    def words_of(self, file: str) -> list[own_words.Words]:
        """Every text of a file that was written here: of a record, or of a page of text."""
        entry = self.entry_of(file)
        if entry:
            return list(own_words.of_record(entry.record, entry.at, file))
        if not file.endswith(".md"):
            return []
        ignored: list[Problem] = []
        text = (read_bytes(self.root, file, ignored) or b"").decode("utf-8-sig", "replace")
        return list(own_words.of_page(text, file))

    @cached_property
    def terms(self) -> dict[str, dict[str, VocabularyTerm]]:
        """Vocabulary id → term id → term, in order of display."""
        return {v.id: {term.id: term for term in v.terms} for v in self.of(Vocabulary)}

    def term(self, vocabulary: str, value: str) -> VocabularyTerm:
        """A term of a vocabulary; KeyError when there is none."""
        return self.terms[vocabulary][value]

    def name_of(self, vocabulary: str, value: str) -> str:
        """The Chinese name of a value, for messages: the value itself where it is not known."""
        term = self.terms.get(vocabulary, {}).get(value)
        return term.name if term else value

    @cached_property
    def regions(self) -> dict[str, Region]:
        """Code → division, in the order of the codes."""
        return {r.code: r for table in self.of(RegionTable) for r in table.regions}

    @cached_property
    def former_regions(self) -> dict[str, tuple[str, str]]:
        """Old code → old name and new code."""
        return {f.code: (f.name, f.now) for t in self.of(RegionTable) for f in t.former}

    @cached_property
    def occupations(self) -> dict[str, OccupationEntry]:
        """Code → occupation."""
        return {o.code: o for table in self.of(OccupationTable) for o in table.occupations}

    @cached_property
    def clauses(self) -> dict[str, tuple[Policy, PolicyClause]]:
        """`policy#clause` → both."""
        return {f"{p.id}#{c.id}": (p, c) for p in self.of(Policy) for c in p.clauses}

    def referring(self, record: Record, record_type: type[R]) -> list[R]:
        """The records of a type that refer to this one, each once, in order of id."""
        return [cast("R", entry.record) for entry in self._referring(record, record_type)]

    def number_referring(self, record: Record, record_type: type[R]) -> int:
        """How many records of a type refer to this one."""
        return len(self._referring(record, record_type))

    def _referring(self, record: Record, record_type: type[R]) -> list[Entry[Record]]:
        found = self.tied(referring_key(record.id, record_type.kind))
        return found if self.is_alone(record.id) else [e for e in found if self._means(e.record, record)]

    def is_alone(self, record_id: str) -> bool:
        """Whether no two records of different types have this id."""
        return sum(record_id in of_type for of_type in self.entries.values()) <= 1

    def _means(self, by: Record, record: Record) -> bool:
        """Whether the id of a record, as another says it, is that of the record and not of another type."""
        return any(
            value == record.id and (target := self.find(marker.to, record.id)) and target.kind == record.kind
            for _, marker, value in marked(by, Refers)
        )

    def with_entry(self, entry: Entry[Record]) -> Catalogue:
        """The catalogue with another record in the place of the one with its type and id; what it leaves as it was is kept."""
        old = self.entries[entry.kind][entry.id]
        of_type = self.entries[entry.kind] | {entry.id: entry}
        new = replace(self, entries=self.entries | {entry.kind: of_type}, _once={}, _kept={})
        new.by_file = self.by_file | {entry.file: entry}
        new.ties = self.ties | {key: self._tied_again(key, old, entry) for key in {*old.ties, *entry.ties}}
        if not isinstance(entry.record, TABLES):
            new.__dict__.update({index: self.__dict__[index] for index in _OF_TABLES if index in self.__dict__})
        return new

    def _tied_again(self, key: Key, old: Entry[Record], new: Entry[Record]) -> list[Entry[Record]]:
        """The records that have a tie once one of them is another."""
        entries, times, before = [*self.tied(key)], new.ties.count(key), old.ties.count(key)
        at = entries.index(old) if before else bisect(entries, self._place(new), key=self._place)
        entries[at : at + before] = [new] * times
        return entries

    def _place(self, entry: Entry[Record]) -> tuple[int, str]:
        return list(self.entries).index(entry.kind), entry.id

    def prefecture(self, code: str) -> Region | None:
        """The 市（州） that a division is or lies in; None for the province and the nation."""
        region = self.regions.get(code)
        while region and region.level == "county" and region.parent:
            region = self.regions.get(region.parent)
        return region if region and region.level == "prefecture" else None

    def contains(self, outer: str, inner: str) -> bool:
        """Whether the division `outer` is `inner` or above it."""
        return outer in self._above.get(inner, ())

    @cached_property
    def _above(self) -> dict[str, list[str]]:
        """Code → itself and the codes of the divisions above it."""
        above: dict[str, list[str]] = {}
        for code, region in self.regions.items():
            above[code] = [code]
            parent = self.regions.get(region.parent) if region.parent else None
            while parent:
                above[code].append(parent.code)
                parent = self.regions.get(parent.parent) if parent.parent else None
        return above
