"""The content of a page of ours as the Markdown that a person would write for the same words.

Everything between `<main>` and `</main>` is taken over: headings with their addresses, paragraphs,
lists, tables, terms with their descriptions, quotations, folded groups, links. Left out is what
a page of Material has of its own: the list of contents and the search form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

BLOCKS = {"p", "dt", "dd", "caption", "summary", "li", "th", "td", "h1", "h2", "h3", "h4", "h5"}
OWN = ("toc",)
"""Classes of the navigation that Material makes itself."""
SPECIAL = re.compile(r"([\\`*_\[\]<>|{}~^$])")
EMPHASIS = {"strong": "**", "em": "*"}


@dataclass
class Row:
    """The cells of a row of a table."""

    cells: list[str] = field(default_factory=list)


def _address(url: str) -> str:
    """A link to a page of the site leads to its source, as MkDocs wants it."""
    return re.sub(r"^(?!\w+:)([^#?]*)\.html", r"\1.md", url)


class Writer(HTMLParser):
    """Writes Markdown while it reads the HTML of one page."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self.text = ""
        self.inside = False
        self.skipped: list[str] = []
        """Open tags of what is left out."""
        self.lists: list[str] = []
        self.rows: list[Row] = []
        self.link = ""
        self.anchor = ""
        self.depth = 0
        """How many folded groups are open."""
        self.inline_facts = False
        self.quoted = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what the tag begins."""
        attributes = {name: value or "" for name, value in attrs}
        if tag == "main":
            self.inside = True
        elif self.skipped or tag == "form" or attributes.get("class") in OWN:
            self.skipped += [tag] if tag not in {"input", "br", "img"} else []
        elif self.inside:
            self._begin(tag, attributes)

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        self.anchor = attributes.get("id") or self.anchor
        if tag in BLOCKS:
            self._flush()
        if tag in {"ul", "ol"}:
            self._flush()
            self.lists.append("cards" if attributes.get("class") == "cards" else tag)
        elif tag == "dl":
            self.inline_facts = attributes.get("class") == "inline-facts"
        elif tag == "blockquote":
            self.quoted = True
        elif tag == "tr":
            self.rows.append(Row())
        elif tag == "a":
            self.link = _address(attributes.get("href", ""))
            self.text += "["
        self.text += EMPHASIS.get(tag, "")

    def handle_endtag(self, tag: str) -> None:
        """Write what the tag ends."""
        if self.skipped:
            if tag == self.skipped[-1]:
                self.skipped.pop()
        elif tag == "main":
            self._flush()
            self.inside = False
        elif self.inside:
            self._finish(tag)

    def _finish(self, tag: str) -> None:
        if tag == "a":
            self.text += f"]({self.link})"
        elif tag in EMPHASIS:
            self.text = self.text.rstrip() + EMPHASIS[tag]
        elif tag in {"th", "td"}:
            self.rows[-1].cells.append(self._taken())
        elif tag in BLOCKS:
            self._block(tag)
        elif tag == "table":
            self._table()
        elif tag == "dl" and self.inline_facts:
            self._flush()
            self.inline_facts = False
        elif tag in {"ul", "ol"}:
            self._flush()
            self.lists.pop()
        elif tag == "details":
            self.depth -= 1
        elif tag == "blockquote":
            self.quoted = False

    def handle_data(self, data: str) -> None:
        """Take words."""
        if self.inside and not self.skipped:
            self.text += SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", data))

    def _taken(self) -> str:
        text, self.text = self.text.strip(), ""
        return text

    def _flush(self) -> None:
        """Write words that stand in a block without a tag of its own, or in a list item."""
        if self.inline_facts:
            return
        text = self._taken()
        if text:
            self._write(text)

    def _write(self, text: str) -> None:
        indent = "    " * self.depth
        self.blocks.append(indent + ("> " if self.quoted else "") + text)

    def _block(self, tag: str) -> None:
        if self.inline_facts and tag in {"dt", "dd"}:
            self.text += " " if tag == "dd" else ""
            return
        text = self._taken()
        if not text:
            return
        if tag[0] == "h":
            self._heading(int(tag[1]), text)
        elif tag == "li" and self.lists[-1] != "cards":
            self._item(text)
        elif tag == "dd":
            self._join(f":   {text}")
        elif tag == "summary":
            self._write(f'??? note "{text}"')
            self.depth += 1
        else:
            self._write(f"**{text}**" if tag == "caption" else text)

    def _heading(self, level: int, text: str) -> None:
        mark = f" {{ #{self.anchor} }}" if self.anchor else ""
        self.anchor = ""
        self._write(f"{'#' * level} {text}{mark}")

    def _item(self, text: str) -> None:
        mark = "-   " if self.lists[-1] == "ul" else "1.  "
        block = "    " * self.depth + mark + text
        is_next = self.blocks and self.blocks[-1].lstrip().startswith(mark)
        self._join(block) if is_next else self.blocks.append(block)

    def _join(self, line: str) -> None:
        """Add a line to the block before it."""
        self.blocks[-1] += "\n" + line

    def _table(self) -> None:
        lines = ["| " + " | ".join(row.cells) + " |" for row in self.rows]
        lines.insert(1, "| --- " * len(self.rows[0].cells) + "|")
        self._write("\n".join(lines))
        self.rows = []


def as_markdown(html: str) -> str:
    """The Markdown of a page."""
    writer = Writer()
    writer.feed(html.replace("\n</td>", "</td>"))
    writer.close()
    return "\n\n".join(writer.blocks) + "\n"
