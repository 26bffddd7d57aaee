"""The lines of a page: what one press of the down arrow reads.

A line is made of pieces: a stretch of text and the object it belongs to. A block begins a line; a
row of a table, and a term with its first description, are one. Where a style sheet puts blocks side
by side or a narrow window breaks a line is not known here.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.speech.hiding import is_folded, is_hidden, is_live
from generator.speech.names import name_of
from generator.speech.role import CONTROLS, FIELDS, Role
from generator.speech.roles import role_of
from generator.speech.tree import Element, Page

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)
_UNMARKED = frozenset({Role.BANNER, Role.CONTENT_INFO, Role.NAVIGATION})
NOT_OBJECTS = frozenset({Role.GENERIC, Role.ROW})


@dataclass(slots=True)
class Piece:
    """Text and the object it belongs to."""

    owner: Element
    text: str
    stays: bool = False
    """Counts even without text: a control, a picture, the mark of a list item."""


@dataclass(slots=True)
class LineBuilder:
    """Walks a page in reading order and gathers pieces into lines."""

    page: Page
    unfold: bool
    lines: list[list[Piece]] = field(default_factory=list)
    _line: list[Piece] = field(default_factory=list)
    _names: frozenset[str] = frozenset()
    """The ids of what names a field: it is heard as the name, not once more by itself."""

    def __post_init__(self) -> None:
        """Look up which elements are names of fields."""
        fields = (each for each in self.page.root.descendants() if role_of(each) in FIELDS)
        self._names = frozenset(i for each in fields for i in each.get("aria-labelledby").split())

    def walk(self, element: Element, owner: Element) -> None:
        """Read all that stands inside an element; `owner` is the object that holds its text."""
        for child in element.children:
            if isinstance(child, str):
                self._say(child, owner)
            elif self._is_read(child):
                self._enter(child, owner)

    def _is_read(self, element: Element) -> bool:
        hidden = is_hidden(element) or is_live(element)
        return not hidden and (self.unfold or not is_folded(element))

    def _label(self, label: Element, owner: Element) -> None:
        """A label is heard as the name of its field, not once more by itself."""
        inner = [each for each in label.descendants() if role_of(each) in FIELDS]
        outer = self.page.by_id.get(label.get("for"))
        text = " ".join(label.bare_text.split())
        for each in inner:
            self._whole(each)
        if not inner and (outer is None or text not in name_of(self.page, outer)):
            self.walk(label, owner)

    def _enter(self, element: Element, owner: Element) -> None:
        breaks = element.tag == "br" or _begins_line(element)
        if breaks:
            self.end_line()
        if element.get("id") in self._names:
            pass
        elif element.tag == "label":
            self._label(element, owner)
        elif _is_said_whole(element):
            self._whole(element)
        else:
            own = element if role_of(element) not in NOT_OBJECTS else owner
            if role_of(element) is Role.LIST_ITEM:
                self._mark(element)
            self.walk(element, own)
        if breaks:
            self.end_line()

    def _mark(self, item: Element) -> None:
        """The number or bullet of a list item; lists of links around the content have neither."""
        if any(role_of(each) in _UNMARKED for each in item.ancestors()):
            return
        self._line.append(Piece(item, ordinal(item), stays=True))

    def _whole(self, element: Element) -> None:
        self._line.append(Piece(element, name_of(self.page, element), stays=True))

    def _say(self, text: str, owner: Element) -> None:
        last = self._line[-1] if self._line else None
        if last is not None and last.owner is owner:
            last.text += text
        elif text.strip() or last is not None:
            self._line.append(Piece(owner, text))

    def end_line(self) -> None:
        """Close the line; what holds only space is left out."""
        for piece in self._line:
            piece.text = " ".join(piece.text.split())
        kept = [piece for piece in self._line if piece.text or piece.stays]
        if kept:
            self.lines.append(kept)
        self._line = []


def lines_of(page: Page, *, unfold: bool = False) -> list[list[Piece]]:
    """The lines of a page in order; `unfold` reads closed details as well."""
    builder = LineBuilder(page, unfold)
    body = page.find("body") or page.root
    builder.walk(body, body)
    builder.end_line()
    return builder.lines


def ordinal(item: Element) -> str:
    """The number before an item of an ordered list; "" in others."""
    parent = item.parent
    if parent is None or parent.tag != "ol":
        return ""
    number = _number(parent.get("start"), 1) - 1
    for each in (each for each in parent.elements() if each.tag == "li"):
        number = _number(each.get("value"), number + 1)
        if each is item:
            break
    return f"{number}. "


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.lstrip("-").isdigit() else otherwise


def _begins_line(element: Element) -> bool:
    parent = element.parent
    if element.tag not in BLOCKS or parent is None:
        return False
    if element.tag in {"dt", "dd"} and parent.tag == "div":
        return _place(element, element.tag) > 0
    if element.tag in {"div", "p"} and parent.tag in {"td", "th"}:
        return _place(element) > 0
    return True


def _place(element: Element, tag: str = "") -> int:
    """How many siblings, of a tag if one is given, stand before an element."""
    siblings = element.parent.elements() if element.parent else iter(())
    same = [each for each in siblings if not tag or each.tag == tag]
    return next(place for place, each in enumerate(same) if each is element)


def _is_said_whole(element: Element) -> bool:
    """Whether its name is said at once, whatever stands inside."""
    role = role_of(element)
    if role is Role.LINK:
        return not any(each.tag in BLOCKS for each in element.descendants())
    return role in CONTROLS or role in {Role.IMAGE, Role.SEPARATOR}
