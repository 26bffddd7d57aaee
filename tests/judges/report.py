"""The results of the engines as data, from which the accessibility statement is written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.judges.allowances import Allowance, remaining
from tests.judges.in_page import MODES
from tests.judges.verdict import Verdict

NAMES = {
    "axe": ("自动检查（axe）", "axe-core"),
    "ibm": ("自动检查（IBM）", "IBM Equal Access accessibility-checker-engine"),
    "nu": ("网页写法检查", "Nu Html Checker"),
}
"""Engine → the name of the test, the name of the program."""


def keep(file: Path, results: dict[str, Any]) -> None:
    """Write results to a file of JSON, beside what others wrote there."""
    kept = json.loads(file.read_text("utf-8")) if file.exists() else {}
    text = json.dumps({**kept, **results}, ensure_ascii=False, indent=2)
    file.write_text(text + "\n", "utf-8")


def report(verdict: Verdict, allowed: list[Allowance], day: str) -> dict[str, Any]:
    """What was judged on a day, with what, and what was found."""
    return {
        "tested_on": day,
        "states": {state.kind: state.address for state in verdict.states},
        "modes": list(MODES),
        "judges": [_judge(name, verdict, allowed) for name in NAMES],
    }


def _judge(name: str, verdict: Verdict, allowed: list[Allowance]) -> dict[str, Any]:
    """As data; name, tool, scope, findings and note are those of a record of test results."""
    judged = verdict.site[name]
    of_engine = [a for a in allowed if a.engine == name]
    title, program = NAMES[name]
    return {
        "name": title,
        "tool": f"{program} {judged.version}",
        "scope": _scope(name, verdict),
        "findings": len(remaining(judged.findings, of_engine)),
        "note": f"{len(of_engine)}处由人看过，写明理由后不改" if of_engine else "",
        "rules": judged.rules,
        "runs": judged.runs,
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
