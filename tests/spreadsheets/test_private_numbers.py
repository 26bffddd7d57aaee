"""Numbers of persons in a workbook are refused at their cell, however they are written or stored."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from generator.private_numbers import Kind
from tests.conftest import Done, Runner, Tree
from tests.spreadsheets.book import Book, digest, exported, imported
from tests.test_private_numbers import NUMBERS, SPELLINGS

CODES = {Kind.RESIDENT: "P101", Kind.CARD: "P102", Kind.MOBILE: "P201", Kind.BANK_CARD: "P202"}
SHEET, LIST = "往期培训", "情况"
STORED = {Kind.MOBILE: "P201", Kind.RESIDENT: "E107", Kind.CARD: "E107", Kind.BANK_CARD: "E107"}
"""A number of more than 15 digits is told as one that has lost its digits."""


def number_of(kind: Kind, seed: int) -> str:
    """A number of nobody, made while the test runs."""
    return NUMBERS[kind](random.Random(seed))  # noqa: S311 - a seed makes the test repeatable


def lines_of(done: Done, sheet: str, row: int, heading: str) -> list[str]:
    """What is told of one cell."""
    place = f"记录.xlsx 工作表“{sheet}” 第{row}行 “{heading}”列（"
    return [line for line in done.err.splitlines() if line.startswith(place)]


@pytest.mark.parametrize("heading", [LIST, "临时提示"])
@pytest.mark.parametrize("kind", NUMBERS, ids=lambda kind: kind.name)
def test_no_spelling_of_a_number_gets_in(kind: Kind, heading: str, small: Tree, run: Runner) -> None:
    """Full width, in groups, in Chinese, with unseen signs: each row is told at its cell, and none is written."""
    before = digest(small)
    book = exported(run, small, "--type", SHEET)
    rows = {}
    for seed, (name, spell) in enumerate(SPELLINGS.items()):
        number = number_of(kind, seed)
        if heading == LIST and "\n" in spell(number):
            continue  # each line is an item of its own
        cells = {"编号": f"ceshi-{seed}", "名称": "测试往期", "数据性质": "示例", "地区": "510107 四川省成都市武侯区"}
        row = book.add(SHEET, **cells | {heading: f"联系{spell(number)}"})
        rows[row] = name, number
    done = imported(run, small, book, "--write")
    assert done.code == 1
    for row, (name, number) in rows.items():
        told = lines_of(done, SHEET, row, heading)
        assert any(f"错误 {CODES[kind]} " in line or "错误 T" in line for line in told), (name, told)
        assert number not in done.err + done.out
    assert sum(f"错误 {CODES[kind]} " in line for line in done.err.splitlines()) >= len(rows) - 2
    assert digest(small) == before


@pytest.mark.parametrize("kind", NUMBERS, ids=lambda kind: kind.name)
def test_a_number_that_is_stored_as_a_number_does_not_get_in(kind: Kind, small: Tree, run: Runner) -> None:
    """In a cell of text, of a whole number, of money and of a phone: the cell is named, the number is not told."""
    before = digest(small)
    book = exported(run, small)
    value = int(number_of(kind, 3).replace("X", "0"))
    places = [
        ("课程", "ceshi-zhubian", "怎么考", STORED[kind]),
        ("课程", "ceshi-zhubian", "要带什么", STORED[kind]),
        ("班次", "shili-miandian-2601", "名额", "F110" if kind is Kind.MOBILE else "E107"),
        ("补贴标准", "ceshi-butie", "金额·金额", "F111" if kind is Kind.MOBILE else "E107"),
        ("班次·联系谁·电话", "ceshi-zhubian-2701", "号码", "E108" if kind is Kind.MOBILE else "E107"),
        ("培训机构", "ceshi-xuexiao", "统一社会信用代码", "E108" if kind is Kind.MOBILE else "E107"),
    ]
    rows = {}
    for sheet, record, heading, _ in places:
        cell = book.cell(sheet, record, heading)
        cell.number_format, cell.value = "General", value
        rows[sheet, heading] = cell.row
    done = imported(run, small, book, "--write")
    assert done.code == 1
    for sheet, _, heading, code in places:
        told = lines_of(done, sheet, rows[sheet, heading], heading)
        assert any(f"错误 {code} " in line for line in told), (heading, done.err)
    assert str(value) not in done.err + done.out
    assert str(value)[:12] not in done.err + done.out
    assert digest(small) == before


def as_text(number: str) -> str | int:
    """As it was typed."""
    return number


def as_number(number: str) -> str | int:
    """As a cell without a format keeps it."""
    return int(number.replace("X", "0"))


@pytest.mark.parametrize("stored", [as_text, as_number])
@pytest.mark.parametrize("kind", NUMBERS, ids=lambda kind: kind.name)
def test_a_column_of_numbers_that_is_not_ours_is_told_as_what_it_is(
    kind: Kind, stored: Callable[[str], str | int], small: Tree, run: Runner
) -> None:
    """The column is named and counted, told once, and no row of the sheet is taken."""
    before = digest(small)
    book = exported(run, small, "--type", "课程")
    page = book.book["课程"]
    place = page.max_column + 1
    page.cell(1, place).value = "备注"
    for row in range(2, page.max_row + 1):
        page.cell(row, place).value = stored(number_of(kind, row))
    book.cell("课程", "ceshi-zhubian", "课时").value = 48
    done = imported(run, small, book, "--write")
    assert done.code == 1
    (line,) = lines_of(done, "课程", 1, "备注")
    assert f"错误 E115 另加的“备注”这一列里有个人的号码（表里有 {page.max_row - 1} 行填了）" in line
    assert digest(small) == before


def test_a_column_that_is_not_ours_without_such_numbers_is_only_unknown(small: Tree, run: Runner) -> None:
    """A column of remarks is told as one that has no field."""
    book = exported(run, small, "--type", "课程")
    page = book.book["课程"]
    place = page.max_column + 1
    page.cell(1, place).value = "备注"
    page.cell(2, place).value = "已经和机构核对"
    (line,) = lines_of(imported(run, small, book), "课程", 1, "备注")
    assert "错误 E103 " in line


def test_a_private_number_in_a_heading_or_a_sheet_name_is_not_told(small: Tree, run: Runner) -> None:
    """Where a message quotes what it found, the number is masked."""
    number = number_of(Kind.MOBILE, 1)
    book = exported(run, small)
    book.book["课程"].cell(1, book.book["课程"].max_column + 1).value = number
    book.book["渠道"].title = number
    done = imported(run, small, Book(book.save()))
    assert done.code == 1
    assert number not in done.err + done.out
    assert "错误 E103 " in done.err
    assert "错误 E102 " in done.err
