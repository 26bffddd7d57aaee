"""A subsidy standard: how much, for whom, when, how to claim it; and all of them compared."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Catalogue
from generator.pages import course_list, wording
from generator.pages.cards import card_part, cards, course_card, subsidy_card
from generator.pages.context import Context
from generator.pages.page import Link, Page
from generator.pages.parts import Card, CardPart, Cell, Envelope, Fact, Row
from generator.pages.payment import Calculator, calculator, examples
from generator.pages.sheets import Listing, Pager, Part, Sheet, cut, pager, part
from generator.records import Course, Subsidy

SHOWN_COURSES = 10
LIST = ("补贴标准", "subsidies/index.html")


@dataclass(frozen=True, slots=True)
class SubsidyView:
    """All that the page of a standard says."""

    envelope: Envelope
    summary: str
    notice: str
    facts: list[Fact]
    uplifts: list[Row]
    requires: list[str]
    documents: list[str]
    steps: list[str]
    clause: Link
    courses: CardPart
    examples: list[Row]
    calculator: Calculator | None


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard in the comparison: what it is and how much."""

    link: Link
    amount: str


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """A region and, for each period, the standards of its own."""

    region: str
    url: str
    periods: list[list[Standard]]


@dataclass(frozen=True, slots=True)
class SubsidiesView:
    """Standards compared by region and year, and all of them."""

    years: list[str]
    rows: list[ComparisonRow]
    current: CardPart
    others: CardPart


@dataclass(frozen=True, slots=True)
class StandardsView:
    """A sheet of the standards, those in force or the others."""

    count: int
    cards: list[Card]
    pager: Pager


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The comparison, and the standards that it cannot show all of; beside them stand the pages of each standard."""
    context, found = Context(catalogue, "../"), _listings(catalogue)
    yield Page(
        path="subsidies/index.html",
        kind="subsidies",
        section="subsidies",
        title="补贴标准",
        description="各地职业培训补贴标准，按地区和年份对照；没有的写暂无标准。",
        template="subsidies.html",
        build=partial(list_view, context, *(part(listing) for listing in found)),
        crumbs=context.crumbs(here="补贴标准"),
    )
    for sheet in [sheet for listing in found if part(listing).path for sheet in cut(listing)]:
        yield Page(
            path=sheet.address,
            kind="subsidies",
            section="subsidies",
            title=sheet.title,
            description=f"{sheet.name}，共{sheet.count}个。",
            template="standards.html",
            build=partial(_sheet_view, context, sheet),
            crumbs=context.crumbs(LIST, here=sheet.name),
        )


def pages_of(catalogue: Catalogue, subsidy: Subsidy) -> Iterator[Page]:
    """The page of a standard, and its courses where that cannot show all."""
    context = Context(catalogue, "../")
    yield Page(
        path=f"subsidies/{subsidy.id}.html",
        kind="subsidy",
        section="subsidies",
        title=subsidy.name,
        description=subsidy.summary,
        template="subsidy.html",
        build=partial(view, context, subsidy, courses(catalogue, subsidy)),
        found_as=context.found_as("补贴标准", subsidy),
        crumbs=context.crumbs(LIST, here=subsidy.name),
    )
    above = (LIST, (subsidy.name, f"subsidies/{subsidy.id}.html"))
    yield from course_list.pages_of(catalogue, _courses(catalogue, subsidy), "subsidies", *above, shown=SHOWN_COURSES)


def _listings(catalogue: Catalogue) -> tuple[Listing[Subsidy], Listing[Subsidy]]:
    """The standards that are in force and the others, in order of region."""
    every = sorted(catalogue.listed(Subsidy), key=lambda s: (s.region, s.id))
    current = [s for s in every if s.status == "in_force"]
    others = [s for s in every if s.status != "in_force"]
    return Listing("lists/standards-current", "现行标准", current), Listing("lists/standards-others", "不是现行的标准", others)


def _sheet_view(context: Context, sheet: Sheet[Subsidy]) -> StandardsView:
    return StandardsView(sheet.count, cards(context, sheet.records, subsidy_card), pager(context, sheet))


def _courses(catalogue: Catalogue, subsidy: Subsidy) -> Listing[Course]:
    return course_list.courses_of(subsidy, catalogue.referring(subsidy, Course))


def courses(catalogue: Catalogue, subsidy: Subsidy) -> Part[Course]:
    """The courses that its page shows."""
    return part(_courses(catalogue, subsidy), SHOWN_COURSES)


def list_view(context: Context, current: Part[Subsidy], others: Part[Subsidy]) -> SubsidiesView:
    """The year before, this year and the next, a row for the province and each 市（州）."""
    catalogue = context.catalogue
    this_year = catalogue.as_of.year
    years = [this_year - 1, this_year, this_year + 1]
    every = sorted(catalogue.of(Subsidy), key=lambda s: (s.region, s.id))
    regions = [r for r in catalogue.regions.values() if r.level in {"province", "prefecture"}]
    rows = [
        ComparisonRow(
            region=region.name,
            url=context.url(f"regions/{region.code}.html") if region.level == "prefecture" else "",
            periods=[
                [_standard(context, s) for s in every if s.region == region.code and _covers(s, y)]
                for y in years
            ],
        )
        for region in regions
    ]
    return SubsidiesView(
        years=[f"{year}年" for year in years],
        rows=rows if every else [],
        current=card_part(context, current, subsidy_card),
        others=card_part(context, others, subsidy_card),
    )


def _standard(context: Context, subsidy: Subsidy) -> Standard:
    return Standard(context.link(subsidy), _amount(context, subsidy))


def _amount(context: Context, subsidy: Subsidy) -> str:
    basis = context.term("amount-basis", subsidy.amount.basis)
    return f"{basis}{wording.yuan(subsidy.amount.value)}"


def _covers(subsidy: Subsidy, year: int) -> bool:
    """Whether the standard is valid on some day of the year; never filled from another period."""
    first, last = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
    return subsidy.valid_from <= last and (subsidy.valid_to is None or subsidy.valid_to >= first)


def view(context: Context, subsidy: Subsidy, held: Part[Course]) -> SubsidyView:
    """The view of one standard."""
    return SubsidyView(
        envelope=context.envelope(subsidy),
        summary=subsidy.summary,
        notice=_notice(context, subsidy),
        facts=_facts(context, subsidy),
        uplifts=[
            Row(Cell(u.reason), [Cell(wording.yuan(u.value)), Cell(u.source)]) for u in subsidy.amount.uplift
        ],
        requires=subsidy.requires,
        documents=subsidy.documents,
        steps=subsidy.steps,
        clause=context.clause(subsidy.policy),
        courses=card_part(context, held, course_card),
        examples=examples(context, subsidy),
        calculator=calculator(subsidy),
    )


def _notice(context: Context, subsidy: Subsidy) -> str:
    today = context.catalogue.as_of
    if subsidy.status == "revoked" or (subsidy.valid_to and subsidy.valid_to < today):
        return "这个标准已经不用了，不能照它算钱。"
    if subsidy.valid_from > today:
        return f"这个标准从{wording.day(subsidy.valid_from)}起才施行，现在还不能照它申领。"
    if subsidy.status == "paused":
        return "现在暂停受理。"
    return "" if subsidy.status == "in_force" else "这个标准是否施行还没有核实。"


def _facts(context: Context, subsidy: Subsidy) -> list[Fact]:
    amount, applies = subsidy.amount, subsidy.applies_to
    facts = [
        Fact("金额", [_amount(context, subsidy)]),
        Fact("最高", [wording.yuan(amount.cap) if amount.cap is not None else ""]),
        Fact("补给谁", [context.term("payee", subsidy.payee)]),
        Fact("怎么领", [context.listed("claim-mode", subsidy.claim_mode)]),
        Fact("地区", [context.place(subsidy)]),
        Fact("状态", [context.term("subsidy-status", subsidy.status)]),
        Fact("有效期", [wording.period(subsidy.valid_from, subsidy.valid_to)], note=_open_end(subsidy)),
        Fact("培训类别", [context.listed("training-category", applies.categories) or "不限"]),
        Fact("项目", applies.projects),
        Fact("证书种类", [context.listed("certificate-type", applies.certificates) or "不限"]),
        Fact("等级", [context.listed("certificate-level", applies.levels) or "不限"]),
        Fact("对象", [context.listed("priority-group", applies.groups)]),
        Fact("资金来源", [subsidy.fund_source or ""]),
    ]
    return [fact for fact in facts if any(fact.texts)]


def _open_end(subsidy: Subsidy) -> str:
    return "" if subsidy.valid_to else "没有写截止日期。"
