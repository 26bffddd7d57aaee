"""Private numbers in every version of every file that the repository's history holds."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator import git_objects
from generator.private_numbers import find_private, masked

LARGEST = 1024 * 1024
"""Larger versions are not looked into; they are counted, and said."""
SHORT = 10
_LOOKED_AHEAD = 8000
"""A version with a zero byte in its first 8000 is no text, as git itself has it."""


class NoHistory(Exception):
    """The folder is no repository, or has no commit."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A number in a version of a file: the commit that brought it, where, what, masked."""

    commit: str
    path: str
    line: int
    kind: str
    masked: str

    def __str__(self) -> str:
        """One line of the report."""
        return f"{self.commit[:SHORT]}:{masked(self.path)}:{self.line}: {self.kind}（{self.masked}）"


@dataclass
class Search:
    """What was looked through, and what was left out because of its size."""

    versions: int = 0
    too_large: list[str] = field(default_factory=list)


def sightings(root: str, search: Search) -> Iterator[Sighting]:
    """Every number in a version of a file, or in its name, the oldest commit first.

    `search` is filled on the way. A version is looked into once, under the first commit and path
    that brought it. Raises git_objects.NoGit, NoHistory.
    """
    brought = _brought(root)
    named: set[str] = set()
    for places in brought.values():
        for commit, path in places:
            if path not in named:
                named.add(path)
                yield from _in_text(path, commit, path)
    for places, content in zip(brought.values(), git_objects.contents(root, brought, LARGEST), strict=True):
        commit, path = places[0]
        data = _text(content, f"{commit[:SHORT]}:{masked(path)}", search)
        if data is not None:
            yield from _in_text(data.decode("utf-8", "replace"), commit, path)


def _in_text(text: str, commit: str, path: str) -> Iterator[Sighting]:
    line, done = 1, 0
    for number in find_private(text):
        line += text.count("\n", done, number.start)
        done = number.start
        yield Sighting(commit, path, line, number.kind.value, number.masked)


def _brought(root: str) -> dict[str, list[tuple[str, str]]]:
    """Blob → the commits and paths that brought it, the oldest first; of all branches and tags."""
    done = git_objects.run(
        root, "log", "--all", "--reverse", "--no-renames", "--no-abbrev", "--raw", "-m", "-z",
        "--format=%x00commit %H",
    )  # fmt: skip
    if done.returncode != 0 or not done.stdout:
        raise NoHistory
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    commit, words = "", iter(os.fsdecode(done.stdout).split("\0"))
    for word in words:
        if word.startswith("commit "):
            commit = word.removeprefix("commit ").strip()
        elif word.lstrip("\n").startswith(":"):
            mode, blob = word.split()[1], word.split()[3]
            path = next(words)
            if mode.startswith("100") and (commit, path) not in found[blob]:
                found[blob].append((commit, path))
    return {blob: places for blob, places in found.items() if places}


def _text(content: git_objects.Content | None, shown: str, search: Search) -> bytes | None:
    """The bytes of a version; None when it is no text, too large or gone."""
    if content is None:
        return None
    search.versions += 1
    if content.data is None:
        search.too_large.append(shown)
        return None
    return None if b"\0" in content.data[:_LOOKED_AHEAD] else content.data
