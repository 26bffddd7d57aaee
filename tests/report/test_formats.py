"""Problems as text, JSON and annotations, and what holds for every format."""

from __future__ import annotations

import json
import re

from hypothesis import given

from generator import report
from generator.problem import Location, Problem
from tests.report.problems import ADVICE, FAULT, HOSTILE, Fault


def test_text_has_the_place_first_and_the_remedy_below() -> None:
    """A reader hears where, how bad, what, and then one thing to do."""
    assert report.as_text([ADVICE, FAULT]) == (
        "a/b.yml:1:1: 建议 X997 这里是“50%”。\n"
        "    改法：改成“50%二”。\n"
        "a/甲.yml:4:8: 错误 X998 这里是“一”。\n"
        "    改法：改成“一二”。\n"
        "共 1 处要改，1 条建议（2 个文件）。\n"
    )


def test_text_of_nothing_is_nothing() -> None:
    """Silence is the best report."""
    assert report.as_text([]) == ""


def test_the_last_line_counts_only_what_there_is() -> None:
    """Suggestions alone do not read as faults."""
    assert report.as_text([ADVICE]).endswith("共 1 条建议（1 个文件）。\n")
    assert report.as_text([FAULT, FAULT]).endswith("共 2 处要改（1 个文件）。\n")


def test_json_has_exactly_these_keys() -> None:
    """Programs can rely on the names, and read the Chinese without escapes."""
    text = report.as_json([FAULT, ADVICE])
    assert "甲" in text
    assert json.loads(text) == {
        "problems": [
            {
                "code": "X998",
                "level": "error",
                "path": "a/甲.yml",
                "line": 4,
                "column": 8,
                "message": "这里是“一”。",
                "remedy": "改成“一二”。",
            },
            {
                "code": "X997",
                "level": "suggestion",
                "path": "a/b.yml",
                "line": 1,
                "column": 1,
                "message": "这里是“50%”。",
                "remedy": "改成“50%二”。",
            },
        ],
        "counts": {"errors": 1, "suggestions": 1, "files": 2},
    }


def test_annotations_put_errors_first() -> None:
    """Few annotations are shown, so the ones that block come first."""
    lines = report.as_github([ADVICE, FAULT]).splitlines()
    assert lines == [
        "::error file=a/甲.yml,line=4,col=8,title=X998::这里是“一”。改法：改成“一二”。",
        "::notice file=a/b.yml,line=1,col=1,title=X997::这里是“50%25”。改法：改成“50%25二”。",
    ]


def test_annotations_cannot_be_broken_out_of() -> None:
    """A file name or value with signs of the command language stays inside its own annotation."""
    hostile = Fault(at=Location("a,line=9::b\n::error ::c.yml", 1, 1), found="甲\r::set-output name=a::乙")
    text = report.as_github([hostile])
    assert text.count("\n") == 1
    assert text.startswith("::error file=a%2Cline=9%3A%3Ab%0A%3A%3Aerror %3A%3Ac.yml,line=1,col=1,")
    assert "\r" not in text


def test_every_format_takes_every_list() -> None:
    """The command line offers exactly these formats."""
    assert list(report.FORMATS) == ["text", "json", "github", "gitlab", "sarif", "junit", "markdown"]
    assert [report.FORMATS[name]([]) for name in ("text", "github", "gitlab", "markdown")] == ["", "", "[]\n", "没有要改的。\n"]


@given(HOSTILE)
def test_no_text_makes_a_command_of_github(problems: list[Problem]) -> None:
    """One line a problem, each the command it should be, whatever paths and values hold."""
    lines = report.as_github(problems).split("\n")
    assert lines.pop() == ""
    assert len(lines) == len(problems)
    for line in lines:
        assert re.fullmatch(r"::(error|notice) file=[^:,\r]*,line=\d,col=\d,title=X99[78]::[^\r]*", line)


@given(HOSTILE)
def test_every_format_takes_hostile_problems(problems: list[Problem]) -> None:
    """No value makes a report fail, and none depends on anything but the list."""
    for form in report.FORMATS.values():
        assert form(problems) == form(list(problems))
