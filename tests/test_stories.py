"""A clerk's slips, told beforehand as plain stories: each leads in one message to the right mend."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from openpyxl.utils import column_index_from_string

from generator import report
from generator.problem import Problem
from tests.conftest import Golden, Runner, Tree
from tests.pasting import paste
from tests.spreadsheets.book import Book, exported, imported
from tests.stories import STORIES, Story

BY_HAND = {
    "phone-too-short": "which figure is lacking is written on the card only",
    "file-name-in-chinese": "the name in letters is hers to choose",
    "institution-deleted": "the file is not in the catalogue any more",
    "subsidy-overwritten": "the old amount is not in the catalogue any more",
    "sheet-identity-numbers": "a column is taken away with the mouse",
    "sheet-phone-lost-its-zero": "how the number is grouped, only she knows",
    "sheet-merged-cells": "cells are parted with the mouse",
    "sheet-formula": "what it comes to is seen in the sheet only",
}
"""Where the message cannot hold the mend whole, and why."""
HERS = {
    "no-days-ahead": ("天数", "5"),
    "required-field-deleted": ("\nwho: \n", "\nwho: 手指灵活、坐得住的人。\n"),
}
"""Where the line to paste leaves the value to her: what stands for it, and what she writes."""
IN_FILES = [story for story in STORIES if not story.in_workbook]
IN_WORKBOOKS = [story for story in STORIES if story.in_workbook]
PASTED = [story for story in IN_FILES if story.name not in {*BY_HAND, *HERS}]
TYPED = [story for story in IN_FILES if story.name in BY_HAND]


def named(stories: list[Story]) -> pytest.MarkDecorator:
    """A test for each of these stories."""
    return pytest.mark.parametrize("story", stories, ids=lambda story: story.folder.name)


def values(tree: Tree) -> dict[str, object]:
    """All record files as texts, lists and dicts, whatever the order and form of their fields."""
    files = [*(tree.root / "catalogue").rglob("*.yml"), *(tree.root / "institutions").rglob("*.yml")]
    return {str(f.relative_to(tree.root)): yaml.load(f.read_bytes(), yaml.CBaseLoader) for f in files}  # noqa: S506 - it makes texts only


def told(story: Story, tree: Tree) -> Problem:
    """The one message about the slip."""
    story.happen(tree)
    (problem,) = tree.check().problems
    return problem


@pytest.fixture
def finished(tmp_path: Path, small: Tree, story: Story) -> dict[str, object]:
    """The values of the catalogue as it should become."""
    copy = tmp_path / "finished"
    shutil.copytree(small.root, copy)
    return values(story.finish(Tree(copy)))


@named(STORIES)
def test_what_she_wanted_is_a_good_catalogue(story: Story, small: Tree) -> None:
    """The finished files pass: the mend that is asked for is a mend."""
    assert story.finish(small).check().problems == []


@named(IN_FILES)
def test_a_slip_gives_one_message(story: Story, small: Tree, golden: Golden) -> None:
    """The whole report is one problem, with file, line, column and code, word for word."""
    problem = told(story, small)
    golden(f"stories/{story.folder.name}/report.txt", report.as_text([problem]))


@named(PASTED)
def test_the_remedy_pasted_gives_what_she_wanted(story: Story, small: Tree, finished: dict[str, object]) -> None:
    """Following the message to the letter, without knowing the story, gives the finished files."""
    paste(small, told(story, small))
    assert small.check().problems == []
    assert values(small) == finished


@named([story for story in STORIES if story.name in HERS])
def test_a_line_without_her_value_does_not_pass_and_with_it_is_what_she_wanted(
    story: Story, small: Tree, finished: dict[str, object]
) -> None:
    """The line is in the right place; nothing that could be taken for a fact is pasted along."""
    problem = told(story, small)
    paste(small, problem)
    assert small.check().problems
    small.edit(problem.at.path, *HERS[story.name])
    assert small.check().problems == []
    assert values(small) == finished


@named(TYPED)
def test_the_message_stands_where_the_mend_is_made(story: Story, small: Tree, finished: dict[str, object]) -> None:
    """What only she can know is asked for in the very line, or says which file to put back or to name."""
    problem = told(story, small)
    now = values(small)
    changed = {path for path in now.keys() | finished if now.get(path) != finished.get(path)}
    lost = {path for path in changed if path not in now}
    assert problem.at.path in changed or all(Path(path).name in problem.remedy for path in lost)
    if problem.at.path in changed and problem.at.path in story.finished:
        line = small.read(problem.at.path).splitlines()[problem.at.line - 1]
        assert line not in story.finished[problem.at.path].splitlines()


def refused(run: Runner, tree: Tree, story: Story) -> tuple[Book, str]:
    """The workbook with the slip, and what importing it says."""
    book = exported(run, tree)
    story.happen_in(book)
    before = values(tree)
    done = imported(run, tree, book, "--write")
    assert done.code == 1
    assert done.err.count("错误 ") == 1
    assert "这次什么也没有导入。请改 记录.xlsx" in done.err
    problems = [line for line in done.err.splitlines() if "错误 " in line]
    assert problems[0].startswith("记录.xlsx 工作表“")
    assert values(tree) == before
    return book, done.err


@named(IN_WORKBOOKS)
def test_a_slip_in_a_workbook_gives_one_message(story: Story, small: Tree, run: Runner, golden: Golden) -> None:
    """It names sheet, row and column, and nothing is written."""
    golden(f"stories/{story.folder.name}/report.txt", refused(run, small, story)[1])


@named([story for story in IN_WORKBOOKS if story.name not in BY_HAND])
def test_the_remedy_pasted_into_the_cell_gives_what_she_wanted(
    story: Story, small: Tree, run: Runner, finished: dict[str, object]
) -> None:
    """What the message says to change it to is typed into the cell that it names."""
    book, said = refused(run, small, story)
    found = re.search(r"工作表“(.+?)”.*（([A-Z]+)(\d+)）: 错误.*设为“文本”，再输入 ([^（；。]+)", said, re.DOTALL)
    assert found, said
    sheet, column, row, value = found.groups()
    cell = book.book[sheet].cell(int(row), column_index_from_string(column))
    cell.number_format = "@"
    cell.value = value
    assert imported(run, small, book, "--write").code == 0
    assert values(small) == finished


def _take_the_column_away(book: Book) -> None:
    page = book.book["班次"]
    page.delete_cols(page.max_column)


def _type_the_number_as_text(book: Book) -> None:
    book.cell("班次·联系谁·电话", "ceshi-zhubian-2701", "号码").value = "028-00000000"


def _part_the_cells(book: Book) -> None:
    page = book.book["班次"]
    for cells in list(page.merged_cells.ranges):
        page.unmerge_cells(str(cells))
    book.cell("班次", "shili-miandian-2601", "名额").value = 25


def _paste_as_value(book: Book) -> None:
    book.cell("课程", "ceshi-zhubian", "课时").value = 48


DONE_IN_SHEETS = {
    "sheet-identity-numbers": _take_the_column_away,
    "sheet-phone-lost-its-zero": _type_the_number_as_text,
    "sheet-merged-cells": _part_the_cells,
    "sheet-formula": _paste_as_value,
}
"""What the messages say to do, where it is no text to paste."""


@named([story for story in IN_WORKBOOKS if story.name in BY_HAND])
def test_doing_what_the_message_says_gives_what_she_wanted(
    story: Story, small: Tree, run: Runner, finished: dict[str, object]
) -> None:
    """A column less, a text instead of a number, cells apart, a value instead of a formula."""
    book, _ = refused(run, small, story)
    DONE_IN_SHEETS[story.name](book)
    assert imported(run, small, book, "--write").code == 0
    assert values(small) == finished
