"""Who edits what: a page a 市（州） with the records of its folders, and one for what the province shares.

Decap writes a new record into the folder of its collection and nowhere else, so each place has
collections of its own; a new record then lies where `catalogue new` would put it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.catalogue import Catalogue
from generator.choices import PROVINCE, choices_of, file_of, folder_of
from generator.form_editor.fields import fields_of
from generator.records import (
    RECORD_TYPES,
    OccupationTable,
    Policy,
    Record,
    RegionTable,
    TestReport,
    Vocabulary,
)
from generator.records.fields import Clause, Division, Refers
from generator.records.region_table import Region
from generator.records.schema import Choice

OF_THE_PROGRAM = (Vocabulary, RegionTable, OccupationTable, TestReport)
"""Types that whoever keeps the program changes, since other files are made from them."""
EDITED = tuple(record_type for record_type in RECORD_TYPES if record_type not in OF_THE_PROGRAM)
LOST = "保存以后，文件里以 # 开头的说明文字会丢。要留住它们，请用表格改。"
Collection = dict[str, Any]


@dataclass(frozen=True)
class Place:
    """A 市（州）, or the province when it has no prefecture: the name of its page, and its collections."""

    name: str
    title: str
    collections: list[Collection]


def places(catalogue: Catalogue) -> list[Place]:
    """The province first, then each 市（州） that has folders of its own."""
    prefectures = [r for r in catalogue.regions.values() if catalogue.prefecture(r.code) == r]
    found = [_place(catalogue, PROVINCE, "全省共用", None)]
    found += [_place(catalogue, folder_of(region), region.name, region) for region in prefectures]
    return [place for place in found if place.collections]


def _place(catalogue: Catalogue, name: str, title: str, prefecture: Region | None) -> Place:
    own = _Choices(catalogue, prefecture)
    collections = []
    for record_type in EDITED:
        folder = _folder(catalogue, record_type, prefecture)
        if prefecture is None or folder != record_type.folder:
            collections.append(_collection(record_type, name, folder, own))
    return Place(name, title, collections)


def _folder(catalogue: Catalogue, record_type: type[Record], prefecture: Region | None) -> str:
    return file_of(catalogue, record_type, prefecture.code if prefecture else "", "new").rpartition("/")[0]


def _collection(record_type: type[Record], place: str, folder: str, choices: _Choices) -> Collection:
    return {
        # Proposals of other places must not be taken for those of this one.
        "name": f"{record_type.kind}-{place}",
        "label": record_type.title,
        "label_singular": record_type.title,
        "description": f"{record_type.title}的记录。{LOST}",
        "folder": folder,
        "extension": "yml",
        "format": "record",
        "identifier_field": "id",
        "summary": "{{name}}（{{id}}）",
        "sortable_fields": ["name", "id"],
        "create": True,
        "delete": False,  # an address that was known must lead on: redirect_from, status
        "fields": fields_of(record_type, choices),
    }


@dataclass(frozen=True)
class _Choices:
    """What may be chosen in the forms of a place: its own divisions, and the records of everywhere."""

    catalogue: Catalogue
    prefecture: Region | None

    def __call__(self, marker: object) -> Sequence[Choice] | None:
        if isinstance(marker, Division):
            return list(self._divisions())
        if isinstance(marker, Refers):
            return [
                Choice(record_id, f"{entry.record.name}（{record_id}）")
                for kind in marker.to
                for record_id, entry in self.catalogue.entries[kind].items()
            ]
        if isinstance(marker, Clause):
            return list(self._clauses())
        return choices_of(self.catalogue, marker)

    def _divisions(self) -> Iterator[Choice]:
        for region in self.catalogue.regions.values():
            if self.prefecture is None or self.catalogue.prefecture(region.code) == self.prefecture:
                yield Choice(region.code, region.full_name)

    def _clauses(self) -> Iterator[Choice]:
        for policy in self.catalogue.of(Policy):
            for clause in policy.clauses:
                yield Choice(f"{policy.id}#{clause.id}", f"{policy.doc_no or policy.name} {clause.heading}")
