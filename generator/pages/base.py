"""A training base: what kind it is, how to get there, its help, its courses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Catalogue
from generator.pages import course_list, sheets, wording
from generator.pages.cards import base_card, card_part, cards, course_card
from generator.pages.context import Context
from generator.pages.page import Link, Page
from generator.pages.parts import Card, CardPart, Envelope, Fact, FilterGroup, ServiceGroup
from generator.pages.places import Kind
from generator.pages.sheets import Length, Listing, Pager, Part, Sheet, part
from generator.records import Base, Course, Record

OPERATORS = ("institution", "office")
BASES = Kind(Base, "培训基地")
ABOVE = ("培训机构", "institutions/index.html")
LIST = ("培训基地", "bases/index.html")


@dataclass(frozen=True, slots=True)
class BaseView:
    """All that the page of a base says."""

    envelope: Envelope
    facts: list[Fact]
    partners: list[Link]
    arrive: str
    transport: list[str]
    services: list[ServiceGroup]
    courses: CardPart
    clause: Link | None


@dataclass(frozen=True, slots=True)
class BasesView:
    """A sheet of the bases, all or those of a place."""

    count: int
    cards: list[Card]
    filters: list[FilterGroup]
    pager: Pager


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The lists; beside them stand the pages of each base."""
    context = Context(catalogue, "../")
    found, lengths = BASES.sheets(catalogue)
    for sheet in found:
        over = [ABOVE] if sheet.path == BASES.index else [ABOVE, LIST]
        yield list_page(sheet, partial(list_view, context, sheet, lengths), context.crumbs(*over, here=sheet.name))


def pages_of(catalogue: Catalogue, base: Base) -> Iterator[Page]:
    """The page of a base, and its courses where that cannot show all."""
    context = Context(catalogue, "../")
    yield Page(
        path=f"bases/{base.id}.html",
        kind="base",
        section="institutions",
        title=base.name,
        description=f"{base.name}，{context.place(base)}：{'、'.join(base.specialities)}。",
        template="base.html",
        build=partial(view, context, base, courses(catalogue, base)),
        found_as=context.found_as("培训基地", base),
        crumbs=context.crumbs(ABOVE, LIST, here=base.name),
    )
    above = (ABOVE, LIST, (base.name, f"bases/{base.id}.html"))
    yield from course_list.pages_of(catalogue, _courses(catalogue, base), "institutions", *above)


def list_page(sheet: Sheet[Base], build: Callable[[], BasesView], crumbs: list[Link]) -> Page:
    """The page of a sheet of bases."""
    return Page(
        path=sheet.address,
        kind="bases",
        section="institutions",
        title=sheet.title,
        description="残疾人职业培训基地和残健融合型实训基地，写明怎么到达、有什么无障碍服务。",
        template="bases.html",
        build=build,
        crumbs=crumbs,
    )


def list_view(context: Context, sheet: Sheet[Base], lengths: list[Length]) -> BasesView:
    """The view of a sheet; the ways to the lists of places stand beside it where one sheet is not all."""
    return BasesView(
        count=sheet.count,
        cards=cards(context, sheet.records, base_card),
        filters=sheets.filters(context, lengths, sheet, "个"),
        pager=sheets.pager(context, sheet),
    )


def _courses(catalogue: Catalogue, base: Base) -> Listing[Course]:
    return course_list.courses_of(base, catalogue.referring(base, Course))


def courses(catalogue: Catalogue, base: Base) -> Part[Course]:
    """The courses that its page shows."""
    return part(_courses(catalogue, base))


def view(context: Context, base: Base, held: Part[Course]) -> BaseView:
    """The view of one base."""
    catalogue = context.catalogue
    clause = "sc-2021-8#4-4"
    return BaseView(
        envelope=context.envelope(base),
        facts=_facts(context, base),
        partners=context.links(_operator(context, partner) for partner in base.partners),
        arrive=base.arrive_text or "",
        transport=base.transport,
        services=context.services(base.accommodations),
        courses=card_part(context, held, course_card),
        clause=context.clause(clause) if clause in catalogue.clauses else None,
    )


def _operator(context: Context, operator_id: str) -> Record:
    entry = context.catalogue.find(OPERATORS, operator_id)
    if entry is None:
        raise KeyError(operator_id)
    return entry.record


def _facts(context: Context, base: Base) -> list[Fact]:
    operator = _operator(context, base.operator)
    designated = "，".join(w for w in (base.designated_by or "", wording.day(base.designated_on)) if w)
    facts = [
        Fact("基地类型", [context.listed("base-type", base.types)]),
        Fact("级别", [context.term("base-level", base.level)]),
        Fact("建设方式", [context.term("build-mode", base.build_mode)]),
        Fact("运营单位", [operator.name], context.record_url(operator)),
        Fact("地区", [context.place(base)]),
        Fact("地址", [base.address_text or ""]),
        Fact("可容纳", [f"{base.capacity}人" if base.capacity else ""]),
        Fact("命名", [designated]),
        Fact("特色", base.specialities),
    ]
    return [fact for fact in facts if any(fact.texts)]
