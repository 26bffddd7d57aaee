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


def text_of(element: Element, without: str = "") -> str:
    """The text of an element, without what stands in parts of it that have a class."""
    parts = element.itertext() if not without else _without(element, without)
    return " ".join("".join(str(part) for part in parts).split())


def _without(element: Element, name: str) -> list[str]:
    found = element.xpath(f".//text()[not(ancestor::*[@class='{name}'])]")
    assert isinstance(found, list)
    return [str(part) for part in found]
