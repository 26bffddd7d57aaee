"""Where the parser gave up, and the lines around."""

from __future__ import annotations

from yaml.error import MarkedYAMLError

from generator.yamltext.source import Source


class Fault:
    """What the parser said, with its places 1-based and inside the file."""

    def __init__(self, error: MarkedYAMLError, source: Source) -> None:
        self.source = source
        self.problem, self.context = error.problem or "", error.context or ""
        mark = error.problem_mark or error.context_mark
        context = error.context_mark or mark
        at = source.at(mark.line + 1, mark.column + 1) if mark else source.at(1, 1)
        start = source.at(context.line + 1, context.column + 1) if context else at
        self.at, self.start = at, start
        self.line, self.start_line = source.line(at.line), source.line(start.line)
        self.sign = self.line[at.column - 1 : at.column]
        self.start_sign = self.start_line[start.column - 1 : start.column]


def line_above(source: Source, number: int) -> int:
    """The nearest line above that has text, or the line itself."""
    above = (n for n in range(number - 1, 0, -1) if source.line(n).strip())
    return next(above, number)


def indent_of(line: str) -> int:
    """The number of spaces before the text of a line."""
    return len(line) - len(line.lstrip(" "))
