"""A tree of text becomes a record of its type, or every problem of its fields."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated

import pytest
from pydantic import Field

from generator.problem import Problem
from generator.records import Record
from generator.records.envelope import Part
from generator.records.fields import (
    Date,
    Id,
    Money,
    Occupation,
    OccupationCode,
    Phone,
    Term,
    Text,
    Truth,
    Url,
    Whole,
    field,
)
from generator.records.reading import read_record
from generator.records.shape import marked, shape_at
from generator.yamltext import read
from tests.growth import grows_as_its_input


class Inner(Part):
    """A part with a group of which one must be written."""

    one_of = (("one", "other"),)

    one: Text | None = field("甲", "测试。", default=None, example="a")
    other: Text | None = field("乙", "测试。", default=None, example="b")


class Sample(Record):
    """A record type of this test, with each kind of value."""

    kind = "sample_of_test"
    title = "测试"
    folder = "tests/nowhere"

    whole: Whole | None = field("整数", "测试。", default=None, ge=1, example="40")
    money: Money | None = field("金额", "测试。", default=None, example="1200")
    truth: Truth = field("是非", "测试。", default=False, example="true")
    day: Date | None = field("日期", "测试。", default=None, example="2026-11-23")
    url: Url | None = field("网址", "测试。", default=None, example="https://www.example.org/")
    phone: Phone | None = field("电话", "测试。", default=None, example="12385")
    occupation: OccupationCode | None = field("职业", "测试。", default=None, example="4-10-04-02")
    other_id: Id | None = field("编号", "测试。", default=None, example="ab")
    inner: list[Inner] = field("下级", "测试。", many=True)
    odd: Annotated[str, Field(pattern="^a+$")] | None = field("怪", "测试。", default=None, example="aaa")


HEAD = "id: a\nname: 名称\ndata_class: real\nregion: 510100\n"


def _read(text: str) -> tuple[Sample | None, list[Problem]]:
    tree, problems = read((HEAD + text).encode(), "a.yml")
    assert problems == []
    assert tree is not None
    record, problems = read_record(tree, "a.yml", Sample)
    assert record is None or isinstance(record, Sample)
    return record, problems


@pytest.mark.parametrize(
    ("written", "name", "meant"),
    [
        ("whole: 040", "whole", 40),
        ("money: 1800.50", "money", Decimal("1800.50")),
        ("truth: true", "truth", True),
        ("truth: 'false'", "truth", False),
        ("day: 2026-01-05", "day", datetime.date(2026, 1, 5)),
        ("url: https://www.example.org/路?a=1#b", "url", "https://www.example.org/路?a=1#b"),
        ("phone: 028-00000000", "phone", "028-00000000"),
        ("phone: 028-00000000-800", "phone", "028-00000000-800"),
        ("phone: 12385", "phone", "12385"),
        ("phone: 400-000-0000", "phone", "400-000-0000"),
        ("alert: 0735", "alert", "0735"),
        ("alert: yes", "alert", "yes"),
        ("alert: 9:30", "alert", "9:30"),
        ("alert: '  两边的空格  '", "alert", "两边的空格"),
        ("area_note: 1e3", "area_note", "1e3"),
    ],
)
def test_the_type_of_the_field_says_what_the_text_means(written: str, name: str, meant: object) -> None:
    """0735, yes and 9:30 stay text; a number is a number only where the field is one."""
    record, problems = _read(written)
    assert problems == []
    assert getattr(record, name) == meant


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("whole: 4.0", "F110"),
        ("whole: -4", "F110"),
        ("whole: ４", "F110"),
        ("whole: 1e3", "F110"),
        ("whole: 0x10", "F110"),
        ("whole: 0", "F107"),
        ("money: 1,200", "F111"),
        ("money: ￥12", "F111"),
        ("money: -1", "F111"),
        ("money: nan", "F111"),
        ("truth: yes", "F112"),
        ("truth: True", "F112"),
        ("day: 2026-1-5", "D101"),
        ("day: 20260105", "D101"),
        ("day: ２０２６-０１-０５", "D101"),
        ("day: 2026-01-05T00:00", "D101"),
        ("day: 2023-02-29", "D102"),
        ("day: 0000-01-01", "D102"),
        ("url: javascript:alert(1)", "F120"),
        ("url: https://a@www.example.org/", "F120"),
        ("url: //www.example.org/", "F120"),
        ("url: https:\\\\www.example.org", "F120"),
        ("url: 'https://www.example.org/ a'", "F120"),
        ("phone: ０２８-００００００００", "F121"),
        ("phone: 10000000000", "F121"),
        ("phone: '00000000'", "F121"),
        ("occupation: ４-10-04-02", "V103"),
        ("occupation: 9-10-04-02", "V103"),
        ("other_id: Ab", "I101"),
        ("other_id: 1a", "I101"),
        ("other_id: a--b", "I101"),
        ("other_id: a-", "I101"),
        ("other_id: a/b", "I101"),
        ("other_id: ../a", "I101"),
        (f"other_id: {'a' * 65}", "I101"),
        ("other_id: nul", "I102"),
        ("other_id: lpt9", "I102"),
        ("other_id: constructor", "I102"),
        ("odd: bbb", "F199"),
    ],
)
def test_a_value_that_could_be_misread_is_refused(written: str, code: str) -> None:
    """Each wrong spelling gives its own message, at the line of the field, and no record."""
    record, problems = _read(written)
    assert record is None
    assert [(p.code, p.at.line) for p in problems] == [(code, 5)]


def test_a_fault_without_words_of_its_own_still_has_a_remedy() -> None:
    """A limit that a later type may bring gives a message with the example, never a parser's text."""
    _, (problem,) = _read("odd: bbb")
    assert problem.message == "“怪”（odd）的写法与要求不同，现在是“bbb”。"
    assert problem.remedy == "照例子改写：odd: aaa"


def test_every_problem_of_a_record_is_told_at_once() -> None:
    """Staff mend a record in one go: unknown, empty, missing group and wrong value together."""
    _, problems = _read("whole: 四\nwhle: 4\nday:\ninner:\n  - one:\n  - {}\n")
    assert sorted((p.at.line, p.code) for p in problems) == [
        (5, "F110"),
        (6, "F102"),
        (7, "F103"),
        (9, "F103"),
        (10, "F108"),
    ]


def test_a_group_counts_as_written_when_one_of_it_is_empty() -> None:
    """An empty field is told once, as empty, not again as missing."""
    _, problems = _read("inner:\n  - one:\n")
    assert [p.code for p in problems] == ["F103"]


def test_thousands_of_faults_do_not_hold_up_a_check() -> None:
    """The first of each kind are listed and the rest counted, with work that grows with the file."""

    def many(faults: int) -> str:
        return "".join(f"field{n}: 1\n" for n in range(faults))

    assert grows_as_its_input(_read, many, 9000)
    _, problems = _read(many(9000))
    assert [p.code for p in problems].count("F102") == 20
    assert problems[-1].message == "和这里同样的问题，后面还有 8980 处，没有逐条列出。"


def test_markers_are_found_wherever_they_stand() -> None:
    """A rule that walks a record by its type meets the values in parts and lists as well."""
    record, _ = _read("sources:\n  - title: 题\n    publisher: 社\n    place: 页\n    accessed: 2026-01-01\n    confidence: high\noccupation: 4-10-04-02\n")
    assert record is not None
    assert [(path, value) for path, _, value in marked(record, Occupation)] == [(("occupation",), "4-10-04-02")]
    assert (("sources", 0, "confidence"), "high") in [(path, value) for path, _, value in marked(record, Term)]


def test_a_place_that_the_type_does_not_have_has_no_shape() -> None:
    """Paths into unknown fields end in None instead of an error."""
    assert shape_at(Sample, ("nothing", "below")) is None
    assert shape_at(Sample, ("inner", 3, "one")) is not None
    assert shape_at(Sample, ("whole", 0)) is None
