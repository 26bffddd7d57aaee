"""What the list of allowances lets pass, and what it does not."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.judges.allowances import Allowance, allowances, remaining, unused
from tests.judges.finding import Finding, told

ASKED = Finding("ibm", "label", "html > body > p.lead", "看", "home", "dark-360", certain=False)
ALLOWED = Allowance("ibm", "label", "* > p.lead", "理由")


def test_an_allowance_covers_its_rule_at_its_place() -> None:
    """The engine, the rule and the pattern of the selector must all agree."""
    assert remaining([ASKED], [ALLOWED]) == []
    for other in (
        replace(ASKED, engine="axe"),
        replace(ASKED, rule="name"),
        replace(ASKED, selector="html > body > p.lead > a"),
    ):
        assert remaining([other], [ALLOWED]) == [other]


def test_what_an_engine_is_certain_of_is_never_allowed() -> None:
    """An allowance is for questions; a fault is mended."""
    fault = replace(ASKED, certain=True)
    assert remaining([fault], [ALLOWED]) == [fault]
    assert unused([fault], [ALLOWED]) == [ALLOWED]


def test_an_allowance_for_nothing_is_reported() -> None:
    """An allowance that covers no finding is unused."""
    assert unused([ASKED], [ALLOWED, replace(ALLOWED, rule="name")]) == [
        replace(ALLOWED, rule="name")
    ]


def test_every_allowance_has_a_written_reason(allowed: list[Allowance]) -> None:
    """A reason is a Chinese sentence, and no place is allowed twice."""
    assert allowed
    assert [a for a in allowed if not re.fullmatch(r".*[\u4e00-\u9fff].{10,}。", a.reason)] == []
    assert len({(a.engine, a.rule, a.selector) for a in allowed}) == len(allowed)


@pytest.mark.parametrize("entry", ["{engine: ibm, rule: a, selector: b}", "{engin: ibm}"])
def test_an_allowance_without_reason_is_refused(entry: str) -> None:
    """Every key must be there, and no other."""
    with pytest.raises(TypeError, match="argument"):
        allowances(f"- {entry}")


def test_findings_are_told_with_all_their_places() -> None:
    """A finding on several pages and in several modes is told once, with each of them."""
    text = told([ASKED, replace(ASKED, kind="help"), replace(ASKED, mode="light-360")])
    assert text.splitlines() == [
        "ibm label",
        "    at html > body > p.lead",
        "    看",
        "    on help/dark-360 home/dark-360 home/light-360",
    ]
