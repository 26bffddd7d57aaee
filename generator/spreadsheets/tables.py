"""Sheets with their rows: of the records of a catalogue, or as they were read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.catalogue import Catalogue
from generator.records import Record
from generator.spreadsheets.cells import Cells, Value
from generator.spreadsheets.layout import Names, Sheet, sheets
from generator.yamltext import Mapping, Node, Sequence


@dataclass(slots=True)
class Table:
    """A sheet and its rows, each a cell a heading."""

    sheet: Sheet
    rows: list[list[Value | None]] = field(default_factory=list)


def tables(catalogue: Catalogue, record_types: Iterable[type[Record]], cells: Cells) -> Iterator[Table]:
    """The records of these types."""
    for record_type in record_types:
        entries = catalogue.entries[record_type.kind]
        for sheet in sheets(record_type):
            table = Table(sheet)
            for record_id, entry in entries.items():
                if not sheet.names:
                    table.rows.append(row_of(sheet, entry.tree, cells))
                else:
                    table.rows += [[record_id, *row_of(sheet, item, cells)] for item in items_at(entry.tree, sheet.names)]
            yield table


def row_of(sheet: Sheet, node: Mapping, cells: Cells) -> list[Value | None]:
    """What the columns of a sheet hold for a record, or for an item of a list."""
    return [cells.show(column, node_at(node, column.names)) for column in sheet.columns]


def node_at(node: Node, names: Names) -> Node | None:
    """What stands below these names."""
    found: Node | None = node
    for name in names:
        found = found.entries.get(name) if isinstance(found, Mapping) else None
    return found


def items_at(tree: Mapping, names: Names) -> list[Mapping]:
    """The items of a list of parts."""
    found = node_at(tree, names)
    return [item for item in found.items if isinstance(item, Mapping)] if isinstance(found, Sequence) else []
