"""Every page of this repository's site, opened in a real browser."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Site, opened

FACTS = """() => ({
  headings: document.querySelectorAll("h1").length,
  mains: document.querySelectorAll("main").length,
  language: document.documentElement.lang,
  title: document.title,
  heading: document.querySelector("h1").innerText,
  ids: [...document.querySelectorAll("[id]")].map((node) => node.id),
  links: [...document.querySelectorAll("[href], [src], [action]")].map(
    (node) => node.href || node.src || node.action),
})"""
Facts = dict[str, Any]


@pytest.fixture(scope="module")
def walked(browser: Browser, real_site: Site) -> dict[str, tuple[Facts, list[str]]]:
    """Path → what the page is, and what it did that it may not do."""
    found = {}
    with opened(browser, real_site.address) as (page, watch):
        for path in real_site.paths():
            page.goto(f"{real_site.address}/{path}", wait_until="load")
            found[path] = (page.evaluate(FACTS), watch.told())
    return found


def test_the_walk_is_long(walked: dict[str, tuple[Facts, list[str]]]) -> None:
    """The site has hundreds of pages, and each was opened."""
    assert len(walked) > 300


def test_no_page_does_what_it_may_not(walked: dict[str, tuple[Facts, list[str]]]) -> None:
    """No error, no message, no dialog, no violation of the policy, no request to anyone else."""
    assert {path: faults for path, (_, faults) in walked.items() if faults} == {}


def test_every_page_has_one_heading_and_one_main(
    walked: dict[str, tuple[Facts, list[str]]],
) -> None:
    """A screen reader finds one h1, one main and the language of the text."""
    for path, (facts, _) in walked.items():
        assert (facts["headings"], facts["mains"], facts["language"]) == (1, 1, "zh-CN"), path


def test_every_title_names_the_page_and_the_site(
    walked: dict[str, tuple[Facts, list[str]]],
) -> None:
    """Titles differ from page to page and end in the name of the site."""
    titles = [facts["title"] for facts, _ in walked.values()]
    assert len(set(titles)) == len(titles)
    assert all(title.endswith(" - 川残技能目录") for title in titles)


def test_ids_are_unique_on_every_page(walked: dict[str, tuple[Facts, list[str]]]) -> None:
    """No id stands twice on a page, so every anchor and label has one target."""
    for path, (facts, _) in walked.items():
        assert len(set(facts["ids"])) == len(facts["ids"]), path


def test_every_inner_link_leads_somewhere(
    walked: dict[str, tuple[Facts, list[str]]], real_site: Site, browser: Browser
) -> None:
    """Each address on the site answers, and each anchor is an id of the page it leads to."""
    ids = {f"/{path}": set(facts["ids"]) for path, (facts, _) in walked.items()}
    targets = {
        urljoin(f"{real_site.address}/{path}", link)
        for path, (facts, _) in walked.items()
        for link in facts["links"]
    }
    inner = [urlsplit(target) for target in targets if target.startswith(real_site.address)]
    assert len(inner) > 1000
    assert [
        t.geturl()
        for t in inner
        if t.path in ids and t.fragment and unquote(t.fragment) not in ids[t.path]
    ] == []
    others = sorted({target.path for target in inner} - set(ids))
    with opened(browser, real_site.address) as (page, _):
        answers = {path: page.request.get(real_site.address + path).status for path in others}
    assert {path: status for path, status in answers.items() if status != 200} == {}
