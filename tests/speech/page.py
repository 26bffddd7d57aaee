"""The facts of an HTML page that its speech is held against."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from html.parser import HTMLParser

HEADINGS = {f"h{level}": level for level in range(1, 7)}
LANDMARKS = {"header": "banner", "nav": "navigation", "main": "main", "footer": "contentinfo"}
NAMED_ONLY = {"section": "region", "form": "form"}
VOID = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "source",
    "track",
    "wbr",
}
UNSPOKEN = {"head", "script", "style", "template", "select"}
SIGNS = {"·": "点号", "/": "斜杠", "%": "百分号", r"\.(?=[A-Za-z])": "点"}
"""Signs that are spoken as words, at the level of punctuation that the bench uses."""


def letters(text: str) -> str:
    """Letters and digits alone, as text and its speech have them in common."""
    for sign, word in SIGNS.items():
        text = re.sub(sign, word, text)
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text))


@dataclass
class Heading:
    """A heading and its level; what describes the link in it, if anything does."""

    level: int
    text: str = ""
    described: str = ""


@dataclass
class Page:
    """What a page holds, in order."""

    title: str = ""
    headings: list[Heading] = field(default_factory=list)
    landmarks: list[tuple[str, str]] = field(default_factory=list)
    """The role and the label of each."""
    tables: list[list[str]] = field(default_factory=list)
    """The text of the first cell of each row of the body."""
    texts: list[str] = field(default_factory=list)
    """Every piece of text of the body but quotations."""

    @property
    def last_words(self) -> str:
        """The last text of the page."""
        return self.texts[-1]


def _landmark(tag: str, attributes: dict[str, str]) -> tuple[str, str] | None:
    label = attributes.get("aria-label", "")
    role = attributes.get("role") or LANDMARKS.get(tag) or (NAMED_ONLY.get(tag) if label else None)
    return (role, label) if role in {*LANDMARKS.values(), *NAMED_ONLY.values(), "search"} else None


class _Parser(HTMLParser):
    """Fills a Page. Knows where it is by the stack of open tags."""

    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self.open: list[str] = []
        self.cells = 0
        self.describing: dict[str, Heading] = {}
        """The headings by the id of what describes them."""
        self.described: list[tuple[int, Heading]] = []
        """How deep the descriptions stand that are being read."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self.open.append(tag)
        self._note_description(given)
        found = _landmark(tag, given)
        if found:
            self.page.landmarks.append(found)
        if tag in HEADINGS:
            self.page.headings.append(Heading(HEADINGS[tag]))
        elif tag == "tbody":
            self.page.tables.append([])
        elif tag == "tr" and "tbody" in self.open:
            self.page.tables[-1].append("")
            self.cells = 0
        elif tag in {"th", "td"}:
            self.cells += 1

    def _note_description(self, given: dict[str, str]) -> None:
        """What describes the link in a heading stands further down."""
        if heading := self.describing.get(given.get("id", "")):
            self.described.append((len(self.open), heading))
        if HEADINGS.keys() & set(self.open):
            for one in given.get("aria-describedby", "").split():
                self.describing[one] = self.page.headings[-1]

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass
        self.described = [(depth, it) for depth, it in self.described if depth <= len(self.open)]

    def handle_data(self, data: str) -> None:
        if not data.strip():
            return
        if "title" in self.open:
            self.page.title += data
        if UNSPOKEN.intersection(self.open):
            return
        if HEADINGS.keys() & set(self.open):
            self.page.headings[-1].text += data
        for _, heading in self.described:
            heading.described += data
        if "tbody" in self.open and self.cells == 1:
            self.page.tables[-1][-1] += data
        if "blockquote" not in self.open:
            self.page.texts.append(data.strip())


def read_page(html: str) -> Page:
    """The facts of a page."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.page
