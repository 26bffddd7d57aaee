"""What each element is to assistive technology: the roles of HTML-AAM, and ARIA where it says more."""

from __future__ import annotations

from collections.abc import Callable

from generator.speech.role import Role
from generator.speech.tree import Element

_ALWAYS = {
    "article": Role.ARTICLE,
    "blockquote": Role.BLOCKQUOTE,
    "button": Role.BUTTON,
    "caption": Role.CAPTION,
    "dd": Role.DEFINITION,
    "dl": Role.DESCRIPTION_LIST,
    "dt": Role.TERM,
    "fieldset": Role.GROUP,
    "figure": Role.FIGURE,
    "h1": Role.HEADING,
    "h2": Role.HEADING,
    "h3": Role.HEADING,
    "h4": Role.HEADING,
    "h5": Role.HEADING,
    "h6": Role.HEADING,
    "hr": Role.SEPARATOR,
    "main": Role.MAIN,
    "menu": Role.LIST,
    "nav": Role.NAVIGATION,
    "ol": Role.LIST,
    "p": Role.PARAGRAPH,
    "search": Role.SEARCH,
    "table": Role.TABLE,
    "td": Role.CELL,
    "textarea": Role.TEXTBOX,
    "tr": Role.ROW,
    "ul": Role.LIST,
}
_INPUTS = {
    "button": Role.BUTTON,
    "checkbox": Role.CHECKBOX,
    "hidden": Role.GENERIC,
    "image": Role.BUTTON,
    "number": Role.SPIN_BUTTON,
    "password": Role.PASSWORD,
    "radio": Role.RADIO,
    "reset": Role.BUTTON,
    "submit": Role.BUTTON,
}
_SECTIONING = ("article", "aside", "main", "nav", "section")
_ONLY_HTML = {Role.DESCRIPTION_LIST, Role.DISCLOSURE, Role.PASSWORD}
_ARIA = {role.value: role for role in Role if role not in _ONLY_HTML} | {
    "none": Role.GENERIC,
    "presentation": Role.GENERIC,
    "gridcell": Role.CELL,
    "image": Role.IMAGE,
    "searchbox": Role.TEXTBOX,
}


def role_of(element: Element) -> Role:
    """The role of an element."""
    if element.role is None:
        element.role = _explicit(element) or _native(element)
    return element.role


def _explicit(element: Element) -> Role | None:
    """The first role that the author wrote and that is known here."""
    for word in element.get("role").lower().split():
        if word in _ARIA:
            return _ARIA[word]
    return None


def _native(element: Element) -> Role:
    if element.tag in _ALWAYS:
        return _ALWAYS[element.tag]
    decide = _SOMETIMES.get(element.tag)
    return decide(element) if decide else Role.GENERIC


def has_author_name(element: Element) -> bool:
    """Whether the author names it with an attribute, as a region or a form must be to count."""
    return any(element.get(name) for name in ("aria-label", "aria-labelledby", "title"))


def _link(element: Element) -> Role:
    return Role.LINK if "href" in element.attributes else Role.GENERIC


def _page_part(role: Role) -> Callable[[Element], Role]:
    """A header or footer is a landmark only of the page, not inside a part of it."""
    return lambda element: Role.GENERIC if element.inside(*_SECTIONING) else role


def _if_named(role: Role) -> Callable[[Element], Role]:
    return lambda element: role if has_author_name(element) else Role.GENERIC


def _aside(element: Element) -> Role:
    inner = element.inside("article", "aside", "nav", "section")
    return Role.COMPLEMENTARY if not inner or has_author_name(element) else Role.GENERIC


def _image(element: Element) -> Role:
    if "alt" in element.attributes and not element.get("alt") and not has_author_name(element):
        return Role.GENERIC
    return Role.IMAGE


def _input(element: Element) -> Role:
    kind = element.get("type").lower()
    if "list" in element.attributes and kind not in _INPUTS:
        return Role.COMBOBOX
    return _INPUTS.get(kind, Role.TEXTBOX)


def _select(element: Element) -> Role:
    size = element.get("size")
    many = "multiple" in element.attributes or (size.isdecimal() and int(size) > 1)
    return Role.LISTBOX if many else Role.COMBOBOX


def _list_item(element: Element) -> Role:
    in_list = element.parent is not None and role_of(element.parent) is Role.LIST
    return Role.LIST_ITEM if in_list else Role.GENERIC


def _header_cell(element: Element) -> Role:
    """By its scope, or else by where it stands: the head of a table, or the start of a row."""
    scope = element.get("scope").lower()
    if scope in {"row", "rowgroup"}:
        return Role.ROW_HEADER
    if scope in {"col", "colgroup"} or element.inside("thead", "tbody", "tfoot", "table") is None:
        return Role.COLUMN_HEADER
    above = element.inside("thead", "tbody", "tfoot", "table")
    row = element.inside("tr")
    headers_only = row is not None and all(cell.tag == "th" for cell in row.elements())
    in_head = above is not None and above.tag == "thead"
    return Role.COLUMN_HEADER if in_head or headers_only else Role.ROW_HEADER


def _summary(element: Element) -> Role:
    parent = element.parent
    first = parent is not None and parent.tag == "details" and summary_of(parent) is element
    return Role.DISCLOSURE if first else Role.GENERIC


def summary_of(details: Element) -> Element | None:
    """The summary that opens and closes a details."""
    return next((each for each in details.elements() if each.tag == "summary"), None)


_SOMETIMES: dict[str, Callable[[Element], Role]] = {
    "a": _link,
    "area": _link,
    "aside": _aside,
    "footer": _page_part(Role.CONTENT_INFO),
    "form": _if_named(Role.FORM),
    "header": _page_part(Role.BANNER),
    "img": _image,
    "input": _input,
    "li": _list_item,
    "section": _if_named(Role.REGION),
    "select": _select,
    "summary": _summary,
    "svg": _if_named(Role.IMAGE),
    "th": _header_cell,
}


def heading_level(element: Element) -> int:
    """The level of a heading; 2 where an ARIA heading tells none, as browsers do."""
    told = element.get("aria-level")
    if told.isdecimal() and int(told) > 0:
        return int(told)
    return int(element.tag[1]) if element.tag[1:].isdecimal() and element.tag[0] == "h" else 2


def nearest(element: Element, role: Role) -> Element | None:
    """The nearest element around it with a role."""
    return next((above for above in element.ancestors() if role_of(above) is role), None)
