"""What a page reads of the catalogue: the keys by which a later build knows whether it must be made again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar, cast

from generator.catalogue import Catalogue, Entry
from generator.own_words import Words
from generator.records import OccupationTable, Policy, Record, RegionTable, Vocabulary
from generator.records.region_table import Region
from generator.ties import Key, listing_key, referring_key

R = TypeVar("R", bound=Record)
T = TypeVar("T")
ONCE = "once "
FILES: Key = "files"
"""Which files there are."""
EVERYTHING: Key = "everything"
_INDEXES: dict[str, Key] = {
    "entries": EVERYTHING,
    "duplicates": EVERYTHING,
    "ties": EVERYTHING,
    "files": FILES,
    "by_file": EVERYTHING,
    "terms": f"type {Vocabulary.kind}",
    "regions": f"type {RegionTable.kind}",
    "former_regions": f"type {RegionTable.kind}",
    "occupations": f"type {OccupationTable.kind}",
    "clauses": f"type {Policy.kind}",
}
"""What reading an index of the catalogue amounts to."""


def record_key(kind: str, record_id: str) -> Key:
    """The text of a record."""
    return f"record {kind}/{record_id}"


def type_key(kind: str) -> Key:
    """Any record of a type."""
    return f"type {kind}"


def file_key(file: str) -> Key:
    """What a file says, whether or not it can be read as a record."""
    return f"file {file}"


def once_key(make: Callable[..., object]) -> Key:
    """What a function makes of the whole catalogue, by its value."""
    return f"{ONCE}{make.__module__}:{make.__qualname__}"


class Traced(Catalogue):
    """A catalogue that notes what is read of it; all else as the whole one behind it."""

    def __init__(self, whole: Catalogue) -> None:
        """It has the same files, day and choices."""
        self.__dict__.update(whole.__dict__)
        self._whole, self._kept = whole, {}
        self.known: dict[Key, tuple[str, str]] = {}
        """What functions made of it before and would make again: as JSON, and what they read, a line each."""
        self._made: dict[Callable[[Catalogue], Any], tuple[Any, set[Key]]] = {}
        self._read: set[Key] | None = None

    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401 - any attribute
        """An attribute; an index is that of the whole catalogue, so that none but itself is noted."""
        if name not in _INDEXES:
            return object.__getattribute__(self, name)
        self.note(_INDEXES[name])
        return getattr(self._whole, name)

    @contextmanager
    def noting(self) -> Iterator[set[Key]]:
        """The keys that are read while this is open; what was open before notes nothing of it."""
        before, self._read = self._read, set()
        try:
            yield self._read
        finally:
            self._read = before

    def note(self, *keys: Key) -> None:
        """Take the keys as read."""
        if self._read is not None:
            self._read.update(keys)

    def once(self, make: Callable[[Catalogue], T]) -> T:
        """The value, which stands for all that was read to make it."""
        self.note(once_key(make))
        return self.made_once(make)[0]

    def made_once(self, make: Callable[[Catalogue], T]) -> tuple[T, set[Key]]:
        """What a function makes of the catalogue, and what it reads for that."""
        if make not in self._made:
            known = self.known.get(once_key(make))
            with self.noting() as read:
                value = make(self) if known is None else json.loads(known[0])
            self._made[make] = value, read if known is None else set(known[1].split("\n"))
        return cast("tuple[T, set[Key]]", self._made[make])

    def kept(self, key: tuple[object, ...], make: Callable[[], T]) -> T:
        """The value; who takes it has read what was read to make it."""
        if key not in self._kept:
            with self.noting() as read:
                value = make()
            self._kept[key] = read, value
        read, value = cast("tuple[set[Key], T]", self._kept[key])
        self.note(*read)
        return value

    def of(self, record_type: type[R]) -> list[R]:
        """The records of a type."""
        self.note(type_key(record_type.kind))
        return self._whole.of(record_type)

    def listed(self, record_type: type[R]) -> list[R]:
        """The records of a type, of which only those fields are read."""
        self.note(listing_key(record_type.kind))
        return self._whole.of(record_type)

    def get(self, record_type: type[R], record_id: str) -> R:
        """One record."""
        self.note(record_key(record_type.kind, record_id))
        return self._whole.get(record_type, record_id)

    def record_of(self, entry: Entry[R]) -> R:
        """The record of an entry."""
        self.note(record_key(entry.kind, entry.id))
        return entry.record

    def entry(self, record: Record) -> Entry[Record]:
        """The entry of a record."""
        self.note(record_key(record.kind, record.id))
        return self._whole.entry(record)

    def all_entries(self) -> Iterator[Entry[Record]]:
        """Every entry."""
        self.note(EVERYTHING)
        return self._whole.all_entries()

    def find(self, kinds: Iterable[str], record_id: str) -> Entry[Record] | None:
        """One entry, or that there is none."""
        kinds = list(kinds)
        self.note(*(record_key(kind, record_id) for kind in kinds))
        return self._whole.find(kinds, record_id)

    def contains(self, outer: str, inner: str) -> bool:
        """Whether one division lies in another."""
        self.note(_INDEXES["regions"])
        return self._whole.contains(outer, inner)

    def prefecture(self, code: str) -> Region | None:
        """The 市（州） of a division."""
        self.note(_INDEXES["regions"])
        return self._whole.prefecture(code)

    def tied(self, key: Key) -> list[Entry[Record]]:
        """The records that have a tie."""
        self.note(key)
        return self._whole.tied(key)

    def entry_of(self, file: str) -> Entry[Record] | None:
        """The entry of the record in a file."""
        self.note(file_key(file))
        return self._whole.entry_of(file)

    def words_of(self, file: str) -> list[Words]:
        """The texts of a file."""
        self.note(file_key(file))
        return self._whole.words_of(file)

    def referring(self, record: Record, record_type: type[R]) -> list[R]:
        """The records of a type that refer to this one, and what each says."""
        found = self._whole.referring(record, record_type)
        self._note_referring(record, record_type)
        self.note(*(record_key(one.kind, one.id) for one in found))
        return found

    def number_referring(self, record: Record, record_type: type[R]) -> int:
        """How many records of a type refer to this one, whatever else each says."""
        self._note_referring(record, record_type)
        return self._whole.number_referring(record, record_type)

    def _note_referring(self, record: Record, record_type: type[Record]) -> None:
        key = referring_key(record.id, record_type.kind)
        self.note(key)
        if not self._whole.is_alone(record.id):  # each is looked at for which of them it means
            self.note(*(record_key(one.kind, one.id) for one in self._whole.tied(key)))


def traced(catalogue: Catalogue) -> Traced:
    """The catalogue as one that notes what is read of it."""
    return catalogue if isinstance(catalogue, Traced) else Traced(catalogue)
