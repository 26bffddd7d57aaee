"""The words that were written here, not quoted: the texts of a record, the lines of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.problem import Location
from generator.yamltext import Node, Scalar, Sequence

QUOTED = frozenset({"sources", "original", "heading"})
"""Fields whose words are those of another."""
_QUOTATION = re.compile(r"“[^”]*”|‘[^’]*’|《[^》]*》|`[^`]*`")


@dataclass(frozen=True, slots=True)
class Words:
    """A text and where it stands; `path` is its field, empty for a line of a page."""

    at: Location
    path: tuple[str | int, ...]
    text: str

    @property
    def unquoted(self) -> str:
        """The text, with blanks in place of what stands in quotation marks."""
        return _QUOTATION.sub(lambda quoted: " " * len(quoted[0]), self.text)


def of_record(node: Node, file: str, path: tuple[str | int, ...] = ()) -> Iterator[Words]:
    """Every text of a record but what is quoted from elsewhere."""
    if isinstance(node, Scalar):
        yield Words(Location(file, node.line, node.column), path, node.value)
    elif isinstance(node, Sequence):
        for position, item in enumerate(node.items):
            yield from of_record(item, file, (*path, position))
    else:
        for key, value in node.entries.items():
            if key not in QUOTED:
                yield from of_record(value, file, (*path, key))


def of_page(text: str, file: str) -> Iterator[Words]:
    """Every line of a page of text."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield Words(Location(file, number), (), line.strip())
