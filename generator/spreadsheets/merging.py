"""A record with the cells that were changed: the new tree, and where each of its values came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.problem import Problem
from generator.spreadsheets.cells import IN_FILE, Cells, NotAValue, as_text
from generator.spreadsheets.layout import Column, Names
from generator.spreadsheets.problems import BadCell, CellPlace, Formula
from generator.spreadsheets.reading import ReadSheet, Row
from generator.spreadsheets.tables import items_at, row_of
from generator.yamltext import Mapping, Node, Scalar, Sequence
from generator.yamltext.comments import Path


@dataclass(slots=True)
class Rows:
    """The rows of one record: that of its sheet, and those of its lists."""

    main: tuple[ReadSheet, Row] | None = None
    lists: list[tuple[ReadSheet, list[Row]]] = field(default_factory=list)

    @property
    def place(self) -> CellPlace:
        """Where the record begins."""
        sheet, row = self.main or next((sheet, rows[0]) for sheet, rows in self.lists if rows)
        return sheet.place(row.number, sheet.sheet.key)


@dataclass(slots=True)
class Merged:
    """The new tree, the cells of its fields, and what is wrong with cells; `changed` unless all was as before."""

    tree: Mapping
    places: dict[Path, CellPlace] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    changed: bool = False


def merge(tree: Mapping, rows: Rows, cells: Cells) -> Merged:
    """The record with what its rows say; `tree` is left as it is."""
    merged = Merged(_copy(tree))
    if rows.main:
        _put_row(merged, merged.tree, rows.main, (), cells)
    for sheet, items in rows.lists:
        _put_list(merged, sheet, items, cells)
    _drop_empty(merged.tree, tree)
    return merged


def _put_row(merged: Merged, target: Mapping, at: tuple[ReadSheet, Row], path: Path, cells: Cells) -> None:
    """Put the changed cells of a row into a record, or into an item of a list."""
    sheet, row = at
    before = dict(zip(sheet.sheet.columns, row_of(sheet.sheet, target, cells), strict=True))
    for column, shown in before.items():
        if column.title not in sheet.headings:
            continue
        place = sheet.place(row.number, column.title)
        merged.places[(*path, *column.names)] = place
        value, fault = row.cells.get(column.title), row.faults.get(column.title)
        same = as_text(value) == as_text(shown)
        if fault and not (same and not isinstance(fault, Formula)):
            merged.problems.append(fault)
        elif not same:
            merged.changed = True
            try:
                _set(target, column.names, _node(column, value, cells))
            except NotAValue as error:
                said = {"reason": error.reason, "remedy_text": error.remedy}
                merged.problems.append(BadCell(at=place, heading=column.title, **said))


def _node(column: Column, value: object, cells: Cells) -> Node | None:
    """What a changed cell stands for; None when it was emptied."""
    if value is None:
        return None
    if value == IN_FILE:
        raise NotAValue(f"{IN_FILE}只能留在原来的格子里。", "写上内容，或清空这一格。")
    texts = cells.read(column, value)  # type: ignore[arg-type]
    if column.is_list:
        return Sequence([_scalar(text) for text in texts], 0, 0) if texts else None
    return _scalar(texts[0]) if texts[0] else None


def _put_list(merged: Merged, sheet: ReadSheet, rows: list[Row], cells: Cells) -> None:
    """Make a list of its rows; an item whose row is as it was stays as it is."""
    names = sheet.sheet.names
    items = items_at(merged.tree, names)
    shown = [tuple(map(as_text, row_of(sheet.sheet, item, cells))) for item in items]
    wanted = [tuple(as_text(row.cells.get(column.title)) for column in sheet.sheet.columns) for row in rows]
    bases = list(_bases(items, shown, wanted))
    if wanted != shown:
        merged.changed = True
        _set(merged.tree, names, Sequence(list(bases), 0, 0) if bases else None)
    for number, (row, base) in enumerate(zip(rows, bases, strict=True)):
        merged.places[(*names, number)] = sheet.place(row.number, sheet.sheet.key)
        _put_row(merged, base, (sheet, row), (*names, number), cells)


def _bases(items: list[Mapping], shown: list[tuple[str, ...]], wanted: list[tuple[str, ...]]) -> Iterator[Mapping]:
    """For each row the item that it shows, else the one in its place if no row shows that, else a new one."""
    free = list(range(len(items)))
    taken: dict[int, int] = {}
    for number, row in enumerate(wanted):
        place = next((n for n in free if shown[n] == row), None)
        if place is not None:
            free.remove(place)
            taken[number] = place
    for number in range(len(wanted)):
        if number in taken:
            yield items[taken[number]]
        elif number in free:
            free.remove(number)
            yield items[number]
        else:
            yield Mapping({}, {}, 0, 0)


def _set(target: Mapping, names: Names, node: Node | None) -> None:
    """Put a value below these names, or take it away."""
    name, *rest = names
    if rest:
        below = target.entries.get(name)
        if not isinstance(below, Mapping):
            below = Mapping({}, {}, 0, 0)
            if node is not None:
                _enter(target, name, below)
        _set(below, tuple(rest), node)
    elif node is None:
        target.entries.pop(name, None)
        target.keys.pop(name, None)
    else:
        _enter(target, name, node)


def _enter(target: Mapping, name: str, node: Node) -> None:
    target.entries[name] = node
    target.keys.setdefault(name, Scalar(name, plain=True, line=0, column=0))


def _drop_empty(node: Node, before: Node | None) -> None:
    """Take away the parts that lost their last field."""
    if not isinstance(node, Mapping):
        return
    for name, below in list(node.entries.items()):
        was = before.entries.get(name) if isinstance(before, Mapping) else None
        _drop_empty(below, was)
        emptied = isinstance(below, Mapping) and not below.entries
        if emptied and (not isinstance(was, Mapping) or was.entries):
            del node.entries[name], node.keys[name]


def _copy(node: Mapping) -> Mapping:
    """A tree of its own, so that the one that was read stays."""
    entries = {name: _copied(below) for name, below in node.entries.items()}
    return Mapping(entries, dict(node.keys), node.line, node.column)


def _copied(node: Node) -> Node:
    if isinstance(node, Mapping):
        return _copy(node)
    if isinstance(node, Sequence):
        return Sequence([_copied(item) for item in node.items], node.line, node.column)
    return node


def _scalar(text: str) -> Scalar:
    return Scalar(text, plain=False, line=0, column=0)
