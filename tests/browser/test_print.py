"""Pages on paper: A4, large type, nothing cut, no controls, headings with what they head."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pypdf
import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Site, opened

WIDTH = 703
"""Pixels between the margins of A4 (210 mm less 12 mm on each side)."""
LARGE = 14 * 96 / 72
"""Pixels of type of 14 points."""
FOOT = 34 + 40
"""Points from the edge of the paper: the margin and two lines of type."""
SHOWN = {
    "course": "courses/chengdu-*.html",
    "clause": "policies/sc-2021-8/*.html",
    "question": "policies/questions/[a-hj-z]*.html",
    "region": "regions/5*.html",
    "regions": "regions/index.html",
    "policy": "policies/sc-2021-8.html",
    "subsidies": "subsidies/index.html",
    "subsidy": "subsidies/sc-*.html",
    "office": "offices/chengdu-canlian.html",
    "home": "index.html",
}
"""Kinds of pages that are printed most, and those that are widest."""
PRINTED = """(large) => {
  const seen = (all) => [...document.querySelectorAll(all)].filter((element) => element.checkVisibility());
  const style = (element) => getComputedStyle(element);
  const name = (element) => `${element.tagName}.${element.className}`;
  return {
    width: document.documentElement.scrollWidth,
    small: seen("main :is(p, li, dd, dt, td, th, span, a, caption)")
      .filter((e) => e.textContent.trim() && !e.matches(".spoken") && parseFloat(style(e).fontSize) < large)
      .map(name),
    controls: seen("button, input, select, textarea, nav").map(name),
    cut: seen("tr, .facts > div, .cards > li").filter((e) => style(e).breakInside !== "avoid").map(name),
    alone: seen("h1, h2, h3, h4, caption").filter((e) => style(e).breakAfter !== "avoid").map(name),
    bare: seen('main [rel="external"]')
      .filter((e) => !getComputedStyle(e, "::after").content.includes(e.getAttribute("href")))
      .map(name),
    outside: seen('main [rel="external"]').length,
  };
}"""


@pytest.fixture(scope="module")
def printed(browser: Browser, real_site: Site) -> dict[str, dict[str, object]]:
    """What the style for print makes of the longest page of each kind."""
    found = {}
    with opened(browser, real_site.address, viewport={"width": WIDTH, "height": 1000}) as (page, _):
        page.emulate_media(media="print")
        for kind, pattern in SHOWN.items():
            longest = max(real_site.folder.glob(pattern), key=lambda path: path.stat().st_size)
            page.goto(f"{real_site.address}/{longest.relative_to(real_site.folder)}")
            found[kind] = page.evaluate(PRINTED, LARGE - 0.1)
    return found


@pytest.mark.parametrize("kind", SHOWN)
def test_a_page_prints_well(kind: str, printed: dict[str, dict[str, object]]) -> None:
    """As wide as the paper, so that no browser shrinks it; 14 points or more; no row and no heading is parted."""
    found = dict(printed[kind])
    found.pop("outside")
    assert found == {"width": WIDTH, "small": [], "controls": [], "cut": [], "alone": [], "bare": []}


def test_addresses_outside_are_printed(printed: dict[str, dict[str, object]]) -> None:
    """There are such links among these pages, so the test above can fail."""
    assert any(found["outside"] for found in printed.values())


def _bookmarks(outline: list[Any]) -> Iterator[Any]:
    for entry in outline:
        yield from _bookmarks(entry) if isinstance(entry, list) else [entry]


def test_a_printed_course_is_whole(browser: Browser, real_site: Site) -> None:
    """On A4 all its headings stand, none of them at the foot of a sheet; reading programs find them as bookmarks."""
    longest = max(real_site.folder.glob("courses/chengdu-*.html"), key=lambda path: path.stat().st_size)
    with opened(browser, real_site.address) as (page, _):
        page.goto(f"{real_site.address}/{longest.relative_to(real_site.folder)}")
        headings = [" ".join(text.split()) for text in page.locator("main :is(h1, h2, h3)").all_text_contents()]
        printed = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4", tagged=True, outline=True)))
    assert len(printed.pages) > 3
    marks = list(_bookmarks(printed.outline))
    assert {mark.title[:8] for mark in marks} >= {heading[:8] for heading in headings}
    assert [mark.title for mark in marks if float(mark.top) < FOOT] == []
