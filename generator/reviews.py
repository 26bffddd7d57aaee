"""Which records must be verified again: by place, the longest overdue first."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Entry
from generator.problem import Location
from generator.records import Record, TestReport, Vocabulary

PROVINCE = "全省和全国"


@dataclass(frozen=True, slots=True)
class Review:
    """A record and the day by which it must be verified again."""

    entry: Entry[Record]
    due: datetime.date
    overdue: int
    """Days since that day; negative when it is to come."""

    @property
    def at(self) -> Location:
        """Where the day stands in the file."""
        return self.entry.at("review_by")

    @property
    def is_overdue(self) -> bool:
        """Whether the day has passed."""
        return self.overdue > 0


@dataclass(frozen=True, slots=True)
class Place:
    """A 市（州）, or the province, with its reviews, the worst first."""

    code: str
    name: str
    reviews: list[Review]

    @property
    def overdue(self) -> int:
        """How many are overdue."""
        return sum(review.is_overdue for review in self.reviews)

    @property
    def worst_first(self) -> tuple[int, int, str]:
        """A key by which places are sorted."""
        return -max(review.overdue for review in self.reviews), -self.overdue, self.code


def reviews(catalogue: Catalogue, within: int, region: str | None = None) -> list[Place]:
    """What is overdue or due in so many days, in all places or in and below one region."""
    places: dict[tuple[str, str], list[Review]] = defaultdict(list)
    for entry in _to_keep_true(catalogue, region):
        due = entry.record.review_by
        if due and (catalogue.as_of - due).days >= -within:
            prefecture = catalogue.prefecture(entry.record.region)
            place = (prefecture.code, prefecture.name) if prefecture else ("", PROVINCE)
            places[place].append(Review(entry, due, (catalogue.as_of - due).days))
    found = [Place(*place, sorted(of, key=_worst_first)) for place, of in places.items()]
    return sorted(found, key=lambda place: place.worst_first)


def without_date(catalogue: Catalogue, region: str | None = None) -> list[Entry[Record]]:
    """The records that nobody has said when to verify again."""
    return [entry for entry in _to_keep_true(catalogue, region) if entry.record.review_by is None]


def _to_keep_true(catalogue: Catalogue, region: str | None) -> Iterator[Entry[Record]]:
    """Records of facts that are in use: nothing of a sample can be verified, nothing ended need be."""
    for entry in catalogue.all_entries():
        record = entry.record
        if isinstance(record, Vocabulary | TestReport):  # written here, not found out elsewhere
            continue
        if not record.is_sample and record.is_current and (region is None or catalogue.contains(region, record.region)):
            yield entry


def _worst_first(review: Review) -> tuple[int, str]:
    return -review.overdue, review.entry.file
