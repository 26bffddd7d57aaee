"""Lists of courses by category, region, disability, accommodation, mode and state of enrolment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from generator.catalogue import Catalogue
from generator.pages.cards import STATE_ORDER, STATE_WORDS, course_card, course_state
from generator.pages.context import Context, slug
from generator.pages.course import offered
from generator.pages.page import Link, Page
from generator.pages.parts import Card, FilterGroup
from generator.records import Course

PER_PAGE = 20


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
    whole = CourseList("courses/index", "", "全部课程", "找课程", courses)
    return [
        whole,
        *_by_state(context, courses),
        *_by_term(context, courses, CATEGORY),
        *_by_region(catalogue, courses),
        *_by_term(context, courses, DISABILITY),
        *_by_term(context, courses, NEEDS),
        *_by_term(context, courses, MODE),
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


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """Every list, cut into pages that stay light."""
    every = catalogue.once(lists)
    context = Context(catalogue, "../")
    cards: dict[str, Card] = {}
    for one in every:
        total = max(1, -(-len(one.courses) // PER_PAGE))
        shown = Shown(context, cards, cache(partial(_filters, context, every, one)))
        for number in range(1, total + 1):
            suffix = f"（第{number}页）" if number > 1 else ""
            top = one.path == "courses/index"
            crumbs = context.crumbs(
                *([] if top else [("找课程", "courses/index.html")]), here=one.title
            )
            yield Page(
                path=f"{_numbered(one, number)}.html",
                kind="courses",
                section="courses",
                title=one.title + suffix,
                description=f"{one.title}，共{len(one.courses)}门。",
                template="courses.html",
                build=partial(view, shown, one, number, total),
                crumbs=crumbs,
            )


def _numbered(one: CourseList, number: int) -> str:
    if number == 1:
        return one.path
    return f"lists/all-{number}" if one.path == "courses/index" else f"{one.path}-page-{number}"


@dataclass(frozen=True)
class Shown:
    """What several pages show alike: the cards of courses by id, the filters of a list."""

    context: Context
    cards: dict[str, Card]
    filters: Callable[[], list[FilterGroup]]

    def card(self, course: Course) -> Card:
        """The card of a course, the same object in every list."""
        if course.id not in self.cards:
            self.cards[course.id] = course_card(self.context, course)
        return self.cards[course.id]


def view(shown: Shown, one: CourseList, number: int, total: int) -> CourseListView:
    """The view of page `number` of a list."""
    context = shown.context
    start = (number - 1) * PER_PAGE
    numbers = [PageLink(n, context.url(f"{_numbered(one, n)}.html")) for n in range(1, total + 1)]
    return CourseListView(
        title=one.title,
        count=len(one.courses),
        cards=[shown.card(c) for c in one.courses[start : start + PER_PAGE]],
        filters=shown.filters(),
        number=number,
        total=total,
        prev_url=numbers[number - 2].url if number > 1 else "",
        next_url=numbers[number].url if number < total else "",
        numbers=_near(numbers, number),
    )


def _near(numbers: list[PageLink], number: int) -> list[PageLink]:
    """The first, the last and those around this one."""
    wanted = {1, len(numbers), *range(number - 2, number + 3)}
    return [link for link in numbers if link.number in wanted]


def _rank(context: Context, course: Course) -> tuple[int, str]:
    """Those one can enrol in come first, then by id."""
    return ((*STATE_ORDER, "none").index(course_state(context, course)), course.id)


def _filters(context: Context, every: list[CourseList], current: CourseList) -> list[FilterGroup]:
    groups: dict[str, list[Link]] = {}
    for one in every[1:]:
        if one.courses or one is current:
            link = Link(
                one.name, context.url(f"{one.path}.html"), f"{len(one.courses)}门", one is current
            )
            groups.setdefault(one.group, []).append(link)
    opened = current.group or next(iter(groups), "")
    return [FilterGroup(title, links, open=title == opened) for title, links in groups.items()]
