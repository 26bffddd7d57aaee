"""The blocks of a page as Markdown, as the peers of the MkDocs family are fed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any

from lxml import html

from tests.bench.page import Page
from tests.tasks.document import Element, text_of

ID = re.compile(r' id="([^"]*)"')
SIGNS = re.compile(r"[\\`*_{}\[\]#|]|^[-+]|(?<=^\d)\.")
"""What Python-Markdown would act on, and takes a backslash before."""
MARKS = {"strong": "**", "em": "*"}


def markdown_of(page: Page) -> str:
    """The source of a page: a head, then its blocks."""
    head = f"---\ntitle: {_quoted(page.title)}\ndescription: {_quoted(page.description)}\n---\n\n"
    return head + "\n\n".join(_written(page.blocks)) + "\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _written(blocks: Sequence[Any]) -> Iterator[str]:
    for block in blocks:
        yield from WRITERS[block["kind"]](block)


def line(source: str) -> str:
    """A line of HTML as Markdown: links, strong words, code; everything else is text."""
    if "<" not in source:
        return literal(unescape(source))
    return _inline(html.fragment_fromstring(source, create_parent="p")).strip()


def literal(text: str) -> str:
    """A text on one line that Python-Markdown says as it stands."""
    joined = " ".join(text.split())
    return (
        SIGNS.sub(r"\\\g<0>", joined)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
    )


def _inline(element: Element) -> str:
    parts = [_plain(element.text)]
    for child in element:
        parts += [_marked(child), _plain(child.tail)]
    return "".join(parts)


def _plain(text: str | None) -> str:
    """A piece of text whose ends keep the blank that parts it from its neighbours."""
    if not text:
        return ""
    before, after = (" " if end.isspace() else "" for end in (text[0], text[-1]))
    return before + literal(text) + after if text.strip() else " "


def _marked(element: Element) -> str:
    said = _inline(element)
    if element.tag == "a" and element.get("href"):
        return f"[{said}]({_target(str(element.get('href')))})"
    if element.tag == "code":
        return f"`{text_of(element)}`"
    mark = MARKS.get(str(element.tag), "") if said.strip() else ""
    return f"{mark}{said}{mark}"


def _target(address: str) -> str:
    """A link to a page of ours as one to its source, which the peer checks and resolves."""
    path, sign, part = address.partition("#")
    if "://" not in path and path.endswith(".html"):
        path = path.removesuffix(".html") + ".md"
    return path + sign + part


def _heading(block: dict[str, Any]) -> Iterator[str]:
    found = ID.search(block["attributes"])
    name = f" {{#{found[1]}}}" if found else ""
    yield f"{'#' * block['level']} {line(block['html'])}{name}"


def _paragraph(block: dict[str, Any]) -> Iterator[str]:
    yield line(block["html"])


def _list(block: dict[str, Any]) -> Iterator[str]:
    sign = "1." if block["tag"] == "ol" else "-"
    yield "\n".join(f"{sign} {line(item)}" for item in block["items"])


def _facts(block: dict[str, Any]) -> Iterator[str]:
    """A definition list; terms that share their values stand one below the other."""
    for row in block["rows"]:
        values = [f":   {line(value)}" for value in row["values"]]
        yield "\n".join([*map(line, row["terms"]), *values])


def _table(block: dict[str, Any]) -> Iterator[str]:
    if block["caption"]:
        yield line(block["caption"])
    rows = [block["columns"], *block["rows"]]
    cells = [f"| {' | '.join(map(line, row))} |" for row in rows]
    yield "\n".join([cells[0], "|" + " --- |" * len(block["columns"]), *cells[1:]])


def _cards(block: dict[str, Any]) -> Iterator[str]:
    for card in block["cards"]:
        yield from _written(card)


def _group(block: dict[str, Any]) -> Iterator[str]:
    if block["summary"]:
        yield f"**{line(block['summary'])}**"
    yield from _written(block["blocks"])


def _raw(block: dict[str, Any]) -> Iterator[str]:
    """What no kind of block fits stays HTML, which Markdown lets through when no line is empty."""
    yield "<div>" + re.sub(r"\n\s*\n", "\n", block["html"]) + "</div>"


WRITERS = {
    "heading": _heading,
    "paragraph": _paragraph,
    "list": _list,
    "facts": _facts,
    "table": _table,
    "cards": _cards,
    "group": _group,
    "html": _raw,
}
