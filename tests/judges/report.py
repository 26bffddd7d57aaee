"""The results of the engines as data, from which the accessibility statement is written."""

from __future__ import annotations

from typing import Any

from tests.judges.allowances import Allowance, remaining
from tests.judges.in_page import MODES
from tests.judges.verdict import Verdict

NAMES = {
    "axe": "axe-core",
    "ibm": "IBM Equal Access accessibility-checker-engine",
    "nu": "Nu Html Checker",
}


def report(verdict: Verdict, allowed: list[Allowance], day: str) -> dict[str, Any]:
    """What was tested on a day, with what, and what was found."""
    return {
        "tested_on": day,
        "states": {state.kind: state.address for state in verdict.states},
        "modes": list(MODES),
        "engines": [_engine(name, verdict, allowed) for name in NAMES],
    }


def _engine(name: str, verdict: Verdict, allowed: list[Allowance]) -> dict[str, Any]:
    judged = verdict.site[name]
    of_engine = [a for a in allowed if a.engine == name]
    return {
        "tool": f"{NAMES[name]} {judged.version}",
        "scope": _scope(name, verdict),
        "rules": judged.rules,
        "runs": judged.runs,
        "findings": len(remaining(judged.findings, of_engine)),
        "allowed": [
            {
                "rule": one.rule,
                "selector": one.selector,
                "places": sum(one.covers(finding) for finding in judged.findings),
                "reason": one.reason,
            }
            for one in of_engine
        ],
    }


def _scope(name: str, verdict: Verdict) -> str:
    """In words for readers of the statement."""
    judged = verdict.site[name]
    if name == "nu":
        return f"全部网页、样式和图片，共{judged.runs}个文件"
    return (
        f"{len(verdict.states)}种页面和状态，浅色和深色，1280像素和360像素宽，"
        f"共{judged.runs}次，每次{judged.rules}条规则"
    )
