"""`catalogue fmt`: what it writes, what it leaves, and what it says."""

from __future__ import annotations

import os

import pytest

from generator.files import write_text
from generator.formatting import format_tree
from generator.loading import FOLDERS
from generator.records import RECORD_TYPES
from generator.records.order import order
from tests.conftest import REPOSITORY, Golden, Runner, Tree

COURSE = "catalogue/courses/ceshi-zhubian.yml"
SESSION = "catalogue/sessions/ceshi-zhubian-2701.yml"


def test_the_records_of_this_repository_are_in_form() -> None:
    """Nobody's next change is mixed with changes of form."""
    done = format_tree(str(REPOSITORY), lambda _: True, write=False)
    assert done.seen > 400
    assert done.untidy == []
    assert done.problems == []


def test_fmt_writes_what_check_names_and_then_nothing(run: Runner, small: Tree) -> None:
    """--check points at the first line and writes nothing; fmt writes; the second fmt has nothing to do."""
    run("fmt", cwd=small.root)
    tidy = small.read(COURSE)
    small.edit(COURSE, "name: 测试竹编课程\n", 'name: "测试竹编课程"  # 说明\n')
    line = small.read(COURSE).split("\n").index('name: "测试竹编课程"  # 说明') + 1
    before = small.read(COURSE)
    told = run("fmt", "--check", cwd=small.root)
    assert told.code == 1
    assert told.out.startswith(f"{COURSE}:{line}:1: 错误 T160 ")
    assert f"运行 catalogue fmt {COURSE}" in told.out
    assert small.read(COURSE) == before
    done = run("fmt", cwd=small.root)
    assert (done.code, done.out) == (0, f"已整理 {COURSE}\n")
    assert small.read(COURSE) == tidy.replace("name: 测试竹编课程\n", "name: 测试竹编课程  # 说明\n")
    again = run("fmt", "--check", cwd=small.root)
    assert (again.code, again.out) == (0, "")
    assert again.err.endswith("个文件，写法都是统一的。\n")


def test_what_fmt_says_of_a_file_that_it_leaves(
    run: Runner, small: Tree, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole words for a file that is not in form, and for one whose value would change."""
    run("fmt", cwd=small.root)
    small.edit(COURSE, "hours: 40", "hours: '40'")
    untidy = run("fmt", "--check", cwd=small.root)
    monkeypatch.setattr("generator.yamltext.formatting.write", lambda *_: "id: a\n")
    wrong = run("fmt", COURSE, cwd=small.root)
    assert (untidy.code, wrong.code) == (1, 1)
    assert "hours: '40'" in small.read(COURSE)
    golden("formatting/told.txt", untidy.out + wrong.out)


def test_fmt_touches_only_the_files_it_was_given(run: Runner, small: Tree) -> None:
    """Paths are taken from where the command is typed."""
    run("fmt", cwd=small.root)
    small.edit(COURSE, "hours: 40", "hours: '40'")
    small.edit(SESSION, "capacity: 20", "capacity: '20'")
    done = run("fmt", "ceshi-zhubian-2701.yml", cwd=small.root / "catalogue/sessions")
    assert done.out == f"已整理 {SESSION}\n"
    assert "hours: '40'" in small.read(COURSE)


def test_a_file_that_cannot_be_read_is_left_and_told(run: Runner, small: Tree) -> None:
    """The others are written all the same."""
    run("fmt", cwd=small.root)
    small.edit(COURSE, "hours: 40", "hours: 40 #节")
    small.edit(SESSION, "capacity: 20", "capacity: '20'")
    before = small.read(COURSE)
    done = run("fmt", cwd=small.root)
    assert done.code == 1
    assert "错误 T122" in done.out
    assert f"已整理 {SESSION}\n" in done.out
    assert small.read(COURSE) == before


def test_a_link_is_neither_followed_nor_replaced(run: Runner, small: Tree) -> None:
    """What lies behind a link may be anything."""
    run("fmt", cwd=small.root)
    outside = small.root.parent / "outside.yml"
    outside.write_text("id: 'a'\n")
    os.symlink(outside, small.root / "catalogue/courses/lianjie.yml")
    done = run("fmt", cwd=small.root)
    assert done.code == 1
    assert "T151" in done.out
    assert outside.read_text() == "id: 'a'\n"
    assert (small.root / "catalogue/courses/lianjie.yml").is_symlink()


def test_a_wrong_folder_is_told(run: Runner, small: Tree) -> None:
    """A file that is no record has no order of fields."""
    small.write("catalogue/couses/a.yml", "id: a\n")
    done = run("fmt", "--check", "catalogue/couses", cwd=small.root)
    assert done.code == 1
    assert "T155" in done.out


def test_a_full_disk_is_told(run: Runner, small: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is replaced in one step or not at all."""
    small.edit(COURSE, "hours: 40", "hours: '40'")

    def fail(*_: object) -> None:
        raise OSError(28, "磁盘满了", COURSE)

    before = sorted(small.root.rglob("*"))
    monkeypatch.setattr(os, "replace", fail)
    done = run("fmt", COURSE, cwd=small.root)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"写不进去（磁盘满了）：{COURSE}\n")
    assert sorted(small.root.rglob("*")) == before


def test_a_new_file_never_takes_the_place_of_another(small: Tree) -> None:
    """`new` refuses what is there, and a folder that is a link."""
    with pytest.raises(FileExistsError):
        write_text(str(small.root), COURSE, "", new=True)
    write_text(str(small.root), "catalogue/courses/chengdu/a.yml", "id: a\n", new=True)
    assert small.read("catalogue/courses/chengdu/a.yml") == "id: a\n"
    os.symlink(small.root.parent, small.root / "catalogue/courses/lianjie")
    with pytest.raises(OSError, match="lianjie"):
        write_text(str(small.root), "catalogue/courses/lianjie/b.yml", "id: b\n")


def test_the_order_is_that_of_the_models() -> None:
    """Each type, and the parts below it."""
    assert set(FOLDERS.values()) == set(RECORD_TYPES)
    for record_type in RECORD_TYPES:
        assert list(order(record_type)) == list(record_type.model_fields)
    course = order(FOLDERS["catalogue/courses"])
    assert list(course["fee"]) == ["kind", "amount", "advance", "note"]
    assert list(course["accommodations"]) == ["code", "state", "days_ahead", "note"]
