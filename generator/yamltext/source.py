"""The text of one file while it is read: its lines, its places, and the problems found in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from generator.problem import Level, Location, Problem
from generator.yamltext.limits import MOST_OF_A_KIND

_UNSEEN = re.compile("[\\x00-\\x1f\\x7f-\\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


@dataclass(frozen=True, kw_only=True)
class MoreOfTheSame(Problem):
    """同一种问题在一个文件里太多，后面的没有逐条列出。

    为什么：几万条相同的提示没有人能读完；改好前面的，再检查一次就会看到后面的。
    错的例子：整个文件从 PDF 粘贴而来，每一行都有看不见的字符。
    对的例子：先把整篇重新打一遍或清理干净，再提交。
    """

    code = "T021"
    says = "和这里同样的问题，后面还有 {count} 处，没有逐条列出。"
    mend = "先改好已列出的，再检查一次。"

    count: int


class Source:
    """One file's text with its places, and every problem found so far."""

    def __init__(self, path: str, text: str = "") -> None:
        """Start with no problems; `text` is set once the bytes are decoded."""
        self.path = path
        self.text = text
        self.problems: list[Problem] = []
        self._counts: Counter[type[Problem]] = Counter()

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends; only a line feed ends a line."""
        return self.text.split("\n")

    @property
    def parsed(self) -> bytes:
        """The text for the parser, the last line with an end: without one parsers differ."""
        return self.text.encode() if self.text.endswith("\n") else f"{self.text}\n".encode()

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(line) + 1 for line in self.lines), initial=0))

    def line(self, number: int) -> str:
        """The 1-based line, or nothing beyond the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def place(self, index: int) -> tuple[int, int]:
        """The 1-based line and column of the character at an index of the text."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def at(self, line: int, column: int) -> Location:
        """A location that is surely inside the file: beyond its end becomes its last character."""
        last = len(self.lines)
        if line >= last and last > 1 and not self.lines[-1]:
            last -= 1  # what follows the last line feed is no line
        if line > last:
            line, column = last, len(self.line(last)) or 1
        return Location(self.path, line, max(1, min(column, len(self.line(line)) + 1)))

    def wants(self, kind: type[Problem]) -> bool:
        """Whether one more of this kind is to be listed; counts it either way."""
        self._counts[kind] += 1
        return self._counts[kind] <= MOST_OF_A_KIND

    def add(self, problem: Problem) -> None:
        """Keep a problem that `wants` asked for, or that can happen only once."""
        self.problems.append(problem)

    def report(self, kind: type[Problem], line: int, column: int, **fields: str | int) -> None:
        """Keep one more of this kind, unless there are enough of it."""
        if self.wants(kind):
            self.add(kind(at=self.at(line, column), **fields))

    def has_error_on(self, first: int, last: int) -> bool:
        """Whether an error is known on any of these lines."""
        return any(first <= p.at.line <= last and p.level is Level.ERROR for p in self.problems)

    def close(self) -> None:
        """Say after the last one of a kind how many more were counted and not listed."""
        last = {type(problem): problem.at for problem in self.problems}
        for kind, count in self._counts.items():
            if count > MOST_OF_A_KIND:
                self.add(MoreOfTheSame(at=last[kind], count=count - MOST_OF_A_KIND))


def quoted(text: str) -> str:
    """The text as a quoted value that reads back as the same text."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def cut(text: str, most: int = 80) -> str:
    """The text as a message may show it: not too long, and nothing that steers a terminal."""
    shown = text if len(text) <= most else text[:most] + "……"
    return _UNSEEN.sub("□", shown)
