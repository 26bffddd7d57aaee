"""How a search is asked in a browser, and what the search should know of each page."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page

from generator.catalogue import Catalogue
from generator.pages import all_pages
from generator.render.assets import assets_of
from generator.render.index_pages import text_of
from tests.browser.conftest import Site
from tests.conftest import REPOSITORY

FINDER, PAGEFIND_FINDER, RANKING = (
    f"/{assets_of(str(REPOSITORY)).address(name)}" for name in ("finder.js", "pagefind-finder.js", "ranking.js")
)
"""Where the scripts that ask the two engines stand, and the one that makes our answers."""
FEW = 50
SAID_MORE = "(before) => document.querySelector('#search-status').textContent !== before"


@dataclass(frozen=True)
class Searched:
    """A page as the search should know it: its words without blanks, its kind and prefecture."""

    address: str
    words: str
    kind: str
    prefecture: str


@dataclass(frozen=True)
class Found:
    """What the search page shows."""

    count: int
    links: list[str]
    said: str
    near: bool


def plain(text: str) -> str:
    """The text without blanks and marks, in the simplest form of each character; a stop is a |."""
    parted = re.sub("[。！？；：，、]", "|", text)
    kept = (s for s in unicodedata.normalize("NFKC", parted) if s.isalnum() or s == "|")
    return "".join(kept).lower()


def main_of(folder: Path, path: str) -> str:
    """The HTML inside <main> of a built page."""
    html = (folder / path).read_text("utf-8")
    return html.split("<main", 1)[1].partition(">")[2].rpartition("</main>")[0]


def documents_of(site: Site, catalogue: Catalogue) -> list[Searched]:
    """Every page that the search should find, read from the built site."""
    pages = {page.path: page for page in all_pages(catalogue) if page.found_as}
    found = []
    for path in [*pages, *(p for p in site.paths() if is_text(site, p))]:
        page = pages.get(path)
        title = page.title if page else ""
        found_as = page.found_as if page else None
        place = found_as.region if found_as else ""
        words = plain(f"{title}。{place}。{text_of(main_of(site.folder, path))}")
        prefecture = found_as.prefecture if found_as else ""
        found.append(
            Searched(f"{site.address}/{path}", words, page.kind if page else "", prefecture)
        )
    return found


def is_text(site: Site, path: str) -> bool:
    """Whether a page comes from site_src/content."""
    return (
        "/" not in path
        and path not in {"index.html", "404.html", "search.html", "past.html"}
        and ('data-kind="page"' in (site.folder / path).read_text("utf-8"))
    )


def ask(page: Page, site: Site, query: str, **filters: str) -> Found:
    """Search, and show all results, or at least the first FEW."""
    more = "".join(f"&{name}={value}" for name, value in filters.items())
    page.goto(f"{site.address}/search.html?q={quote(query)}{more}")
    page.wait_for_function(
        "() => /找到|没有打开/.test(document.querySelector('#search-status').textContent)"
    )
    while page.locator("#search-results > button:visible").count():
        if page.locator("#search-results .cards > li").count() >= FEW:
            break
        before = page.locator("#search-status").text_content()
        page.locator("#search-results > button").click()
        page.wait_for_function(SAID_MORE, arg=before)
    said = page.locator("#search-results .lead").inner_text()
    count = re.search(r"找到(\d+)条", said)
    links = page.eval_on_selector_all(
        "#search-results .cards h3 a", "nodes => nodes.map((n) => n.href)"
    )
    return Found(int(count[1]) if count else 0, links, said, near="相近" in said)


def expected(documents: list[Searched], query: str, **filters: str) -> set[str]:
    """The addresses of the pages that hold every word of the query."""
    words = [plain(word) for word in query.split()]
    return {
        one.address
        for one in documents
        if all(word in one.words for word in words)
        and filters.get("type", one.kind) == one.kind
        and filters.get("region", one.prefecture) == one.prefecture
    }
