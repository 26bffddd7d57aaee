"""The name of an element: the steps of Accessible Name and Description Computation 1.2."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.speech.hiding import is_hidden
from generator.speech.role import FIELDS, Role
from generator.speech.roles import role_of
from generator.speech.tree import Element, Page

INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "svg",
        "time",
        "u",
        "var",
        "wbr",
    ]
)
"""Elements whose text joins the text around them without a space."""
FROM_CONTENT = frozenset(
    {
        Role.BUTTON,
        Role.CELL,
        Role.CHECKBOX,
        Role.COLUMN_HEADER,
        Role.DISCLOSURE,
        Role.HEADING,
        Role.LINK,
        Role.RADIO,
        Role.ROW,
        Role.ROW_HEADER,
    }
)
_NAMING_CHILD = {"table": "caption", "fieldset": "legend", "figure": "figcaption", "svg": "title"}
_BUTTON_WORDS = {"submit": "提交", "reset": "重置", "image": "提交"}


@dataclass(frozen=True, slots=True)
class _Step:
    """Where in the computation an element is met."""

    page: Page
    seen: frozenset[Element] = frozenset()
    referred: bool = False
    """Reached through aria-labelledby, now or further up."""
    direct: bool = False
    """Named by the reference itself: then even a hidden element counts."""
    below: bool = False
    """Met while the content of another element is put together."""


def name_of(page: Page, element: Element) -> str:
    """The name of an element, spaces made single; "" when it has none."""
    return " ".join(_text(_Step(page), element).split())


def value_of(page: Page, field: Element) -> str:
    """What stands in a field: the text, or the chosen option."""
    if field.tag == "select":
        return " ".join(name_of(page, option) or option.bare_text for option in _chosen(field))
    if field.tag == "textarea":
        return " ".join(field.bare_text.split())
    return field.get("value") if role_of(field) in {Role.TEXTBOX, Role.SPIN_BUTTON} else ""


def _chosen(select: Element) -> list[Element]:
    options = [each for each in select.descendants() if each.tag == "option"]
    chosen = [each for each in options if "selected" in each.attributes]
    if role_of(select) is Role.LISTBOX:
        return chosen
    return chosen[-1:] or options[:1]


def labels_of(page: Page, field: Element) -> list[Element]:
    """The label elements that point at a field or stand around it."""
    own = field.get("id")
    labels = (each for each in page.root.descendants() if each.tag == "label")
    around = field.inside("label")
    return [each for each in labels if (own and each.get("for") == own) or each is around]


def _text(step: _Step, element: Element) -> str:
    """Steps 2A to 2I for one element."""
    if element in step.seen or (is_hidden(element) and not step.direct):
        return ""
    step = replace(step, seen=step.seen | {element})
    if not step.referred and (named := _by_reference(step, element)):
        return named
    if step.below and role_of(element) in FIELDS:
        return element.get("aria-label") or value_of(step.page, element)
    return (
        element.get("aria-label")
        or _by_markup(step, element)
        or _by_content(step, element)
        or element.get("title")
        or ("" if step.below else element.get("placeholder"))
    )


def _by_reference(step: _Step, element: Element) -> str:
    """Step 2B: aria-labelledby, which may name the element itself."""
    referring = replace(step, referred=True, direct=True, below=True, seen=frozenset())
    targets = step.page.referred(element.get("aria-labelledby"))
    return " ".join(filter(None, (_text(referring, each) for each in targets)))


def _by_markup(step: _Step, element: Element) -> str:
    """Step 2E: what HTML itself gives a name with."""
    if element.tag in {"img", "area"} or (
        element.tag == "input" and element.get("type") == "image"
    ):
        return element.get("alt")
    if element.tag == "input" and role_of(element) is Role.BUTTON:
        kind = element.get("type").lower()
        return element.get("value") or _BUTTON_WORDS.get(kind, "")
    if element.tag == "option" and element.get("label"):
        return element.get("label")
    if element.tag in _NAMING_CHILD:
        child = next((e for e in element.elements() if e.tag == _NAMING_CHILD[element.tag]), None)
        return _content_of(step, child) if child else ""
    if role_of(element) in FIELDS or element.tag == "button":
        inner = replace(step, below=True, direct=False)
        labels = labels_of(step.page, element)
        return " ".join(filter(None, (_text(inner, each).strip() for each in labels)))
    return ""


def _by_content(step: _Step, element: Element) -> str:
    """Step 2F: the text inside, where the role allows it or another name is being made of it."""
    if step.below or role_of(element) in FROM_CONTENT or element.tag == "option":
        return _content_of(step, element)
    return ""


def _content_of(step: _Step, element: Element) -> str:
    """The text inside, with spaces where blocks meet."""
    inner = replace(step, below=True, direct=False)
    parts = []
    for child in element.children:
        if isinstance(child, str):
            parts.append(child)
        elif child.tag in INLINE:
            parts.append(_text(inner, child))
        else:
            parts.append(f" {_text(inner, child)} ")
    return "".join(parts)
