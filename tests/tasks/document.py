"""Finds elements in the pages of a built site."""

from __future__ import annotations

from typing import TypeAlias

from lxml import html

Element: TypeAlias = html.HtmlElement


def document(source: str) -> Element:
    """A whole page."""
    return html.document_fromstring(source)


def find(element: Element, path: str) -> list[Element]:
    """The elements that an XPath leads to, in order."""
    found = element.xpath(path)
    assert isinstance(found, list), f"{path} leads to no elements"
    return [one for one in found if isinstance(one, html.HtmlElement)]


def text_of(element: Element) -> str:
    """The text of an element."""
    return " ".join("".join(str(part) for part in element.itertext()).split())
