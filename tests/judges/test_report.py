"""What the accessibility statement is told of a run of the engines."""

from __future__ import annotations

from tests.judges.allowances import Allowance, remaining
from tests.judges.report import rows
from tests.judges.verdict import Verdict


def test_the_rows_say_what_was_run_and_found(verdict: Verdict, allowed: list[Allowance]) -> None:
    """Every engine with its version, and as many findings as the tests see."""
    told = rows(verdict, allowed)
    assert set(told) == {"axe", "ibm", "nu"}
    for name, row in told.items():
        judged = verdict.site[name]
        assert row.tool.endswith(f" {judged.version}")
        assert str(judged.runs) in row.scope
        assert row.findings == len(remaining(judged.findings, allowed))


def test_a_finding_that_nobody_allowed_is_counted(verdict: Verdict) -> None:
    """Without the list of allowances the row tells what the engine asked about."""
    told = rows(verdict, [])
    assert told["ibm"].findings == len(verdict.site["ibm"].findings) > 0
    assert told["ibm"].note == ""
