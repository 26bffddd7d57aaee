"""Each rule of the domain: wrong inputs that it refuses, and right ones beside them that it lets pass.

A case is a change to the small catalogue as in `test_messages`; `gives` are the codes that must be
told, and no other. What each message says is read in `cases/messages`.
"""

from __future__ import annotations

import datetime
from typing import Any

import pytest
import yaml

from tests.conftest import CASES, Tree
from tests.test_messages import change

RULES = {file.stem: yaml.safe_load(file.read_text()) for file in sorted((CASES / "rules").glob("*.yml"))}
OF_THE_DOMAIN = {
    *("P1", "P2", "T1", "T2", "V1", "I1", "R1", "D1", "S1", "C1"),
    *("X1", "X2", "X3", "X4", "X5", "X6", "A1", "A2"),
}
ALL = [
    pytest.param(case, id=f"{rule}-{kind}-{number}")
    for rule, cases in RULES.items()
    for kind, listed in cases.items()
    for number, case in enumerate(listed, 1)
]


def test_every_rule_has_wrong_and_right_inputs() -> None:
    """At least three wrong and two right ones a rule, and no rule of the domain without them."""
    assert set(RULES) >= OF_THE_DOMAIN
    few = {rule for rule, cases in RULES.items() if len(cases["wrong"]) < 3 or len(cases["right"]) < 2}
    assert few == set()
    assert all(case.get("gives") for cases in RULES.values() for case in cases["wrong"])
    assert not any(case.get("gives") for cases in RULES.values() for case in cases["right"])


@pytest.mark.parametrize("case", ALL)
def test_an_input_gives_these_codes_and_no_other(
    case: dict[str, Any], small: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The wrong is refused under its code; the right, which looks much like it, is not."""
    change(small, case, monkeypatch)
    checked = small.check(
        datetime.date(2026, 11, 23),
        release=case.get("release", False),
        former_files=frozenset(case.get("former", [])),
    )
    told = {problem.code for problem in checked.problems}
    assert told == set(case.get("gives", [])), checked.report("text")
