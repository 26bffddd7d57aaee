"""What a page holds for those who jump: headings, landmarks, links, fields, in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from generator.speech.hiding import is_folded, is_hidden, is_live
from generator.speech.role import Role
from generator.speech.roles import role_of
from generator.speech.tree import Element, Page


def heard(page: Page, *, unfold: bool = False) -> list[Element]:
    """Every element that is read, in the order of the page."""
    return list(_heard(page.find("body") or page.root, unfold=unfold))


def _heard(element: Element, *, unfold: bool) -> Iterator[Element]:
    for child in element.elements():
        if is_hidden(child) or is_live(child) or (not unfold and is_folded(child)):
            continue
        yield child
        yield from _heard(child, unfold=unfold)


def with_role(elements: list[Element], *roles: Role) -> list[Element]:
    """Those that have one of the roles."""
    return [each for each in elements if role_of(each) in roles]
