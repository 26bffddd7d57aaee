"""A list that may be long, cut into sheets: light pages, with the way from one to the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar, overload

from generator.catalogue import Catalogue
from generator.pages.context import Context
from generator.pages.page import Link
from generator.pages.parts import FilterGroup
from generator.records import Record

R = TypeVar("R", bound=Record)
PER_SHEET = 20


@dataclass(frozen=True)
class Held(Sequence[R]):
    """Records of a type by their ids; a record is made when it is asked for."""

    catalogue: Catalogue
    type: type[R]
    ids: list[str]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.ids)

    @overload
    def __getitem__(self, place: int) -> R: ...

    @overload
    def __getitem__(self, place: slice) -> Held[R]: ...

    def __getitem__(self, place: int | slice) -> R | Held[R]:
        """One of them, or some of them, not yet made."""
        if isinstance(place, slice):
            return Held(self.catalogue, self.type, self.ids[place])
        return self.catalogue.get(self.type, self.ids[place])


@dataclass(frozen=True)
class Listing(Generic[R]):
    """A list: where its first sheet stands, without ending, its title, its records in order.

    The further sheets stand at `more` and their number. `group` and `name` are what it is called
    among the lists of its kind.
    """

    path: str
    title: str
    records: Sequence[R]
    more: str = ""
    group: str = ""
    name: str = ""


@dataclass(frozen=True)
class Sheet(Generic[R]):
    """Sheet `number` of a list, with its records; `count` are in the whole list."""

    path: str
    more: str
    name: str
    count: int
    number: int
    total: int
    records: Sequence[R]
    group: str = ""

    @property
    def title(self) -> str:
        """What the page is called; the first as the list."""
        return self.name + (f"（第{self.number}页）" if self.number > 1 else "")

    @property
    def address(self) -> str:
        """The path of the page."""
        return self.address_of(self.number)

    def address_of(self, number: int) -> str:
        """The path of the page of a sheet of the same list."""
        return f"{self.path}.html" if number == 1 else f"{self.more}{number}.html"


@dataclass(frozen=True, slots=True)
class SheetLink:
    """A sheet of a list by number."""

    number: int
    url: str


@dataclass(frozen=True, slots=True)
class Pager:
    """The way from a sheet to the others."""

    number: int
    total: int
    prev_url: str
    next_url: str
    numbers: list[SheetLink]


def cut(listing: Listing[R], per_sheet: int = PER_SHEET) -> list[Sheet[R]]:
    """The sheets of a list, one at least."""
    records = listing.records
    total = max(1, -(-len(records) // per_sheet))
    more = listing.more or f"{listing.path}-page-"
    return [
        Sheet(
            path=listing.path,
            more=more,
            name=listing.title,
            count=len(records),
            number=number,
            total=total,
            records=records[(number - 1) * per_sheet : number * per_sheet],
            group=listing.group,
        )
        for number in range(1, total + 1)
    ]


def pager(context: Context, sheet: Sheet[R]) -> Pager:
    """The links to the sheets before and after, to the first, the last and those around it."""
    number, total = sheet.number, sheet.total
    shown = sorted({1, total, *range(max(number - 2, 1), min(number + 2, total) + 1)})
    return Pager(
        number=number,
        total=total,
        prev_url=context.url(sheet.address_of(number - 1)) if number > 1 else "",
        next_url=context.url(sheet.address_of(number + 1)) if number < total else "",
        numbers=[SheetLink(n, context.url(sheet.address_of(n))) for n in shown],
    )


@dataclass(frozen=True, slots=True)
class Length:
    """A list without its records."""

    path: str
    group: str
    name: str
    count: int


def lengths(listings: Iterable[Listing[R]]) -> list[Length]:
    """How long every list is."""
    return [Length(one.path, one.group, one.name, len(one.records)) for one in listings]


def filters(context: Context, found: Iterable[Length], current: Sheet[R], unit: str) -> list[FilterGroup]:
    """The ways to the other lists of a kind that hold something, by group; `unit` counts, such as 门."""
    groups: dict[str, list[Link]] = {}
    for one in found:
        is_current = one.path == current.path
        if one.group and (one.count or is_current):
            link = Link(one.name, context.url(f"{one.path}.html"), f"{one.count}{unit}", is_current)
            groups.setdefault(one.group, []).append(link)
    opened = current.group or next(iter(groups), "")
    return [FilterGroup(title, links, open=title == opened) for title, links in groups.items()]


@dataclass(frozen=True)
class Part(Generic[R]):
    """What stands of a list on the page of something else: its first records, and where all are, "" for here."""

    records: Sequence[R]
    count: int
    path: str


def part(listing: Listing[R], shown: int = PER_SHEET) -> Part[R]:
    """The first records of a list."""
    count = len(listing.records)
    return Part(listing.records[:shown], count, f"{listing.path}.html" if count > shown else "")
