"""A hook of MkDocs: the headings of raw HTML stand in the table of contents, as those of Markdown do."""

from __future__ import annotations

from typing import TypedDict

from lxml import html
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class _Token(TypedDict):
    """What the extension `toc` says of a heading."""

    level: int
    id: str
    name: str
    children: list[_Token]


def _token(heading: html.HtmlElement) -> _Token:
    name = " ".join("".join(str(part) for part in heading.itertext()).split())
    return {
        "level": int(heading.tag[1]),
        "id": str(heading.get("id")),
        "name": name,
        "children": [],
    }


def tokens(content: str) -> list[_Token]:
    """The headings of a page, each below the one that it belongs to."""
    root: _Token = {"level": 0, "id": "", "name": "", "children": []}
    line = [root]
    for heading in html.fragment_fromstring(content, create_parent="div").iter(*HEADINGS):
        token = _token(heading)
        while line[-1]["level"] >= token["level"]:
            line.pop()
        line[-1]["children"].append(token)
        line.append(token)
    return root["children"]


def on_page_content(content: str, *, page: Page, **_more: object) -> str:
    """Put the headings into the table of contents of the page; its text stays as it is."""
    page.toc = get_toc(tokens(content))
    return content
