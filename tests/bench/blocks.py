"""What stands in a `<main>` as blocks: headings, paragraphs, lists, facts, tables, cards, groups.

The text of a block is ready HTML, so that a peer needs neither to escape nor to link. What fits no
kind of block (navigation within the page, forms, drawings) stays ready HTML as a whole.
"""

from __future__ import annotations

import html as text
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import TypeAlias

from lxml import html

from tests.tasks.document import Element

Block: TypeAlias = dict[str, object]

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
GROUPS = ("section", "div", "blockquote", "details")
INLINE = frozenset({"a", "span", "strong", "em", "code", "br", "b", "i"})


def blocks_of(element: Element) -> list[Block]:
    """The content of an element, in order; loose text and what stands in its line is one block."""
    found: list[Block] = []
    for loose, nodes in groupby(_nodes(element), key=_is_inline):
        if loose:
            line = "".join(_written(node) for node in nodes)
            found += [{"kind": "html", "html": line}] if line.strip() else []
        else:
            found += [_block(node) for node in nodes if not isinstance(node, str)]
    return found


def _nodes(element: Element) -> Iterator[Element | str]:
    """The text and the elements below an element, in order; each text apart from its element."""
    yield element.text or ""
    for child in element:
        yield child
        yield child.tail or ""


def _is_inline(node: Element | str) -> bool:
    return isinstance(node, str) or all(part.tag in INLINE for part in node.iter())


def _written(node: Element | str) -> str:
    if isinstance(node, str):
        return text.escape(node, quote=False)
    return str(html.tostring(node, encoding="unicode", with_tail=False))


def inner(element: Element) -> str:
    """The HTML within an element."""
    return "".join(_written(node) for node in _nodes(element)).strip()


def attributes(element: Element) -> str:
    """The attributes of an element as they stand in its tag."""
    return "".join(f' {name}="{text.escape(value)}"' for name, value in element.attrib.items())


def _block(element: Element) -> Block:
    reader = READERS.get(str(element.tag))
    block = reader(element) if reader else None
    return block or {"kind": "html", "html": _written(element)}


def _heading(element: Element) -> Block:
    return {
        "kind": "heading",
        "level": int(str(element.tag)[1]),
        "attributes": attributes(element),
        "html": inner(element),
    }


def _paragraph(element: Element) -> Block:
    return {"kind": "paragraph", "attributes": attributes(element), "html": inner(element)}


def _list(element: Element) -> Block | None:
    """A list of lines, or of cards when any item holds blocks; None when items have attributes."""
    items = element.findall("li")
    if len(items) != len(element) or any(item.attrib for item in items):
        return None
    head: Block = {"tag": str(element.tag), "attributes": attributes(element)}
    if all(_is_inline(node) for item in items for node in _nodes(item)):
        return {"kind": "list", **head, "items": [inner(item) for item in items]}
    return {"kind": "cards", **head, "cards": [blocks_of(item) for item in items]}


def _facts(element: Element) -> Block | None:
    """A list of terms and what is said of each; None when it is written in another way than ours."""
    rows = []
    for row in element:
        cells = [cell for cell in row if cell.tag in {"dt", "dd"}]
        if row.tag != "div" or len(cells) != len(row) or any(cell.attrib for cell in cells):
            return None
        rows.append(
            {
                "terms": [inner(cell) for cell in cells if cell.tag == "dt"],
                "values": [inner(cell) for cell in cells if cell.tag == "dd"],
            }
        )
    return {"kind": "facts", "attributes": attributes(element), "rows": rows}


def _table(element: Element) -> Block | None:
    """A table with a head, a heading a row, plain words over its columns; None for any other."""
    columns = [*element.iterfind("thead/tr/th")]
    rows = [list(row) for row in element.iterfind("tbody/tr")]
    if not columns or any(len(column) for column in columns) or not all(map(_is_row, rows)):
        return None
    caption = element.find("caption")
    return {
        "kind": "table",
        "attributes": attributes(element),
        "caption": "" if caption is None else inner(caption),
        "columns": [inner(column) for column in columns],
        "rows": [[inner(cell) for cell in row] for row in rows],
    }


def _is_row(cells: list[Element]) -> bool:
    """Whether the first cell, and only that one, is a heading, and no cell is marked on its own."""
    first, *others = cells
    return (
        first.tag == "th"
        and set(first.attrib) == {"scope"}
        and all(cell.tag == "td" and set(cell.attrib) <= {"data-label"} for cell in others)
    )


def _group(element: Element) -> Block:
    summary = element.find("summary")
    if summary is not None:
        element.remove(summary)
    return {
        "kind": "group",
        "tag": str(element.tag),
        "attributes": attributes(element),
        "summary": "" if summary is None else inner(summary),
        "blocks": blocks_of(element),
    }


READERS: dict[str, Callable[[Element], Block | None]] = {
    **dict.fromkeys(HEADINGS, _heading),
    **dict.fromkeys(GROUPS, _group),
    "p": _paragraph,
    "ul": _list,
    "ol": _list,
    "dl": _facts,
    "table": _table,
}
