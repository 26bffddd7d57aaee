"""The index of an edition's search: a classic script that sets one list, since no page at file:// may fetch."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator

from generator.leaflets.plain import item_lines
from generator.offline.edition import Edition, Sheet
from generator.render.index_pages import text_of

NAME = "search-index.js"
_PLACE = re.compile(r'<section(?: class="clause")?(?: id="([^"]*)")?>\s*<h2(?: id="([^"]*)")?>(.*?)</h2>(.*?)</section>', re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
Found = tuple[str, str, str, str]
"""Where it stands, its title, what it is part of, its text."""


def script(edition: Edition) -> str:
    """The list as a script."""
    found = [*_of_chapters(edition), *(entry for sheet in edition.sheets for entry in _of_sheet(sheet))]
    # Within a script, < could end it and the two separators would end a line in old browsers.
    told = json.dumps(found, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f"globalThis.offlineIndex = {told.replace(chr(0x2028), '').replace(chr(0x2029), '')};\n"


def _of_chapters(edition: Edition) -> Iterator[Found]:
    for part in edition.booklet.parts:
        for item in part.items:
            text = "".join(line.text if line.text[-1:] in "。！？；：" else f"{line.text}。" for line in item_lines(item))
            yield f"{part.id}.html#{item.id}", item.title, part.title, text.removeprefix(f"{item.title}。")


def _of_sheet(sheet: Sheet) -> Iterator[Found]:
    """Clause by clause, word by word; a page of the self-check as a whole."""
    page = sheet.page
    if page.kind in {"policy", "glossary"}:
        for anchor, other, heading, body in _PLACE.findall(sheet.main):
            yield f"{page.path}#{html.unescape(anchor or other)}", _words(heading), page.title, text_of(body)
    elif page.kind != "offline":
        yield page.path, page.title, "自查", text_of(sheet.main)


def _words(markup: str) -> str:
    return html.unescape(_TAG.sub("", markup)).strip()
