"""A 市（州）: whom to contact, what is held there, its counties; and all 21."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Catalogue
from generator.pages.cards import base_card, course_card, institution_card, subsidy_card
from generator.pages.context import Context
from generator.pages.page import FoundAs, Link, Page
from generator.pages.parts import Card, ContactBlock, Fact, Row
from generator.pages.region_table import COLUMNS, Picture, known, picture, row
from generator.records import (
    Base,
    Course,
    Institution,
    Office,
    PastTraining,
    Policy,
    Record,
    Subsidy,
)
from generator.records.region_table import Region

SHOWN_COURSES = 8


@dataclass(frozen=True, slots=True)
class RegionView:
    """All that the page of a 市（州） says."""

    name: str
    contacts: list[ContactBlock]
    plans: list[Link]
    published: list[Fact]
    courses: list[Card]
    course_count: int
    courses_url: str
    bases: list[Card]
    institutions: list[Card]
    subsidies: list[Card]
    past: list[str]
    past_url: str
    counties: list[Link]


@dataclass(frozen=True, slots=True)
class RegionsView:
    """All 21: what is known of each, as a table and as a picture."""

    columns: list[str]
    rows: list[Row]
    picture: Picture
    offices_url: str


def prefectures(catalogue: Catalogue) -> list[Region]:
    """The 21 市（州） in the order of their codes."""
    return [r for r in catalogue.regions.values() if r.level == "prefecture"]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list and one page a 市（州）."""
    context = Context(catalogue, "../")
    yield Page(
        path="regions/index.html",
        kind="regions",
        section="regions",
        title="各地",
        description="四川21个市（州）的残疾人职业技能培训：联系谁、有什么课程和补贴。",
        template="regions.html",
        build=partial(list_view, context),
        crumbs=context.crumbs(here="各地"),
    )
    for region in prefectures(catalogue):
        yield Page(
            path=f"regions/{region.code}.html",
            kind="region",
            section="regions",
            title=region.name,
            description=f"{region.name}残疾人职业技能培训：联系谁、有什么课程、机构、基地和补贴。",
            template="region.html",
            build=partial(view, context, region),
            found_as=FoundAs("地区", region.name, region.code),
            crumbs=context.crumbs(("各地", "regions/index.html"), here=region.name),
        )


def _within(context: Context, region: Region, records: list[Record]) -> list[Record]:
    return [r for r in records if context.catalogue.contains(region.code, r.region)]


def list_view(context: Context) -> RegionsView:
    """A row for each 市（州）."""
    regions = prefectures(context.catalogue)
    return RegionsView(
        columns=["市（州）", *COLUMNS],
        rows=[row(context, region) for region in regions],
        picture=picture(context, regions),
        offices_url=context.url("offices/index.html"),
    )


def view(context: Context, region: Region) -> RegionView:
    """The view of one 市（州）."""
    catalogue = context.catalogue
    inside = partial(_of_type, context, region)
    courses = [c for c in inside(Course) if c.status != "ended"]
    return RegionView(
        name=region.name,
        contacts=[context.office_contact(o) for o in sorted(inside(Office), key=lambda o: (o.region, o.id))],
        plans=context.links(p for p in inside(Policy) if p.type == "plan"),
        published=_published(context, region),
        courses=[course_card(context, c) for c in courses[:SHOWN_COURSES]],
        course_count=len(courses),
        courses_url=context.url(f"lists/region-{region.code}.html"),
        bases=[base_card(context, b) for b in inside(Base)],
        institutions=[institution_card(context, i) for i in inside(Institution)],
        subsidies=[subsidy_card(context, s) for s in inside(Subsidy)],
        past=[p.name for p in inside(PastTraining)],
        past_url=context.url("past.html"),
        counties=_counties(catalogue, region, courses),
    )


def _published(context: Context, region: Region) -> list[Fact]:
    """What is recorded of the place, and what is not, in words."""
    found = zip(COLUMNS, known(context, region), strict=True)
    return [Fact(name, [f"{one.words}，不代表没有。" if one.kind == "none" else one.words]) for name, one in found]


def _of_type(context: Context, region: Region, record_type: type) -> list:  # type: ignore[type-arg]
    return _within(context, region, context.catalogue.of(record_type))


def _counties(catalogue: Catalogue, region: Region, courses: list[Course]) -> list[Link]:
    found = [r for r in catalogue.regions.values() if r.parent == region.code]
    return [Link(r.name, "", f"{sum(c.region == r.code for c in courses)}门课程") for r in found]
