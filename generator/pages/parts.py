"""What the template parts are given: the same shapes on every page."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.pages.page import Link


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the page, for the list at its top."""

    text: str
    id: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A term with one or more texts; `url` makes the first text a link."""

    term: str
    texts: list[str]
    url: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """A word for a state; `tone` gives only a colour and a shape."""

    text: str
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: text, a link, or a tag."""

    text: str
    url: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table with its header."""

    head: Cell
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class CardFact:
    """A short fact on a card."""

    term: str
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """A record in a list."""

    title: str
    url: str
    kind: str
    region: str
    summary: str
    facts: list[CardFact] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    sample: bool = False


@dataclass(frozen=True, slots=True)
class CardPart:
    """The first cards of a list, how many records it has, and where all stand, "" when these are all."""

    cards: list[Card]
    count: int
    url: str = ""


@dataclass(frozen=True, slots=True)
class FilterGroup:
    """One group of the filter navigation."""

    title: str
    links: list[Link]
    open: bool = False


@dataclass(frozen=True, slots=True)
class Service:
    """One line of the table of services."""

    service: str
    state: str
    tone: str
    days: int | None
    note: str
    named: bool


@dataclass(frozen=True, slots=True)
class ServiceGroup:
    """The services of one group: 设施, 资料, 人员, 器具, 安排."""

    title: str
    rows: list[Service]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in words."""

    title: str
    publisher: str
    doc_no: str
    url: str
    place: str
    issued: str
    accessed: str
    confidence: str
    note: str


@dataclass(frozen=True, slots=True)
class Way:
    """A way to ask without speaking."""

    kind: str
    detail: str
    url: str


@dataclass(frozen=True, slots=True)
class Line:
    """A public phone number; `tel` for the link."""

    label: str
    number: str
    tel: str


@dataclass(frozen=True, slots=True)
class ContactBlock:
    """Whom to contact, ways without voice first."""

    office: str
    url: str
    hours: str
    place: str
    ways: list[Way]
    phones: list[Line]
    phones_note: str


@dataclass(frozen=True, slots=True)
class Verification:
    """Who verified a record, how and when, in words."""

    text: str
    review: str
    stale: str


@dataclass(frozen=True, slots=True)
class Envelope:
    """What every record page shows around its own content."""

    name: str
    sample: bool
    alert: str
    status_notice: str
    replaced_by: Link | None
    verification: Verification
    sources: list[SourceLine]
