"""Rows, columns and header cells of a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.speech.role import Role
from generator.speech.roles import nearest, role_of
from generator.speech.tree import Element

CELL_ROLES = frozenset({Role.CELL, Role.COLUMN_HEADER, Role.ROW_HEADER})


@dataclass(frozen=True, slots=True)
class Grid:
    """Where each cell of a table begins, and how large the table is."""

    columns: dict[Element, int]
    heads: dict[int, Element]
    """The last header above the body of each column."""
    size: tuple[int, int]

    def head_of(self, cell: Element) -> Element | None:
        """The column header of a cell."""
        return self.heads.get(self.columns.get(cell, -1))


def grid_of(table: Element) -> Grid:
    """Lay the cells out, counting those that reach over several rows or columns."""
    columns: dict[Element, int] = {}
    heads: dict[int, Element] = {}
    taken: dict[int, int] = {}
    rows = width = 0
    for row in _rows(table):
        rows += 1
        column = 0
        for cell in (each for each in row.elements() if role_of(each) in CELL_ROLES):
            while taken.get(column, 0) >= rows:
                column += 1
            columns[cell] = column
            span = _span(cell, "colspan")
            if role_of(cell) is Role.COLUMN_HEADER:
                heads |= dict.fromkeys(range(column, column + span), cell)
            last_row = rows + _span(cell, "rowspan") - 1
            taken |= dict.fromkeys(range(column, column + span), last_row)
            column += span
            width = max(width, column)
    return Grid(columns, heads, (rows, width))


def table_of(cell: Element) -> Element | None:
    """The table in which a cell stands."""
    return nearest(cell, Role.TABLE)


def _rows(table: Element) -> Iterator[Element]:
    rows = (each for each in table.descendants() if role_of(each) is Role.ROW)
    return (row for row in rows if nearest(row, Role.TABLE) is table)


def _span(cell: Element, attribute: str) -> int:
    told = cell.get(attribute)
    return min(int(told), 1000) if told.isascii() and told.isdigit() and int(told) else 1
