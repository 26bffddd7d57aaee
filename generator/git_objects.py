"""git as it is asked here: it only reads what lies in the repository, and its objects come one by one."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from typing import IO

SETTINGS = {"GIT_NO_LAZY_FETCH": "1", "GIT_NO_REPLACE_OBJECTS": "1", "GIT_OPTIONAL_LOCKS": "0"}
"""git fetches nothing, writes nothing, and shows each object as it was made."""
_AT_A_TIME = 1 << 20


class NoGit(Exception):
    """There is no git on this machine."""


@dataclass(frozen=True, slots=True)
class Content:
    """A blob: its size, and its bytes unless there are too many of them."""

    size: int
    data: bytes | None


def run(root: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """A command of git in the folder `root`, run to its end. Raises NoGit."""
    try:
        return subprocess.run(_command(root, *arguments), capture_output=True, check=False, env=os.environ | SETTINGS)
    except FileNotFoundError as error:
        raise NoGit from error


def contents(root: str, names: Iterable[str], largest: int) -> Generator[Content | None, None, None]:
    """The content of each blob in order; None for what is no blob of the repository. Raises NoGit.

    One is read at a time, and one larger than `largest` is passed over.
    """
    command = _command(root, "cat-file", "--batch")
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ | SETTINGS
        )
    except FileNotFoundError as error:
        raise NoGit from error
    with process:
        asked, told = process.stdin, process.stdout
        if asked and told:  # both are pipes
            for name in names:
                asked.write(f"{name}\n".encode())
                asked.flush()
                yield _next(told, largest)


def _command(root: str, *arguments: str) -> list[str]:
    """No shell, no pager, nobody's settings of what a log shows."""
    return ["git", "--no-pager", "-c", "log.showSignature=false", "-C", root, *arguments]


def _next(told: IO[bytes], largest: int) -> Content | None:
    facts = told.readline().split()
    if len(facts) != 3:  # noqa: PLR2004 - name, type and size; else it is missing
        return None
    size = int(facts[2])
    is_wanted = facts[1] == b"blob" and size <= largest
    data = told.read(size) if is_wanted else None
    _skip(told, 1 if is_wanted else size + 1)
    return Content(size, data) if facts[1] == b"blob" else None


def _skip(stream: IO[bytes], size: int) -> None:
    """Read on without keeping; an end before that ends it."""
    while size > 0 and (passed := stream.read(min(size, _AT_A_TIME))):
        size -= len(passed)
