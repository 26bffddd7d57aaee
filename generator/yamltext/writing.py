"""A tree and its comments to text, in the one form that records have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from generator.yamltext.comments import Comments, Notes, Path
from generator.yamltext.quoting import block, one_line
from generator.yamltext.tree import Mapping, Node, Scalar, Sequence

STEP = 2


class Order(dict[str, "Order"]):
    """The names of the fields in their order, each with the order of the fields below it.

    The items of a list share the order of the list.
    """

    def names(self) -> set[str]:
        """Every name, however deep."""
        return set(self).union(*(below.names() for below in self.values()))


_NO_ORDER = Order()
_NOTHING = Notes()


def write(tree: Mapping, comments: Comments | None = None, order: Order = _NO_ORDER) -> str:
    """The text: two spaces a level, lists with a dash a line, unknown fields behind the known ones."""
    writer = _Writer(comments or {})
    ends = writer.notes(())
    writer.comment(ends.before, 0)
    writer.mapping(tree, (), "", order)
    writer.comment(ends.after, 0)
    return "\n".join([*writer.lines, ""])


def ordered(names: Iterable[str], order: Order) -> list[str]:
    """The names in order; what the order does not know comes last, as it stood."""
    names = list(names)
    rank = {name: position for position, name in enumerate(order)}
    return sorted(names, key=lambda name: rank.get(name, len(rank)))


class _Spot(NamedTuple):
    """Where an entry stands: its path, its column from 0, and the order of the fields below it."""

    path: Path
    indent: int
    order: Order


class _Writer:
    """The lines so far; `lead` is what stands before the first key of a mapping, `- ` in a list."""

    def __init__(self, comments: Comments) -> None:
        self.comments = comments
        self.lines: list[str] = []
        self.blank = False

    def notes(self, path: Path) -> Notes:
        """The comments at an entry."""
        return self.comments.get(path, _NOTHING)

    def add(self, *lines: str) -> None:
        """Lines, with the blank one that was asked for before them."""
        if self.blank and self.lines and self.lines[-1]:
            self.lines.append("")
        self.blank = False
        self.lines += lines

    def comment(self, lines: Iterable[str], indent: int) -> None:
        """Comments on lines of their own; of several blank lines one is kept, and none at the ends."""
        for line in lines:
            if line:
                self.add(" " * indent + line)
            else:
                self.blank = True

    def mapping(self, node: Mapping, path: Path, lead: str, order: Order, beside: str = "") -> None:
        """The fields, one below the other; `beside` is a comment on the list item that they are."""
        indent = len(lead)
        for name in ordered(node.entries, order):
            below = (*path, name)
            notes = self.notes(below)
            self.comment(notes.before, lead.find("-") if "-" in lead else indent)
            if beside and notes.beside:
                self.comment([beside], lead.index("-"))
            head = f"{lead}{one_line(name)}:"
            spot = _Spot(below, indent, order.get(name, _NO_ORDER))
            self.value(node.entries[name], head, notes.beside or beside, spot)
            self.comment(notes.after, indent)
            lead, beside = " " * indent, ""

    def sequence(self, node: Sequence, path: Path, indent: int, order: Order) -> None:
        """The items, each behind a dash."""
        dash = " " * indent + "-"
        for position, item in enumerate(node.items):
            below = (*path, position)
            notes = self.notes(below)
            self.comment(notes.before, indent)
            if isinstance(item, Mapping) and item.entries:
                self.mapping(item, below, f"{dash} ", order, notes.beside)
            else:
                self.value(item, dash, notes.beside, _Spot(below, indent, order))
            self.comment(notes.after, indent)

    def value(self, node: Node, head: str, beside: str, spot: _Spot) -> None:
        """What stands behind `key:` or a dash, and below it."""
        note = f"  {beside}" if beside else ""
        deeper = spot.indent + STEP
        if isinstance(node, Scalar):
            self.scalar(node, head, " " * deeper, note)
        elif isinstance(node, Mapping):
            self.add(f"{head}{note}" if node.entries else f"{head} {{}}{note}")
            self.mapping(node, spot.path, " " * deeper, spot.order)
        else:
            self.add(f"{head}{note}" if node.items else f"{head} []{note}")
            self.sequence(node, spot.path, deeper, spot.order)

    def scalar(self, node: Scalar, head: str, pad: str, note: str) -> None:
        """A value on the line of its key, or a `|` text below it."""
        several = block(node)
        if several is None:
            text = one_line(node.value, plain=node.plain)
            self.add(f"{head} {text}{note}" if text else f"{head}{note}")
            return
        sign, lines = several
        self.add(f"{head} {sign}{note}", *(pad + line if line else "" for line in lines))
