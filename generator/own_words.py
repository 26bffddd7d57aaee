"""The words that were written here, not quoted: the texts of a record, the lines of a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from generator.problem import Location
from generator.records.envelope import Part
from generator.records.shape import Path

QUOTED = frozenset({"sources", "original", "heading", "quote"})
"""Fields whose words are those of another."""
FENCE = "```"
_QUOTATION = re.compile(r"“[^”]*”|‘[^’]*’|《[^》]*》|`[^`]*`")
_QUOTES = re.compile("[“‘《`]")


At = Callable[..., Location]
"""Where a place of a record stands in its file."""


class Words(NamedTuple):
    """A text and where it stands; `field` is the name of its field, empty for a line of a page."""

    file: str
    field: str
    text: str
    where: At
    path: Path = ()

    @property
    def at(self) -> Location:
        """The place of the text."""
        return self.where(*self.path)

    @property
    def unquoted(self) -> str:
        """The text, with blanks in place of what stands in quotation marks."""
        if not _QUOTES.search(self.text):
            return self.text
        return _QUOTATION.sub(lambda quoted: " " * len(quoted[0]), self.text)


def of_record(record: Part, at: At, file: str) -> Iterator[Words]:
    """Every text of a record but what is quoted from elsewhere; what is all ASCII is no text."""
    for path, text in _texts(record, ()):
        field = next((step for step in reversed(path) if isinstance(step, str)), "")
        yield Words(file, field, text, at, path)


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        if not value.isascii():
            yield path, value
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _texts(item, (*path, position))
    elif isinstance(value, Part):
        for name, inner in value.written():
            if name not in QUOTED:
                yield from _texts(inner, (*path, name))


def of_page(text: str, file: str) -> Iterator[Words]:
    """Every line of a page of text, but for what is shown as it is typed, between two fences."""
    fenced = False
    for number, line in enumerate(text.split("\n"), 1):
        fenced ^= line.startswith(FENCE)
        if not (fenced or line.isascii()):
            yield Words(file, "", line.strip(), partial(Location, file, number, 1))
