"""Pages stay light enough for an old phone on a slow line."""

from __future__ import annotations

import random
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from tests.a11y.serving import Served, served
from tests.a11y.weight import (
    MOST_A_PAGE,
    MOST_TO_A_RESULT,
    Scales,
    bytes_to_a_result,
    heaviest,
    too_heavy,
)
from tests.results import Results

QUERIES = ("按摩", "手语翻译", "川残办〔2021〕8号")


def nonsense(length: int) -> str:
    """Chinese characters that no program can compress much."""
    chance = random.Random(20261123)  # noqa: S311 - the same text every time
    return "".join(chr(chance.randint(0x4E00, 0x9FFF)) for _ in range(length))


@pytest.fixture
def heavy(tmp_path: Path) -> Path:
    """A folder of one page that is light by itself and heavy with its style sheet and its picture."""
    (tmp_path / "a.css").write_text(f'p {{ background: url("b.svg") }} /* {nonsense(3000)} */')
    (tmp_path / "b.svg").write_text(f"<svg><title>{nonsense(3000)}</title></svg>", "utf-8")
    link = '<link rel="stylesheet" href="a.css">'
    (tmp_path / "page.html").write_text(f"{link}<p>{nonsense(1000)}</p>", "utf-8")
    return tmp_path


def test_a_heavy_page_is_seen(heavy: Path) -> None:
    """The style sheet and the picture that it uses count."""
    assert list(too_heavy(heavy)) == ["page.html"]
    (heavy / "a.css").write_text("", "utf-8")
    assert too_heavy(heavy) == {}


def test_a_heavy_search_is_seen(heavy: Path, browser: Browser) -> None:
    """Whatever is fetched before the first result counts, by scripts too."""
    fetches = " ".join(f'await fetch("a.css?{n}");' for n in range(20))
    write = 'list.innerHTML = "<ul class=cards><li>竹编</ul>"; said.textContent = "找到1条";'
    script = f"const [list, said] = document.querySelectorAll('div'); {fetches} {write}"
    (heavy / "search.html").write_text(
        "<div id=search-results></div><div id=search-status></div>"
        f"<script type=module>{script}</script>",
        "utf-8",
    )
    with served(heavy) as site:
        assert bytes_to_a_result(browser, site, "search.html") > MOST_TO_A_RESULT


def test_every_page_is_light(real_site: Served, results: Results) -> None:
    """Page, style, script and pictures of every page of the site are 15 KB at most."""
    weight, path, parts = heaviest(real_site.folder)
    results.figures["heaviest page"] = f"{path}, {weight} bytes: {parts}"
    assert too_heavy(real_site.folder) == {}
    assert weight <= MOST_A_PAGE


def test_pages_are_weighed_whole(real_site: Served) -> None:
    """The style, the script and the mark of the site are among the parts of a page."""
    parts = Scales(real_site.folder.resolve()).parts(real_site.folder / "index.html")
    named = {re.sub(r"\.[0-9a-f]{8}(?=\.)", "", name) for name in parts}
    assert {"index.html", "site.css", "mark.svg", "brocade.svg"} <= named


@pytest.mark.parametrize("query", QUERIES)
def test_the_first_result_comes_early(
    query: str, browser: Browser, real_site: Served, results: Results
) -> None:
    """Everything up to the first result is 60 KB at most."""
    sent = bytes_to_a_result(browser, real_site, f"search.html?q={quote(query)}")
    results.figures[f"to the first result of {query}"] = f"{sent} bytes"
    assert 0 < sent <= MOST_TO_A_RESULT
