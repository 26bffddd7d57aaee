"""Only plain files are read: whatever else lies in the tree is refused with its path."""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.files import LARGEST, find, read_bytes
from generator.problem import Problem
from tests.conftest import Tree

COURSES = "catalogue/courses"
CANARY = "金丝雀的话"


def _socket(path: Path) -> None:
    here = os.getcwd()
    os.chdir(path.parent)  # the address of a socket may have about a hundred bytes only
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def _device(path: Path) -> None:
    """The device that gives zeros for ever; a pipe where one may not make devices."""
    try:
        os.mknod(path, stat.S_IFCHR | 0o600, os.makedev(1, 5))
    except PermissionError:
        os.mkfifo(path)


def _huge(path: Path) -> None:
    path.touch()
    os.truncate(path, 1 << 36)


def _canary(path: Path) -> Path:
    secret = path.parents[3] / "secret"
    secret.mkdir()
    (secret / "canary.yml").write_text(f"id: canary\nname: {CANARY}\n")
    return secret


ODD: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "link to a file": ("lian.yml", lambda p: p.symlink_to(_canary(p) / "canary.yml"), "T151"),
    "link to a system file": ("lian.yml", lambda p: p.symlink_to("/etc/passwd"), "T151"),
    "link to a folder": ("lian", lambda p: p.symlink_to(_canary(p)), "T151"),
    "link to itself": ("lian.yml", lambda p: p.symlink_to(p), "T151"),
    "link to nothing": ("lian.yml", lambda p: p.symlink_to("nowhere"), "T151"),
    "pipe": ("guan.yml", os.mkfifo, "T151"),
    "socket": ("jiekou.yml", _socket, "T151"),
    "device": ("shebei.yml", _device, "T151"),
    "folder with the name of a record": ("ke.yml", Path.mkdir, "T151"),
    "huge file": ("da.yml", _huge, "T001"),
    "empty file": ("kong.yml", Path.touch, "T100"),
    "other ending": ("ke.yaml", Path.touch, "T152"),
    "no ending": ("ke", Path.touch, "T152"),
    "name that is no text": (os.fsdecode(b"\xffke.yml"), Path.touch, "T154"),
    "name with a line end": ("ke\nbiao.yml", Path.touch, "T154"),
    "name with a direction mark": ("ke\u202elmy.yml", Path.touch, "T154"),
}


@pytest.mark.parametrize("kind", ODD)
def test_what_is_no_plain_record_is_refused_with_its_path(
    kind: str, small: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each odd thing gives one problem at its own path, and links, pipes and devices are not opened."""
    name, make, code = ODD[kind]
    make(small.root / COURSES / name)
    opened = _watched(monkeypatch)
    problems = small.check().problems
    shown = "".join(c if c.isprintable() else "□" for c in name)
    assert [(p.code, p.at.path) for p in problems] == [(code, f"{COURSES}/{shown}")]
    assert CANARY not in "".join(p.message + p.remedy for p in problems)
    assert (f"{COURSES}/{name}" in opened) == (code in {"T001", "T100"})


def _watched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    opened: list[str] = []
    really_open = os.open

    def remember(path: str, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        opened.append(str(path).split("/small/", 1)[-1])
        return really_open(path, flags, mode, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", remember)
    return opened


@pytest.mark.parametrize("folder", ["catalogue", "catalogue/bases", "seeds", "site_src"])
def test_a_folder_that_is_a_link_is_not_entered(folder: str, small: Tree) -> None:
    """Neither a folder of records nor one above it may lead out of the tree."""
    inside = small.root / folder
    outside = small.root.parent / "outside"
    if inside.exists():
        inside.rename(outside)
    else:
        (outside / "content").mkdir(parents=True)
    inside.symlink_to(outside)
    assert (folder, "T151") in {(p.at.path, p.code) for p in small.check().problems}


def test_a_link_put_there_after_the_listing_is_not_followed(tmp_path: Path) -> None:
    """Opening refuses a link by itself, so nobody can swap a file for one in between."""
    (tmp_path / "a.yml").symlink_to("/etc/passwd")
    problems: list[Problem] = []
    assert read_bytes(str(tmp_path), "a.yml", problems) is None
    assert [p.code for p in problems] == ["T153"]


def test_a_pipe_put_there_after_the_listing_does_not_hang(tmp_path: Path) -> None:
    """Opening a pipe without a writer returns at once, with nothing."""
    os.mkfifo(tmp_path / "a.yml")
    problems: list[Problem] = []
    assert not read_bytes(str(tmp_path), "a.yml", problems)


def test_no_more_than_the_largest_file_is_read(tmp_path: Path) -> None:
    """One byte more than allowed is enough to know that it is too large."""
    _huge(tmp_path / "a.yml")
    data = read_bytes(str(tmp_path), "a.yml", [])
    assert data is not None
    assert len(data) == LARGEST + 1


def test_files_are_found_in_the_same_order_everywhere(tmp_path: Path) -> None:
    """Files of a folder by name, then its sub-folders by name, whatever the disk says."""
    for path in ("b/z.yml", "b/a.yml", "a/c.yml", "m.yml", "B/a.yml", "a/README.md", "a/.hidden"):
        (tmp_path / "top" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "top" / path).touch()
    problems: list[Problem] = []
    found = list(find(str(tmp_path), "top", ".yml", problems))
    assert found == ["top/m.yml", "top/B/a.yml", "top/a/c.yml", "top/b/a.yml", "top/b/z.yml"]
    assert problems == []


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    """A catalogue without competitions needs no folder for them."""
    problems: list[Problem] = []
    assert list(find(str(tmp_path), "nowhere", ".yml", problems)) == []
    assert problems == []


def test_a_folder_that_may_not_be_listed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder without permission is not taken for an empty one."""
    (tmp_path / "top").mkdir()

    def refuse(path: str) -> None:
        raise PermissionError(13, "no", path)

    monkeypatch.setattr(os, "scandir", refuse)
    problems: list[Problem] = []
    assert list(find(str(tmp_path), "top", ".yml", problems)) == []
    assert [(p.code, p.at.path) for p in problems] == [("T153", "top")]
