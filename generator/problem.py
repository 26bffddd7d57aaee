"""What is wrong, where, and how to mend it: the one shape of every message to staff."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import ClassVar

from generator.private_numbers import masked


class Level(StrEnum):
    """An error stops the build; a suggestion does not."""

    ERROR = "error"
    SUGGESTION = "suggestion"

    @property
    def word(self) -> str:
        """The level as staff read it."""
        return {"error": "错误", "suggestion": "建议"}[self.value]


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file: path relative to the repository with '/', line and column 1-based."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """The clickable form `path:line:column`."""
        return f"{self.shown_path}:{self.line}:{self.column}"

    @property
    def shown_path(self) -> str:
        """The path as reports print it: they are public, and a file name may hold a number."""
        return masked(self.path)


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One fault in one place.

    A kind of problem is a subclass: a permanent `code` (a letter and three digits, never reused),
    `says` (what it should be and what it is) and `mend` (one thing to do, pasteable), both
    `str.format` templates over the fields of the subclass. Its docstring, in Chinese, is what the
    handbook prints.
    """

    code: ClassVar[str] = ""
    level: ClassVar[Level] = Level.ERROR
    says: ClassVar[str] = ""
    mend: ClassVar[str] = ""

    at: Location

    def _values(self) -> dict[str, object]:
        return {f.name: getattr(self, f.name) for f in fields(self)}

    @property
    def message(self) -> str:
        """What it should be and what it is, in plain Chinese."""
        return _told(self.says.format_map(self._values()))

    @property
    def remedy(self) -> str:
        """One thing to do."""
        return _told(self.mend.format_map(self._values()))

    @property
    def sort_key(self) -> tuple[Location, str, str]:
        """By place, then code, then text: the order of every report."""
        return (self.at, self.code, self.message)


def _told(text: str) -> str:
    """A message on one line, whatever the quoted value is, and without private numbers."""
    return masked(" ".join(line.strip() for line in text.splitlines()) if "\n" in text else text)


def kinds(parent: type[Problem] = Problem) -> Iterator[type[Problem]]:
    """Every kind of problem that has a code, in the order of definition."""
    for kind in parent.__subclasses__():
        if kind.code:
            yield kind
        yield from kinds(kind)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems sorted for a report, exact repeats once."""
    unique = {(p.sort_key, p.remedy): p for p in problems}
    return sorted(unique.values(), key=lambda p: p.sort_key)
