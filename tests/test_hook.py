"""The hook before a commit: it runs the project's own check, on real commits."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.loading import DATA_FOLDERS
from tests.conftest import REPOSITORY, Tree

HOOK = ".githooks/pre-commit"
COURSE = "catalogue/courses/ceshi-zhubian.yml"


def _commit(tree: Tree, path: str) -> subprocess.CompletedProcess[str]:
    """Commit everything; `path` is where programs are found."""
    known = {"PATH": path, "HOME": str(tree.root), "GIT_CONFIG_NOSYSTEM": "1", "LANG": "C.UTF-8"}
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@example.invalid"]
    subprocess.run([*command, "add", "--all"], cwd=tree.root, env=known, check=True)
    return subprocess.run([*command, "commit", "--quiet", "-m", "a"], cwd=tree.root, env=known, check=False, capture_output=True, text=True)


@pytest.fixture
def tree(small: Tree) -> Tree:
    """The small catalogue, in form and committed, with the hook switched on as its first lines say."""
    small.take([HOOK])
    (small.root / HOOK).chmod(0o755)
    subprocess.run(shlex.split("git init --quiet"), cwd=small.root, check=True)
    assert _commit(small, os.environ["PATH"]).returncode == 0
    switch = "git config core.hooksPath .githooks"
    assert switch in small.read(HOOK)
    subprocess.run(shlex.split(switch), cwd=small.root, check=True)
    return small


@pytest.fixture
def programs() -> str:
    """Where programs are found, this one among them."""
    return f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"


def test_a_good_record_is_committed(tree: Tree, programs: str) -> None:
    """Without a word that stops it."""
    tree.edit(COURSE, "hours: 40", "hours: 48")
    done = _commit(tree, programs)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_fault_stops_the_commit(tree: Tree, programs: str) -> None:
    """With the message that `catalogue check` gives."""
    tree.edit(COURSE, "hours: 40", "hours: 四十")
    done = _commit(tree, programs)
    assert done.returncode == 1
    assert f"{COURSE}:" in done.stdout + done.stderr
    assert "F110" in done.stdout + done.stderr


def test_an_untidy_record_stops_the_commit(tree: Tree, programs: str) -> None:
    """The form is looked at in what is committed."""
    tree.edit(COURSE, "hours: 40", "hours:   48")
    done = _commit(tree, programs)
    assert done.returncode == 1
    assert "T160" in done.stdout + done.stderr


def test_a_record_that_others_need_is_not_removed(tree: Tree, programs: str) -> None:
    """All records are checked, though none of the changed ones is left."""
    tree.remove(COURSE)
    assert _commit(tree, programs).returncode == 1


def test_other_files_are_not_held_up(tree: Tree) -> None:
    """A change of the program needs no check of the records, nor the program itself."""
    tree.write("a.py", "")
    assert _commit(tree, "/usr/bin:/bin").returncode == 0


def test_without_the_program_it_says_what_to_do(tree: Tree) -> None:
    """It does not let a record pass unseen."""
    tree.edit(COURSE, "hours: 40", "hours: 48")
    done = _commit(tree, "/usr/bin:/bin")
    assert done.returncode == 1
    assert "make check" in done.stderr


def test_the_hook_knows_where_records_lie(tree: Tree) -> None:
    """The same folders as everywhere."""
    assert f"--quiet -- {' '.join(DATA_FOLDERS)}; then" in tree.read(HOOK)


def test_pre_commit_runs_the_same_hook() -> None:
    """One file holds what is done; nothing is downloaded."""
    (repo,) = yaml.safe_load((REPOSITORY / ".pre-commit-config.yaml").read_text())["repos"]
    (hook,) = repo["hooks"]
    assert hook["always_run"] is True
    assert (repo["repo"], hook["language"], hook["entry"]) == ("local", "system", HOOK)
    assert os.access(REPOSITORY / HOOK, os.X_OK)
