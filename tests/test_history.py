"""`catalogue scan`: no number hides in a file, a file name, or a version that was changed long ago.

The numbers are made while the test runs: none is committed, not even one of nobody.
"""

from __future__ import annotations

import subprocess

import pytest

from generator.history import LARGEST, NoHistory, Search, sightings
from tests.conftest import Runner, Tree

MOBILE = "139" + "0" * 8
BANK_CARD = "62" + "0" * 13 + "5"
COURSE = "catalogue/courses/ceshi-zhubian.yml"
WHO = "who: 手指灵活、坐得住的人。"


def _git(tree: Tree, *arguments: str) -> str:
    given = ["-c", "user.name=测试", "-c", "user.email=ceshi@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(
        ["git", "-C", str(tree), *given, *arguments],  # noqa: S607 - the git of this machine
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    return done.stdout.strip()


def _commit(tree: Tree) -> str:
    _git(tree, "add", "--all")
    _git(tree, "commit", "--quiet", "--message", "改动")
    return _git(tree, "rev-parse", "--short=10", "HEAD")


@pytest.fixture
def kept(small: Tree) -> Tree:
    """The small catalogue under git, with one commit and nothing private."""
    _git(small, "init", "--quiet", "--initial-branch", "main")
    _commit(small)
    return small


def test_what_was_taken_out_is_still_found(kept: Tree, run: Runner) -> None:
    """A number that stood in one version is told with the commit that brought it, and masked."""
    line = kept.edit(COURSE, WHO, f"who: 找老师，{MOBILE}。")
    brought = _commit(kept)
    kept.edit(COURSE, f"who: 找老师，{MOBILE}。", WHO)
    _commit(kept)
    assert run("scan", cwd=kept.root).code == 0
    done = run("scan", "--history", cwd=kept.root)
    assert done.code == 1
    assert done.out == f"{brought}:{COURSE}:{line}: 手机号码（139…0）\n"
    assert MOBILE not in done.out + done.err


def test_other_branches_and_deleted_files_are_looked_into(kept: Tree) -> None:
    """A branch that was never merged, a file that is gone and a file name are history too."""
    _git(kept, "switch", "--quiet", "--create", "ling")
    kept.write("seeds/yi.txt", f"卡号 {BANK_CARD}\n")
    kept.write(f"seeds/{MOBILE}.txt", "说明\n")
    branch = _commit(kept)
    _git(kept, "switch", "--quiet", "main")
    search = Search()
    found = {(s.commit[:10], s.path, s.kind) for s in sightings(str(kept), search)}
    assert found == {
        (branch, "seeds/yi.txt", "银行卡号"),
        (branch, f"seeds/{MOBILE}.txt", "手机号码"),
    }
    assert search.versions > 50


def test_no_number_is_told_when_there_is_none(kept: Tree, run: Runner) -> None:
    """A clean history exits 0 and says how much was looked into."""
    done = run("scan", "--history", cwd=kept.root)
    assert (done.code, done.out) == (0, "")
    assert "个历史版本，没有找到。" in done.err


def test_what_is_too_large_is_said(kept: Tree, run: Runner) -> None:
    """A version that is not looked into is named, so that nobody takes it for clean."""
    kept.write("seeds/da.txt", "字" * LARGEST)
    kept.write("seeds/tu.bin", b"\0" + MOBILE.encode())
    _commit(kept)
    done = run("scan", "--history", cwd=kept.root)
    assert done.code == 0
    assert "有 1 个超过 1024 KB，没有找：" in done.err
    assert "seeds/da.txt" in done.err


def test_without_git_the_folder_is_said_to_have_no_history(small: Tree, run: Runner) -> None:
    """Who has only the files is told what works all the same."""
    with pytest.raises(NoHistory):
        list(sightings(str(small), Search()))
    done = run("scan", "--history", cwd=small.root)
    assert done.code == 2
    assert done.err.startswith("这个文件夹没有 git 历史，")


def test_without_the_program_git_one_is_told(
    kept: Tree, run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine without git is named as the reason."""
    monkeypatch.setenv("PATH", "")
    done = run("scan", "--history", cwd=kept.root)
    assert (done.code, done.err.splitlines()[0]) == (2, "--history 要用到 git，这台电脑上没有。")


def test_files_are_looked_into_without_git(small: Tree, run: Runner) -> None:
    """Records, pages and names, each with its line; links are not followed."""
    line = small.edit(COURSE, WHO, f"who: 找老师，{MOBILE}。")
    small.write(f"seeds/{BANK_CARD}.txt", "说明\n")
    (small.root / "seeds/lian.txt").symlink_to(small.root / COURSE)
    done = run("scan", cwd=small.root)
    assert done.code == 1
    assert done.out.splitlines() == [
        f"{COURSE}:{line}: 手机号码（139…0）",
        "seeds/620…5.txt:1: 银行卡号（620…5）",
    ]
    assert run("scan", "institutions", cwd=small.root).code == 0
