"""What is on the page but is not read: by the HTML alone, for style sheets are not asked."""

from __future__ import annotations

from generator.speech.role import LIVE_ROLES
from generator.speech.roles import summary_of
from generator.speech.tree import Element

UNSEEN_TAGS = frozenset(
    {"audio", "datalist", "head", "noscript", "script", "style", "template", "title", "video"}
)
"""Elements of which a browser with scripts shows no text."""


def is_hidden(element: Element) -> bool:
    """Whether this element itself hides what it holds, from the eyes or from the tree."""
    return (
        element.tag in UNSEEN_TAGS
        or "hidden" in element.attributes
        or element.get("aria-hidden").lower() == "true"
        or (element.tag == "input" and element.get("type").lower() == "hidden")
        or (element.tag == "dialog" and "open" not in element.attributes)
    )


def is_folded(element: Element) -> bool:
    """Whether it stands in a details that is closed, and is not its summary."""
    parent = element.parent
    return (
        parent is not None
        and parent.tag == "details"
        and "open" not in parent.attributes
        and summary_of(parent) is not element
    )


def is_live(element: Element) -> bool:
    """Whether it speaks up when it changes; reading down the page passes over it."""
    live = element.get("aria-live").lower()
    if live:
        return live != "off"
    return element.get("role").lower() in LIVE_ROLES or element.tag == "output"
