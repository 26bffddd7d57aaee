"""A filled-in workbook: what it changes in the records."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from generator.problem import Problem
from generator.spreadsheets.reading import read_sheets
from tests.conftest import Runner, Tree
from tests.forms.test_new import BY_HAND, COURSE_SETTINGS, FILE, FLAGS, flags
from tests.spreadsheets.book import Book, digest, exported, imported

COURSE = "catalogue/courses/ceshi-zhubian.yml"
ID = "ceshi-zhubian"


def test_an_import_tells_first_and_writes_when_asked(run: Runner, small: Tree) -> None:
    """The dry run names each change and writes nothing; --write does just that; again there is nothing."""
    small.edit(COURSE, "hours: 40\n", "# 和机构核对过\nhours: 40  # 含考试\n")
    before = small.read(COURSE)
    book = exported(run, small)
    book.cell("课程", ID, "课时").value = 48
    book.cell("课程", ID, "授课方式").value = "线上"
    told = imported(run, small, book)
    assert told.code == 0
    assert told.out == f"修改 {COURSE}\n    课时：40 → 48\n    授课方式：集中面授 → 线上\n"
    assert told.err == "将会修改 1 条，还没有写。确认后加 --write 再运行一次。\n"
    assert small.read(COURSE) == before
    done = imported(run, small, book, "--write")
    assert (done.code, done.out, done.err) == (0, told.out, "已写：修改 1 条。\n")
    assert small.read(COURSE) == before.replace("hours: 40  #", "hours: 48  #").replace("mode: in_person", "mode: online")
    assert imported(run, small, book, "--write").err == "没有要写的改动。\n"


def test_lists_change_by_lines_and_by_rows(run: Runner, small: Tree) -> None:
    """An item a line in a cell, an item a row in a sheet of its own; comments follow their item."""
    text = small.read(COURSE)
    first = text[text.index("accommodations:\n") + len("accommodations:\n") :].split("  - code")[1]
    small.edit(COURSE, f"  - code{first}", f"  # 问过张贴在门口的电话\n  - code{first}")
    book = exported(run, small)
    book.cell("课程", ID, "要带什么").value = "甲\n乙、丙"
    book.book["课程·无障碍服务"].insert_rows(2)
    cells: list[str | int] = [ID, "导盲犬可入", "可提前申请", 3]
    for column, value in enumerate(cells, 1):
        book.book["课程·无障碍服务"].cell(2, column, value)
    done = imported(run, small, book, "--write")
    assert done.code == 0, done.err
    now = small.read(COURSE)
    assert "bring:\n  - 甲\n  - 乙、丙\n" in now
    assert "accommodations:\n  - code: guide_dog\n    state: on_request\n    days_ahead: 3\n  # 问过张贴在门口的电话\n  - code" + first in now


def test_emptied_cells_and_removed_rows_take_fields_and_items_away(run: Runner, small: Tree) -> None:
    """An emptied cell is a field less; a row of a list that is not there is an item less; a record stays."""
    small.edit(COURSE, "hours: 40", "hours: 40\ndays: 15")
    book = exported(run, small, "--type", "课程")
    book.cell("课程", ID, "天数").value = None
    page = book.book["课程·无障碍服务"]
    rows = [number for number, row in enumerate(page.iter_rows(min_row=2), 2) if row[0].value == ID]
    page.delete_rows(rows[-1])
    ids = [row[0] for row in book.rows("课程")]
    other = next(number for number, record_id in enumerate(ids, 2) if record_id != ID)
    book.book["课程"].delete_rows(other)
    before = digest(small)
    done = imported(run, small, book)
    assert "    天数：15 → （空）\n" in done.out
    assert f"    无障碍服务第{len(rows)}项：" in done.out
    assert done.out.count("修改 ") == 1
    assert digest(small) == before


def test_a_missing_sheet_or_column_changes_nothing(run: Runner, small: Tree) -> None:
    """A clerk may send only what she worked on."""
    book = exported(run, small, "--type", "课程")
    for title in [*book.book.sheetnames]:
        if title != "课程":
            del book.book[title]
    book.book["课程"].delete_cols(book.headings("课程").index("适合谁") + 1)
    assert imported(run, small, book, "--write").err == "没有要写的改动。\n"


NEW_ROW: dict[str, Any] = {
    "编号": "ceshi-xinban", "名称": "测试新课程", "数据性质": "真实", "地区": "510104 四川省成都市锦江区", "培训类别": "传统特色手工技艺",
    "一句话介绍": "学完能独立编一只竹篮。", "适合谁": "手指灵活的人。", "学什么": "选竹。\n起底。", "怎么考": "编一只。", "培训机构": "ceshi-xuexiao",
    "证书·证书种类": "不发证书", "面向残疾类别": "肢体残疾\n听力残疾", "课时": 40, "授课方式": "集中面授", "费用·收费方式": "免费",
    "费用·先垫金额": 0, "政策依据": "sc-2021-8#3-5",
}  # fmt: skip


def new_course(book: Book) -> None:
    """Fill in the course, with its services and its source."""
    book.add("课程", **NEW_ROW)
    sheet = "课程·无障碍服务"
    book.add(sheet, 所属编号="ceshi-xinban", 服务="手语翻译", 状态="可提前申请", 提前天数=7)
    book.add(sheet, 所属编号="ceshi-xinban", 服务="速录", 状态="未核实")
    source = {"标题": "yes", "发布者": "测试", "出处位置": "测试", "查阅日期": datetime.date(2026, 11, 23)}
    book.add("课程·来源", 所属编号="ceshi-xinban", **source, 可信度="高")


def test_by_spreadsheet_by_new_and_by_hand_a_course_is_the_same_file(run: Runner, small: Tree) -> None:
    """Three ways of entering one course, one text; fmt takes away what is only form."""
    book = exported(run, small)
    new_course(book)
    done = imported(run, small, book, "--write")
    assert done.code == 0, done.err
    assert done.out.startswith(f"新增 {FILE}\n")
    by_sheet = small.read(FILE)
    small.write(FILE, BY_HAND)
    run("fmt", FILE, cwd=small.root)
    by_hand = small.read(FILE)
    small.remove(FILE)
    run("new", "课程", *FLAGS, *flags(COURSE_SETTINGS), cwd=small.root)
    run("fmt", FILE, "--drop-help", cwd=small.root)
    by_form = small.read(FILE)
    assert by_hand == by_form
    assert by_sheet == by_hand


def test_one_csv_file_changes_what_it_has(run: Runner, small: Tree) -> None:
    """A sheet of two columns; dates as spreadsheets write them; a number that lost its digits."""
    file = small.root.parent / "班次.csv"
    file.write_bytes("编号,结课日期,名额\r\nceshi-zhubian-2701,2027/3/5,21\r\n".encode("utf-8-sig"))
    done = run("import", file, cwd=small.root)
    assert done.code == 0, done.err
    assert "→ 2027-03-05\n" in done.out
    assert "    名额：20 → 21\n" in done.out
    file.write_bytes(b"\xef\xbb\xbf" + "编号,名称\r\nceshi-zhubian-2701,5.10104E+17\r\n".encode())
    assert "E107" in run("import", file, cwd=small.root).err


@pytest.mark.parametrize("end", ["\r\n", "\r", "_x000D_\n", "_x000D_", "\n"])
def test_every_end_of_a_line_in_a_cell_is_one(end: str, tmp_path: Path) -> None:
    """However a program writes it, two lines stay two lines."""
    file = tmp_path / "课程.csv"
    file.write_bytes(f'编号,怎么考\r\na,"甲{end}乙"\r\n'.encode())
    problems: list[Problem] = []
    (sheet,) = read_sheets(str(file), file.name, problems)
    assert [row.cells["怎么考"] for row in sheet.rows] == ["甲\n乙"]
