"""A 市（州）: whom to contact, what is held there, its counties; and all 21."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Catalogue
from generator.pages.base import BASES
from generator.pages.cards import base_card, card_part, course_card, institution_card, subsidy_card
from generator.pages.context import Context
from generator.pages.institution import INSTITUTIONS
from generator.pages.office import OFFICES
from generator.pages.page import FoundAs, Link, Page
from generator.pages.parts import CardPart, ContactBlock, Fact, Row
from generator.pages.places import by_prefecture, prefectures
from generator.pages.region_table import COLUMNS, Known, Picture, Table, picture, row, table
from generator.pages.sheets import Listing, Part, part
from generator.records import (
    Base,
    Course,
    Institution,
    Office,
    PastTraining,
    Policy,
    Subsidy,
)
from generator.records.region_table import Region

SHOWN = 8
"""How many records of a type stand on the page of a place."""


@dataclass(frozen=True, slots=True)
class RegionView:
    """All that the page of a 市（州） says."""

    name: str
    contacts: list[ContactBlock]
    office_count: int
    offices_url: str
    plans: list[Link]
    published: list[Fact]
    courses: CardPart
    courses_url: str
    bases: CardPart
    institutions: CardPart
    subsidies: CardPart
    past: list[str]
    past_url: str
    counties: list[Link]


@dataclass(frozen=True)
class Held:
    """What lies in a 市（州）, as far as its page shows it."""

    offices: Part[Office]
    plans: list[Policy]
    known: list[Known]
    courses: Part[Course]
    bases: Part[Base]
    institutions: Part[Institution]
    subsidies: Part[Subsidy]
    past: list[str]
    counties: list[Link]


@dataclass(frozen=True, slots=True)
class RegionsView:
    """All 21: what is known of each, as a table and as a picture."""

    columns: list[str]
    rows: list[Row]
    picture: Picture
    offices_url: str


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list and one page a 市（州）."""
    context, known = Context(catalogue, "../"), table(catalogue)
    yield Page(
        path="regions/index.html",
        kind="regions",
        section="regions",
        title="各地",
        description="四川21个市（州）的残疾人职业技能培训：联系谁、有什么课程和补贴。",
        template="regions.html",
        build=partial(list_view, context, known),
        crumbs=context.crumbs(here="各地"),
    )
    for region, held in _held(catalogue, known):
        yield Page(
            path=f"regions/{region.code}.html",
            kind="region",
            section="regions",
            title=region.name,
            description=f"{region.name}残疾人职业技能培训：联系谁、有什么课程、机构、基地和补贴。",
            template="region.html",
            build=partial(view, context, region, held),
            found_as=FoundAs("地区", region.name, region.code),
            crumbs=context.crumbs(("各地", "regions/index.html"), here=region.name),
        )


def _held(catalogue: Catalogue, known: Table) -> Iterator[tuple[Region, Held]]:
    """What lies in each 市（州）: every type is gone through once for all of them."""
    by_place = sorted(catalogue.listed(Office), key=lambda o: (o.region, o.id))
    offices = OFFICES.parts(catalogue, by_place, SHOWN)
    bases = BASES.parts(catalogue, catalogue.listed(Base), SHOWN)
    institutions = INSTITUTIONS.parts(catalogue, catalogue.listed(Institution), SHOWN)
    plans = by_prefecture(catalogue, (p for p in catalogue.listed(Policy) if p.type == "plan"))
    courses = by_prefecture(catalogue, (c for c in catalogue.listed(Course) if c.status != "ended"))
    subsidies = by_prefecture(catalogue, catalogue.listed(Subsidy))
    past = by_prefecture(catalogue, catalogue.of(PastTraining))
    for region in prefectures(catalogue):
        code = region.code
        yield region, Held(
            offices=offices[code],
            plans=plans[code],
            known=known[code],
            courses=part(Listing(f"lists/region-{code}", "", courses[code]), SHOWN),
            bases=bases[code],
            institutions=institutions[code],
            subsidies=part(Listing("subsidies/index", "", subsidies[code]), SHOWN),
            past=[training.name for training in past[code]],
            counties=_counties(catalogue, region, courses[code]),
        )


def list_view(context: Context, known: Table) -> RegionsView:
    """A row for each 市（州）."""
    regions = prefectures(context.catalogue)
    return RegionsView(
        columns=["市（州）", *COLUMNS],
        rows=[row(context, region, known[region.code]) for region in regions],
        picture=picture(regions, known),
        offices_url=context.url("offices/index.html"),
    )


def view(context: Context, region: Region, held: Held) -> RegionView:
    """The view of one 市（州）."""
    return RegionView(
        name=region.name,
        contacts=[context.office_contact(office) for office in held.offices.records],
        office_count=held.offices.count,
        offices_url=context.url(held.offices.path) if held.offices.path else "",
        plans=context.links(held.plans),
        published=_published(held.known),
        courses=card_part(context, held.courses, course_card),
        courses_url=context.url(f"lists/region-{region.code}.html"),
        bases=card_part(context, held.bases, base_card),
        institutions=card_part(context, held.institutions, institution_card),
        subsidies=card_part(context, held.subsidies, subsidy_card),
        past=held.past,
        past_url=context.url("past.html"),
        counties=held.counties,
    )


def _published(known: list[Known]) -> list[Fact]:
    """What is recorded of the place, and what is not, in words."""
    found = zip(COLUMNS, known, strict=True)
    return [Fact(name, [f"{one.words}，不代表没有。" if one.kind == "none" else one.words]) for name, one in found]


def _counties(catalogue: Catalogue, region: Region, courses: list[Course]) -> list[Link]:
    number = Counter(course.region for course in courses)
    found = [r for r in catalogue.regions.values() if r.parent == region.code]
    return [Link(r.name, "", f"{number[r.code]}门课程") for r in found]
