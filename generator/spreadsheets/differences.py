"""What changes in a record, heading by heading, as a person reads it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from generator.spreadsheets.cells import Cells, as_text
from generator.spreadsheets.layout import JOIN, Sheet
from generator.spreadsheets.tables import items_at, row_of
from generator.yamltext import Mapping

_SHOWN = 60
_NOTHING = "（空）"


def differences(sheets: tuple[Sheet, ...], before: Mapping, after: Mapping, cells: Cells) -> Iterator[str]:
    """A line for each cell that changes, `课时：40 → 48`."""
    for sheet in sheets:
        if not sheet.names:
            yield from _in_row(sheet, before, after, cells, "")
            continue
        title = sheet.title.partition(JOIN)[2]
        pairs = zip_longest(items_at(before, sheet.names), items_at(after, sheet.names))
        for number, (old, new) in enumerate(pairs, 1):
            place = f"{title}第{number}项"
            if old is None or new is None:
                words = _item(sheet, new or old or Mapping({}, {}, 0, 0), cells)
                yield f"{place}：{_NOTHING} → {words}" if old is None else f"{place}：{words} → {_NOTHING}"
            else:
                yield from _in_row(sheet, old, new, cells, f"{place}的")


def _in_row(sheet: Sheet, before: Mapping, after: Mapping, cells: Cells, place: str) -> Iterator[str]:
    rows = zip(sheet.columns, row_of(sheet, before, cells), row_of(sheet, after, cells), strict=True)
    for column, old, new in rows:
        if as_text(old) != as_text(new):
            yield f"{place}{column.title}：{_shown(as_text(old))} → {_shown(as_text(new))}"


def _item(sheet: Sheet, item: Mapping, cells: Cells) -> str:
    return _shown("，".join(text for value in row_of(sheet, item, cells) if (text := as_text(value))))


def _shown(text: str) -> str:
    line = " / ".join(text.split("\n"))
    return (line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…") or _NOTHING
