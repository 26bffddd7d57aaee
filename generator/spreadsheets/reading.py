"""A workbook or CSV file to the cells that hold something, with what is wrong with the file and its cells."""

from __future__ import annotations

import csv
import datetime
import difflib
import io
import itertools
import os
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import openpyxl
from openpyxl.utils.cell import range_boundaries

from generator.private_numbers import find_private
from generator.problem import Location, Problem
from generator.spreadsheets.cells import ESCAPE, Value
from generator.spreadsheets.layout import REMEDY, Sheet, all_sheets
from generator.spreadsheets.problems import (
    BadCell,
    CellPlace,
    Formula,
    HeadingTwice,
    LostDigits,
    MergedCells,
    MissingHeading,
    NotAWorkbook,
    PrivateColumn,
    UnknownHeading,
    UnknownSheet,
)
from generator.spreadsheets.writing import GUIDE, LISTS, unguarded
from generator.yamltext.limits import MOST_OF_A_KIND

MOST_BYTES = 16 * 1024 * 1024
MOST_UNPACKED = 128 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 120
_LARGEST = 10**15
_FEW = 3
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})\"")
_LINE_END = re.compile("(?:\r|_x000D_)\n|\r|_x000D_")
_SCIENTIFIC = re.compile(r"[+-]?\d(\.\d+)?[eE]\+?\d+", re.ASCII)
Cell = tuple[str, Any]
"""What kind of cell it is, in the letters of openpyxl, and what it holds."""


@dataclass(slots=True)
class Row:
    """A row that holds something: its number, its cells by heading, and what is wrong with them."""

    number: int
    cells: dict[str, Value]
    faults: dict[str, Problem] = field(default_factory=dict)


@dataclass(slots=True)
class ReadSheet:
    """A sheet as it was read: which column each heading stands in, and the rows."""

    sheet: Sheet
    file: str
    headings: dict[str, int]
    rows: list[Row]

    def place(self, row: int, heading: str) -> CellPlace:
        """Where the cell below a heading stands."""
        return CellPlace(self.file, row, self.headings.get(heading, 1), self.sheet.title, heading)


def read_sheets(path: str, shown: str, problems: list[Problem]) -> list[ReadSheet]:
    """The sheets of a workbook, of a CSV file, or of a folder of CSV files."""
    if os.path.isdir(path):
        names = sorted(name for name in os.listdir(path) if name.endswith(".csv"))
        found = (_csv(os.path.join(path, name), f"{shown}/{name}", problems) for name in names)
        return [sheet for sheet in found if sheet]
    if path.endswith(".csv"):
        one = _csv(path, shown, problems)
        return [one] if one else []
    return _workbook(path, shown, problems)


def _bytes(path: str, shown: str, problems: list[Problem]) -> bytes | None:
    with open(path, "rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        problems.append(NotAWorkbook(at=Location(shown), reason=f"超过 {MOST_BYTES // 1024 // 1024} MB。"))
        return None
    return data


def _workbook(path: str, shown: str, problems: list[Problem]) -> list[ReadSheet]:
    data = _bytes(path, shown, problems)
    if data is None:
        return []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(item.file_size for item in archive.infolist())
        if unpacked > MOST_UNPACKED:
            problems.append(NotAWorkbook(at=Location(shown), reason="解压后太大。"))
            return []
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        sheets = [_sheet(page.title, shown, _rows(page), problems, _merged(data, page)) for page in book.worksheets]
    except Exception:  # noqa: BLE001 - whatever a broken file does to the library
        problems.append(NotAWorkbook(at=Location(shown), reason="不是 .xlsx 文件，或已经损坏。"))
        return []
    return [sheet for sheet in sheets if sheet]


def _rows(page: Any) -> Iterator[list[Cell]]:  # noqa: ANN401 - of openpyxl
    for row in page.iter_rows(max_col=MOST_COLUMNS, max_row=MOST_ROWS + 1):
        yield [(getattr(cell, "data_type", "n"), cell.value) for cell in row]


def _merged(data: bytes, page: Any) -> list[tuple[str, int, int]]:  # noqa: ANN401 - of openpyxl
    """Each range of merged cells, with the row and the column of its first cell."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        # To stream the rows openpyxl reads no ranges, but it knows where the sheet lies.
        found = _MERGED.findall(archive.read(page._worksheet_path))  # noqa: SLF001
    ranges = [cells.decode() for cells in found[:MOST_OF_A_KIND]]
    corners = [range_boundaries(cells) for cells in ranges]
    return [(cells, row or 1, column or 1) for cells, (column, row, _, _) in zip(ranges, corners, strict=True)]


def _emptied(cells: str, first: int) -> str:
    """What to do with the cells that merging left empty."""
    last = range_boundaries(cells)[3] or first
    if last == first:
        return "同一行里空出来的格，照通知填上各自那一列的内容。"
    rows, which = (f"第{first + 1}到{last}行", "各行") if last > first + 1 else (f"第{last}行", f"第{last}行那一条")
    return f"{rows}是空的：照{which}自己的通知填，不要照抄第{first}行。"


def _csv(path: str, shown: str, problems: list[Problem]) -> ReadSheet | None:
    data = _bytes(path, shown, problems)
    if data is None:
        return None
    try:
        text = data.decode("utf-8-sig")
        rows = list(itertools.islice(csv.reader(io.StringIO(text, newline=""), strict=True), MOST_ROWS + 1))
    except (UnicodeDecodeError, csv.Error):
        problems.append(NotAWorkbook(at=Location(shown), reason="不是 UTF-8 编码的 CSV 文件。"))
        return None
    title = os.path.basename(path).removesuffix(".csv")
    cells = ([("s", unguarded(value)) if value else ("n", None) for value in row] for row in rows)
    return _sheet(title, shown, cells, problems)


def _sheet(
    title: str,
    shown: str,
    rows: Iterable[list[Cell]],
    problems: list[Problem],
    merged: Sequence[tuple[str, int, int]] = (),
) -> ReadSheet | None:
    if title in (GUIDE, LISTS):
        return None
    known = all_sheets()
    if title not in known:
        near = difflib.get_close_matches(title, known, 1, 0.0)[0]
        problems.append(UnknownSheet(at=Location(shown), found=title[:40], nearest=near))
        return None
    numbered = enumerate(rows, 1)
    _, head = next(numbered, (1, []))
    read = ReadSheet(known[title], shown, _headings(head), [])
    faults = list(_faulty_headings(read, head))
    if any(isinstance(fault, UnknownHeading) for fault in faults):
        faults = list(_private(faults, [cells for _, cells in numbered]))
    names = {column: heading for heading, column in read.headings.items()}
    faults += [
        MergedCells(at=CellPlace(shown, row, column, title, names.get(column, "")), cells=cells, empty=_emptied(cells, row))
        for cells, row, column in merged
    ]
    if not faults:
        read.rows += [row for number, cells in numbered if (row := _row(read, number, cells))]
    if read.rows and read.rows[-1].number > MOST_ROWS:
        faults.append(NotAWorkbook(at=Location(shown), reason=f"工作表“{title}”超过 {MOST_ROWS} 行。"))
    problems += faults
    return None if faults else read


def _private(faults: list[Problem], rows: list[list[Cell]]) -> Iterator[Problem]:
    """The faults; that of a column which is not ours and holds numbers of persons says so."""
    for fault in faults:
        column = fault.at.column - 1
        values = [row[column][1] for row in rows if column < len(row) and row[column][1] is not None]
        count = sum(1 for value in values if _lost(value) or any(find_private(str(value))))
        if isinstance(fault, UnknownHeading) and count:
            yield PrivateColumn(at=fault.at, found=fault.found, count=count)
        else:
            yield fault


def _headings(head: list[Cell]) -> dict[str, int]:
    return {str(value).strip(): number for number, (_, value) in enumerate(head, 1) if value is not None}


def _faulty_headings(read: ReadSheet, head: list[Cell]) -> Iterator[Problem]:
    known = read.sheet.headings
    seen: set[str] = set()
    for number, (_, value) in enumerate(head, 1):
        name = "" if value is None else str(value).strip()
        at = CellPlace(read.file, 1, number, read.sheet.title, name[:40])
        if name in seen:
            yield HeadingTwice(at=at, found=name)
        elif name and name not in known and name != REMEDY:
            near = difflib.get_close_matches(name, known, 1, 0.0)[0]
            yield UnknownHeading(at=at, found=name[:40], nearest=near)
        seen |= {name} if name else set()
    needed = known if read.sheet.names else [read.sheet.key]
    for name in needed:
        if name not in seen:
            yield MissingHeading(at=CellPlace(read.file, 1, 1, read.sheet.title, name), found=name)


def _row(read: ReadSheet, number: int, cells: list[Cell]) -> Row | None:
    row = Row(number, {})
    for heading, column in read.headings.items():
        kind, value = cells[column - 1] if column <= len(cells) else ("n", None)
        if value is None or value == "" or heading == REMEDY:
            continue
        at = read.place(number, heading)
        fault = _fault(kind, value, at)
        if fault:
            row.faults[heading] = fault
        row.cells[heading] = _value(value)
    return row if row.cells else None


def _fault(kind: str, value: object, at: CellPlace) -> Problem | None:
    if kind == "f":
        return Formula(at=at)
    lost = _lost(value)
    if lost:
        return LostDigits(at=at, found=lost)
    said = _unusable(kind, value)
    return BadCell(at=at, heading=at.heading, reason=said[0], remedy_text=said[1]) if said else None


def _unusable(kind: str, value: object) -> tuple[str, str] | None:
    """Why a cell is of no use, and what to do."""
    if kind == "e":
        return f"表格软件算不出来（{value}）。", "写上文字或数字。"
    if isinstance(value, str) and ESCAPE.search(value):
        return "这里有表格存不下的字符。", "删去看不见或显示成方框的字符，重新输入。"
    if isinstance(value, bool):
        return "这里是逻辑值。", "写文字“是”或“否”。"
    if isinstance(value, datetime.datetime) and value.time() != datetime.time.min:
        return "这里只要日期，不要钟点。", "只写日期，例如 2026-11-23。"
    return None


def _lost(value: object) -> str:
    """A number of which a spreadsheet does not keep every digit, as it shows it."""
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) >= _LARGEST:
        return _beginning(f"{value:.15g}")
    return _beginning(value.strip()) if isinstance(value, str) and _SCIENTIFIC.fullmatch(value.strip()) else ""


def _beginning(text: str) -> str:
    """Few enough digits that nobody's number is told."""
    return f"{re.sub('[.+-]', '', text)[:_FEW]}…"


def _value(value: Any) -> Value:  # noqa: ANN401 - whatever openpyxl gives
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, str):
        return _LINE_END.sub("\n", value)
    return value if isinstance(value, int | float | datetime.date) else str(value)
