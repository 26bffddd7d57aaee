"""An institution: whether it is listed, what it may teach, its help, its courses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Catalogue
from generator.pages import base, course_list, sheets, wording
from generator.pages.cards import base_card, card_part, cards, course_card, institution_card
from generator.pages.context import Context
from generator.pages.page import Page
from generator.pages.parts import (
    Card,
    CardPart,
    Cell,
    ContactBlock,
    Envelope,
    Fact,
    FilterGroup,
    Row,
    ServiceGroup,
)
from generator.pages.places import Kind
from generator.pages.sheets import Length, Listing, Pager, Part, Sheet, cut, part
from generator.records import Base, Course, Disclosure, Institution
from generator.records.institution import Scope

INSTITUTIONS = Kind(Institution, "培训机构")
LIST = ("培训机构", "institutions/index.html")


@dataclass(frozen=True, slots=True)
class DisclosureView:
    """A public notice about the institution."""

    name: str
    url: str
    text: str


@dataclass(frozen=True, slots=True)
class InstitutionView:
    """All that the page of an institution says."""

    envelope: Envelope
    about: str
    facts: list[Fact]
    scope: list[Row]
    contact: ContactBlock
    services: list[ServiceGroup]
    courses: CardPart
    bases: CardPart
    disclosures: list[DisclosureView]


@dataclass(frozen=True, slots=True)
class InstitutionsView:
    """A sheet of the institutions, all or those of a place."""

    count: int
    cards: list[Card]
    filters: list[FilterGroup]
    pager: Pager
    bases_url: str
    offices_url: str


@dataclass(frozen=True)
class Held:
    """What belongs to an institution, as far as its page shows it."""

    courses: Part[Course]
    bases: Part[Base]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The lists; beside them stand the pages of each institution."""
    context = Context(catalogue, "../")
    found, lengths = INSTITUTIONS.sheets(catalogue)
    for sheet in found:
        above = [] if sheet.path == INSTITUTIONS.index else [LIST]
        yield Page(
            path=sheet.address,
            kind="institutions",
            section="institutions",
            title=sheet.title,
            description="四川残疾人职业技能培训机构，写明是否在目录清单、备案范围和无障碍服务。",
            template="institutions.html",
            build=partial(list_view, context, sheet, lengths),
            crumbs=context.crumbs(*above, here=sheet.name),
        )


def pages_of(catalogue: Catalogue, institution: Institution) -> Iterator[Page]:
    """The page of an institution, and its courses and bases where that cannot show all."""
    context = Context(catalogue, "../")
    yield Page(
        path=f"institutions/{institution.id}.html",
        kind="institution",
        section="institutions",
        title=institution.name,
        description=institution.about or f"{institution.name}，{context.place(institution)}。",
        template="institution.html",
        build=partial(view, context, institution, held(catalogue, institution)),
        found_as=context.found_as("培训机构", institution),
        crumbs=context.crumbs(LIST, here=institution.name),
    )
    yield from _sheets_of(catalogue, institution)


def _sheets_of(catalogue: Catalogue, institution: Institution) -> Iterator[Page]:
    """The sheets of its courses and of its bases, where its own page cannot show all."""
    above = (LIST, (institution.name, f"institutions/{institution.id}.html"))
    yield from course_list.pages_of(catalogue, _courses(catalogue, institution), "institutions", *above)
    context, listing = Context(catalogue, "../../"), _bases(catalogue, institution)
    for sheet in cut(listing) if part(listing).path else ():
        build = partial(base.list_view, context, sheet, [])
        yield base.list_page(sheet, build, context.crumbs(*above, here="培训基地"))


def _courses(catalogue: Catalogue, institution: Institution) -> Listing[Course]:
    return course_list.courses_of(institution, catalogue.referring(institution, Course))


def _bases(catalogue: Catalogue, institution: Institution) -> Listing[Base]:
    path = f"institutions/{institution.id}/bases"
    return Listing(path, f"{institution.name}的培训基地", catalogue.referring(institution, Base))


def held(catalogue: Catalogue, institution: Institution) -> Held:
    """What belongs to an institution."""
    return Held(part(_courses(catalogue, institution)), part(_bases(catalogue, institution)))


def list_view(context: Context, sheet: Sheet[Institution], lengths: list[Length]) -> InstitutionsView:
    """The view of a sheet; the ways to the lists of places stand beside it where one sheet is not all."""
    return InstitutionsView(
        count=sheet.count,
        cards=cards(context, sheet.records, institution_card),
        filters=sheets.filters(context, lengths, sheet, "家"),
        pager=sheets.pager(context, sheet),
        bases_url=context.url("bases/index.html"),
        offices_url=context.url("offices/index.html"),
    )


def view(context: Context, institution: Institution, held: Held) -> InstitutionView:
    """The view of one institution."""
    catalogue = context.catalogue
    notices = {
        d.id: d
        for d in [
            *(catalogue.get(Disclosure, i) for i in institution.disclosures),
            *catalogue.referring(institution, Disclosure),
        ]
    }
    return InstitutionView(
        envelope=context.envelope(institution),
        about=institution.about or "",
        facts=_facts(context, institution),
        scope=[_scope(context, scope) for scope in institution.scope],
        contact=context.contact(institution.contact, sample=institution.is_sample),
        services=context.services(institution.accommodations),
        courses=card_part(context, held.courses, course_card),
        bases=card_part(context, held.bases, base_card),
        disclosures=[_disclosure(context, d) for d in notices.values()],
    )


def _facts(context: Context, institution: Institution) -> list[Fact]:
    listing = institution.directory
    where = f"{context.region(listing.list_region)}的清单" if listing.list_region else ""
    year = f"{listing.year}年" if listing.year else ""
    detail = "，".join(part for part in (year + where, listing.source or "") if part)
    facts = [
        Fact("机构类型", [context.term("institution-type", institution.type)]),
        Fact("简称", [institution.short_name or ""]),
        Fact("地区", [context.place(institution)]),
        Fact("目录清单", [context.term("directory-status", listing.status)], note=detail),
        Fact("统一社会信用代码", [institution.uscc or institution.uscc_absent_reason or ""]),
        Fact("地址", [institution.address_text or ""]),
    ]
    return [fact for fact in facts if any(fact.texts)]


def _scope(context: Context, scope: Scope) -> Row:
    occupation = ""
    if scope.occupation:
        occupation = context.catalogue.occupations[scope.occupation].name
    levels = context.listed("certificate-level", scope.levels) or "不限"
    return Row(
        Cell(context.term("training-category", scope.category)),
        [
            Cell(scope.project or occupation or "不限"),
            Cell(levels),
            Cell(wording.period(scope.valid_from, scope.valid_to) or "没有写明"),
        ],
    )


def _disclosure(context: Context, disclosure: Disclosure) -> DisclosureView:
    date = wording.day(disclosure.issued_on)
    kind = context.term("disclosure-type", disclosure.type)
    words = [kind, f"{disclosure.issued_by}发布", date, disclosure.result or ""]
    return DisclosureView(disclosure.name, disclosure.url or "", "，".join(w.rstrip("。") for w in words if w) + "。")
