"""Readers with a keyboard alone find a course, open it, and reach what they came for."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page

from tests.a11y.desk import PHONE, WIDE, Desk, Ready, Target
from tests.a11y.serving import Served
from tests.results import Results

MOST_TABS = 150
FOCUSED = """() => {
  const el = document.activeElement;
  const named = document.getElementById(el.getAttribute("aria-labelledby"));
  const words = el.getAttribute("aria-label") ?? (named ?? el.labels?.[0] ?? el).textContent;
  return [el.localName, words.replace(/\\s+/gu, " ").trim()];
}"""
SEEN = """(id) => {
  const el = document.getElementById(id);
  const { top, bottom } = el.getBoundingClientRect();
  return top >= -1 && top < innerHeight && bottom > 0;
}"""
HOLDS_FOCUS = "(id) => document.getElementById(id).contains(document.activeElement)"
RESULTS_HAVE_FOCUS = "() => document.activeElement.matches('#search-results h2')"
SIZES = pytest.mark.parametrize("size", [WIDE, PHONE], ids=["1280", "360"])


@dataclass
class Reader:
    """Someone who presses keys, on one page after another; every key is counted."""

    page: Page
    keys: int = 0
    way: list[str] = field(default_factory=list)

    def press(self, key: str) -> None:
        """Press a key."""
        self.page.keyboard.press(key)
        self.keys += 1

    def to(self, element: str, words: str) -> None:
        """Press Tab until an element of this kind, whose words begin so, has the focus."""
        for _ in range(MOST_TABS):
            self.press("Tab")
            name, text = self.page.evaluate(FOCUSED)
            if name == element and text.startswith(words):
                self.way.append(f"{element} {words}")
                return
        pytest.fail(f"{element} “{words}” is not reached; the way was {self.way}")

    def follow(self, words: str) -> None:
        """Go to a link and open the page behind it."""
        self.to("a", words)
        with self.page.expect_navigation(wait_until="load"):
            self.press("Enter")

    def skip(self) -> None:
        """Use the skip link, which is the first stop of a page just opened."""
        self.to("a", "跳到正文")
        assert self.keys, self.way
        self.press("Enter")
        assert self.page.evaluate("() => document.activeElement.localName") == "main"

    def type(self, text: str) -> None:
        """Type a text; Chinese comes in whole words, as from an input method."""
        self.page.keyboard.insert_text(text)
        self.keys += len(text)

    def heading(self) -> str:
        """The first heading of the page."""
        return self.page.locator("h1").inner_text()


def reader(desk: Desk, site: Served, size: tuple[int, int], path: str) -> Reader:
    """A reader at the top of a page."""
    return Reader(desk.open(Target(site.address + path), size))


def to_a_course_by_filter(one: Reader) -> None:
    """From the list of courses: unfold a group of filters, choose, and open the first course."""
    one.skip()
    one.to("summary", "培训类别")
    one.press("Enter")
    one.follow("传统特色手工技艺")
    assert one.heading() == "传统特色手工技艺课程"
    one.skip()
    one.follow("示例·漆器打磨与镶嵌班")


@SIZES
def test_a_course_is_found_by_filter(
    size: tuple[int, int], desk: Desk, real_site: Served, results: Results
) -> None:
    """List, group of filters, filter, course."""
    one = reader(desk, real_site, size, "courses/index.html")
    to_a_course_by_filter(one)
    assert one.heading() == "示例·漆器打磨与镶嵌班"
    results.figures["keys to a course by filter"] = f"{one.keys}"


@SIZES
def test_a_course_is_found_by_search(
    size: tuple[int, int], desk: Desk, real_site: Served, results: Results
) -> None:
    """The box of the home page, Enter, the first result that is the course."""
    one = reader(desk, real_site, size, "index.html")
    one.skip()
    one.to("input", "搜索课程、机构、补贴和政策")
    one.type("蜀绣针法")
    with one.page.expect_navigation():
        one.press("Enter")
    assert unquote(one.page.url).endswith("search.html?q=蜀绣针法")
    one.page.wait_for_function(Ready.SEARCHED.value)
    one.page.wait_for_function(RESULTS_HAVE_FOCUS)
    one.follow("示例·蜀绣针法入门班")
    assert one.heading() == "示例·蜀绣针法入门班"
    results.figures["keys to a course by search"] = f"{one.keys}"


@SIZES
def test_the_facts_of_enrolment_are_reached(
    size: tuple[int, int], desk: Desk, real_site: Served, results: Results
) -> None:
    """The list of contents leads to the sessions, and the next Tab goes on from there."""
    one = reader(desk, real_site, size, "courses/chengdu-shuxiu-rumen.html")
    one.skip()
    one.to("a", "报名和班次")
    one.press("Enter")
    one.page.wait_for_function(SEEN, arg="sessions")
    one.press("Tab")
    assert one.page.evaluate(FOCUSED)[1].startswith("示例·2027年秋季班")
    one.press("Enter")
    session = one.page.url.partition("#")[2]
    one.page.wait_for_function(SEEN, arg=session)
    facts = one.page.locator(f"[id='{session}'] dl").first.inner_text()
    assert "报名时间" in facts
    one.press("Tab")
    assert one.page.evaluate(HOLDS_FOCUS, session)
    results.figures["keys to the facts of enrolment"] = f"{one.keys}"


@SIZES
def test_the_clause_behind_a_right_is_reached(
    size: tuple[int, int], desk: Desk, real_site: Served, results: Results
) -> None:
    """From the right on the page of a course to the page of the very clause, and on from there."""
    one = reader(desk, real_site, size, "courses/chengdu-shuxiu-rumen.html")
    one.skip()
    one.to("a", "政策依据")
    one.press("Enter")
    one.page.wait_for_function(SEEN, arg="basis")
    one.follow("川残办〔2021〕8号")
    assert one.page.url.startswith(f"{real_site.address}policies/sc-2021-8/3-")
    assert one.page.locator("h2#original + blockquote").inner_text().strip()
    one.skip()
    one.press("Tab")
    assert one.page.evaluate(HOLDS_FOCUS, "main")
    results.figures["keys to the clause behind a right"] = f"{one.keys}"


@SIZES
def test_the_reading_settings_are_used_by_keys(
    size: tuple[int, int], desk: Desk, real_site: Served
) -> None:
    """Open, choose the largest text, close; the choice is kept on the next page."""
    one = reader(desk, real_site, size, "index.html")
    one.to("button", "阅读设置")
    one.press("Enter")
    one.to("button", "特大")
    one.press("Space")
    chosen = "() => document.documentElement.dataset.size"
    assert one.page.evaluate(chosen) == "larger"
    one.page.goto(f"{real_site.address}help.html")
    assert one.page.evaluate(chosen) == "larger"
    one.page.evaluate("() => localStorage.clear()")


def test_a_journey_without_its_link_fails(desk: Desk, real_site: Served) -> None:
    """What no Tab reaches is not reached."""
    one = reader(desk, real_site, WIDE, "help.html")
    with pytest.raises(pytest.fail.Exception):
        one.to("a", "没有这个链接")
