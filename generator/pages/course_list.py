"""Lists of courses by category, region, disability, accommodation, mode and state of enrolment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Catalogue
from generator.pages.cards import STATE_ORDER, STATE_WORDS, course_card, course_state
from generator.pages.context import Context, slug
from generator.pages.course import offered
from generator.pages.page import Link, Page
from generator.pages.parts import Card, FilterGroup
from generator.records import Course

PER_PAGE = 20
WHOLE = "courses/index"
"""The path of the list of all courses."""


@dataclass(frozen=True)
class CourseList:
    """One list: `path` without number and ending, its title, the group it belongs to.

    Those one can enrol in come first, then by id.
    """

    path: str
    group: str
    name: str
    title: str
    courses: list[Course]


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page of a list by number."""

    number: int
    url: str


@dataclass(frozen=True, slots=True)
class CourseListView:
    """One page of a list."""

    title: str
    count: int
    cards: list[Card]
    filters: list[FilterGroup]
    number: int
    total: int
    prev_url: str
    next_url: str
    numbers: list[PageLink]


def lists(catalogue: Catalogue) -> list[CourseList]:
    """Every list, the whole first; empty ones too, for they say that nothing is recorded yet."""
    context = Context(catalogue, "")
    courses = sorted(
        (c for c in catalogue.of(Course) if c.status != "ended"), key=partial(_rank, context)
    )
    whole = CourseList(WHOLE, "", "全部课程", "找课程", courses)
    return [
        whole,
        *_by_state(context, courses),
        *_by_term(context, courses, CATEGORY),
        *_by_region(catalogue, courses),
        *_by_term(context, courses, DISABILITY),
        *_by_term(context, courses, NEEDS),
        *_by_term(context, courses, MODE),
    ]


@dataclass(frozen=True, slots=True)
class Length:
    """A list without its courses."""

    path: str
    group: str
    name: str
    title: str
    count: int


def lengths(catalogue: Catalogue) -> list[Length]:
    """How long every list is."""
    return [
        Length(one.path, one.group, one.name, one.title, len(one.courses))
        for one in catalogue.once(lists)
    ]


Counts = Callable[[], dict[str, str]]
"""How many courses stand in each list, in words, by its path without ending; asked for when a page is made."""


def counted(catalogue: Catalogue) -> Counts:
    """The counts of all lists, taken once, when they are first asked for."""
    return partial(catalogue.once, _counts)


def _counts(catalogue: Catalogue) -> dict[str, str]:
    return {one.path: _how_many(one.courses) for one in catalogue.once(lists)}


def _how_many(courses: list[Course]) -> str:
    """2门; 示例3门 where all are samples; 5门，其中示例3门: no sample is counted as if it were held."""
    samples = sum(course.is_sample for course in courses)
    if samples and samples == len(courses):
        return f"示例{samples}门"
    return f"{len(courses)}门" + (f"，其中示例{samples}门" if samples else "")


def _by_state(context: Context, courses: list[Course]) -> Iterator[CourseList]:
    states = {course.id: course_state(context, course) for course in courses}
    for state in (*STATE_ORDER, "none"):
        name = STATE_WORDS[state]
        found = [c for c in courses if states[c.id] == state]
        yield CourseList(f"lists/enrolment-{state}", "报名状态", name, f"{name}的课程", found)


@dataclass(frozen=True)
class Facet:
    """A way to sort courses by the terms of a vocabulary; `title` names one list."""

    group: str
    key: str
    vocabulary: str
    title: str
    values: Callable[[Course], set[str]]


CATEGORY = Facet("培训类别", "category", "training-category", "{}课程", lambda c: {c.category})
DISABILITY = Facet(
    "残疾类别", "disability", "disability", "面向{}的课程", lambda c: set(c.disability_open)
)
NEEDS = Facet(
    "我需要", "needs", "accommodation", "提供“{}”的课程", lambda c: offered(c.accommodations)
)
MODE = Facet("授课方式", "mode", "teaching-mode", "{}的课程", lambda c: {c.mode})


def _by_term(context: Context, courses: list[Course], facet: Facet) -> Iterator[CourseList]:
    for term_id, term in context.catalogue.terms[facet.vocabulary].items():
        found = [c for c in courses if term_id in facet.values(c)]
        path = f"lists/{facet.key}-{slug(term_id)}"
        yield CourseList(path, facet.group, term.name, facet.title.format(term.name), found)


def _by_region(catalogue: Catalogue, courses: list[Course]) -> Iterator[CourseList]:
    for region in catalogue.regions.values():
        if region.level == "prefecture":
            found = [c for c in courses if catalogue.contains(region.code, c.region)]
            yield CourseList(
                f"lists/region-{region.code}", "地区", region.name, f"{region.name}的课程", found
            )


@dataclass(frozen=True)
class Sheet:
    """Page `number` of a list, with its courses; `count` are in the whole list."""

    path: str
    group: str
    title: str
    count: int
    number: int
    total: int
    courses: list[Course]


def _sheets(one: CourseList) -> Iterator[Sheet]:
    """A list, cut into pages that stay light."""
    total = max(1, -(-len(one.courses) // PER_PAGE))
    for number in range(1, total + 1):
        shown = one.courses[(number - 1) * PER_PAGE : number * PER_PAGE]
        yield Sheet(one.path, one.group, one.title, len(one.courses), number, total, shown)


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Every page of every list."""
    context = Context(catalogue, "../")
    for sheet in [sheet for one in catalogue.once(lists) for sheet in _sheets(one)]:
        suffix = f"（第{sheet.number}页）" if sheet.number > 1 else ""
        above = [] if sheet.path == WHOLE else [("找课程", f"{WHOLE}.html")]
        yield Page(
            path=f"{_numbered(sheet.path, sheet.number)}.html",
            kind="courses",
            section="courses",
            title=sheet.title + suffix,
            description=f"{sheet.title}，共{sheet.count}门。",
            template="courses.html",
            build=partial(view, context, sheet),
            crumbs=context.crumbs(*above, here=sheet.title),
        )


def _numbered(path: str, number: int) -> str:
    if number == 1:
        return path
    return f"lists/all-{number}" if path == WHOLE else f"{path}-page-{number}"


def view(context: Context, sheet: Sheet) -> CourseListView:
    """The view of one page of a list."""
    numbers = [
        PageLink(n, context.url(f"{_numbered(sheet.path, n)}.html"))
        for n in range(1, sheet.total + 1)
    ]
    kept, number = context.catalogue.kept, sheet.number
    return CourseListView(
        title=sheet.title,
        count=sheet.count,
        cards=[kept(("card", c.id), partial(course_card, context, c)) for c in sheet.courses],
        filters=kept(("filters", sheet.path), partial(_filters, context, sheet)),
        number=number,
        total=sheet.total,
        prev_url=numbers[number - 2].url if number > 1 else "",
        next_url=numbers[number].url if number < sheet.total else "",
        numbers=_near(numbers, number),
    )


def _near(numbers: list[PageLink], number: int) -> list[PageLink]:
    """The first, the last and those around this one."""
    wanted = {1, len(numbers), *range(number - 2, number + 3)}
    return [link for link in numbers if link.number in wanted]


def _rank(context: Context, course: Course) -> tuple[int, str]:
    """Those one can enrol in come first, then by id."""
    return ((*STATE_ORDER, "none").index(course_state(context, course)), course.id)


def _filters(context: Context, current: Sheet) -> list[FilterGroup]:
    groups: dict[str, list[Link]] = {}
    for one in context.catalogue.once(lengths):
        is_current = one.path == current.path
        if one.group and (one.count or is_current):
            link = Link(one.name, context.url(f"{one.path}.html"), f"{one.count}门", is_current)
            groups.setdefault(one.group, []).append(link)
    opened = current.group or next(iter(groups), "")
    return [FilterGroup(title, links, open=title == opened) for title, links in groups.items()]
