"""`catalogue diff` between git revisions, folders and the files as they are."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import Runner, Tree
from tests.repositories import commit

SUBSIDY = "catalogue/subsidies/ceshi-butie.yml"
DAY = ["--as-of", "2026-11-23"]
TOLD = "1 项补贴标准的金额从 1800元 改为 2000元，影响 "


@pytest.fixture
def repository(small: Tree) -> Tree:
    """A repository with the small catalogue, changed once and then in the files."""
    small.take(["site_src/templates"])
    commit(small.root)
    small.edit(SUBSIDY, "value: 1800", "value: 2000")
    commit(small.root)
    small.edit(SUBSIDY, "value: 2000", "value: 2100")
    return small


def test_two_revisions(run: Runner, repository: Tree) -> None:
    """What lies in the folder plays no part."""
    done = run("diff", "HEAD^", "HEAD", *DAY, cwd=repository.root)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(TOLD)


def test_one_revision_is_compared_with_the_files(run: Runner, repository: Tree) -> None:
    """Before a commit one sees what it will change, from any folder of the tree."""
    done = run("diff", "HEAD", *DAY, cwd=repository.root / "catalogue")
    assert done.out.startswith("1 项补贴标准的金额从 2000元 改为 2100元，")


def test_two_folders(run: Runner, small: Tree, tmp_path: Path) -> None:
    """As a workflow has them: the base, whose program and templates are used, and the change."""
    small.take(["site_src/templates"])
    shutil.copytree(small.root, tmp_path / "head")
    Tree(tmp_path / "head").edit(SUBSIDY, "value: 1800", "value: 2000")
    done = run("diff", small.root, tmp_path / "head", "--format", "json", *DAY, cwd=small.root)
    told = json.loads(done.out)
    assert done.code == 0
    assert told["summary"].startswith(TOLD)
    (record,) = told["records"]
    assert (record["what"], record["type"], record["id"]) == ("changed", "subsidy", "ceshi-butie")
    assert record["fields"][0] == {
        "label": "金额", "effect": "money", "before": "1800元", "after": "2000元", "words": "从 1800元 改为 2000元",
    }  # fmt: skip
    assert {"what": "changed", "path": "subsidies/ceshi-butie.html", "title": "测试手工技艺培训补贴（2026年起）"} in told["pages"]
    assert done.err == ""


def test_a_state_with_errors_exits_1(run: Runner, repository: Tree) -> None:
    """A workflow sees that not all was compared, and the report is there nevertheless."""
    line = repository.edit(SUBSIDY, "value: 2100", "value: 两千")
    done = run("diff", "HEAD", *DAY, cwd=repository.root)
    assert done.code == 1
    assert f"{SUBSIDY}:{line}:10: 错误 F" in done.out
    assert done.err == ""


@pytest.mark.parametrize("base", ["nirgends", "--output=x", "catalogue"])
def test_what_is_neither_revision_nor_folder_is_wrong_use(base: str, run: Runner, repository: Tree) -> None:
    """The message says what may stand there."""
    done = run("diff", "--", base, cwd=repository.root)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"git 里没有“{base}”这个版本，也没有这个名字、放着目录的文件夹。\n用 --help 查看用法。\n"


def test_a_link_in_a_revision_is_told(run: Runner, repository: Tree) -> None:
    """It is neither followed nor made."""
    repository.write("secret.yml", "geheim")
    (repository.root / "catalogue/courses/link.yml").symlink_to(repository.root / "secret.yml")
    commit(repository.root)
    done = run("diff", "HEAD^", "HEAD", *DAY, cwd=repository.root)
    assert done.code == 1
    assert "catalogue/courses/link.yml:1:1: 错误 T151 这里应是普通文件，现在是一个链接。" in done.out
    assert "geheim" not in done.out
