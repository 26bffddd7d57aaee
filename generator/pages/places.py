"""Records by the 市（州） that they are of: what each holds, and lists of all that are long enough to need it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from generator.catalogue import Catalogue
from generator.pages.sheets import PER_SHEET, Length, Listing, Part, Sheet, cut, lengths, part
from generator.records import Record
from generator.records.region_table import Region

R = TypeVar("R", bound=Record)


def _place(record: Record) -> tuple[str, str]:
    return record.region, record.id


def prefectures(catalogue: Catalogue) -> list[Region]:
    """The 21 市（州） in the order of their codes."""
    return [region for region in catalogue.regions.values() if region.level == "prefecture"]


def by_prefecture(catalogue: Catalogue, records: Iterable[R]) -> dict[str, list[R]]:
    """Code → the records of the 市（州） and of what lies in it, in their order; those of divisions above are in none."""
    found: dict[str, list[R]] = {region.code: [] for region in prefectures(catalogue)}
    for record in records:
        region = catalogue.prefecture(record.region)
        if region:
            found[region.code].append(record)
    return found


@dataclass(frozen=True)
class Kind(Generic[R]):
    """A type that has a list of all its records, and one for each 市（州） when a sheet cannot hold all."""

    type: type[R]
    title: str
    per_sheet: int = PER_SHEET

    @property
    def index(self) -> str:
        """The path of the list of all, without ending."""
        return f"{self.type.address}/index"

    def of(self, region: Region, records: Sequence[R]) -> Listing[R]:
        """The list of a 市（州）."""
        path = f"lists/{self.type.address}-{region.code}"
        return Listing(path, f"{region.name}的{self.title}", records, group="地区", name=region.name)

    def listings(self, catalogue: Catalogue) -> list[Listing[R]]:
        """The lists that there are, that of all first."""
        every = sorted(catalogue.listed(self.type), key=_place)
        whole = Listing(self.index, self.title, every, f"lists/{self.type.address}-page-")
        if len(every) <= self.per_sheet:
            return [whole]
        held = by_prefecture(catalogue, every)
        return [whole, *(self.of(r, held[r.code]) for r in prefectures(catalogue) if held[r.code])]

    def parts(self, catalogue: Catalogue, every: list[R], shown: int) -> dict[str, Part[R]]:
        """Code → the first records of each 市（州）, in their order, and the way to the list that holds all of them."""
        held = by_prefecture(catalogue, every)
        found = {region.code: self.of(region, held[region.code]) for region in prefectures(catalogue)}
        if len(every) <= self.per_sheet:
            found = {code: replace(one, path=self.index) for code, one in found.items()}
        return {code: part(one, shown) for code, one in found.items()}

    def sheets(self, catalogue: Catalogue) -> tuple[list[Sheet[R]], list[Length]]:
        """The sheets of all lists, and how long every list is."""
        found = self.listings(catalogue)
        return [sheet for one in found for sheet in cut(one, self.per_sheet)], lengths(found)
