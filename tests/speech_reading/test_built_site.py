"""Every page of this repository's site can be read and found one's way in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest

from generator.speech.names import name_of
from generator.speech.outline import heard, with_role
from generator.speech.reading import Reading, read
from generator.speech.role import CONTROLS, LANDMARKS, Role
from generator.speech.roles import heading_level, role_of
from generator.speech.site import content
from generator.speech.tree import Page, parse

ENDS = "报告错误时，请写上本页编号："
"""Begins the last line of a page, which holds its path."""
ADDRESS = re.compile(r"[\w-]+(?:[./][\w-]+)+|\.md\b|\b[0-9a-f]{7}\b", re.ASCII)
"""Names of files, of sites and of versions, as sources are cited."""
LATIN = re.compile(r"[A-Za-z]+")
NOISE = ("¶", "可点击", "#", "�")
ALLOWED = frozenset(
    {
        *("A", "AA", "AAA", "WCAG", "W", "C", "Web", "Content", "Accessibility", "Guidelines"),
        *("GB", "H", "T", "ISO", "IEC", "http"),
    }
)
"""Names of standards and of kinds, as accessibility statements and laws write them."""


@pytest.fixture(scope="module")
def readings(built: str, built_pages: dict[str, Page]) -> dict[str, Reading]:
    """Every page, read with all that is folded."""
    return {path: read(path, content(str(built), path), unfold=True) for path in built_pages}


def faults(pages: dict[str, Page], find: Callable[[Page], Iterator[object]]) -> list[str]:
    """What a rule finds, each with its page."""
    return [f"{path}: {fault}" for path, page in pages.items() for fault in find(page)]


def wrong_headings(page: Page) -> Iterator[object]:
    """One heading of level 1, before all others, and no level skipped on the way down."""
    headings = with_role(heard(page, unfold=True), Role.HEADING)
    levels = [heading_level(each) for each in headings]
    if levels.count(1) != 1 or levels[0] != 1:
        yield levels
    yield from (pair for pair in pairwise(levels) if pair[1] > pair[0] + 1)
    yield from ("empty" for each in headings if not name_of(page, each))


def nameless(page: Page) -> Iterator[object]:
    """Links, buttons, fields, pictures and tables must say what they are for."""
    named = {Role.IMAGE, Role.LINK, Role.TABLE} | CONTROLS
    found = with_role(heard(page, unfold=True), *named)
    yield from (each.tag for each in found if not name_of(page, each))


def confused_landmarks(page: Page) -> Iterator[object]:
    """No two landmarks have the same role and name; there is one main part."""
    marks = with_role(heard(page, unfold=True), *LANDMARKS)
    counted = Counter((role_of(each), name_of(page, each)) for each in marks)
    yield from (mark for mark, count in counted.items() if count > 1)
    if sum(count for (role, _), count in counted.items() if role is Role.MAIN) != 1:
        yield "main"


def headless_cells(page: Page) -> Iterator[object]:
    """Every table has a header for each column, and one for each row of its body."""
    for table in with_role(heard(page, unfold=True), Role.TABLE):
        rows = [each for each in table.descendants() if role_of(each) is Role.ROW]
        kinds = [[role_of(cell) for cell in row.elements()] for row in rows]
        if set(kinds[0]) != {Role.COLUMN_HEADER} or any(
            r[0] is not Role.ROW_HEADER for r in kinds[1:]
        ):
            yield kinds


@pytest.mark.parametrize("find", [wrong_headings, nameless, confused_landmarks, headless_cells])
def test_every_page_keeps_the_rule(
    built_pages: dict[str, Page], find: Callable[[Page], Iterator[object]]
) -> None:
    """Whoever jumps by headings, landmarks, links or cells knows where they are."""
    assert faults(built_pages, find) == []


@pytest.mark.parametrize(
    ("html", "find"),
    [
        ("<h1>甲</h1><h3>乙</h3>", wrong_headings),
        ("<h2>甲</h2><h1>乙</h1>", wrong_headings),
        ("<h1>甲</h1><h1>乙</h1>", wrong_headings),
        ("<h1></h1>", wrong_headings),
        ("<a href=x><img src=x alt=''></a>", nameless),
        ("<input>", nameless),
        ("<main></main><nav aria-label=甲></nav><nav aria-label=甲></nav>", confused_landmarks),
        ("<nav></nav>", confused_landmarks),
        ("<table><tr><td>甲</table>", headless_cells),
    ],
)
def test_each_rule_finds_its_fault(html: str, find: Callable[[Page], Iterator[object]]) -> None:
    """A bad page is found out, so that a good one means something."""
    assert list(find(parse(html.encode())))


def test_every_page_says_something(readings: dict[str, Reading]) -> None:
    """Hundreds of pages; each begins with the way past the frame and ends with its number."""
    assert len(readings) > 300
    for path, reading in readings.items():
        assert reading.lines[0].words == "跳到正文 链接", path
        last = reading.lines[-1].words
        assert last.endswith(f"{ENDS}{path}") or path == "404.html", path


def test_no_page_says_what_means_nothing(readings: dict[str, Reading]) -> None:
    """No signs of links to headings, nothing clickable, no spoilt characters."""
    words = ((path, line.words) for path, reading in readings.items() for line in reading.lines)
    assert [each for each in words if any(noise in each[1] for noise in NOISE)] == []


def test_no_page_speaks_english(readings: dict[str, Reading]) -> None:
    """Latin words are addresses, or stand in a list of what is meant."""
    found = {
        (path, word)
        for path, reading in readings.items()
        for line in reading.lines
        for word in LATIN.findall(ADDRESS.sub("", line.words))
        if word not in ALLOWED
    }
    assert found == set()


def test_every_text_is_spoken(built_pages: dict[str, Page], readings: dict[str, Reading]) -> None:
    """What stands on a page is heard, but for what is hidden: nothing falls between two lines."""
    for path, page in built_pages.items():
        spoken = "".join("".join(line.phrases) for line in readings[path].lines)
        heads = with_role(
            heard(page, unfold=True), Role.HEADING, Role.LINK, Role.CELL, Role.PARAGRAPH
        )
        texts = (part for each in heads for part in each.children if isinstance(part, str))
        missing = [text for text in texts if "".join(text.split()) not in "".join(spoken.split())]
        live = [each for each in missing if each.strip()]
        assert live == [], path
