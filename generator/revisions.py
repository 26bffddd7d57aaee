"""The files of a git revision, listed or unpacked: read blob by blob, never checked out."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import git_objects
from generator.files import LARGEST, CannotOpen, NotAPlainFile
from generator.problem import Location, Problem

MOST_FILES = 200_000
MOST_BYTES = 1 << 30
_KINDS = {"120000": "一个链接", "160000": "另一个仓库"}
_BY_HAND = {errno.EEXIST, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG}
"""What only happens with trees that were made by hand."""
_OUTSIDE = "一个通到文件夹外面的路径"


class NoRevision(Exception):
    """The folder is in no repository, or its repository has no such revision."""


class TooMuch(Exception):
    """A revision holds more files or bytes than any catalogue: one blob may stand in it many times."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A path that differs between two revisions: `A` added, `D` removed, any other letter changed."""

    status: str
    path: str


@dataclass(frozen=True, slots=True)
class _Blob:
    mode: str
    name: str
    size: int
    path: str


def files_at(root: str, revision: str) -> frozenset[str]:
    """The files of a revision, as paths from `root`. Raises git_objects.NoGit, NoRevision."""
    return frozenset(blob.path for blob in _blobs(root, revision, ["."]))


def unpack(
    root: str, revision: str, folders: Iterable[str], target: str, problems: list[Problem]
) -> None:
    """Write the files of a revision below these folders of `root` into the folder `target`.

    What is no plain file is added to `problems` and not written; a file that is too large to be
    read has its size and no content. Raises git_objects.NoGit, NoRevision, TooMuch.
    """
    blobs = [b for b in _blobs(root, revision, folders) if _is_plain(b, problems)]
    small = [blob for blob in blobs if blob.size <= LARGEST]
    if len(blobs) > MOST_FILES or sum(blob.size for blob in small) > MOST_BYTES:
        raise TooMuch
    found = git_objects.contents(root, [blob.name for blob in small], LARGEST)
    for blob, content in zip(small, found, strict=True):
        if content is None or content.data is None or not _write(target, blob.path, content.data):
            problems.append(CannotOpen(at=Location(_printable(blob.path))))
    for blob in blobs:
        if blob.size > LARGEST and _write(target, blob.path, b""):
            os.truncate(os.path.join(target, blob.path), blob.size)


def parting(root: str, one: str, other: str) -> str:
    """The commit from which two revisions have parted. Raises git_objects.NoGit, NoRevision."""
    for revision in (one, other):
        _asked(root, revision, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    return _asked(root, f"{one}…{other}", "merge-base", "--", one, other).split()[0]


def changed_between(root: str, before: str, after: str) -> list[Changed]:
    """Every path from `root` that differs between two revisions, in order. Raises git_objects.NoGit, NoRevision."""
    options = ("-r", "-z", "--name-status", "--no-renames", "--relative", "--end-of-options")
    words = iter(_asked(root, after, "diff-tree", *options, before, after).split("\0")[:-1])
    return [Changed(status, next(words)) for status in words]


def _asked(root: str, shown: str, *arguments: str) -> str:
    done = git_objects.run(root, *arguments)
    if done.returncode != 0:
        raise NoRevision(shown)
    return os.fsdecode(done.stdout)


def _blobs(root: str, revision: str, folders: Iterable[str]) -> Iterator[_Blob]:
    done = git_objects.run(root, "ls-tree", "-r", "-l", "-z", "--end-of-options", revision, "--", *folders)
    if done.returncode != 0:
        raise NoRevision(revision)
    for line in os.fsdecode(done.stdout).split("\0"):
        if line:
            facts, _, path = line.partition("\t")
            mode, _, name, size = facts.split()
            yield _Blob(mode, name, int(size) if size.isdecimal() else 0, path)


def _is_plain(blob: _Blob, problems: list[Problem]) -> bool:
    """Whether it is a file inside of the folder; trees made by hand may hold anything."""
    outside = any(part in {"", ".", ".."} for part in blob.path.split("/"))
    found = _OUTSIDE if outside else _KINDS.get(blob.mode)
    if found:
        at = Location(_printable(blob.path))
        problems.append(NotAPlainFile(at=at, expected="普通文件", found=found))
    return found is None


def _write(target: str, path: str, data: bytes) -> bool:
    """Write a new file; False when another stands in its way, or no file can have its name."""
    whole = os.path.join(target, path)
    try:
        os.makedirs(os.path.dirname(whole), exist_ok=True)
        with open(whole, "xb") as file:
            file.write(data)
    except OSError as error:
        if error.errno in _BY_HAND:
            return False
        raise
    return True


def _printable(path: str) -> str:
    return "".join(c if c.isprintable() else "□" for c in path)
