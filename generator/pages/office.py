"""An office: 残联 or 人社, what it handles and how to reach it without a voice call."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Catalogue
from generator.pages import sheets
from generator.pages.context import Context
from generator.pages.page import Link, Page
from generator.pages.parts import ContactBlock, Envelope, Fact, FilterGroup, ServiceGroup
from generator.pages.places import Kind
from generator.pages.sheets import Length, Pager, Sheet
from generator.records import Office

OFFICES = Kind(Office, "经办机构", per_sheet=100)
ABOVE = ("各地", "regions/index.html")
LIST = ("经办机构", "offices/index.html")


@dataclass(frozen=True, slots=True)
class OfficeView:
    """All that the page of an office says."""

    envelope: Envelope
    facts: list[Fact]
    website: str
    duties: str
    contact: ContactBlock
    services: list[ServiceGroup]
    region: Link | None


@dataclass(frozen=True, slots=True)
class OfficesView:
    """A sheet of the offices, all or those of a place."""

    count: int
    offices: list[Link]
    filters: list[FilterGroup]
    pager: Pager


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The lists; beside them stands one page an office."""
    context = Context(catalogue, "../")
    found, lengths = OFFICES.sheets(catalogue)
    for sheet in found:
        above = [ABOVE] if sheet.path == OFFICES.index else [ABOVE, LIST]
        yield Page(
            path=sheet.address,
            kind="offices",
            section="regions",
            title=sheet.title,
            description="四川各地残疾人联合会和人力资源社会保障部门。",
            template="offices.html",
            build=partial(list_view, context, sheet, lengths),
            crumbs=context.crumbs(*above, here=sheet.name),
        )


def pages_of(catalogue: Catalogue, office: Office) -> Iterator[Page]:
    """The page of an office."""
    context = Context(catalogue, "../")
    yield Page(
        path=f"offices/{office.id}.html",
        kind="office",
        section="regions",
        title=office.name,
        description=f"{office.name}怎么联系。",
        template="office.html",
        build=partial(view, context, office),
        found_as=context.found_as("经办机构", office),
        crumbs=context.crumbs(ABOVE, LIST, here=office.name),
    )


def list_view(context: Context, sheet: Sheet[Office], lengths: list[Length]) -> OfficesView:
    """Offices in order of region: the province first."""
    return OfficesView(
        count=sheet.count,
        offices=context.links(sheet.records),
        filters=sheets.filters(context, lengths, sheet, "个"),
        pager=sheets.pager(context, sheet),
    )


def view(context: Context, office: Office) -> OfficeView:
    """The view of one office."""
    prefecture = context.catalogue.prefecture(office.region)
    region = None
    if prefecture:
        region = Link(f"{prefecture.name}的课程、机构和补贴", context.url(f"regions/{prefecture.code}.html"))
    facts = [
        Fact("机构类别", [context.term("office-type", office.type)]),
        Fact("地区", [context.place(office)]),
    ]
    return OfficeView(
        envelope=context.envelope(office),
        facts=facts,
        website=office.website or "",
        duties=office.duties or "",
        contact=context.office_contact(office),
        services=context.services(office.accommodations),
        region=region,
    )
