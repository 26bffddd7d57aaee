"""Pages without script, without a server, and on the narrowest screen."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from tests.a11y.modes import WITHOUT_CALCULATOR
from tests.browser.conftest import Site, opened

NARROW = {"width": 320, "height": 256}
KINDS = {
    "home": "index.html",
    "courses": "courses/index.html",
    "list": "lists/category-craft.html",
    "bases": "bases/index.html",
    "institutions": "institutions/index.html",
    "offices": "offices/index.html",
    "subsidies": "subsidies/index.html",
    "policies": "policies/index.html",
    "policy": "policies/sc-2021-8.html",
    "regions": "regions/index.html",
    "region": "regions/510100.html",
    "channels": "channels/index.html",
    "past": "past.html",
    "help": "help.html",
    "accessibility": "accessibility.html",
    "missing": "404.html",
}
FIRST = ("courses", "bases", "institutions", "offices", "subsidies", "channels")
"""Folders whose first page stands for its kind."""


@pytest.fixture(scope="module")
def kinds(real_site: Site) -> list[str]:
    """One page of each kind, and the longest of each kind of record."""
    records = []
    for folder in FIRST:
        paths = [
            path
            for path in real_site.paths()
            if path.startswith(f"{folder}/") and "index" not in path
        ]
        records.append(max(paths, key=lambda path: (real_site.folder / path).stat().st_size))
    return [*KINDS.values(), *records]


def test_no_page_scrolls_sideways_on_the_narrowest_screen(
    browser: Browser, real_site: Site, kinds: list[str]
) -> None:
    """At 320 pixels, which is 400 % of an ordinary screen, nothing is wider than the screen."""
    wide = {}
    with opened(browser, real_site.address, viewport=NARROW) as (page, _):
        for path in [*kinds, "search.html"]:
            page.goto(f"{real_site.address}/{path}")
            wide[path] = page.evaluate("() => document.documentElement.scrollWidth")
        page.goto(f"{real_site.address}/search.html?q={quote('培训')}")
        page.wait_for_selector("#search-results .cards li")
        wide["results"] = page.evaluate("() => document.documentElement.scrollWidth")
    assert {path: width for path, width in wide.items() if width > NARROW["width"]} == {}


def test_the_text_of_a_page_needs_no_script(
    browser: Browser, real_site: Site, kinds: list[str]
) -> None:
    """With script off, every kind of page says the same words in main."""
    said: dict[bool, list[str]] = {}
    for script in (True, False):
        with opened(browser, real_site.address, java_script_enabled=script) as (page, _):
            said[script] = []
            for path in kinds:
                page.goto(f"{real_site.address}/{path}")
                said[script].append(page.locator("main").evaluate(WITHOUT_CALCULATOR))
    assert said[True] == said[False]


def test_the_search_page_without_script_leads_to_the_lists(
    browser: Browser, real_site: Site
) -> None:
    """With script off, the search page says that it cannot search and offers every list."""
    with opened(browser, real_site.address, java_script_enabled=False) as (page, _):
        page.goto(f"{real_site.address}/search.html?q={quote('按摩')}")
        words = page.locator("main").inner_text()
        assert "现在看到这段话，说明搜索还没有运行" in words
        page.get_by_role("link", name="全部课程").click()
        assert page.url == f"{real_site.address}/courses/index.html"


def test_a_folder_on_a_stick_is_a_site(browser: Browser, real_site: Site) -> None:
    """Opened as files, pages have their style and their links work."""
    with opened(browser, "file:") as (page, _):
        page.goto(f"file://{real_site.folder}/index.html")
        rules = "() => [...document.styleSheets].some((sheet) => sheet.ownerNode.href.includes('/assets/site.'))"
        assert page.evaluate(rules)
        waiting = "() => document.querySelector('.skip').getBoundingClientRect().bottom"
        assert page.evaluate(waiting) < 0
        page.get_by_role("navigation", name="主导航").get_by_role("link", name="找课程").click()
        assert page.url == f"file://{real_site.folder}/courses/index.html"
        assert page.locator("h1").inner_text() == "找课程"


def test_a_folder_on_a_stick_says_that_it_cannot_search(browser: Browser, real_site: Site) -> None:
    """Opened as a file, the search page says plainly where a search works, and offers the lists."""
    with opened(browser, "file:") as (page, _):
        page.goto(f"file://{real_site.folder}/search.html?q={quote('按摩')}")
        words = page.locator("main").inner_text()
        assert "站内搜索要在网站上打开" in words
        assert page.get_by_role("link", name="全部课程").is_visible()
