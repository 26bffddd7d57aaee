"""What is exported and imported again changes nothing, and no cell is a formula."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from generator.choices import choices_of
from generator.files import write_text
from generator.loading import load
from generator.problem import Problem
from generator.records import RECORD_TYPES, Course, PastTraining, Session
from generator.records.order import order
from generator.spreadsheets.cells import IN_FILE, Cells
from generator.spreadsheets.importing import changes
from generator.spreadsheets.layout import all_sheets, sheets
from generator.spreadsheets.problems import CellPlace
from generator.spreadsheets.reading import read_sheets
from generator.spreadsheets.tables import Table, tables
from generator.spreadsheets.writing import csv_file, guarded, unguarded, workbook
from generator.yamltext import Mapping, Node, Scalar, Sequence, read
from generator.yamltext.writing import write
from tests.conftest import AS_OF, Runner, Tree
from tests.corpora import FORMULAS, MISREAD, NAUGHTY, TEXTS, UNSEEN
from tests.growth import no_hang
from tests.spreadsheets.book import DAY, Book, digest, exported, imported


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_the_records_of_this_repository_come_back_byte_for_byte(form: str, run: Runner, real: Tree) -> None:
    """Every record of every type, with --write."""
    before = digest(real)
    out = real.root.parent / f"out.{form}" if form == "xlsx" else real.root.parent / "表格"
    assert run("export", "--format", form, "--out", out, cwd=real.root).code == 0
    done = run("import", out, "--write", *DAY, cwd=real.root)
    assert (done.code, done.out, done.err) == (0, "", "没有要写的改动。\n")
    assert digest(real) == before


def test_a_workbook_that_another_program_saved_changes_nothing(run: Runner, small: Tree) -> None:
    """Rewritten cell by cell, it still says the same."""
    done = imported(run, small, exported(run, small), "--write")
    assert (done.code, done.out, done.err) == (0, "", "没有要写的改动。\n")


def test_the_same_records_give_the_same_bytes(small: Tree) -> None:
    """A workbook can be compared, and kept under version control."""
    catalogue, _ = load(str(small), AS_OF)
    cells = Cells(lambda marker: choices_of(catalogue, marker))
    books = {workbook(tables(catalogue, RECORD_TYPES, cells), cells) for _ in range(2)}
    assert len(books) == 1


def _marked(file: Path) -> str:
    with zipfile.ZipFile(file) as archive:
        return "".join(archive.read(n).decode() for n in archive.namelist() if n.startswith("xl/worksheets/sheet"))


def test_a_sheet_helps_to_fill_it_in(run: Runner, small: Tree) -> None:
    """Chinese headings with comments, lists to choose from, dates as dates, codes as texts."""
    book = exported(run, small, "--type", "课程", "--type", "session")
    titles = [sheet.title for record_type in (Course, Session) for sheet in sheets(record_type)]
    assert book.book.sheetnames == ["说明", *titles, "可选的值"]
    assert book.book["可选的值"].sheet_state == "hidden"
    course = book.book["课程"]
    assert all(re.search("[\u4e00-\u9fff]", str(cell.value)) for cell in course[1])
    assert all(cell.comment and cell.comment.text for cell in course[1])
    assert book.cell("课程", "ceshi-zhubian", "授课方式").value == "集中面授"
    assert book.cell("课程", "ceshi-zhubian", "地区").value == "510107 四川省成都市武侯区"
    assert book.cell("课程", "ceshi-zhubian", "地区").number_format == "@"
    assert book.cell("课程", "ceshi-zhubian", "课时").value == 40
    starts = book.cell("班次", "ceshi-zhubian-2701", "开课日期")
    assert (starts.is_date, starts.number_format) == (True, "yyyy-mm-dd")
    lists = {str(check.sqref): check.formula1 for check in course.data_validations.dataValidation}
    column = book.cell("课程", "ceshi-zhubian", "授课方式").column_letter
    assert lists[f"{column}2:{column}2001"].startswith("'可选的值'!$")
    assert "<f>" not in _marked(book.file)


def test_titles_of_sheets_fit_and_headings_are_single() -> None:
    """A workbook allows 31 characters, and a heading leads to one field."""
    for title, sheet in all_sheets().items():
        assert len(title) <= 31
        assert not re.search(r"[\[\]:*?/\\]", title)
        assert len(set(sheet.headings)) == len(sheet.headings)
        for column in sheet.columns:
            assert column.single.items is None
            assert column.single.part is None


HOSTILE = [text for text in TEXTS if text.strip()]


def _node(value: Any) -> Node:  # noqa: ANN401 - texts, lists and dicts
    if isinstance(value, dict):
        keys = {name: Scalar(name, plain=True, line=0, column=0) for name in value}
        return Mapping({name: _node(below) for name, below in value.items()}, keys, 0, 0)
    if isinstance(value, list):
        return Sequence([_node(below) for below in value], 0, 0)
    return Scalar(value, plain=False, line=0, column=0)


def _record(number: int, text: str) -> str:
    """A past training in which a text stands as name, in a list, and in a list of parts."""
    source = {"title": text, "publisher": "甲", "place": text, "accessed": "2026-11-23", "confidence": "high"}
    node = _node(
        {"id": f"ceshi-{number}", "name": text, "data_class": "real", "region": "510100", "sources": [source, source], "facts": [text, text]}
    )
    assert isinstance(node, Mapping)
    return write(node, order=order(PastTraining))


def _hostile_tree(tree: Tree) -> int:
    """Records with every text; how many of them our reader takes as records."""
    for number, text in enumerate(HOSTILE):
        write_text(str(tree), f"catalogue/past-trainings/ceshi-{number}.yml", _record(number, text))
    catalogue, _ = load(str(tree), AS_OF)
    return len([e for e in catalogue.entries["past_training"] if e.removeprefix("ceshi-").isdigit()])


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_hostile_texts_go_out_and_in_unchanged(form: str, small: Tree) -> None:
    """No crash, no hang, no changed value, no formula in any cell."""
    taken = _hostile_tree(small)
    assert taken > 0.5 * len([text for text in (*FORMULAS, *MISREAD, *NAUGHTY) if text.strip()])
    catalogue, _ = load(str(small), AS_OF)
    cells = Cells(lambda marker: choices_of(catalogue, marker))
    with no_hang():
        out = small.root.parent / ("a.xlsx" if form == "xlsx" else "表格")
        if form == "xlsx":
            out.write_bytes(workbook(tables(catalogue, (PastTraining,), cells), cells))
        else:
            out.mkdir()
            for table in tables(catalogue, (PastTraining,), cells):
                (out / f"{table.sheet.title}.csv").write_bytes(csv_file(table))
        problems: list[Problem] = []
        found = read_sheets(str(out), out.name, problems)
        assert changes(catalogue, found, problems) == []
        assert problems == []
        assert sum(len(sheet.rows) for sheet in found) >= 3 * taken
    if form == "xlsx":
        assert "<f>" not in _marked(out)
        for page in openpyxl.load_workbook(out).worksheets:
            assert all(cell.data_type != "f" for row in page.iter_rows() for cell in row)
    else:
        for file in out.iterdir():
            for row in csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline="")):
                assert not any(cell[:1] in {*"=+-@\t\r", "＝", "＋", "－", "＠"} for cell in row if cell)


def test_hostile_texts_that_are_typed_in_are_taken_as_they_are_or_refused(small: Tree) -> None:
    """Each text in the cells of a new record: the record says that text, or its row is told by cell; no crash."""
    catalogue, _ = load(str(small), AS_OF)
    cells = Cells(lambda marker: choices_of(catalogue, marker))
    sheet = sheets(PastTraining)[0]
    table = Table(sheet)
    for number, text in enumerate(HOSTILE):
        row = {"编号": f"ceshi-{number}", "名称": text, "数据性质": "示例", "地区": "510100", "情况": text}
        table.rows.append([row.get(heading) for heading in sheet.headings])
    out = small.root.parent / "a.xlsx"
    out.write_bytes(workbook([table], cells))
    problems: list[Problem] = []
    with no_hang():
        found = changes(catalogue, read_sheets(str(out), "a.xlsx", problems), problems)
    assert problems == []
    assert len(found) == len(HOSTILE)
    taken = 0
    for change, text in zip(found, HOSTILE, strict=True):
        assert all(isinstance(problem.at, CellPlace) for problem in change.problems)
        if change.has_errors:
            continue
        tree, _ = read(change.text.encode(), change.file)
        name = tree.entries["name"] if tree else None
        assert isinstance(name, Scalar)
        assert name.value.strip() == text.replace("\r", "\n").strip()
        taken += 1
    assert taken > 0.5 * len([text for text in HOSTILE if text not in UNSEEN])


def test_what_looks_like_a_formula_is_guarded_and_comes_back() -> None:
    """The sign before a text in CSV is taken away again, and only that one."""
    for text in TEXTS:
        assert unguarded(guarded(text)) == text
        assert guarded(text)[:1] not in {*"=+-@\t\r", "＝", "＋", "－", "＠"}
    assert any(guarded(text) != text for text in TEXTS)


def test_what_a_cell_cannot_hold_stays_in_the_file(run: Runner, small: Tree) -> None:
    """The cell says so; left alone the field is kept, and in another cell the words are refused."""
    path = "catalogue/courses/ceshi-zhubian.yml"
    small.edit(path, "summary: ", "summary: _x0041_ ")
    before = small.read(path)
    book = exported(run, small, "--type", "课程")
    assert book.cell("课程", "ceshi-zhubian", "一句话介绍").value == IN_FILE
    book.cell("课程", "ceshi-zhubian", "课时").value = 48
    assert imported(run, small, book, "--write").code == 0
    assert small.read(path) == before.replace("hours: 40", "hours: 48")
    book.cell("课程", "ceshi-zhubian", "怎么考").value = IN_FILE
    assert "E108" in imported(run, small, book).err


def test_nothing_is_overwritten(run: Runner, small: Tree) -> None:
    """A workbook that somebody fills in is never lost to an export."""
    file = small.root.parent / "a.xlsx"
    file.write_text("甲")
    for form in ("xlsx", "csv"):
        done = run("export", "--format", form, "--out", file, cwd=small.root)
        assert (done.code, done.out) == (1, "")
    assert file.read_text() == "甲"


def test_a_record_that_cannot_be_read_is_told_and_left_out(run: Runner, small: Tree) -> None:
    """The others are exported; importing leaves the faulty one alone."""
    small.edit("catalogue/courses/ceshi-zhubian.yml", "hours: 40", "hours: 四十")
    out = small.root.parent / "a.xlsx"
    done = run("export", "--type", "课程", "--out", out, cwd=small.root)
    assert done.code == 1
    assert "F110" in done.err
    book = Book(out)
    assert [row[0] for row in book.rows("课程")] == ["shili-miandian"]
    book.add("课程", 编号="ceshi-zhubian", 名称="甲")
    assert "E112" in imported(run, small, book).err
