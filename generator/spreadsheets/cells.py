"""A value of a record as a cell, and a cell that was changed as a value of a record."""

from __future__ import annotations

import datetime
import difflib
import re
from decimal import Decimal

from generator.records.fields import PHONE, Division, Matching, Occupation, Refers, Term
from generator.records.schema import Choices
from generator.records.shape import Shape
from generator.spreadsheets.layout import Column
from generator.yamltext import Node, Scalar, Sequence

Value = str | int | float | datetime.date
IN_FILE = "〔见文件〕"
"""Stands for what a cell cannot hold; left as it is, the field stays as it is."""
TRUTH = {"true": "是", "false": "否"}
_MOST = 32_000
_AS_TEXT = "把单元格格式设为“文本”，再重新输入。"
ESCAPE = re.compile("_x(?!000D)[0-9A-Fa-f]{4}_")
"""How a workbook writes a character that it cannot hold; `_x000D_` is half a line end."""
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?", re.ASCII)
_DAY_ZERO = datetime.date(1899, 12, 30)
_OF_OUR_TIME = (36526, 73051)
"""A day as spreadsheets count it: 2000-01-01 and 2100-01-01."""
_LEAST_WITH_AREA = 10**6
_FIRST_DAY = datetime.date(1900, 3, 1)
"""Before it spreadsheets count days that never were."""


class NotAValue(Exception):
    """A cell that says nothing its field may hold: why, and what to do, in Chinese."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.reason, self.remedy = reason, remedy


class Cells:
    """Goes between values and cells; `choices` knows the Chinese names of values."""

    def __init__(self, choices: Choices) -> None:
        self._choices = choices
        self._names: dict[object, dict[str, str]] = {}

    def names(self, shape: Shape) -> dict[str, str]:
        """Value → what a cell shows for it; empty where a field has no list of values."""
        if shape.value is bool:
            return TRUTH
        marker = next((m for m in shape.markers if isinstance(m, Term | Division | Occupation)), None)
        if marker is None:
            return {}
        if marker not in self._names:
            found = self._choices(marker) or ()
            by_code = not isinstance(marker, Term)
            names = {c.value: f"{c.value} {c.name}" if by_code else c.name for c in found}
            twice = {name for name in names.values() if list(names.values()).count(name) > 1}
            self._names[marker] = {v: f"{name}（{v}）" if name in twice else name for v, name in names.items()}
        return self._names[marker]

    def show(self, column: Column, node: Node | None) -> Value | None:
        """What the cell of a field holds; None for an empty one."""
        if isinstance(node, Sequence):
            items = [self._text(column.single, item.value) for item in node.items if isinstance(item, Scalar)]
            whole = len(items) == len(node.items) and all(item and "\n" not in item for item in items)
            return _holdable("\n".join(items)) if whole else IN_FILE
        if not isinstance(node, Scalar):
            return None
        text = self._text(column.single, node.value)
        return _holdable(text) if isinstance(typed := _typed(column.single, text), str) else typed

    def _text(self, shape: Shape, value: str) -> str:
        names = self.names(shape)
        if value not in names and value in names.values():
            return IN_FILE
        shown = names.get(value, value)
        return shown if shown.endswith("\n\n") else shown.removesuffix("\n")

    def read(self, column: Column, value: Value) -> list[str]:
        """The texts that a changed cell stands for, one for each item of a list; NotAValue else."""
        if not column.is_list:
            return [self._read(column.single, value)]
        lines = str(value).split("\n") if isinstance(value, str) else [value]
        return [self._read(column.single, line) for line in lines if not isinstance(line, str) or line.strip()]

    def _read(self, shape: Shape, value: Value) -> str:
        if shape.value is datetime.date:
            return _day(value)
        if isinstance(value, datetime.date):
            raise NotAValue("这里要文字，表格软件把它当成了日期。", _AS_TEXT)
        if not isinstance(value, str):
            return _number(shape, value)
        names = self.names(shape)
        return self._value_of(value.strip(), names) if names else _line_ended(value)

    @staticmethod
    def _value_of(text: str, names: dict[str, str]) -> str:
        """The value with this name; the value itself and a code with anything behind it will do."""
        by_name = {name: value for value, name in names.items()}
        first = text.split(" ", maxsplit=1)[0]
        found = by_name.get(text) or next((word for word in (text, first) if word in names), None)
        if found is None:
            near = difflib.get_close_matches(text, by_name, 3, 0.4)
            remedy = f"最接近的是 {'、'.join(near)}。" if near else f"可以写：{'、'.join(list(by_name)[:8])}。"
            raise NotAValue(f"“{text[:40]}”不在可以写的值里。", remedy)
        return found


def _holdable(text: str) -> str:
    """The text, unless a workbook would hold another."""
    odd = len(text) > _MOST or ESCAPE.search(text) or "_x000D_" in text or "\r" in text or "\t" in text or text != text.strip() or not text
    return IN_FILE if odd else text


def _typed(shape: Shape, text: str) -> Value:
    """A day as a date and a plain number as a number, where they come back as the same text."""
    if shape.value is datetime.date:
        try:
            day = datetime.date.fromisoformat(text)
        except ValueError:
            return text
        return day if day.isoformat() == text and day >= _FIRST_DAY else text
    if shape.value is int and re.fullmatch(r"0|[1-9]\d{0,8}", text, re.ASCII):
        return int(text)
    if shape.value is Decimal and re.fullmatch(r"(0|[1-9]\d{0,8})(\.\d?[1-9])?", text, re.ASCII):
        return float(text) if "." in text else int(text)
    return text


def as_text(value: Value | None) -> str:
    """A cell as text, to compare it with what would be written."""
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, datetime.date) else str(value).replace("\r\n", "\n")


def is_code(shape: Shape) -> bool:
    """Whether a field holds a code, in which every digit counts."""
    return any(isinstance(marker, Division | Matching | Occupation | Refers | Term) for marker in shape.markers)


def _number(shape: Shape, value: float) -> str:
    if shape.value not in (int, Decimal) and is_code(shape):
        is_phone = any(isinstance(marker, Matching) and marker.kind == PHONE for marker in shape.markers)
        raise NotAValue(*(_phone_as_number(value) if is_phone else _code_as_number(value)))
    return str(int(value)) if float(value).is_integer() else str(value)


def _code_as_number(value: float) -> tuple[str, str]:
    return f"这里要编号或代码，表格软件把它当成了数字 {value}，开头有0的话已经丢了。", "先把这一格的格式设为“文本”，再照原件重新输入。"


def _phone_as_number(value: float) -> tuple[str, str]:
    """Five digits are a hotline, of which nothing is lost."""
    lost = "，开头的0（可能还有短横线）丢了" if value >= _LEAST_WITH_AREA else ""
    how = "先把这一格的格式设为“文本”，再照原件输入完整号码，写成 028-×××××××× 这样。"
    return f"表格软件把它当成了数字 {value}{lost}。", how


def _day(value: Value) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    if re.fullmatch(r"\d{5}(\.\d+)?", str(value), re.ASCII) and _OF_OUR_TIME[0] <= float(value) < _OF_OUR_TIME[1]:
        day = _DAY_ZERO + datetime.timedelta(days=int(float(value)))
        raise NotAValue(f"表格软件把日期存成了数字 {value}。", f"先把这一格的格式设为“文本”，再输入 {day}（和通知核对），不然表格软件会把它又变成数字。")
    match = _DAY.fullmatch(str(value).strip())
    return "{}-{:0>2}-{:0>2}".format(*match.groups()) if match else str(value)


def _line_ended(text: str) -> str:
    """A text of several lines ends with one line end, as `|` text does."""
    lines = text.replace("\r\n", "\n").strip(" \n")
    return f"{lines}\n" if "\n" in lines else lines
