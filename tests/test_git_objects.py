"""Blobs come in the order in which they are asked for, each as it is, too large, or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.git_objects import Content, NoGit, contents, run
from tests.repositories import commit, git


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a short and a long file."""
    (tmp_path / "a.txt").write_bytes("甲\n".encode())
    (tmp_path / "b.txt").write_bytes(b"b" * 3_000_000)
    commit(tmp_path)
    return tmp_path


def test_blobs_come_one_by_one(repository: Path) -> None:
    """What stands behind a blob that is too large, missing or no blob at all is read as it is."""
    short, long, tree = (git(repository, "rev-parse", f"HEAD:{path}") for path in ("a.txt", "b.txt", ""))
    found = list(contents(str(repository), [long, tree, "0" * 40, short, short], 100))
    assert found == [Content(3_000_000, None), None, None, Content(4, "甲\n".encode()), Content(4, "甲\n".encode())]


def test_who_stops_asking_leaves_nothing_running(repository: Path) -> None:
    """The first of many is enough, and git ends with it."""
    short = git(repository, "rev-parse", "HEAD:a.txt")
    asking = contents(str(repository), [short] * 1000, 100)
    assert next(asking) == Content(4, "甲\n".encode())
    asking.close()
    assert list(asking) == []


def test_an_object_is_read_as_it_was_made(repository: Path) -> None:
    """A replacement, which hides a version from git's own commands, hides nothing here."""
    short = git(repository, "rev-parse", "HEAD:a.txt")
    other = git(repository, "hash-object", "-w", "--stdin", given=b"x")
    git(repository, "replace", short, other)
    assert list(contents(str(repository), [short], 100)) == [Content(4, "甲\n".encode())]


def test_a_machine_without_git_is_told(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For a command and for blobs alike."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NoGit):
        run(str(repository), "log")
    with pytest.raises(NoGit):
        list(contents(str(repository), ["0" * 40], 100))
