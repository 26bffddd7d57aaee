"""The results of the engines as rows of the accessibility statement."""

from __future__ import annotations

from tests.judges.allowances import Allowance, remaining
from tests.judges.verdict import Verdict
from tests.results import Row

NAMES = {
    "axe": ("自动检查（axe）", "axe-core"),
    "ibm": ("自动检查（IBM）", "IBM Equal Access accessibility-checker-engine"),
    "nu": ("网页写法检查", "Nu Html Checker"),
}
"""Engine → the name of the test, the name of the program."""


def rows(verdict: Verdict, allowed: list[Allowance]) -> dict[str, Row]:
    """What each engine was given, and what it found that nobody allowed."""
    return {name: _row(name, verdict, allowed) for name in NAMES}


def _row(name: str, verdict: Verdict, allowed: list[Allowance]) -> Row:
    judged = verdict.site[name]
    of_engine = [a for a in allowed if a.engine == name]
    title, program = NAMES[name]
    return Row(
        title,
        f"{program} {judged.version}",
        _scope(name, verdict),
        len(remaining(judged.findings, of_engine)),
        f"{len(of_engine)}处写明理由后不改" if of_engine else "",
        judged.seconds,
    )


def _scope(name: str, verdict: Verdict) -> str:
    """In words for readers of the statement."""
    judged = verdict.site[name]
    if name == "nu":
        return f"全部网页、样式和图片，共{judged.runs}个文件"
    return (
        f"{len(verdict.states)}种页面和状态，浅色和深色，1280像素和360像素宽，"
        f"共{judged.runs}次，每次{judged.rules}条规则"
    )
