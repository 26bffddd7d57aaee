"""Which records come, go, get another id or change between two states."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from generator.catalogue import Catalogue, Entry
from generator.changes.fields import Effect, FieldChange, differences
from generator.changes.states import State
from generator.changes.values import Words
from generator.private_numbers import masked
from generator.records import RECORD_TYPES, Record


class What(StrEnum):
    """What becomes of a record or a page."""

    REMOVED = "removed"
    ADDED = "added"
    RENAMED = "renamed"
    CHANGED = "changed"

    @property
    def word(self) -> str:
        """As the report says it."""
        return {"removed": "删去", "added": "新增", "renamed": "改编号", "changed": "改动"}[self.value]


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record with what becomes of it and of its fields."""

    what: What
    record_type: type[Record]
    id: str
    name: str
    file: str
    former_id: str = ""
    fields: list[FieldChange] = field(default_factory=list)

    @property
    def worst(self) -> Effect:
        """The worst that its fields do to readers."""
        return min((change.effect for change in self.fields), default=Effect.CONTENT)

    @property
    def title(self) -> str:
        """课程《编织》."""
        return f"{self.record_type.title}《{self.name}》"


def compare(base: State, head: State) -> list[RecordChange]:
    """The changes by type, the worst for readers first; a record unread in either state is left out."""
    found: list[RecordChange] = []
    words = Words(base.catalogue), Words(head.catalogue)
    unread = base.unread | head.unread
    for record_type in RECORD_TYPES:
        of_type = list(_of_type(record_type, base.catalogue, head.catalogue, unread, words))
        found += sorted(of_type, key=lambda change: (list(What).index(change.what), change.worst, change.id))
    return found


def _of_type(
    record_type: type[Record],
    base: Catalogue,
    head: Catalogue,
    unread: set[tuple[str, str]],
    words: tuple[Words, Words],
) -> list[RecordChange]:
    old, new = base.entries[record_type.kind], head.entries[record_type.kind]
    former = _former_ids(old, new)
    found = [
        _change(What.REMOVED, old[i]) for i in old.keys() - new.keys() - set(former.values()) if (record_type.kind, i) not in unread
    ]
    for record_id, entry in new.items():
        was = former.get(record_id, record_id)
        if was not in old:
            if (record_type.kind, record_id) not in unread:
                found.append(_change(What.ADDED, entry))
            continue
        fields = differences(*words, old[was].record, entry.record)
        if was != record_id:
            found.append(_change(What.RENAMED, entry, was, fields))
        elif fields:
            found.append(_change(What.CHANGED, entry, "", fields))
    return found


def _former_ids(old: dict[str, Entry[Record]], new: dict[str, Entry[Record]]) -> dict[str, str]:
    """New id → the id that it takes the place of, where `redirect_from` says so and both fit."""
    return {
        record_id: was
        for record_id, entry in new.items()
        if record_id not in old
        for was in entry.record.redirect_from
        if was in old and was not in new
    }


def _change(
    what: What, entry: Entry[Record], former_id: str = "", fields: list[FieldChange] | None = None
) -> RecordChange:
    record = entry.record
    name = masked(" ".join(record.name.split()))
    return RecordChange(what, type(record), record.id, name, masked(entry.file), former_id, fields or [])
