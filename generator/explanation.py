"""What a code means, why, and what is wrong and right: read from the docstring of its kind of problem."""

from __future__ import annotations

import difflib
import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.problem import Level, Problem, kinds

PARTS = ("为什么：", "错的例子：", "对的例子：")
MEANING = "什么意思"
_CODE = re.compile(r"[A-Za-z]\d{3}")


@dataclass(frozen=True, slots=True)
class Explanation:
    """The page of a code in the handbook. An example is one text or several lines of a record."""

    code: str
    level: Level
    meaning: str
    why: str
    wrong: str
    right: str

    def __str__(self) -> str:
        """The page as it is printed in a terminal."""
        rows = [f"{self.level.word} {self.code}", MEANING, self.meaning]
        for title, text in zip(PARTS, (self.why, self.wrong, self.right), strict=True):
            rows += [title.removesuffix("："), text]
        first, *rest = rows
        lines = [line for i, row in enumerate(rest) for line in _indented(row, deeper=i % 2 == 1)]
        return "\n".join([first, *lines]) + "\n"


def _indented(text: str, *, deeper: bool) -> Iterator[str]:
    yield from (f"    {line}" if deeper else line for line in text.splitlines())


def explanations() -> dict[str, Explanation]:
    """Code → explanation, in order of code, of every kind of problem that is defined."""
    found = {kind.code: of_kind(kind) for kind in kinds() if kind.__module__.startswith("generator.")}
    return dict(sorted(found.items()))


def of_kind(kind: type[Problem]) -> Explanation:
    """What the docstring of a kind says; a part that it lacks is empty."""
    text = inspect.cleandoc(kind.__dict__.get("__doc__") or "")
    pieces = re.split("(" + "|".join(PARTS) + ")", text)
    found = dict(zip(pieces[1::2], map(str.strip, pieces[2::2]), strict=True))
    return Explanation(kind.code, kind.level, pieces[0].strip(), *(found.get(part, "") for part in PARTS))


def nearest(code: str, known: dict[str, Explanation]) -> list[str]:
    """The codes that may have been meant: of the same letter, the nearest in number."""
    wanted = code.upper()
    if _CODE.fullmatch(code):
        same = [other for other in known if other[0] == wanted[0]]
        return sorted(same, key=lambda other: (abs(int(other[1:]) - int(wanted[1:])), other))[:3]
    return difflib.get_close_matches(wanted, known, 3, 0.4)
