"""The files of a git revision, listed or unpacked: read blob by blob, never checked out."""

from __future__ import annotations

import errno
import os
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.files import LARGEST, CannotOpen, NotAPlainFile
from generator.problem import Location, Problem

MOST_FILES = 200_000
MOST_BYTES = 1 << 30
_SETTINGS = {"GIT_NO_LAZY_FETCH": "1", "GIT_NO_REPLACE_OBJECTS": "1", "GIT_OPTIONAL_LOCKS": "0"}
"""git only reads what is here: it fetches nothing and writes nothing."""
_KINDS = {"120000": "一个链接", "160000": "另一个仓库"}
_BY_HAND = {errno.EEXIST, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG}
"""What only happens with trees that were made by hand."""
_OUTSIDE = "一个通到文件夹外面的路径"


class NoGit(Exception):
    """There is no git on this machine."""


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
    """The files of a revision, as paths from `root`. Raises NoGit, NoRevision."""
    return frozenset(blob.path for blob in _blobs(root, revision, ["."]))


def unpack(
    root: str, revision: str, folders: Iterable[str], target: str, problems: list[Problem]
) -> None:
    """Write the files of a revision below these folders of `root` into the folder `target`.

    What is no plain file is added to `problems` and not written; a file that is too large to be
    read has its size and no content. Raises NoGit, NoRevision, TooMuch.
    """
    blobs = [b for b in _blobs(root, revision, folders) if _is_plain(b, problems)]
    small = [blob for blob in blobs if blob.size <= LARGEST]
    if len(blobs) > MOST_FILES or sum(blob.size for blob in small) > MOST_BYTES:
        raise TooMuch
    for blob, data in zip(small, _contents(root, small), strict=True):
        if data is None or not _write(target, blob.path, data):
            problems.append(CannotOpen(at=Location(_printable(blob.path))))
    for blob in blobs:
        if blob.size > LARGEST and _write(target, blob.path, b""):
            os.truncate(os.path.join(target, blob.path), blob.size)


def parting(root: str, one: str, other: str) -> str:
    """The commit from which two revisions have parted. Raises NoGit, NoRevision."""
    for revision in (one, other):
        _asked(root, revision, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    return _asked(root, f"{one}…{other}", "merge-base", "--", one, other).split()[0]


def changed_between(root: str, before: str, after: str) -> list[Changed]:
    """Every path from `root` that differs between two revisions, in order. Raises NoGit, NoRevision."""
    options = ("-r", "-z", "--name-status", "--no-renames", "--relative", "--end-of-options")
    words = iter(_asked(root, after, "diff-tree", *options, before, after).split("\0")[:-1])
    return [Changed(status, next(words)) for status in words]


def _asked(root: str, shown: str, *arguments: str) -> str:
    done = _git(root, *arguments)
    if done.returncode != 0:
        raise NoRevision(shown)
    return os.fsdecode(done.stdout)


def _git(root: str, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = ["git", "--no-pager", "-C", root, *arguments]
    try:
        return subprocess.run(
            command, input=given, capture_output=True, check=False, env=os.environ | _SETTINGS
        )
    except FileNotFoundError as error:
        raise NoGit from error


def _blobs(root: str, revision: str, folders: Iterable[str]) -> Iterator[_Blob]:
    done = _git(root, "ls-tree", "-r", "-l", "-z", "--end-of-options", revision, "--", *folders)
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


def _contents(root: str, blobs: list[_Blob]) -> Iterator[bytes | None]:
    """The bytes of each blob in order; None for one that is not in the repository."""
    given = "".join(f"{blob.name}\n" for blob in blobs).encode()
    told, start = _git(root, "cat-file", "--batch", given=given).stdout, 0
    for _ in blobs:
        end = told.find(b"\n", start)
        facts = told[start:end].split()
        start = end + 1
        if len(facts) == 3 and facts[1] == b"blob":  # noqa: PLR2004 - name, type and size; else it is missing
            size = int(facts[2])
            yield told[start : start + size]
            start += size + 1
        else:
            yield None


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
