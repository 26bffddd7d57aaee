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
_PIECE = re.compile(r'<section class="gathered" id="([^"]*)">')
_PLACE = re.compile(r'<section(?: class="clause")?(?: id="([^"]*)")?>\s*<h[23](?: id="([^"]*)")?>(.*?)</h[23]>(.*?)</section>', re.DOTALL)
_TITLE = re.compile(r"<h[12]>(.*?)</h[12]>", re.DOTALL)
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
            _, *told = item_lines(item)
            text = "".join(line.text if line.text[-1:] in "。！？；：" else f"{line.text}。" for line in told)
            yield f"{part.id}.html#{item.id}", item.title, part.title, text


def _of_sheet(sheet: Sheet) -> Iterator[Found]:
    """Clause by clause, word by word; a step of the self-check as a whole."""
    _, *pieces = _PIECE.split(sheet.main)
    for piece_id, body in zip(pieces[::2], pieces[1::2], strict=True):
        name = _words(_TITLE.search(body))
        places = _PLACE.findall(body)
        for anchor, other, heading, text in places:
            yield f"{sheet.page.path}#{anchor or other}", _words(heading), name, text_of(text)
        if not places:
            yield f"{sheet.page.path}#{piece_id}", name, sheet.page.title, text_of(body).removeprefix(f"{name}。")


def _words(markup: str | re.Match[str] | None) -> str:
    text = markup[1] if isinstance(markup, re.Match) else markup or ""
    return html.unescape(_TAG.sub("", text)).strip()
