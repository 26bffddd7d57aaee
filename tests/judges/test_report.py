"""What the accessibility statement is told of a run."""

from __future__ import annotations

import json
from pathlib import Path

from tests.judges.allowances import Allowance, remaining
from tests.judges.report import keep, report
from tests.judges.verdict import Verdict


def test_the_report_says_what_was_run_and_found(verdict: Verdict, allowed: list[Allowance]) -> None:
    """The day given, every engine with its version, and as many findings as the tests see."""
    written = report(verdict, allowed, "2026-11-24")
    assert written["tested_on"] == "2026-11-24"
    assert written["modes"] == ["light-1280", "light-360", "dark-1280", "dark-360"]
    assert written["states"]["home"] == "index.html"
    for name, engine in zip(("axe", "ibm", "nu"), written["judges"], strict=True):
        judged = verdict.site[name]
        assert engine["tool"].endswith(f" {judged.version}")
        assert str(judged.runs) in engine["scope"]
        assert engine["findings"] == len(remaining(judged.findings, allowed))


def test_the_report_gives_each_allowance_with_its_reason(
    verdict: Verdict, allowed: list[Allowance]
) -> None:
    """Each allowance stands under its engine, with the number of places that it covers."""
    written = [
        one for e in report(verdict, allowed, "2026-11-24")["judges"] for one in e["allowed"]
    ]
    assert {(one["rule"], one["selector"], one["reason"]) for one in written} == {
        (a.rule, a.selector, a.reason) for a in allowed
    }
    assert all(one["places"] > 0 for one in written)


def test_the_report_keeps_what_others_wrote(tmp_path: Path) -> None:
    """The other tests of accessibility write to the same file under names of their own."""
    file = tmp_path / "report.json"
    keep(file, {"gates": ["键盘"], "judges": ["旧"]})
    keep(file, {"judges": ["新"]})
    assert json.loads(file.read_text("utf-8")) == {"gates": ["键盘"], "judges": ["新"]}
