"""Pagefind is an option: a site built with it finds, narrows and allows what Pagefind needs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Site, opened, served
from tests.browser.searching import ask
from tests.conftest import REPOSITORY, SHARED, Tree
from tests.site.conftest import building, furnished, run

WASM = "'wasm-unsafe-eval'"


@pytest.fixture(scope="module")
def pagefind_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of the small catalogue, built with Pagefind."""
    root = tmp_path_factory.mktemp("pagefind")
    shutil.copytree(REPOSITORY / "tests/fixtures/small", root / "small")
    tree = furnished(Tree(root / "small").take(SHARED))
    out = root / "site"
    done = run(building(tree, out, "--search", "pagefind"))
    assert done.returncode == 0, done.stderr
    with served(out) as site:
        yield site


@pytest.mark.parametrize(
    ("query", "filters", "first"),
    [
        ("竹编", {}, "courses/ceshi-zhubian.html"),
        ("竹编", {"type": "base", "region": "510100"}, "bases/ceshi-jidi.html"),
        ("", {"type": "course"}, "courses/ceshi-zhubian.html"),
    ],
)
def test_pagefind_finds(
    query: str, filters: dict[str, str], first: str, browser: Browser, pagefind_site: Site
) -> None:
    """A word, a word with filters and a filter alone, through the same page and without a fault."""
    with opened(browser, pagefind_site.address) as (page, watch):
        found = ask(page, pagefind_site, query, **filters)
        assert f"{pagefind_site.address}/{first}" in found.links
        assert found.count == len(found.links)
        assert set(page.locator("#search-results b.hit").all_inner_texts()) == {query} - {""}
        assert watch.told() == []


def test_nothing_found_is_said(browser: Browser, pagefind_site: Site) -> None:
    """A word that stands nowhere, and marks alone, find nothing."""
    with opened(browser, pagefind_site.address) as (page, watch):
        for query in ("鱵鳜鼍", "。"):
            assert ask(page, pagefind_site, query).said.startswith(f"没有找到与“{query}”有关的内容")
        assert watch.told() == []


def test_only_a_site_with_pagefind_allows_what_it_needs(
    pagefind_site: Site, real_site: Site
) -> None:
    """WebAssembly is allowed where Pagefind is, and each site has one index."""
    pagefind, own = pagefind_site.folder, real_site.folder
    for folder, wasm, index in [(pagefind, True, "pagefind"), (own, False, "search")]:
        assert (WASM in (folder / "search.html").read_text("utf-8")) is wasm
        assert (WASM in (folder / "help.html").read_text("utf-8")) is wasm
        assert {p.name for p in folder.iterdir()} & {"pagefind", "search"} == {index}
