"""Every page of this repository's site can be read, and those who jump find their way in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from generator.speech.names import name_of
from generator.speech.outline import heard, with_role
from generator.speech.reading import Line, read_parsed
from generator.speech.role import CONTROLS, LANDMARKS, Role
from generator.speech.roles import heading_level, role_of
from generator.speech.site import content, pages_of
from generator.speech.tree import Element, Page, parse

PAGE_ID = "报告错误时，请写上本页编号：{}"
"""The last line of a page holds its path."""
ADDRESS = re.compile(r"[\w-]+(?:[./][\w-]+)+|\.md\b|\b[0-9a-f]{7}\b", re.ASCII)
"""Names of files, of sites and of versions, as sources are cited."""
LATIN = re.compile(r"[A-Za-z]+")
NOISE = ("¶", "可点击", "�")
ALLOWED = frozenset(
    {
        *("A", "AA", "AAA", "WCAG", "W", "C", "Web", "Content", "Accessibility", "Guidelines"),
        *("GB", "H", "T", "ISO", "IEC", "http"),
    }
)
"""Names of standards, as laws and the accessibility statement write them."""
TESTED_WITH = {
    "accessibility.html": frozenset(
        {
            *("axe", "core", "Nu", "Html", "Checker", "IBM", "Equal", "Access", "accessibility", "checker", "engine"),
            *("Chromium", "Firefox", "Orca", "NVDA", "TalkBack", "VoiceOver", "MkDocs", "Material", "python", "m"),
        }
    )
}
"""Names of programs, as the accessibility statement says what was tested with what, by page."""


class Subject:
    """A page, what is heard on it, and its lines; folded content is read too."""

    def __init__(self, page: Page, path: str = "a.html") -> None:
        self.page = page
        self.path = path
        self.elements = heard(page, unfold=True)
        self.lines = read_parsed(path, page, unfold=True).lines

    def having(self, *roles: Role) -> list[Element]:
        """The elements of these roles."""
        return with_role(self.elements, *roles)

    def name(self, element: Element) -> str:
        """What an element is called."""
        return name_of(self.page, element)


Rule = Callable[[Subject], Iterator[object]]


def headings_in_order(subject: Subject) -> Iterator[object]:
    """One heading of level 1, before all others, and no level skipped on the way down."""
    headings = subject.having(Role.HEADING)
    levels = [heading_level(each) for each in headings]
    if levels.count(1) != 1 or levels[0] != 1:
        yield levels
    yield from (pair for pair in pairwise(levels) if pair[1] > pair[0] + 1)
    yield from ("empty" for each in headings if not subject.name(each))


def everything_has_a_name(subject: Subject) -> Iterator[object]:
    """Links, buttons, fields, pictures and tables say what they are for."""
    named = subject.having(Role.IMAGE, Role.LINK, Role.TABLE, *CONTROLS)
    yield from (each.tag for each in named if not subject.name(each))


def landmarks_told_apart(subject: Subject) -> Iterator[object]:
    """No two landmarks have the same role and name; there is one main part."""
    marks = subject.having(*LANDMARKS)
    counted = Counter((role_of(each), subject.name(each)) for each in marks)
    yield from (mark for mark, count in counted.items() if count > 1)
    if len(subject.having(Role.MAIN)) != 1:
        yield "main"


def cells_have_headers(subject: Subject) -> Iterator[object]:
    """Every table has a header for each column, and one for each row of its body."""
    for table in subject.having(Role.TABLE):
        rows = [each for each in table.descendants() if role_of(each) is Role.ROW]
        head, *body = [[role_of(cell) for cell in row.elements()] for row in rows]
        if set(head) != {Role.COLUMN_HEADER}:
            yield head
        yield from (row for row in body if row[0] is not Role.ROW_HEADER)


def nothing_meaningless(subject: Subject) -> Iterator[object]:
    """No signs of links to headings, nothing clickable, no spoilt characters."""
    yield from (line.words for line in subject.lines if any(each in line.words for each in NOISE))


def no_stray_english(subject: Subject) -> Iterator[object]:
    """Latin words are addresses, or stand in a list of those that are meant."""
    for line in subject.lines:
        found = set(LATIN.findall(ADDRESS.sub("", line.words)))
        yield from sorted(found - ALLOWED - TESTED_WITH.get(subject.path, frozenset()))


def every_text_is_spoken(subject: Subject) -> Iterator[object]:
    """What is not hidden is heard: nothing falls between two lines."""
    spoken = _letters("".join(_all_words(subject.lines)))
    for each in subject.elements:
        texts = (part for part in each.children if isinstance(part, str) and each.tag != "option")
        yield from (text for text in texts if _letters(text) not in spoken)


def begins_and_ends_as_it_should(subject: Subject) -> Iterator[object]:
    """First the way past the frame, last the number of the page."""
    first, last = subject.lines[0].words, subject.lines[-1].words
    if first != "跳到正文 链接":
        yield first
    if not last.endswith(PAGE_ID.format(subject.path)) and subject.path != "404.html":
        yield last


def _all_words(lines: tuple[Line, ...]) -> Iterator[str]:
    return (phrase for line in lines for phrase in line.phrases)


def _letters(text: str) -> str:
    return "".join(text.split())


RULES: tuple[Rule, ...] = (
    headings_in_order,
    everything_has_a_name,
    landmarks_told_apart,
    cells_have_headers,
    nothing_meaningless,
    no_stray_english,
    every_text_is_spoken,
    begins_and_ends_as_it_should,
)


FOR_READERS = (nothing_meaningless, no_stray_english)
"""The handbook of the staff names fields and spoilt characters, since these are what it is about."""
HANDBOOK = "handbook/"


@pytest.fixture(scope="module")
def found(built: Path) -> dict[str, list[str]]:
    """What each rule finds on all pages, and under "" every page that was read."""
    faults: dict[str, list[str]] = {name: [] for name in ("", *(rule.__name__ for rule in RULES))}
    for path in pages_of(str(built)):
        subject = Subject(parse(content(str(built), path)), path)
        faults[""].append(path)
        for rule in RULES:
            if rule in FOR_READERS and path.startswith(HANDBOOK):
                continue
            faults[rule.__name__] += [f"{path}: {fault}" for fault in rule(subject)]
    return faults


def test_hundreds_of_pages_were_read(found: dict[str, list[str]]) -> None:
    """Of every kind."""
    kinds = {path.rpartition("/")[0] for path in found[""]}
    assert len(found[""]) > 300
    assert kinds >= {"", "courses", "institutions", "lists", "offices", "policies", "regions", "handbook/rules"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_page_keeps_the_rule(found: dict[str, list[str]], rule: Rule) -> None:
    """No page breaks it."""
    assert found[rule.__name__] == []


@pytest.mark.parametrize(
    ("rule", "html"),
    [
        (headings_in_order, "<h1>甲</h1><h3>乙</h3>"),
        (headings_in_order, "<h2>甲</h2><h1>乙</h1>"),
        (headings_in_order, "<h1>甲</h1><h1>乙</h1>"),
        (headings_in_order, "<p>甲</p>"),
        (headings_in_order, "<h1></h1><p>甲</p>"),
        (everything_has_a_name, "<a href=x><img src=x alt=''></a>"),
        (everything_has_a_name, "<input>"),
        (everything_has_a_name, "<details><summary></summary></details>"),
        (everything_has_a_name, "<details><summary>甲</summary><img src=x></details>"),
        (landmarks_told_apart, "<main><nav aria-label=甲></nav><nav aria-label=甲></nav></main>"),
        (landmarks_told_apart, "<nav>甲</nav>"),
        (cells_have_headers, "<table><tr><th>甲<tr><td>乙</table>"),
        (cells_have_headers, "<table><tr><td>甲<td>乙</table>"),
        (nothing_meaningless, "<h1>甲<a href=x>¶</a></h1>"),
        (no_stray_english, "<nav aria-label=Breadcrumb><p>甲</p></nav>"),
        (every_text_is_spoken, "<audio>甲</audio><svg aria-label=乙><text>丙</text></svg>"),
        (begins_and_ends_as_it_should, "<p>甲</p>"),
    ],
)
def test_a_rule_finds_its_fault(rule: Rule, html: str) -> None:
    """On a bad page, so that silence about a good one means something."""
    assert list(rule(Subject(parse(f"<body>{html}".encode()))))
