"""Which sheets a type has, and which fields stand in their columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.records import RECORD_TYPES, Record
from generator.records.envelope import Part
from generator.records.shape import Shape, shapes

ID = "编号"
OWNER = "所属编号"
"""The heading of the id of the record that an item of a list belongs to."""
REMEDY = "要改的地方"
"""The heading of the column that comes back with what is wrong in a row."""
JOIN = "·"
Names = tuple[str, ...]
"""The names of fields, from the outermost to the innermost."""


@dataclass(frozen=True, slots=True)
class Column:
    """A field: where it stands below the record or item, and its heading."""

    names: Names
    title: str
    shape: Shape

    @property
    def is_list(self) -> bool:
        """Whether a cell holds an item a line."""
        return self.shape.items is not None

    @property
    def single(self) -> Shape:
        """What one item may be."""
        return self.shape.items or self.shape


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet of a type, or of one of its lists (`names`), whose rows begin with the id of the record."""

    record_type: type[Record]
    names: Names
    title: str
    columns: tuple[Column, ...]

    @property
    def headings(self) -> list[str]:
        """What stands in the first row."""
        return [*([OWNER] if self.names else []), *(column.title for column in self.columns)]

    @property
    def key(self) -> str:
        """The heading below which the id of the record stands."""
        return OWNER if self.names else ID


@cache
def sheets(record_type: type[Record]) -> tuple[Sheet, ...]:
    """The sheet of the records first, then those of their lists."""
    main = Sheet(record_type, (), record_type.title, tuple(_columns(record_type)))
    lists = (
        Sheet(record_type, names, f"{record_type.title}{JOIN}{title}", tuple(_columns(part)))
        for names, title, part in _lists(record_type)
    )
    return main, *lists


def all_sheets() -> dict[str, Sheet]:
    """Every sheet by its title."""
    return {sheet.title: sheet for record_type in RECORD_TYPES for sheet in sheets(record_type)}


def _columns(part: type[Part], names: Names = (), titles: Names = ()) -> Iterator[Column]:
    for name, shape in shapes(part).items():
        below, said = (*names, name), (*titles, shape.title)
        if shape.part:
            yield from _columns(shape.part, below, said)
        elif not (shape.items and shape.items.part):
            yield Column(below, JOIN.join(said), shape)


def _lists(part: type[Part], names: Names = (), titles: Names = ()) -> Iterator[tuple[Names, str, type[Part]]]:
    for name, shape in shapes(part).items():
        below, said = (*names, name), (*titles, shape.title)
        if shape.part:
            yield from _lists(shape.part, below, said)
        elif shape.items and shape.items.part:
            yield below, JOIN.join(said), shape.items.part
