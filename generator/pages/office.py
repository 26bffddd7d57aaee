"""An office: 残联 or 人社, what it handles and how to reach it without a voice call."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Catalogue
from generator.pages.context import Context
from generator.pages.page import Link, Page
from generator.pages.parts import ContactBlock, Envelope, Fact, ServiceGroup
from generator.records import Office


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
    """All offices, by region."""

    offices: list[Link]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list; beside it stands one page an office."""
    context = Context(catalogue, "../")
    yield Page(
        path="offices/index.html",
        kind="offices",
        section="regions",
        title="经办机构",
        description="四川各地残疾人联合会和人力资源社会保障部门。",
        template="offices.html",
        build=partial(list_view, context),
        crumbs=context.crumbs(("各地", "regions/index.html"), here="经办机构"),
    )


def page(catalogue: Catalogue, office: Office) -> Page:
    """The page of an office."""
    context = Context(catalogue, "../")
    return Page(
        path=f"offices/{office.id}.html",
        kind="office",
        section="regions",
        title=office.name,
        description=f"{office.name}怎么联系。",
        template="office.html",
        build=partial(view, context, office),
        found_as=context.found_as("经办机构", office),
        crumbs=context.crumbs(
            ("各地", "regions/index.html"), ("经办机构", "offices/index.html"), here=office.name
        ),
    )


def list_view(context: Context) -> OfficesView:
    """Offices in order of region: the province first."""
    every = sorted(context.catalogue.of(Office), key=lambda o: (o.region, o.id))
    return OfficesView(context.links(every))


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
