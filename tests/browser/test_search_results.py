"""What the search page shows of each result, and where the next key goes on."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Site, Watch
from tests.browser.searching import FINDER, RANKING, SAID_MORE, ask

EXCERPT = """async ([ranking, finder, text, words]) => {
  const [{ excerpt }, { plain }] = await Promise.all([import(ranking), import(finder)]);
  return excerpt(text, words, plain);
}"""
LONG = "甲乙丙丁戊己庚辛壬癸" * 9


@pytest.mark.parametrize(
    ("text", "words", "parts"),
    [
        ("学编竹篮。", ["竹篮"], ["学编", "竹篮", "。"]),
        ("学编竹篮，编竹。", ["编", "竹"], ["学", "编竹", "篮，", "编竹", "。"]),
        ("Ｂ５－班", ["b5班"], ["", "Ｂ５－班", ""]),
        ("竹，篮", ["竹篮"], ["竹，篮"]),
        ("𠮷野𠮷", ["𠮷"], ["", "𠮷", "野", "𠮷", ""]),
        (f"{LONG}。这一句，有竹篮。{LONG}", ["竹篮"], ["这一句，有", "竹篮", "。"]),
        (f"{LONG}，有竹篮，{LONG}", ["竹篮"], ["有", "竹篮", "……"]),
        (f"{LONG}竹篮", ["竹篮"], [f"……{LONG[-24:]}", "竹篮", ""]),
        (LONG, ["竹篮"], [f"{LONG[:80]}……"]),
        ("", ["竹篮"], [""]),
    ],
)
def test_an_excerpt_is_a_sentence_around_the_words(
    text: str, words: list[str], parts: list[str], search_page: tuple[Page, Watch], real_site: Site
) -> None:
    """It begins and ends with a sentence or at a stop; …… says where it was cut."""
    page, _ = search_page
    page.goto(f"{real_site.address}/help.html")
    assert page.evaluate(EXCERPT, [RANKING, FINDER, text, words]) == parts


def test_marks_are_never_shown(search_page: tuple[Page, Watch], real_site: Site) -> None:
    """The words by which a search is narrowed stand in no title and no excerpt."""
    page, _ = search_page
    ask(page, real_site, "培训", type="course")
    assert not re.search("[\u16a0-\u16ff]", page.locator("#search-results").inner_text())


def test_an_excerpt_is_read_as_it_was_written(
    search_page: tuple[Page, Watch], real_site: Site
) -> None:
    """Excerpts have no blanks between Chinese characters, and mark the words asked for."""
    page, _ = search_page
    ask(page, real_site, "蜀绣", type="course")
    assert not re.search(
        "[\u4e00-\u9fff] [\u4e00-\u9fff]{1} [\u4e00-\u9fff]",
        page.locator("#search-results").inner_text(),
    )
    marks = page.locator("#search-results b.hit").all_inner_texts()
    assert set(marks) == {"蜀绣"}


def test_an_excerpt_answers_what_the_title_does_not(
    search_page: tuple[Page, Watch], real_site: Site
) -> None:
    """Who asks for a course and a service is shown the state of that service, beside quick links."""
    page, _ = search_page
    ask(page, real_site, "蜀绣 手语")
    first = page.locator("#search-results .cards > li").first
    assert re.search("手语翻译：(有|可提前申请|没有|未核实)", first.inner_text())
    link = first.locator("h3 a")
    told = (link.get_attribute("aria-describedby") or "").split()
    assert "手语翻译" in "".join(page.locator(f"[id='{one}']").inner_text() for one in told)
    quick = first.locator(".quick a")
    assert quick.all_inner_texts() == ["不打电话怎么报名", "能提供什么帮助", "要花多少钱"]
    address = link.get_attribute("href") or ""
    assert quick.first.get_attribute("href") == f"{address}#no-call"


def test_the_results_take_the_focus_of_who_waits_for_them(
    search_page: tuple[Page, Watch], real_site: Site
) -> None:
    """After a search the next key goes on from the heading of the results."""
    page, _ = search_page
    ask(page, real_site, "蜀绣")
    page.wait_for_function("() => document.activeElement.matches('#search-results h2')")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.matches('#search-results h3 a')")


def test_pressing_twice_shows_nothing_twice(
    search_page: tuple[Page, Watch], real_site: Site
) -> None:
    """Two quick presses for more results add them once, and the first new one gets the focus."""
    page, watch = search_page
    page.goto(f"{real_site.address}/search.html?q={quote('培训')}")
    page.wait_for_function(
        "() => /找到/.test(document.querySelector('#search-status').textContent)"
    )
    said = page.locator("#search-status").text_content()
    page.evaluate(
        "() => { const more = document.querySelector('#search-results > button'); more.click(); more.click(); }"
    )
    page.wait_for_function(SAID_MORE, arg=said)
    links = page.eval_on_selector_all(
        "#search-results .cards h3 a", "nodes => nodes.map((n) => n.href)"
    )
    assert len(links) == len(set(links)) == 20
    assert page.evaluate("() => document.activeElement.href") == links[10]
    assert watch.told() == []
