"""The self-check works by links alone: every way through it ends with whom to ask and what to bring."""

from __future__ import annotations

import posixpath
import re

import pytest

from tests.conftest import REPOSITORY, Tree
from tests.pages.conftest import Pages, PagesOf

STEP = re.compile(r'<a class="step" href="([^"]+)">([^<]+)</a>')
LAST = "self-check/di-fang.html"
TURNED_AWAY = re.compile("不符合|没有资格|你不能参加")


@pytest.fixture(scope="module")
def pages(pages_of: PagesOf) -> Pages:
    """The pages of this repository."""
    return pages_of(Tree(REPOSITORY))


def steps(pages: Pages, path: str) -> list[tuple[str, str]]:
    """Where one can go from a step: text and path."""
    found = STEP.findall(pages.body(path))
    return [(text, posixpath.normpath(posixpath.join(posixpath.dirname(path), href))) for href, text in found]


def test_every_way_ends_at_the_choice_of_a_place(pages: Pages) -> None:
    """All ways are walked; none is endless, none stops before its end."""
    waiting, seen = [("self-check/index.html", 0)], set()
    while waiting:
        path, depth = waiting.pop()
        assert depth < 40, path
        seen.add(path)
        if path != LAST:
            onward = steps(pages, path)
            assert onward, path
            waiting += [(target, depth + 1) for _, target in onward]
    own = {p for p in pages.by_path if p.startswith("self-check/") and "di-fang-" not in p}
    assert seen == own


def test_a_question_has_three_answers(pages: Pages) -> None:
    """是, 不是 and 不清楚, in this order."""
    questions = pages.of_kind("selfcheckquestion")
    assert len(questions) >= 5
    for path in questions:
        assert [text for text, _ in steps(pages, path)] == ["是", "不是", "不清楚"]


def test_nothing_is_sent_or_stored(pages: Pages) -> None:
    """No form, no script, no field."""
    for path in pages.by_path:
        if path.startswith("self-check/"):
            assert not re.search(r"<(form|script|input|button)\b", pages.body(path)), path


def test_nobody_is_turned_away(pages: Pages) -> None:
    """No page says that one may not; every outcome says whom to ask."""
    for path in pages.of_kind("selfcheckoutcome"):
        assert not TURNED_AWAY.search(pages.words(path)), path
        assert "<a " in pages.body(path).split('<h2 id="ask">')[1], path


def test_each_place_ends_with_whom_to_ask_what_to_bring_and_the_courses(pages: Pages) -> None:
    """All 21, each with its own office and its own list of courses."""
    places = pages.of_kind("selfcheckplace")
    assert len(places) == 21
    for path in places:
        code = path[-11:-5]
        body = pages.body(path)
        assert f'href="../lists/region-{code}.html"' in body
        assert 'class="contact"' in body.split('<h2 id="contact">')[1].split("<h2")[0], path
        assert '<span class="cite">' in body.split('<h2 id="bring">')[1].split("<h2")[0], path
