"""At a thousand records the search still finds every page, in both browsers, and for few bytes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.render.index_pages import Document
from tests.a11y.serving import Served, served
from tests.a11y.weight import MOST_TO_A_RESULT
from tests.bench.search import built, documents_of
from tests.bench.search_readers import (
    FILTERS,
    JUDGED,
    Found,
    cost,
    found,
    found_in_firefox,
    queries,
    waits,
    wanted,
)
from tests.offline.marionette import firefox

RECORDS = 1_000
PERFECT = Found(1.0, 1.0)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The site of so many records."""
    with served(built(RECORDS, tmp_path_factory.mktemp("thousand"))) as site:
        yield site


@pytest.fixture(scope="module")
def documents(site: Served) -> list[Document]:
    """What its search knows of its pages."""
    return documents_of(site.folder)


@pytest.fixture(scope="module")
def right(documents: list[Document]) -> dict[str, set[str]]:
    """By query the pages that a plain search finds; the bench asks more."""
    return wanted(documents, queries(documents)[::3])


def test_every_page_of_a_large_site_is_found(
    browser: Browser, site: Served, right: dict[str, set[str]]
) -> None:
    """All that a plain search of the pages finds and nothing else, in Chromium."""
    assert max(map(len, right.values())) > RECORDS / 4
    assert found(browser, site, right) == PERFECT


def test_firefox_finds_as_much(site: Served, right: dict[str, set[str]], tmp_path: Path) -> None:
    """The same count, and the first pages are among the wanted ones, in Firefox."""
    with firefox(tmp_path) as page:
        assert found_in_firefox(page, site, dict(list(right.items())[::3])) == PERFECT


@pytest.mark.parametrize("asked", [*(f"q={word}" for word in ("残疾", *JUDGED[::6])), FILTERS[0]])
def test_a_large_site_sends_little(asked: str, browser: Browser, site: Served) -> None:
    """Up to the first result come 60 KB at most, of a filter alone too."""
    assert 0 < cost(browser, site, asked).size <= MOST_TO_A_RESULT


@pytest.mark.parametrize("asked", [*(f"q={word}" for word in ("残疾", *JUDGED[::6])), FILTERS[0]])
def test_four_answers_are_waited_for(asked: str, browser: Browser, site: Served) -> None:
    """The page, what it comes with, the words, what is shown: no more follow each other before the first result."""
    assert waits(browser, site, asked) == 4
