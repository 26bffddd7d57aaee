"""What a record file says, as text with places: the only shape the layers above see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(slots=True)
class Scalar:
    """One value as written; line and column are 1-based and point at its first character.

    `plain` tells a value without quotes (`0735`, `yes`, nothing at all) from quoted and `|` text;
    `last` is the last line of one without quotes that goes on over the end of its line.
    """

    value: str
    plain: bool
    line: int
    column: int
    last: int = 0


@dataclass(slots=True)
class Sequence:
    """The items of a list, in order."""

    items: list[Node]
    line: int
    column: int


@dataclass(slots=True)
class Mapping:
    """Fields by name, in order; `keys` holds the same names and says where each one stands."""

    entries: dict[str, Node]
    keys: dict[str, Scalar]
    line: int
    column: int


Node = Scalar | Sequence | Mapping


def texts(node: Node) -> Iterator[str]:
    """Every value below a node, in order."""
    if isinstance(node, Scalar):
        yield node.value
    else:
        for child in node.items if isinstance(node, Sequence) else node.entries.values():
            yield from texts(child)
