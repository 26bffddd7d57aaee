"""A filled-in workbook: what an import refuses, where, and what comes back."""

from __future__ import annotations

import datetime
import random
import zipfile
from pathlib import Path
from typing import Any

import pytest

from generator.identity import CHECK, WEIGHTS
from tests.conftest import Golden, Runner, Tree
from tests.spreadsheets.book import Book, digest, exported, imported

COURSE = "catalogue/courses/ceshi-zhubian.yml"
ID = "ceshi-zhubian"


def _number() -> str:
    rng = random.Random(7)  # noqa: S311 - a seed makes the test repeatable
    first = f"51010419{rng.randrange(40, 99)}0101{rng.randrange(1000):03}"
    return first + CHECK[sum(int(d) * w for d, w in zip(first, WEIGHTS, strict=True)) % 11]


@pytest.mark.parametrize(
    ("sheet", "heading", "value", "code", "words"),
    [
        ("课程", "课时", "四十", "F110", "应写整数，现在是“四十”。"),
        ("课程", "课时", "=20+20", "E106", "这里是公式"),
        ("课程", "怎么考", '=HYPERLINK("https://www.example.org")', "E106", "这里是公式"),
        ("课程", "名称", 123456789012345678, "E107", "表格软件已经丢了后面几位"),
        ("课程", "地区", 510104, "E108", "这里要编号或代码，表格软件把它当成了数字 510104，开头有0的话已经丢了。"),
        ("课程", "授课方式", "面授", "E108", "“面授”不在可以写的值里。"),
        ("课程", "面向残疾类别", "肢体残疾\n听障", "E108", "“听障”不在可以写的值里"),
        ("课程", "怎么考", datetime.date(2026, 5, 1), "E108", "表格软件把它当成了日期"),
        ("课程", "项目制", True, "E108", "这里是逻辑值。"),
        ("课程", "一句话介绍", None, "E113", "少了必写的“一句话介绍”（summary）。"),
        ("课程", "证书·证书种类", None, "E113", "少了必写的“证书”（certificate）。"),
        ("课程", "怎么考", "看\u200b不见", "T015", "这里有看不见的字符"),
        ("课程", "培训机构", "meiyou-zhege", "R101", "meiyou-zhege"),
        ("班次", "开课日期", datetime.datetime(2027, 1, 4, 9, 30), "E108", "这里只要日期，不要钟点。"),  # noqa: DTZ001
        ("班次", "开课日期", "2027-02-30", "D102", "这一天不存在"),
        ("班次", "开课日期", datetime.date(2026, 1, 1), "D103", "不应早于"),
        ("课程·无障碍服务", "状态", "也许", "E108", "“也许”不在可以写的值里"),
        ("课程·无障碍服务", "提前天数", "很久", "F110", "应写整数"),
    ],
)  # fmt: skip
def test_a_wrong_cell_is_refused_with_sheet_row_and_column(  # noqa: PLR0913, PLR0917 - a row of the table above
    sheet: str, heading: str, value: object, code: str, words: str, run: Runner, small: Tree
) -> None:
    """The place of the cell comes first, the words say what it should be, and nothing is written."""
    before = digest(small)
    book = exported(run, small)
    record_id = "ceshi-zhubian-2701" if sheet == "班次" else ID
    cell = book.cell(sheet, record_id, heading)
    cell.value = value
    done = imported(run, small, book, "--write")
    assert done.code == 1
    place = f"记录.xlsx 工作表“{sheet}” 第{cell.row}行 “{heading}”列（{cell.coordinate}）: 错误 {code} "
    (line,) = [line for line in done.err.splitlines() if line.startswith(place)]
    assert words in line
    assert digest(small) == before
    assert "hours: " not in done.err


def test_an_identity_number_never_gets_in(run: Runner, small: Tree) -> None:
    """It is refused in any cell, masked in the message, and found by the same rule as in a record."""
    book = exported(run, small)
    number = _number()
    cell = book.cell("课程", ID, "怎么考")
    cell.value = f"找学员{number}"
    done = imported(run, small, book, "--write")
    assert done.code == 1
    assert f"“怎么考”列（{cell.coordinate}）: 错误 P101" in done.err
    assert number not in done.err + done.out
    assert number not in small.read(COURSE)


def test_a_private_number_as_a_number_has_lost_its_digits(run: Runner, small: Tree) -> None:
    """Eighteen digits in a number are not what was typed."""
    book = exported(run, small)
    book.cell("课程", ID, "名称").value = float(10**17 + 12345)
    assert "E107" in imported(run, small, book).err


def test_rows_with_problems_come_back_with_remedies_and_good_rows_are_written(run: Runner, small: Tree) -> None:
    """The copy holds the refused records only, all their rows, and can be mended and imported as it is."""
    book = exported(run, small)
    book.cell("课程", ID, "课时").value = "四十"
    book.cell("课程", "shili-miandian", "课时").value = 33
    done = imported(run, small, book, "--write")
    assert done.code == 1
    assert done.err.endswith(
        "有问题的行不导入，另存在 记录-要改.xlsx，最后一列写明怎样改，行号可能和原表不同；改好后导入它。\n已写：修改 1 条。\n"
    )
    assert "hours: 33" in small.read("catalogue/courses/shili-miandian.yml")
    back = Book(small.root.parent / "记录-要改.xlsx")
    assert [row[0] for row in back.rows("课程")] == [ID]
    assert back.headings("课程")[-1] == "要改的地方"
    assert back.rows("课程")[0][-1].startswith("课时：“课时”（hours）应写整数，现在是“四十”。改成 40")
    assert {row[0] for row in back.rows("课程·无障碍服务")} == {ID}
    back.cell("课程", ID, "课时").value = 41
    done = imported(run, small, back, "--write")
    assert (done.code, done.err) == (0, "已写：修改 1 条。\n"), done.err
    assert done.out == f"修改 {COURSE}\n    课时：40 → 41\n"


def test_a_sheet_that_is_refused_whole_is_told_apart_from_one_that_is_taken(run: Runner, small: Tree) -> None:
    """Cells merged in one sheet, a change in another: there is no copy, and the sheet itself is to be mended."""
    book = exported(run, small)
    book.cell("课程", ID, "课时").value = 41
    book.book["班次"].merge_cells("B2:B4")
    done = imported(run, small, book, "--write")
    assert "选中 B2:B4，点“取消合并单元格”；第3到4行是空的：照各行自己的通知填，不要照抄第2行。\n" in done.err
    assert done.err.endswith("有问题的工作表不导入。请改 记录.xlsx，改好后再导入它。\n已写：修改 1 条。\n")
    assert "hours: 41" in small.read(COURSE)


def test_a_hotline_as_a_number_has_lost_nothing(run: Runner, small: Tree) -> None:
    """Five digits have no zero before them."""
    book = exported(run, small)
    book.cell("班次·联系谁·电话", "ceshi-zhubian-2701", "号码").value = 12300
    assert "表格软件把它当成了数字 12300。\n" in imported(run, small, book).err


def _rows_at_fault(book: Book) -> None:
    book.add("课程", 名称="没有编号")
    book.add("课程", 编号=ID, 名称="又一次")
    book.add("课程·来源", 所属编号="meiyou", 标题="甲")
    book.add("课程", 编号="Bu Dui", 名称="甲")
    book.add("课程", 编号="../../etc/a", 名称="甲")


def test_rows_that_belong_nowhere_are_told(run: Runner, small: Tree) -> None:
    """Without an id, with one twice, with one that no record has, or with one that can be none."""
    before = digest(small)
    book = exported(run, small)
    _rows_at_fault(book)
    done = imported(run, small, book, "--write")
    assert done.code == 1
    for code in ("E109", "E110", "E111", "E108"):
        assert f"错误 {code} " in done.err
    assert digest(small) == before
    assert sorted(p.name for p in small.root.parent.iterdir()) == ["small", "记录-要改.xlsx", "记录.xlsx"]


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda page: setattr(page, "title", "课成"), "E102"),
        (lambda page: page.cell(1, 3, "数据性制"), "E103"),
        (lambda page: setattr(page["A1"], "value", None), "E104"),
        (lambda page: page.cell(1, 3, "名称"), "E105"),
    ],
    ids=["title of a sheet", "heading", "no id", "heading twice"],
)
def test_a_sheet_that_is_not_ours_changes_nothing(spoil: Any, code: str, run: Runner, small: Tree) -> None:  # noqa: ANN401
    """A wrong title or heading is told with the nearest; no row of that sheet is read, no list emptied."""
    before = digest(small)
    book = exported(run, small, "--type", "课程")
    spoil(book.book["课程"])
    done = imported(run, small, book, "--write")
    assert done.code == 1
    assert f"错误 {code} " in done.err
    assert done.out == ""
    assert digest(small) == before


def _everything_wrong(book: Book) -> None:
    """A cell or row for each thing that can be wrong with a sheet."""
    _rows_at_fault(book)
    book.add("课程", 编号="ceshi-jiu", 名称="甲")
    book.cell("课程", ID, "课时").value = "=20+20"
    book.cell("课程", ID, "名称").value = 123456789012345678
    book.cell("课程", ID, "授课方式").value = "面授"
    book.cell("课程", ID, "地区").value = 510104
    book.cell("班次", "ceshi-zhubian-2701", "名额").value = None
    book.cell("班次", "ceshi-zhubian-2701", "开课日期").value = None
    book.book["培训基地"]["C1"] = "数据性制"
    book.book["培训机构"]["C1"] = "名称"
    book.book["政策·条款"].delete_cols(2)
    book.book["渠道"].title = "渠到"
    book.book["技能竞赛"].merge_cells("B2:C2")
    page = book.book["补贴标准"]
    page.cell(1, page.max_column + 1).value = "联系人身份证号"
    page.cell(2, page.max_column).value = _number()


def test_all_that_can_be_wrong_with_a_workbook_is_told_at_once(run: Runner, small: Tree, golden: Golden) -> None:
    """The whole report, where a reviewer reads its words."""
    small.write("catalogue/courses/ceshi-jiu.yml", "id: ceshi-jiu\nhours: 四十\n")
    out = small.root.parent / "记录.xlsx"
    run("export", "--out", out, cwd=small.root)
    book = Book(out)
    _everything_wrong(book)
    done = imported(run, small, book)
    assert done.code == 1
    (small.root.parent / "坏的.xlsx").write_bytes(b"PK")
    broken = run("import", small.root.parent / "坏的.xlsx", cwd=small.root)
    golden("spreadsheets/refused.txt", done.err + broken.err)


def test_a_list_without_one_of_its_headings_is_refused(run: Runner, small: Tree) -> None:
    """Items are made anew from their rows, so that a missing column would lose what it held."""
    before = digest(small)
    book = exported(run, small, "--type", "课程")
    book.book["课程·无障碍服务"].delete_cols(4)
    assert "E104" in imported(run, small, book, "--write").err
    assert digest(small) == before


def _bomb(file: Path) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 200_000_000)


def _entities(file: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(12))
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", f'<?xml version="1.0"?><!DOCTYPE x [{laughs}]><x>&l11;</x>')


@pytest.mark.parametrize(
    "spoil",
    [lambda file: file.write_bytes(b""), lambda file: file.write_bytes(b"PK\x03\x04" + b"x" * 100), lambda file: file.write_bytes(b"x" * (17 * 1024 * 1024)), _bomb, _entities],
    ids=["empty", "broken", "large", "bomb", "entities"],
)  # fmt: skip
def test_a_file_that_is_no_workbook_is_told(spoil: Any, run: Runner, small: Tree) -> None:  # noqa: ANN401
    """Whatever it is: one message, no traceback, nothing written."""
    file = small.root.parent / "记录.xlsx"
    spoil(file)
    done = run("import", file, cwd=small.root)
    assert done.code == 1
    assert done.err.startswith("记录.xlsx:1:1: 错误 E101 ")


def test_csv_in_another_encoding_is_told(run: Runner, small: Tree) -> None:
    """GBK would lose rare characters without a word."""
    file = small.root.parent / "课程.csv"
    file.write_bytes("编号,名称\r\nceshi-zhubian,甲\r\n".encode("gbk"))
    done = run("import", file, cwd=small.root)
    assert "UTF-8" in done.err
    assert done.code == 1


def test_no_such_file_is_wrong_use(run: Runner, small: Tree) -> None:
    """Exit code 2, as for any command."""
    done = run("import", "meiyou.xlsx", cwd=small.root)
    assert (done.code, done.out) == (2, "")
    assert "找不到“meiyou.xlsx”。" in done.err
