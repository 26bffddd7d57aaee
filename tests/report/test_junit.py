"""JUnit XML: a suite a file, a case a code, and always well-formed."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from lxml import etree

from generator.problem import Level, Location, Problem
from generator.report.junit import as_junit
from tests.report.problems import ADVICE, FAULT, HOSTILE


def _read(problems: list[Problem]) -> etree._Element:
    return etree.fromstring(as_junit(problems).encode(), etree.XMLParser(resolve_entities=False))


def test_an_error_is_a_failure_and_a_suggestion_is_none() -> None:
    """What blocks is red; advice stands in the output of a case that passed."""
    again = replace(FAULT, at=Location("a/甲.yml", 9, 1))
    suites = list(_read([ADVICE, FAULT, again]))
    assert [(s.get("name"), s.get("tests"), s.get("failures")) for s in suites] == [("a/b.yml", "1", "0"), ("a/甲.yml", "1", "1")]
    (advice,), (fault,) = suites
    assert (advice.get("name"), [child.tag for child in advice]) == ("X997", ["system-out"])
    assert (fault.get("classname"), fault.get("name")) == ("a/甲.yml", "X998")
    (failure,) = fault
    assert (failure.tag, failure.get("type"), failure.get("message")) == ("failure", "X998", "这里是“一”。")
    assert "a/甲.yml:4:8" in (failure.text or "")
    assert "a/甲.yml:9:1" in (failure.text or "")


def test_a_clean_tree_is_one_case_that_passed() -> None:
    """A report without any case would read as if nothing had been checked."""
    (suite,) = _read([])
    assert [suite.get(name) for name in ("tests", "failures", "errors", "skipped")] == ["1", "0", "0", "0"]
    assert [len(case) for case in suite] == [0]


@given(HOSTILE)
def test_no_text_breaks_out_of_its_place(problems: list[Problem]) -> None:
    """The XML is well-formed, of these elements only, and counts what there is."""
    root = _read(problems)
    assert {e.tag for e in root.iter()} <= {"testsuites", "testsuite", "testcase", "failure", "system-out"}
    errors = {(p.at.shown_path, p.code) for p in problems if p.level is Level.ERROR}
    assert len(root.findall("testsuite/testcase/failure")) == len(errors)
    assert {case.get("name") for case in root.iter("testcase")} <= {"X997", "X998", "没有要改的"}
