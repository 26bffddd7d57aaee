"""The search finds exactly the pages that hold the words, in a real browser."""

from __future__ import annotations

import random
import re
import unicodedata

import pytest
from playwright.sync_api import Page

from generator.catalogue import Catalogue
from generator.render.index_pages import spaced
from generator.render.search_index import words
from tests.browser.conftest import Site, Watch
from tests.browser.searching import (
    FEW,
    FINDER,
    PAGEFIND_FINDER,
    Searched,
    ask,
    documents_of,
    expected,
)

FIXED = ["按摩", "残联", "蜀绣", "互联网", "面点", "手语翻译", "川残办", "马兰花", "补贴", "12385"]
DRAWN = 22
MANY = 300


@pytest.fixture(scope="module")
def documents(real_site: Site, real_catalogue: Catalogue) -> list[Searched]:
    """Every page that the search should find, read from the built site."""
    return documents_of(real_site, real_catalogue)


def drawn(documents: list[Searched]) -> list[str]:
    """Queries cut from the words of pages: two to six Chinese characters in a row."""
    chance = random.Random(20261123)  # noqa: S311 - the same queries every time
    queries: list[str] = []
    while len(queries) < DRAWN:
        words = chance.choice(documents).words
        length = chance.randint(2, 6)
        start = chance.randrange(max(1, len(words) - length))
        query = words[start : start + length]
        if re.fullmatch("[\u4e00-\u9fff]{2,6}", query):
            queries.append(query)
    return queries


def test_the_search_finds_every_page_that_holds_the_words_and_no_other(
    search_page: tuple[Page, Watch], real_site: Site, documents: list[Searched]
) -> None:
    """On fixed and drawn queries recall and precision are 1 against a plain search of all pages."""
    page, watch = search_page
    for query in [*FIXED, *drawn(documents)]:
        found = ask(page, real_site, query)
        wanted = expected(documents, query)
        assert wanted, query
        assert (found.count, found.near) == (len(wanted), False), query
        assert len(set(found.links)) >= min(FEW, len(wanted)), query
        assert set(found.links) <= wanted, query
    assert watch.told() == []


@pytest.mark.parametrize(
    ("query", "filters"),
    [
        ("残疾", {"type": "course"}),
        ("残疾", {"type": "policy"}),
        ("培训", {"region": "510100"}),
        ("培训", {"type": "course", "region": "511300"}),
        ("联系", {"type": "office", "region": "513400"}),
        ("按摩 手语", {}),
        ("按摩 手语", {"type": "course"}),
    ],
)
def test_a_search_can_be_narrowed(
    query: str,
    filters: dict[str, str],
    search_page: tuple[Page, Watch],
    real_site: Site,
    documents: list[Searched],
) -> None:
    """Type and region leave exactly the pages of that kind and place."""
    found = ask(search_page[0], real_site, query, **filters)
    wanted = expected(documents, query, **filters)
    assert wanted
    assert found.count == len(wanted)
    assert len(set(found.links)) >= min(FEW, len(wanted))
    assert set(found.links) <= wanted


FIND = """async ([address, queries]) => {
  const { open } = await import(address);
  const finder = await open();
  const found = [];
  for (const query of queries) {
    const { results, near } = await finder.find(query, { type: "", region: "" });
    const pages = await Promise.all(results.map((result) => result.data()));
    found.push([near, pages.map((page) => page.address)]);
  }
  return found;
}"""


def pieces(documents: list[Searched]) -> list[list[str]]:
    """Queries of one to three words of any letters and digits, cut from one page each."""
    chance = random.Random(20261123)  # noqa: S311 - the same queries every time
    queries = []
    for _ in range(MANY):
        words = []
        for _ in range(chance.choice([1, 1, 2, 3])):
            runs = [run for run in chance.choice(documents).words.split("|") if run]
            run = chance.choice(runs)
            start = chance.randrange(len(run))
            words.append(run[start : start + chance.randint(1, 14)])
        queries.append(words)
    return queries


def test_any_piece_of_any_page_is_found(
    search_page: tuple[Page, Watch], real_site: Site, documents: list[Searched]
) -> None:
    """Words of any length, letters and digits too, one or more: the very pages, each once."""
    page, watch = search_page
    page.goto(f"{real_site.address}/help.html")
    queries = pieces(documents)
    exact = 0
    for query, (near, links) in zip(queries, page.evaluate(FIND, [FINDER, queries]), strict=True):
        wanted = expected(documents, " ".join(query))
        assert near == (not wanted), query
        assert near or sorted(links) == sorted(wanted), query
        exact += not near
    assert exact > MANY / 2
    assert watch.told() == []


def test_a_title_comes_before_the_text_of_others(
    search_page: tuple[Page, Watch], real_site: Site
) -> None:
    """A name finds the page of that name first, and a number its policy."""
    page, _ = search_page
    for query, path in [
        ("成都市", "regions/510100.html"),
        ("蜀绣针法", "courses/chengdu-shuxiu-rumen.html"),
        ("川残办〔2021〕8号", "policies/sc-2021-8.html"),
    ]:
        assert ask(page, real_site, query).links[0] == f"{real_site.address}/{path}"


def test_near_pages_hold_half_of_the_query(
    search_page: tuple[Page, Watch], real_site: Site, documents: list[Searched]
) -> None:
    """When no page holds the words: those that hold at least half of its pairs, most first."""
    query = "盲人按摩师傅"
    pairs = [query[at : at + 2] for at in range(len(query) - 1)]
    held = {d.address: sum(pair in d.words for pair in pairs) for d in documents}
    found = ask(search_page[0], real_site, query)
    assert found.near
    assert "没有完全一样的词，下面是相近的内容。" in found.said
    assert set(found.links) == {page for page, count in held.items() if 2 * count >= len(pairs)}
    counts = [held[page] for page in found.links]
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize(
    "filters", [{"type": "course"}, {"region": "510100"}, {"type": "course", "region": "510100"}]
)
def test_a_choice_alone_lists_its_pages(
    filters: dict[str, str],
    search_page: tuple[Page, Watch],
    real_site: Site,
    documents: list[Searched],
) -> None:
    """Without a query there are all pages of the kind and the place, under a heading that says so."""
    page, watch = search_page
    found = ask(page, real_site, "", **filters)
    wanted = expected(documents, "", **filters)
    assert found.count == len(wanted) > 1
    assert set(found.links) <= wanted
    assert len(set(found.links)) >= min(FEW, len(wanted))
    assert (page.locator("#search-results h2").text_content() or "").endswith("”的全部内容")
    assert watch.told() == []


PLAIN = """async ([address, texts]) => {
  const { plain } = await import(address);
  return texts.map(plain);
}"""


def test_a_query_is_made_plain_as_the_index_is(
    search_page: tuple[Page, Watch], real_site: Site, real_catalogue: Catalogue
) -> None:
    """Script and program leave the same of every name and source of this repository."""
    texts = texts_of(real_catalogue)
    page, _ = search_page
    page.goto(f"{real_site.address}/help.html")
    assert page.evaluate(PLAIN, [FINDER, texts]) == [words.plain(text) for text in texts]


CUT = """async ([address, texts]) => {
  const { cut } = await import(address);
  return texts.map(cut);
}"""
AWKWARD = [
    "按摩B5班",
    "川残办〔2021〕8号",
    "编码4-10-04-02。",
    "Ｂ５班",
    "𠮷野",
    "62.5元",
    "ཆུ་ ꆈꌠ",
    "C++、a_b",
    "",
]


def words_of(cut: str) -> str:
    """The words of an index text, without the marks that keep to them."""
    signs = "".join(
        s if unicodedata.category(s)[0] in "LMN" else " " if s.isspace() else "" for s in cut
    )
    return " ".join(signs.split())


def texts_of(catalogue: Catalogue) -> list[str]:
    """Every name and the title of every source, and AWKWARD."""
    records = [entry.record for entry in catalogue.all_entries()]
    texts = [record.name for record in records] + [s.title for r in records for s in r.sources]
    return sorted({*texts, *AWKWARD})


def test_a_query_is_cut_as_the_index_of_pagefind_is(
    search_page: tuple[Page, Watch], real_site: Site, real_catalogue: Catalogue
) -> None:
    """Script and program part the same words in every name and source of this repository."""
    texts = texts_of(real_catalogue)
    page, _ = search_page
    page.goto(f"{real_site.address}/help.html")
    assert page.evaluate(CUT, [PAGEFIND_FINDER, texts]) == [
        words_of(spaced(text)) for text in texts
    ]


def test_a_choice_that_does_not_exist_is_dropped(
    search_page: tuple[Page, Watch], real_site: Site, documents: list[Searched]
) -> None:
    """A made-up filter in the address narrows nothing and breaks nothing."""
    found = ask(search_page[0], real_site, "蜀绣", type="'><b>", region="999999")
    assert set(found.links) == expected(documents, "蜀绣")
