"""Lists of courses by category, region, disability, accommodation, mode and state of enrolment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TypedDict

from generator.catalogue import Catalogue
from generator.pages import sheets
from generator.pages.cards import STATE_ORDER, STATE_WORDS, cards, course_card, course_state
from generator.pages.context import Context, slug
from generator.pages.course import offered
from generator.pages.page import Link, Page
from generator.pages.parts import Card, FilterGroup
from generator.pages.places import by_prefecture, prefectures
from generator.pages.sheets import PER_SHEET, Held, Length, Listing, Pager, Sheet, cut, pager, part
from generator.records import Course, Record

WHOLE = "courses/index"
"""The path of the list of all courses."""
BY_STATE = (*STATE_ORDER, "none")
"""Those one can enrol in come first."""
CourseList = Listing[Course]
"""Those one can enrol in come first, then by id."""


@dataclass(frozen=True, slots=True)
class CourseListView:
    """One sheet of a list."""

    title: str
    count: int
    cards: list[Card]
    filters: list[FilterGroup]
    pager: Pager


class Order(TypedDict):
    """One list as JSON can keep it: what `Listing` says, the ids of its courses, how many are samples."""

    path: str
    title: str
    more: str
    group: str
    name: str
    ids: list[str]
    samples: int


def lists(catalogue: Catalogue) -> list[CourseList]:
    """Every list, the whole first; empty ones too, for they say that nothing is recorded yet."""
    return [
        Listing(one["path"], one["title"], Held(catalogue, Course, one["ids"]), one["more"], one["group"], one["name"])
        for one in catalogue.once(_orders)
    ]


def _orders(catalogue: Catalogue) -> list[Order]:
    return [
        Order(
            path=one.path,
            title=one.title,
            more=one.more,
            group=one.group,
            name=one.name,
            ids=[course.id for course in one.records],
            samples=sum(course.is_sample for course in one.records),
        )
        for one in _sorted(catalogue)
    ]


def _sorted(catalogue: Catalogue) -> list[CourseList]:
    context = Context(catalogue, "")
    held = [course for course in catalogue.listed(Course) if course.status != "ended"]
    states = {course.id: course_state(context, course) for course in held}
    courses = sorted(held, key=lambda course: (BY_STATE.index(states[course.id]), course.id))
    whole = Listing(WHOLE, "找课程", courses, "lists/all-", name="全部课程")
    return [
        whole,
        *_by_state(courses, states),
        *_by_term(context, courses, CATEGORY),
        *_by_region(catalogue, courses),
        *_by_term(context, courses, DISABILITY),
        *_by_term(context, courses, NEEDS),
        *_by_term(context, courses, MODE),
    ]


def lengths(catalogue: Catalogue) -> list[Length]:
    """How long every list is."""
    return [Length(one["path"], one["group"], one["name"], len(one["ids"])) for one in catalogue.once(_orders)]


Counts = Callable[[], dict[str, str]]
"""How many courses stand in each list, in words, by its path without ending; asked for when a page is made."""


def counted(catalogue: Catalogue) -> Counts:
    """The counts of all lists, taken once, when they are first asked for."""
    return partial(catalogue.once, _counts)


def _counts(catalogue: Catalogue) -> dict[str, str]:
    return {one["path"]: _how_many(len(one["ids"]), one["samples"]) for one in catalogue.once(_orders)}


def _how_many(courses: int, samples: int) -> str:
    """2门; 示例3门 where all are samples; 5门，其中示例3门: no sample is counted as if it were held."""
    if samples and samples == courses:
        return f"示例{samples}门"
    return f"{courses}门" + (f"，其中示例{samples}门" if samples else "")


def _by_state(courses: list[Course], states: dict[str, str]) -> Iterator[CourseList]:
    for state in BY_STATE:
        name = STATE_WORDS[state]
        found = [c for c in courses if states[c.id] == state]
        yield Listing(f"lists/enrolment-{state}", f"{name}的课程", found, group="报名状态", name=name)


@dataclass(frozen=True)
class Facet:
    """A way to sort courses by the terms of a vocabulary; `title` names one list."""

    group: str
    key: str
    vocabulary: str
    title: str
    values: Callable[[Course], Iterable[str]]


CATEGORY = Facet("培训类别", "category", "training-category", "{}课程", lambda c: [c.category])
DISABILITY = Facet(
    "残疾类别", "disability", "disability", "面向{}的课程", lambda c: dict.fromkeys(c.disability_open)
)
NEEDS = Facet(
    "我需要", "needs", "accommodation", "提供“{}”的课程", lambda c: offered(c.accommodations)
)
MODE = Facet("授课方式", "mode", "teaching-mode", "{}的课程", lambda c: [c.mode])


def _by_term(context: Context, courses: list[Course], facet: Facet) -> Iterator[CourseList]:
    held: dict[str, list[Course]] = defaultdict(list)
    for course in courses:
        for value in facet.values(course):
            held[value].append(course)
    for term_id, term in context.catalogue.terms[facet.vocabulary].items():
        path = f"lists/{facet.key}-{slug(term_id)}"
        yield Listing(path, facet.title.format(term.name), held[term_id], group=facet.group, name=term.name)


def _by_region(catalogue: Catalogue, courses: list[Course]) -> Iterator[CourseList]:
    held = by_prefecture(catalogue, courses)
    for region in prefectures(catalogue):
        path, title = f"lists/region-{region.code}", f"{region.name}的课程"
        yield Listing(path, title, held[region.code], group="地区", name=region.name)


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Every sheet of every list."""
    context = Context(catalogue, "../")
    for sheet in [sheet for one in lists(catalogue) for sheet in cut(one)]:
        above = [] if sheet.path == WHOLE else [("找课程", f"{WHOLE}.html")]
        yield _page(sheet, "courses", partial(view, context, sheet), context.crumbs(*above, here=sheet.name))


def _page(sheet: Sheet[Course], section: str, build: Callable[[], CourseListView], crumbs: list[Link]) -> Page:
    return Page(
        path=sheet.address,
        kind="courses",
        section=section,
        title=sheet.title,
        description=f"{sheet.name}，共{sheet.count}门。",
        template="courses.html",
        build=build,
        crumbs=crumbs,
    )


def view(context: Context, sheet: Sheet[Course]) -> CourseListView:
    """The view of one sheet."""
    return CourseListView(
        title=sheet.name,
        count=sheet.count,
        cards=cards(context, sheet.records, course_card),
        filters=context.catalogue.kept(("filters", sheet.path), partial(_filters, context, sheet)),
        pager=pager(context, sheet),
    )


def courses_of(record: Record, courses: list[Course]) -> Listing[Course]:
    """The courses of another record, such as an institution."""
    return Listing(f"{record.address}/{record.id}/courses", f"{record.name}的课程", courses)


def pages_of(
    catalogue: Catalogue, listing: Listing[Course], section: str, *above: tuple[str, str], shown: int = PER_SHEET
) -> Iterator[Page]:
    """The sheets of the courses of another record, where its own page, with so many, cannot show all."""
    context = Context(catalogue, "../../")
    for sheet in cut(listing) if part(listing, shown).path else ():
        yield _page(sheet, section, partial(_view_of, context, sheet), context.crumbs(*above, here="课程"))


def _view_of(context: Context, sheet: Sheet[Course]) -> CourseListView:
    return CourseListView(
        title=sheet.name,
        count=sheet.count,
        cards=cards(context, sheet.records, course_card),
        filters=[],
        pager=pager(context, sheet),
    )


def _filters(context: Context, current: Sheet[Course]) -> list[FilterGroup]:
    return sheets.filters(context, context.catalogue.once(lengths), current, "门")
