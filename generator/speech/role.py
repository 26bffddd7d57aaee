"""The roles that are told apart, and the groups they form."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """The roles that are told apart here."""

    GENERIC = "generic"
    """Nothing is said of it: div, span, and whatever has the role none."""
    ARTICLE = "article"
    BANNER = "banner"
    BLOCKQUOTE = "blockquote"
    BUTTON = "button"
    CAPTION = "caption"
    CELL = "cell"
    CHECKBOX = "checkbox"
    COLUMN_HEADER = "columnheader"
    COMBOBOX = "combobox"
    COMPLEMENTARY = "complementary"
    CONTENT_INFO = "contentinfo"
    DEFINITION = "definition"
    DESCRIPTION_LIST = "descriptionlist"
    DISCLOSURE = "disclosure"
    """A summary: the button of a details."""
    FIGURE = "figure"
    FORM = "form"
    GROUP = "group"
    HEADING = "heading"
    IMAGE = "img"
    LINK = "link"
    LIST = "list"
    LISTBOX = "listbox"
    LIST_ITEM = "listitem"
    MAIN = "main"
    NAVIGATION = "navigation"
    PARAGRAPH = "paragraph"
    PASSWORD = "password"  # noqa: S105 - a role
    RADIO = "radio"
    REGION = "region"
    ROW = "row"
    ROW_HEADER = "rowheader"
    SEARCH = "search"
    SEPARATOR = "separator"
    SPIN_BUTTON = "spinbutton"
    TABLE = "table"
    TERM = "term"
    TEXTBOX = "textbox"


LANDMARKS = frozenset(
    {
        Role.BANNER,
        Role.COMPLEMENTARY,
        Role.CONTENT_INFO,
        Role.FORM,
        Role.MAIN,
        Role.NAVIGATION,
        Role.REGION,
        Role.SEARCH,
    }
)
FIELDS = frozenset(
    {
        Role.CHECKBOX,
        Role.COMBOBOX,
        Role.LISTBOX,
        Role.PASSWORD,
        Role.RADIO,
        Role.SPIN_BUTTON,
        Role.TEXTBOX,
    }
)
CONTROLS = FIELDS | {Role.BUTTON, Role.DISCLOSURE}
LIVE_ROLES = frozenset({"alert", "log", "marquee", "status", "timer"})
