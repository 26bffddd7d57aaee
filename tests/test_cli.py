"""The commands: exit codes, formats, and what is shown."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator import building
from generator.incremental.store import Damaged
from generator.publish import BuildUnderWay, NotASite
from generator.render.shell import HostFailed
from generator.search import IndexFailed
from tests.conftest import REPOSITORY, Runner, Tree

COURSE = "catalogue/courses/ceshi-zhubian.yml"
SESSION = "catalogue/sessions/ceshi-zhubian-2701.yml"
DAY = ["--as-of", "2026-11-23"]


def test_a_clean_tree_exits_0_and_says_how_much_was_checked(run: Runner, small: Tree) -> None:
    """Nothing on the output that programs read, one sentence for people."""
    done = run("check", *DAY, cwd=small.root)
    assert (done.code, done.out) == (0, "")
    assert re.fullmatch(r"检查了 \d+ 条记录，没有要改的。\n", done.err)


def test_a_fault_exits_1_with_its_place_first(run: Runner, small: Tree) -> None:
    """The report goes to the output, ready for an editor to jump to."""
    small.edit(COURSE, "hours: 40", "hours: 四十")
    done = run("check", *DAY, cwd=small.root)
    assert done.code == 1
    assert done.out.startswith(f"{COURSE}:41:8: 错误 F110 “课时”（hours）应写整数，现在是“四十”。\n    改法：")
    assert done.out.endswith("共 1 处要改（1 个文件）。\n")
    assert done.err == ""


def test_suggestions_alone_exit_0(run: Runner, small: Tree) -> None:
    """Advice is shown and blocks nothing."""
    small.edit(COURSE, "review_by: 2027-05-31", "review_by: 2026-10-01")
    done = run("check", *DAY, cwd=small.root)
    assert done.code == 0
    assert "建议 D105" in done.out


def test_json_is_one_object_with_these_keys(run: Runner, small: Tree) -> None:
    """What a program reads is the same list, with places and counts."""
    small.edit(COURSE, "hours: 40", "hours: 四十")
    done = run("check", "--format", "json", *DAY, cwd=small.root)
    told = json.loads(done.out)
    assert done.code == 1
    assert set(told) == {"problems", "counts"}
    (problem,) = told["problems"]
    assert set(problem) == {"code", "level", "path", "line", "column", "message", "remedy"}
    assert (problem["code"], problem["level"], problem["path"], problem["line"]) == ("F110", "error", COURSE, 41)
    assert told["counts"] == {"errors": 1, "suggestions": 0, "files": 1}


def test_json_of_a_clean_tree_is_an_empty_list(run: Runner, small: Tree) -> None:
    """A program need not treat silence apart."""
    done = run("check", "--format", "json", *DAY, cwd=small.root)
    assert json.loads(done.out) == {"problems": [], "counts": {"errors": 0, "suggestions": 0, "files": 0}}
    assert done.err == ""


def test_github_gives_annotations(run: Runner, small: Tree) -> None:
    """A pull request shows each fault on its line."""
    small.edit(COURSE, "hours: 40", "hours: 四十")
    done = run("check", "--format", "github", *DAY, cwd=small.root)
    assert done.out.startswith(f"::error file={COURSE},line=41,col=8,title=F110::")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (["catalogue/courses"], {COURSE}),
        ([COURSE], {COURSE}),
        ([SESSION], {SESSION}),
        ([COURSE, SESSION], {COURSE, SESSION}),
        (["institutions"], set()),
        (["catalogue/course"], None),
        (["."], {COURSE, SESSION}),
    ],
)
def test_paths_choose_what_is_shown(run: Runner, small: Tree, given: list[str], shown: set[str] | None) -> None:
    """Everything is checked, and only the problems of these files or folders are told."""
    small.edit(COURSE, "hours: 40", "hours: 四十")
    small.edit(SESSION, "capacity: 20", "capacity: 二十")
    done = run("check", *given, "--format", "json", *DAY, cwd=small.root)
    if shown is None:
        assert done.code == 2
        return
    assert {p["path"] for p in json.loads(done.out)["problems"]} == shown
    assert done.code == (1 if shown else 0)


def test_paths_are_taken_from_where_the_command_is_typed(run: Runner, small: Tree) -> None:
    """Inside a sub-folder, the tree is found above and a bare file name works."""
    small.edit(COURSE, "hours: 40", "hours: 四十")
    done = run("check", "ceshi-zhubian.yml", *DAY, cwd=small.root / "catalogue/courses")
    assert done.out.startswith(f"{COURSE}:41:8:")


def test_as_of_decides_what_is_past(run: Runner, small: Tree) -> None:
    """The same tree is clean on one day and not on another."""
    assert run("check", "--as-of", "2026-12-20", cwd=small.root).code == 0
    late = run("check", "--as-of", "2026-12-21", cwd=small.root)
    assert late.code == 1
    assert "D104" in late.out


def test_release_refuses_samples_unless_they_are_left_out(run: Runner, small: Tree) -> None:
    """What is published for good holds no invented record."""
    assert "S103" in run("check", "--release", *DAY, cwd=small.root).out
    assert run("check", "--release", "--without-samples", *DAY, cwd=small.root).code == 0


def test_without_samples_reads_none_of_them(run: Runner, small: Tree) -> None:
    """A fault between records cannot come from a sample that is not read."""
    small.edit("catalogue/courses/shili-miandian.yml", "category: urban", "category: 没有这一类")
    assert run("check", *DAY, cwd=small.root).code == 1
    assert run("check", "--without-samples", *DAY, cwd=small.root).code == 0


def _git(root: Path, *arguments: str) -> None:
    setting = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    who = ["-c", "user.name=测试", "-c", "user.email=ceshi@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True, env=os.environ | setting)  # noqa: S607 - git of the system


def test_since_finds_ids_that_were_lost(run: Runner, small: Tree) -> None:
    """An address that was public once must lead somewhere, or its record must say where."""
    _git(small.root, "init")
    _git(small.root, "add", ".")
    _git(small.root, "commit", "-m", "测试")
    small.remove("catalogue/questions/ceshi-duoshao.yml")
    lost = run("check", "--since", "main", *DAY, cwd=small.root / "catalogue")
    assert lost.code == 1
    assert "catalogue/questions/ceshi-duoshao.yml:1:1: 错误 I105" in lost.out
    assert run("check", *DAY, cwd=small.root).code == 0
    unknown = run("check", "--since", "nirgends", *DAY, cwd=small.root)
    assert (unknown.code, unknown.err) == (2, "git 里没有“nirgends”这个版本。\n用 --help 查看用法。\n")
    option = run("check", "--since", "--output=a", *DAY, cwd=small.root)
    assert option.code == 2
    assert not (small.root / "a").exists()


def _program(*arguments: str, cwd: Path, **settings: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "generator.cli", *arguments]
    environment = os.environ | {"PYTHONPATH": str(REPOSITORY)} | settings
    return subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)


def test_a_reader_that_leaves_early_gets_no_traceback(small: Tree) -> None:
    """`catalogue check | head -1` ends quietly."""
    many = "".join(f"field{n}: 1\n" for n in range(25))
    for number in range(40):
        small.write(f"catalogue/past-trainings/ceshi-{number}.yml", many)
    with _program("check", cwd=small.root) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        told = process.stderr.read().decode()
        assert process.wait(timeout=60) != 0
    assert told == ""


def test_a_terminal_of_another_encoding_gets_no_traceback(small: Tree) -> None:
    """What the terminal cannot show is written by its number."""
    small.edit(COURSE, "hours: 40", "hours: 四十")
    with _program("check", "没有\udcff.yml", cwd=small.root, PYTHONIOENCODING="latin-1") as process:
        out, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert out == b""
    assert b"Traceback" not in err


def test_a_build_with_faults_writes_nothing(run: Runner, small: Tree) -> None:
    """The old site stays as it is, and the report says what to mend first."""
    small.edit(COURSE, "hours: 40", "hours: 四十")
    before = sorted(small.root.rglob("*"))
    done = run("build", *DAY, cwd=small.root)
    assert done.code == 1
    assert done.out == ""
    assert f"{COURSE}:41:8: 错误 F110" in done.err
    assert done.err.endswith("有错误，没有生成网站；原来的网站没有动。\n")
    assert sorted(small.root.rglob("*")) == before


STOPS = {
    "another build": (BuildUnderWay("site"), "另一个生成正在进行，等它结束再试。"),
    "something else there": (NotASite("site"), "里有别的东西，不是以前生成的网站。换一个 --out，或先移走它。"),
    "broken link": (building.BrokenSite("甲页的链接走不通"), "甲页的链接走不通\n站内有走不通的链接，没有发布；原来的网站没有动。"),
    "page of text": (HostFailed("甲页读不出来"), "甲页读不出来\n说明页没有生成；原来的网站没有动。"),
    "index": (IndexFailed("甲"), "甲\n搜索索引没有生成；原来的网站没有动。"),
    "changed meanwhile": (Damaged("a.yml"), "有记录在生成的时候又改了。再运行一次。\n没有生成；原来的网站没有动。"),
    "disk": (OSError(28, "磁盘满了", "site/a.html"), "写不进去（磁盘满了）：site/a.html\n原来的网站没有动。请检查磁盘空间和权限。"),
}


@pytest.mark.parametrize("reason", STOPS)
def test_a_build_that_stops_says_why_and_what_is_left(
    reason: str, run: Runner, small: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each way a build can end without a site is one Chinese sentence and exit code 1."""
    error, said = STOPS[reason]

    def stop(*_: object, **__: object) -> int:
        raise error

    monkeypatch.setattr(building, "build", stop)
    done = run("build", *DAY, cwd=small.root)
    assert (done.code, done.out) == (1, "")
    assert done.err.endswith(f"{said}\n")


def test_there_is_nothing_to_roll_back_before_the_second_build(run: Runner, small: Tree) -> None:
    """A rollback without an earlier site changes nothing and says so."""
    done = run("rollback", cwd=small.root)
    assert (done.code, done.err) == (1, "没有上一次的网站可换。\n")
