"""The values that a field may have and where a new record goes: what forms of every kind ask the catalogue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.catalogue import Catalogue
from generator.records import Record
from generator.records.fields import Division, Occupation, Term
from generator.records.region_table import Region
from generator.records.schema import Choice

PROVINCE = "sichuan"
"""What the province shares is named so, as the folders of places are."""


def choices_of(catalogue: Catalogue, marker: object) -> Sequence[Choice] | None:
    """The values that a field with this marker may have, in the order of display; None for any other."""
    if isinstance(marker, Term):
        return [Choice(term.id, term.name, term.help or "") for term in catalogue.terms.get(marker.vocabulary, {}).values()]
    if isinstance(marker, Division):
        return [Choice(region.code, region.full_name) for region in catalogue.regions.values()]
    if isinstance(marker, Occupation):
        return [Choice(entry.code, entry.name) for entry in catalogue.occupations.values()]
    return None


def regions_named(catalogue: Catalogue, text: str) -> list[Region]:
    """The divisions that a clerk may mean by a code or a name: those of just this name, else those with it."""
    regions = catalogue.regions.values()
    exact = [r for r in regions if text in (r.code, r.name, r.full_name, r.short)]
    return exact or [region for region in regions if text and text in region.full_name]


def file_of(catalogue: Catalogue, record_type: type[Record], region: str, record_id: str) -> str:
    """Where a new record goes: in the folder of its 市（州）, where the others of its type lie so."""
    start = f"{record_type.folder}/"
    prefecture = catalogue.prefecture(region)
    folders = Counter(
        folder
        for entry in catalogue.entries[record_type.kind].values()
        if (folder := entry.file.removeprefix(start).rpartition("/")[0])
        and catalogue.prefecture(entry.record.region) == prefecture
    )
    if folders and prefecture:
        return f"{start}{folders.most_common(1)[0][0]}/{record_id}.yml"
    by_place = any("/" in entry.file.removeprefix(start) for entry in catalogue.entries[record_type.kind].values())
    if by_place and prefecture:
        return f"{start}{folder_of(prefecture)}/{record_id}.yml"
    return f"{start}{record_id}.yml"


def folder_of(region: Region) -> str:
    """The folder of a 市（州）, its short name in letters: 成都 is chengdu, 泸州 is luzhou, 阿坝州 is aba."""
    short = region.short.removesuffix("州") if region.type == "自治州" else region.short
    return "".join(region.pinyin.split()[: len(short)])
