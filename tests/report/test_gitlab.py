"""The Code Quality report: its form, and fingerprints that survive a change above."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given

from generator.problem import Location, Problem
from generator.report.gitlab import as_gitlab
from tests.report.problems import ADVICE, FAULT, HOSTILE


def test_an_issue_has_exactly_what_gitlab_reads() -> None:
    """The worst first; an error blocks, a suggestion is minor."""
    first, second = json.loads(as_gitlab([ADVICE, FAULT]))
    assert first == {
        "description": "这里是“一”。改法：改成“一二”。",
        "check_name": "X998",
        "fingerprint": first["fingerprint"],
        "severity": "blocker",
        "location": {"path": "a/甲.yml", "lines": {"begin": 4}},
    }
    assert (second["check_name"], second["severity"]) == ("X997", "minor")


def test_a_fingerprint_does_not_change_with_the_line() -> None:
    """A line added above makes no problem a new one; another value or file does."""

    def known_by(problem: Problem) -> str:
        return str(json.loads(as_gitlab([problem]))[0]["fingerprint"])

    assert known_by(replace(FAULT, at=Location("a/甲.yml", 9, 2))) == known_by(FAULT)
    assert known_by(replace(FAULT, found="二")) != known_by(FAULT)
    assert known_by(replace(FAULT, at=Location("a/乙.yml", 4, 8))) != known_by(FAULT)


@given(HOSTILE)
def test_every_problem_has_its_own_fingerprint(problems: list[Problem]) -> None:
    """GitLab shows only the first of those with the same one."""
    rows = json.loads(as_gitlab([*problems, *problems]))
    assert len({row["fingerprint"] for row in rows}) == 2 * len(problems)
