"""The words that were written here, not quoted: the texts of a record, the lines of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.problem import Location
from generator.yamltext import Node, Scalar, Sequence

QUOTED = frozenset({"sources", "original", "heading", "quote"})
"""Fields whose words are those of another."""
FENCE = "```"
_QUOTATION = re.compile(r"“[^”]*”|‘[^’]*’|《[^》]*》|`[^`]*`")
_QUOTES = re.compile("[“‘《`]")


class Words(NamedTuple):
    """A text and where it stands; `field` is the name of its field, empty for a line of a page."""

    file: str
    line: int
    column: int
    field: str
    text: str

    @property
    def at(self) -> Location:
        """The place of the text."""
        return Location(self.file, self.line, self.column)

    @property
    def unquoted(self) -> str:
        """The text, with blanks in place of what stands in quotation marks."""
        if not _QUOTES.search(self.text):
            return self.text
        return _QUOTATION.sub(lambda quoted: " " * len(quoted[0]), self.text)


def of_record(node: Node, file: str, field: str = "") -> Iterator[Words]:
    """Every text of a record but what is quoted from elsewhere; what is all ASCII is no text."""
    if isinstance(node, Scalar):
        if not node.value.isascii():
            yield Words(file, node.line, node.column, field, node.value)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from of_record(item, file, field)
    else:
        for key, value in node.entries.items():
            if key not in QUOTED:
                yield from of_record(value, file, key)


def of_page(text: str, file: str) -> Iterator[Words]:
    """Every line of a page of text, but for what is shown as it is typed, between two fences."""
    fenced = False
    for number, line in enumerate(text.split("\n"), 1):
        fenced ^= line.startswith(FENCE)
        if not (fenced or line.isascii()):
            yield Words(file, number, 1, "", line.strip())
