"""The search page says what it finds and what it does not, in a real browser, under the site's own policy."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Site, Watch, opened
from tests.browser.searching import (
    ask,
)

HOSTILE = [
    '"><img src=x onerror=alert(1)>',
    "<script>alert(1)</script>按摩",
    "javascript:alert(1)",
    "{{ 7 * 7 }} ${7*7}",
    "'\"`\\ --8<--",
    "%00%0a",
    "*",
    "😀",
    "竹" * 300,
    "\u202e按摩",
    "ᚽᚬᚸᚾᚻᚼᚮ",
]


@pytest.mark.parametrize("query", ["。", "，、", "“”", "-"])
def test_marks_alone_are_no_words(
    query: str, search_page: tuple[Page, Watch], real_site: Site
) -> None:
    """A query of marks finds nothing, and not everything."""
    assert ask(search_page[0], real_site, query).said.startswith("没有找到")


def test_the_choices_are_those_of_the_address(
    search_page: tuple[Page, Watch], real_site: Site
) -> None:
    """The form shows what was asked, so that it can be changed."""
    page, _ = search_page
    ask(page, real_site, "按摩", type="course", region="510100")
    assert page.locator("#q").input_value() == "按摩"
    chosen = "(node) => node.selectedOptions[0].textContent"
    assert page.locator("#type").evaluate(chosen) == "课程"
    assert page.locator("#region").evaluate(chosen) == "成都市"


def test_nothing_found_says_so_and_offers_the_lists(
    search_page: tuple[Page, Watch], real_site: Site
) -> None:
    """A word that stands nowhere: 没有找到, that this does not mean there is none, and where to look."""
    page, watch = search_page
    found = ask(page, real_site, "鱵鳜鼍")
    assert found.said.startswith("没有找到与“鱵鳜鼍”有关的内容。")
    assert "没有找到，不代表没有" in found.said
    assert page.locator("#search-lists a:visible").count() >= 6
    assert page.locator("#search-status").inner_text() == found.said
    assert watch.told() == []


@pytest.mark.parametrize("query", HOSTILE)
def test_a_hostile_query_is_only_text(
    query: str, search_page: tuple[Page, Watch], real_site: Site
) -> None:
    """Markup, templates, wild cards and controls in the query make no element and no fault."""
    page, watch = search_page
    ask(page, real_site, query)
    heading = page.locator("#search-results h2").text_content() or ""
    assert heading.startswith("“")
    assert heading.endswith("”的搜索结果")
    assert page.locator("#search-results :is(img, script, svg, iframe)").count() == 0
    assert watch.told() == []


def test_before_a_search_the_lists_are_offered(browser: Browser, real_site: Site) -> None:
    """Without a query there are the form and the lists, and nothing is said to be missing."""
    with opened(browser, real_site.address) as (page, watch):
        page.goto(f"{real_site.address}/search.html")
        page.wait_for_function(
            "() => document.querySelector('#search-lists p').textContent.includes('也可以')"
        )
        assert page.locator("#search-lists a:visible").count() >= 6
        assert page.locator("#search-status").inner_text() == ""
        assert watch.told() == []


def test_the_search_asks_for_little(browser: Browser, real_site: Site) -> None:
    """From an empty cache to the first results: less than 300 KB uncompressed, nothing outside."""
    with opened(browser, real_site.address) as (page, watch):
        sizes: list[int] = []
        page.on(
            "response", lambda answer: sizes.append(int(answer.headers.get("content-length", 0)))
        )
        ask(page, real_site, "蜀绣")
        assert 0 < sum(sizes) < 300_000
        assert watch.told() == []
