"""Tables to a workbook, or to a folder of CSV files; the same tables give the same bytes.

Every text is written as a text: no cell is ever a formula or a link.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Iterable, Mapping
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from generator.spreadsheets.cells import Cells, Value, as_text
from generator.spreadsheets.layout import OWNER, Column, Sheet
from generator.spreadsheets.tables import Table

GUIDE, LISTS = "说明", "可选的值"
"""The sheets that hold no records."""
_GUIDE_LINES = (
    "一张工作表是一类记录，一行一条；名字里有“·”的工作表是明细，一行一项，第一列是所属记录的编号。",
    "列名上的批注说明怎样填。有下拉箭头的格子从里面选。",
    "一格里有几项的，一项一行（Alt+回车换行）。",
    "〔见文件〕表示这一格在表格里放不下，不要改它，要改请改文件。",
    "清空一格就是删去这个字段；删去明细的一行就是删去这一项；删去记录的一行不会删去记录。",
    "新记录写一个新的编号，放在最后一行。",
    "导入：catalogue import 文件名（先看会改什么），再加 --write 写进去。",
)
_MADE = datetime.datetime(2020, 1, 1)  # noqa: DTZ001 - workbooks know no time zones
_ROWS = 2000
"""So many rows can be filled in with drop-down lists."""
_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_WIDE, _NARROW = 40, 16
Rows = list[list[Value | None]]


def workbook(tables: Iterable[Table], cells: Cells, extra: Mapping[str, list[str]] | None = None) -> bytes:
    """A workbook; `extra` has a last column, with its heading first, for some sheets by title."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"created": _MADE})
    writer = _Book(book, cells)
    writer.guide()
    for table in tables:
        writer.sheet(table, (extra or {}).get(table.sheet.title, []))
    writer.lists()
    book.close()
    return out.getvalue()


class _Book:
    """A workbook while it is written; lists of values are shared by the columns that use them."""

    def __init__(self, book: xlsxwriter.Workbook, cells: Cells) -> None:
        self.book, self.cells = book, cells
        self.text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        self.day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
        self.plain = book.add_format({"valign": "top"})
        self.head = book.add_format({"bold": True, "num_format": "@", "text_wrap": True, "valign": "top", "bg_color": "#E8EEF7"})
        self.found: dict[tuple[str, ...], str] = {}

    def guide(self) -> None:
        """How to fill in, on the first sheet."""
        page = self.book.add_worksheet(GUIDE)
        page.set_column(0, 0, 100, self.text)
        for row, line in enumerate(_GUIDE_LINES):
            page.write_string(row, 0, line, self.text)

    def sheet(self, table: Table, extra: list[str]) -> None:
        """Headings with their help, formats of the columns, and the rows."""
        page = self.book.add_worksheet(table.sheet.title)
        page.freeze_panes(1, 1)
        offset = 1 if table.sheet.names else 0
        if offset:
            page.set_column(0, 0, _NARROW, self.text)
            page.write_string(0, 0, OWNER, self.head)
        for number, column in enumerate(table.sheet.columns, offset):
            self.column(page, number, column)
        rows = [[*row, text] for row, text in zip(table.rows, extra[1:], strict=True)] if extra else table.rows
        if extra:
            page.set_column(len(table.sheet.headings), len(table.sheet.headings), 2 * _WIDE, self.text)
            page.write_string(0, len(table.sheet.headings), extra[0], self.head)
        for line, row in enumerate(rows, 1):
            for number, value in enumerate(row):
                self.cell(page, line, number, value)

    def column(self, page: Worksheet, number: int, column: Column) -> None:
        """Heading, comment, format and drop-down list of a column."""
        shape = column.single
        is_day = shape.value is datetime.date and not column.is_list
        is_number = shape.value not in (str, bool, datetime.date) and not column.is_list
        style = self.day if is_day else self.plain if is_number else self.text
        page.set_column(number, number, _NARROW if shape.value is not str else _WIDE, style)
        page.write_string(0, number, column.title, self.head)
        page.write_comment(0, number, self.comment(column), {"author": "", "x_scale": 2, "y_scale": 2})
        names = list(self.cells.names(shape).values())
        if names and not column.is_list:
            page.data_validation(1, number, _ROWS, number, self.choice(names))

    def comment(self, column: Column) -> str:
        """What is to be filled in."""
        lines = [column.shape.help, f"例如：{self.cells.names(column.single).get(column.shape.example, column.shape.example)}"]
        names = list(self.cells.names(column.single).values())
        if column.is_list:
            lines.append("可以有几项，一项一行。")
        if column.is_list and names:
            lines.append(f"可以写：{'、'.join(names)}")
        return "\n".join(line for line in lines if line != "例如：")

    def choice(self, names: list[str]) -> dict[str, Any]:
        """A drop-down list; anything else is refused with a word."""
        key = tuple(names)
        if key not in self.found:
            letter = xlsxwriter.utility.xl_col_to_name(len(self.found))
            self.found[key] = f"='{LISTS}'!${letter}$1:${letter}${len(names)}"
        return {
            "validate": "list",
            "source": self.found[key],
            "error_title": "不在可以写的值里",
            "error_message": "请从下拉列表里选一个。",
        }

    def lists(self) -> None:
        """The lists of values, on a sheet that is not shown."""
        page = self.book.add_worksheet(LISTS)
        page.hide()
        for number, names in enumerate(self.found):
            for row, name in enumerate(names):
                page.write_string(row, number, name, self.text)

    def cell(self, page: Worksheet, row: int, number: int, value: Value | None) -> None:
        """A value as what it is; a text is never looked into."""
        if isinstance(value, str):
            page.write_string(row, number, value, self.text)
        elif isinstance(value, datetime.date):
            page.write_datetime(row, number, datetime.datetime(value.year, value.month, value.day), self.day)  # noqa: DTZ001
        elif value is not None:
            page.write_number(row, number, value, self.plain)


def csv_file(table: Table) -> bytes:
    """One table as CSV in UTF-8 with a mark, all cells in quotes; `'` before what looks like a formula."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(table.sheet.headings)
    writer.writerows([guarded(as_text(value)) for value in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def guarded(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text that was guarded."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def file_name(sheet: Sheet) -> str:
    """The name of the CSV file of a sheet."""
    return f"{sheet.title}.csv"
