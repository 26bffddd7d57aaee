"""What the peers are given says all that our pages say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import pytest
from lxml import html
from markdown import markdown  # type: ignore[import-untyped]

from tests.bench.frame import PLACES, frame_of
from tests.bench.markdown import markdown_of
from tests.bench.page import Page, page_of, pages_of
from tests.bench.peers.data import as_json, as_yaml
from tests.bench.tool import course_page
from tests.tasks.document import Element, document, find, text_of

EXTENSIONS = ["attr_list", "def_list", "tables"]
"""Those in sources/material/mkdocs.yml."""
NO_TEXT = {"kind", "tag", "attributes", "level"}


def squeezed(source: str) -> str:
    """The text of a piece of HTML without white space, which is not kept."""
    return said_by(html.fragment_fromstring(source, create_parent="div"))


def said_by(element: Element) -> str:
    """The text of an element without white space."""
    return text_of(element).replace(" ", "")


def texts(value: object) -> Iterator[str]:
    """Every piece of HTML in blocks, in order."""
    if isinstance(value, dict):
        parts = [part for key, part in value.items() if key not in NO_TEXT]
        yield from (text for part in parts for text in texts(part))
    elif isinstance(value, list):
        yield from (text for part in value for text in texts(part))
    else:
        yield str(value)


def main_of(site: Path, page: Page) -> str:
    """What our page says in its `<main>`."""
    (main,) = find(document((site / page.address).read_text("utf-8")), "//main")
    return said_by(main)


def test_blocks_lose_no_text(site: Path) -> None:
    """Every word of every page stands in its blocks, in the same order."""
    pages = list(pages_of(site))
    assert len(pages) > 300
    for page in pages:
        said = "".join(squeezed(text) for text in texts(page.blocks) if text)
        assert said == main_of(site, page), page.address


def test_markdown_loses_no_text(site: Path) -> None:
    """What Markdown makes of the source of a page says the same words too."""
    for page in pages_of(site):
        _, _, source = markdown_of(page).removeprefix("---\n").partition("\n---\n")
        said = squeezed(markdown(source, extensions=EXTENSIONS))
        wanted = main_of(site, page)
        assert said == wanted, (page.address, _first_difference(said, wanted))


def _first_difference(one: str, other: str) -> tuple[str, str]:
    pairs = enumerate(zip_longest(one, other))
    place = next(number for number, (a, b) in pairs if a != b)
    return one[place - 20 : place + 40], other[place - 20 : place + 40]


def test_a_course_is_told_in_blocks_that_a_peer_can_loop_over(site: Path) -> None:
    """Facts, tables, lists and paragraphs are data; only navigation stays ready HTML."""
    page = next(page for page in pages_of(site) if page.kind == "course")
    kinds = {str(block["kind"]) for block in _all(page.blocks)}
    assert {"heading", "paragraph", "facts", "table", "list", "group"} <= kinds
    raw = [str(block["html"]) for block in _all(page.blocks) if block["kind"] == "html"]
    assert all(source.startswith("<nav") for source in raw)


def _all(blocks: object) -> Iterator[dict[str, object]]:
    for block in blocks if isinstance(blocks, list) else []:
        yield block
        yield from _all(block.get("blocks"))
        for card in block.get("cards", []):
            yield from _all(card)


def test_a_page_knows_its_place() -> None:
    """Title, description, kind, depth and crumbs are those of the source."""
    source = (
        '<html><head><title>甲 - 目录</title><meta name="description" content="一&amp;二"></head>'
        '<body data-kind="course"><nav class="crumbs"><ol><li><a href="../index.html">首页</a></li>'
        "<li>甲</li></ol></nav><main><h1>甲</h1>散字<b>粗</b></main></body></html>"
    )
    data = page_of("courses/a.html", source).data()
    assert data == {
        "address": "courses/a.html",
        "title": "甲",
        "description": "一&二",
        "kind": "course",
        "root": "../",
        "crumbs": [{"text": "首页", "address": "index.html"}, {"text": "甲", "address": ""}],
        "blocks": [
            {"kind": "heading", "level": 1, "attributes": "", "html": "甲"},
            {"kind": "html", "html": "散字<b>粗</b>"},
        ],
    }
    assert '"title": "甲"' in as_json(data)
    assert "title: 甲\n" in as_yaml(data)


def test_a_frame_keeps_our_words_and_none_of_the_page(site: Path) -> None:
    """A layout has the expressions of a peer where pages differ, and the frame everywhere else."""
    source = course_page(site)
    filling = {place: f"<<{place}>>" for place in PLACES} | {"link": '"<<root>>{}"'}
    frame = frame_of(source, filling)
    assert all(f"<<{place}>>" in frame for place in (*PLACES, "root") if place != "link")
    assert re.search(r'href="<<root>>assets/site\.[0-9a-f]{8}\.css"', frame)
    assert '"../' not in frame
    assert "aria-current" not in frame
    assert "报名前请向经办机构核实" in frame
    title = page_of("courses/a.html", source).title
    assert title in source
    assert title not in frame


def test_a_page_without_a_place_makes_no_frame() -> None:
    """A change of our frame that the benchmark does not know stops it."""
    with pytest.raises(ValueError, match="no place for title"):
        frame_of("<html></html>", dict.fromkeys(PLACES, ""))
