"""From one day to another, both counted; an end that is not written is open."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`."""

    first: datetime.date | None
    last: datetime.date | None

    @property
    def is_reversed(self) -> bool:
        """Whether it ends before it begins: a slip of its own, from which nothing follows."""
        return bool(self.first and self.last and self.last < self.first)

    def covers(self, day: datetime.date) -> bool:
        """Whether the day lies in it."""
        return (self.first or day) <= day <= (self.last or day)

    def overlaps(self, other: Period) -> bool:
        """Whether a day lies in both."""
        return _begins_by(self, other.last) and _begins_by(other, self.last)

    def __str__(self) -> str:
        """2026-01-01 至 2028-12-31, as messages say it."""
        return f"{self.first or '开始'} 至 {self.last or '今后'}"


def _begins_by(period: Period, day: datetime.date | None) -> bool:
    return period.first is None or day is None or period.first <= day
