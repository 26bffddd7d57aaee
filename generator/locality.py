"""What concerns a place: the records of the place itself and of what lies in it, and those of the divisions above it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from generator.catalogue import Catalogue
from generator.records import Record
from generator.records.region_table import Region

R = TypeVar("R", bound=Record)
LEVELS = ("county", "prefecture", "province", "nation")


@dataclass(frozen=True)
class Locality:
    """A 市（州） or a county, and the catalogue as it is seen from there."""

    catalogue: Catalogue
    region: Region

    @property
    def name(self) -> str:
        """The full path without the province: 成都市武侯区."""
        return self.region.full_name.removeprefix("四川省") or self.region.full_name

    @property
    def prefecture(self) -> Region:
        """The 市（州） that it is or lies in; the place itself where there is none."""
        return self.catalogue.prefecture(self.region.code) or self.region

    def holds(self, record: Record) -> bool:
        """Whether a record is of the place itself or of something in it."""
        return self.catalogue.contains(self.region.code, record.region)

    def concerns(self, record: Record) -> bool:
        """Whether a record that has not ended is of the place or of a division above it."""
        above = self.catalogue.contains(record.region, self.region.code)
        return record.is_current and (above or self.holds(record))

    def concerning(self, record_type: type[R]) -> list[R]:
        """The records of a type that concern it, the nearest first."""
        return self.nearest(r for r in self.catalogue.of(record_type) if self.concerns(r))

    def nearest(self, records: Iterable[R]) -> list[R]:
        """Those of the place and in it first, then those of the divisions above it; each by division and id."""
        return sorted(records, key=lambda record: (self._distance(record), record.region, record.id))

    def _distance(self, record: Record) -> int:
        return -1 if self.holds(record) else LEVELS.index(self.catalogue.regions[record.region].level)
