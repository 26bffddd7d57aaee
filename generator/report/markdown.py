"""Problems as Markdown, for the summary of a job."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from generator.markdown import literal
from generator.problem import Level, Problem
from generator.report.tally import total, worst_first


def as_markdown(problems: Sequence[Problem], files: str = "") -> str:
    """All problems in a list, the worst first; `files` is the address below which the files stand."""
    if not problems:
        return "没有要改的。\n"
    return "\n".join([total(problems), "", *(_item(p, files) for p in worst_first(problems))]) + "\n"


def _item(p: Problem, files: str) -> str:
    word = f"**{p.level.word}**" if p.level is Level.ERROR else p.level.word
    return f"- {_place(p, files)} {word} {literal(p.code)} {literal(p.message)}改法：{literal(p.remedy)}"


def _place(p: Problem, files: str) -> str:
    text = literal(str(p.at))
    address = f"{files}{quote(p.at.shown_path, errors='replace')}#L{p.at.line}"
    return f"[{text}](<{address}>)" if files else text
