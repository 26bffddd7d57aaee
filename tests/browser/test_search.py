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


def test_files_that_are_gone_are_looked_for_in_the_newest_list(browser: Browser, real_site: Site) -> None:
    """A browser that kept the list of an older index finds all the same: only what was not there is asked for anew."""
    with opened(browser, real_site.address) as (page, _):
        old = 'export default {"words": [0, "0", "000000000000"], "pages": "000000000000"};'
        page.route("**/search/index.js", lambda route: route.fulfill(body=old, content_type="text/javascript"))
        assert ask(page, real_site, "按摩").count > 1


@pytest.mark.parametrize("missing", ["words-*", "pages-*", "facts-*"])
def test_a_file_that_does_not_come_is_told_and_the_lists_are_offered(
    missing: str, browser: Browser, real_site: Site
) -> None:
    """In plain words, with another way; the newest list is asked for first."""
    with opened(browser, real_site.address) as (page, _):
        page.route(f"**/search/{missing}", lambda route: route.abort())
        with page.expect_request("**/search/index.js?*"):
            found = ask(page, real_site, "按摩")
        assert found.said.startswith("搜索没有打开，可能是网络不通。")
        assert page.locator("#search-lists a:visible").count() >= 6


@pytest.mark.parametrize("missing", ["assets/ranking.*", "assets/search-results.*"])
def test_a_script_that_does_not_come_is_told_too(missing: str, browser: Browser, real_site: Site) -> None:
    """The part of the program that comes while the index is asked."""
    with opened(browser, real_site.address) as (page, _):
        page.route(f"**/{missing}", lambda route: route.abort())
        assert ask(page, real_site, "按摩").said.startswith("搜索没有打开，可能是网络不通。")


@pytest.mark.parametrize("missing", ["search/index.js", "assets/finder.*"])
def test_without_the_first_script_the_page_says_what_it_said(missing: str, browser: Browser, real_site: Site) -> None:
    """The list and the way to ask come with the page: without them it is as for a browser that runs no script."""
    with opened(browser, real_site.address) as (page, _):
        page.route(f"**/{missing}", lambda route: route.abort())
        page.goto(f"{real_site.address}/search.html?q=%E6%8C%89%E6%91%A9")
        assert "说明搜索还没有运行" in page.locator("#search-lists").inner_text()
        assert page.locator("#search-lists a:visible").count() >= 6
