"""Problems as people read them in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from generator.problem import Problem
from generator.report.tally import total


def as_text(problems: Sequence[Problem]) -> str:
    """Two lines a problem, place first, and a last line that counts; empty when there is none."""
    if not problems:
        return ""
    lines = []
    for p in problems:
        lines.append(f"{p.at}: {p.level.word} {p.code} {p.message}")
        lines.append(f"    改法：{p.remedy}")
    return "\n".join([*lines, total(problems)]) + "\n"
