"""The old site stays, whole, until the new one is finished."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from generator.publish import staging
from tests.conftest import REPOSITORY, Tree
from tests.site.conftest import Command, Digest, building, catalogue, files_of, run

KILLS = 12
SESSION = "catalogue/sessions/ceshi-zhubian-2701.yml"
LATER = "2026-12-21"  # the day after the session's enrolment ends: other pages than before


@pytest.fixture
def dated(sources: Tree) -> Tree:
    """The small catalogue with a session whose state follows from its dates."""
    sources.edit(SESSION, "state: open\n", "state: upcoming\n")
    return sources


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where the site goes."""
    return tmp_path / "out" / "site"


def start(command: Command) -> subprocess.Popen[bytes]:
    """Start a command in a group of its own, so that all of it can be killed."""
    known = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    silent = subprocess.DEVNULL
    return subprocess.Popen(
        command, stdout=silent, stderr=silent, env=known, start_new_session=True
    )


def killed_after(command: Command, seconds: float) -> bool:
    """Start a command, kill it and its children after this time; whether it had not ended."""
    with start(command) as running:
        try:
            running.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            return True
    return False


def timed(command: Command) -> float:
    """How long a command takes; it must succeed."""
    begun = time.monotonic()
    done = run(command)
    assert done.returncode == 0, done.stderr
    return time.monotonic() - begun


def test_a_build_killed_at_any_moment_leaves_a_whole_site(dated: Tree, out: Path) -> None:
    """Twelve builds killed from early to late: the site is always the old one or the new one."""
    command = building(dated, out, as_of=LATER)
    new = _built(dated, out.parent / "elsewhere")
    assert run(building(dated, out)).returncode == 0
    old = files_of(out)
    whole = timed(building(dated, out.parent / "timing", as_of=LATER))
    killed = 0
    for moment in range(KILLS):
        killed += killed_after(command, whole * (0.3 + 0.75 * moment / KILLS))
        assert files_of(out) in (old, new), f"kill {moment}"
    assert killed
    assert run(command).returncode == 0
    assert files_of(out) == new
    beside = {name for name in os.listdir(out.parent) if "site" in name}
    assert beside == {".site.lock", ".site.previous", ".site.state", ".site.state.index", "site"}


def _built(tree: Tree, out: Path) -> Digest:
    assert run(building(tree, out, as_of=LATER)).returncode == 0
    return files_of(out)


def test_a_build_with_an_error_writes_nothing(sources: Tree, out: Path) -> None:
    """One wrong record: the site is the same to the byte, the error is told, the exit code is 1."""
    assert run(building(sources, out)).returncode == 0
    before = files_of(out)
    sources.edit("catalogue/courses/ceshi-zhubian.yml", "hours: 40", "hours: 四十")
    done = run(building(sources, out))
    assert done.returncode == 1
    assert done.stdout == ""
    assert "catalogue/courses/ceshi-zhubian.yml:" in done.stderr
    assert "有错误，没有生成网站；原来的网站没有动。" in done.stderr
    assert files_of(out) == before
    assert sorted(os.listdir(out.parent)) == [".site.lock", ".site.state", ".site.state.index", "site"]


def test_a_second_build_is_refused(small_sources: Tree, out: Path) -> None:
    """While a build into the same place is under way, another one says so and ends."""
    with staging(str(out)):
        done = run(building(small_sources, out))
    assert done.returncode == 1
    assert done.stderr == "另一个生成正在进行，等它结束再试。\n"
    assert not out.exists()


def test_a_folder_of_someone_else_is_left_alone(small_sources: Tree, out: Path) -> None:
    """A folder that no build of ours wrote is not replaced."""
    out.mkdir(parents=True)
    (out / "letter.txt").write_text("一封信", "utf-8")
    done = run(building(small_sources, out))
    assert done.returncode == 1
    assert "里有别的东西，不是以前生成的网站" in done.stderr
    assert os.listdir(out) == ["letter.txt"]


def test_a_full_disk_is_told_in_chinese(small_sources: Tree, out: Path) -> None:
    """Where files cannot be written, the message says why and where, and no trace is shown."""
    limited = ["/bin/sh", "-c", 'ulimit -f 4; exec "$@"', "sh"]
    done = run([*limited, *building(small_sources, out)])
    assert done.returncode == 1
    assert "写不进去（文件超过了系统允许的大小）：" in done.stderr
    assert "原来的网站没有动。" in done.stderr
    assert "Traceback" not in done.stderr
    assert os.listdir(out.parent) == [".site.lock"]


def test_one_command_brings_the_site_before_back(dated: Tree, out: Path) -> None:
    """`catalogue rollback` swaps the site with the one before it."""
    assert run(building(dated, out)).returncode == 0
    old = files_of(out)
    assert run(building(dated, out, as_of=LATER)).returncode == 0
    done = run(catalogue("rollback", "--out", str(out)))
    assert done.returncode == 0
    assert files_of(out) == old


def test_without_a_site_before_rollback_says_so(tmp_path: Path) -> None:
    """Nothing to go back to is exit code 1 and a sentence."""
    done = run(catalogue("rollback", "--out", str(tmp_path / "site")))
    assert (done.returncode, done.stderr) == (1, "没有上一次的网站可换。\n")


def test_rollback_waits_for_no_build(dated: Tree, out: Path) -> None:
    """While a build is under way, rolling back is refused with a sentence."""
    for day in ("2026-11-23", LATER):
        assert run(building(dated, out, as_of=day)).returncode == 0
    with staging(str(out)):
        done = run(catalogue("rollback", "--out", str(out)))
    assert (done.returncode, done.stderr) == (1, "有一个生成正在进行，等它结束再试。\n")


def test_a_page_of_text_that_is_refused_is_told_plainly(sources: Tree, out: Path) -> None:
    """The command says which file and what is wrong with it, and nothing of the host's own words."""
    page = "site_src/content/help.md"
    sources.write(page, sources.read(page) + "\n<script>alert(1)</script>\n")
    done = run(building(sources, out))
    assert done.returncode == 1
    reason, rest = done.stderr.split("\n", 1)
    assert reason.startswith(f"{page}：正文里有页面不收的写法")
    assert rest == "说明页没有生成；原来的网站没有动。\n"
