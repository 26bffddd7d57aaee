"""An institution: whether it is listed, what it may teach, its help, its courses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Catalogue
from generator.pages import wording
from generator.pages.cards import base_card, course_card, institution_card
from generator.pages.context import Context
from generator.pages.page import Page
from generator.pages.parts import Card, Cell, ContactBlock, Envelope, Fact, Row, ServiceGroup
from generator.records import Base, Course, Disclosure, Institution
from generator.records.institution import Scope


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
    courses: list[Card]
    bases: list[Card]
    disclosures: list[DisclosureView]


@dataclass(frozen=True, slots=True)
class InstitutionsView:
    """All institutions."""

    cards: list[Card]
    bases_url: str
    offices_url: str


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list; beside it stands one page an institution."""
    context = Context(catalogue, "../")
    yield Page(
        path="institutions/index.html",
        kind="institutions",
        section="institutions",
        title="培训机构",
        description="四川残疾人职业技能培训机构，写明是否在目录清单、备案范围和无障碍服务。",
        template="institutions.html",
        build=partial(list_view, context),
        crumbs=context.crumbs(here="培训机构"),
    )


def page(catalogue: Catalogue, institution: Institution) -> Page:
    """The page of an institution."""
    context = Context(catalogue, "../")
    return Page(
        path=f"institutions/{institution.id}.html",
        kind="institution",
        section="institutions",
        title=institution.name,
        description=institution.about or f"{institution.name}，{context.place(institution)}。",
        template="institution.html",
        build=partial(view, context, institution),
        found_as=context.found_as("培训机构", institution),
        crumbs=context.crumbs(("培训机构", "institutions/index.html"), here=institution.name),
    )


def list_view(context: Context) -> InstitutionsView:
    """Institutions in order of region."""
    every = sorted(context.catalogue.of(Institution), key=lambda i: (i.region, i.id))
    return InstitutionsView(
        cards=[institution_card(context, i) for i in every],
        bases_url=context.url("bases/index.html"),
        offices_url=context.url("offices/index.html"),
    )


def view(context: Context, institution: Institution) -> InstitutionView:
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
        courses=[course_card(context, c) for c in catalogue.referring(institution, Course)],
        bases=[base_card(context, b) for b in catalogue.referring(institution, Base)],
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
