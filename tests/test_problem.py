"""Every kind of problem keeps the promises of `Problem`: its code, its words, its docstring."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from string import Formatter
from typing import TYPE_CHECKING

import pytest

from generator import checks, formatting  # noqa: F401 - every kind of problem is to be known
from generator.problem import Level, Location, Problem, in_order, kinds
from generator.records import RECORD_TYPES
from generator.records.envelope import Part
from generator.records.shape import shapes
from generator.spreadsheets import problems as of_sheets  # noqa: F401

if TYPE_CHECKING:
    from tests.conftest import Golden

checks.discover()  # so that every kind of problem is defined
KINDS = [kind for kind in kinds() if kind.__module__.startswith("generator.")]
HAN = re.compile(r"[\u4e00-\u9fff]")
WORD = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")
NAMES = {"UTF-8", "GBK", "ANSI", "Unicode", "UTF-16", "LE", "BOM", "CR", "LF", "CRLF", "Tab", "PDF", "KB"}
NAMES |= {"Excel", "WPS", "xlsx", "CSV", "catalogue", "fmt", "check"}
NAMES |= {"GB", "I", "O", "S", "V", "Z", "yml", "txt", "seeds", "https"}
FOR_STAFF = {"true", "false", "sample", "ended", "without-samples", "chengdu"}
FOR_STAFF |= {"sc-2021-8", "chuan-can-ban-2021-8.txt", "catalogue"}
FOR_STAFF |= {"C102", "available", "unknown", "on_request", "in_person", "paused", "fee_unknown"}
JARGON = ("非法", "无效", "异常", "解析", "字符串", "数组", "对象", "键值", "布尔", "参数", "语法错误", "schema")


def _texts(kind: type[Problem]) -> str:
    return kind.says + kind.mend


def _parts(parent: type[Part] = Part) -> list[type[Part]]:
    below = parent.__subclasses__()
    return below + [part for child in below for part in _parts(child)]


FIELDS = {name for part in _parts() for name in shapes(part)} | {kind.kind for kind in RECORD_TYPES}


def test_a_code_is_a_letter_and_three_digits_and_used_once() -> None:
    """Codes are permanent addresses in the handbook, so each names one kind of problem."""
    assert all(re.fullmatch(r"[A-Z]\d{3}", kind.code) for kind in KINDS)
    assert [code for code, times in Counter(kind.code for kind in KINDS).items() if times > 1] == []
    assert len(KINDS) > 100


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_a_message_can_be_filled_in(kind: type[Problem]) -> None:
    """Every placeholder of the words and the remedy is a field of the kind."""
    used = {name for _, name, _, _ in Formatter().parse(_texts(kind)) if name is not None}
    assert used <= {field.name for field in dataclasses.fields(kind)}
    assert kind.says
    assert kind.mend


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_a_message_is_plain_chinese(kind: type[Problem]) -> None:
    """No blame, no word of programmers, and no English beyond names that staff write or see."""
    text = re.sub(r"(U\+)?\{\w+\}|U\+[0-9A-F]{4}", "", _texts(kind))
    assert [word for word in JARGON if word in text] == []
    unknown = {word for word in WORD.findall(text) if not _is_known(word)}
    assert unknown == set()
    assert HAN.search(text) or kind.says.startswith("{")


def _is_known(word: str) -> bool:
    return word.strip(".-") in NAMES | FOR_STAFF | FIELDS


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_a_kind_is_explained_in_chinese(kind: type[Problem]) -> None:
    """The handbook prints the docstring, so each kind has one of its own, in Chinese."""
    text = kind.__dict__.get("__doc__") or ""
    first = text.strip().split("\n")[0]
    assert len(HAN.findall(first)) >= 6
    assert first.endswith("。")


def test_no_two_kinds_share_a_name() -> None:
    """A search for the name of a kind finds one class."""
    names = Counter(kind.__qualname__ for kind in KINDS)
    assert [name for name, times in names.items() if times > 1] == []


def test_problems_are_listed_by_place_and_exact_repeats_once() -> None:
    """Two rules that say the same thing of the same place are heard once, in order of the file."""

    @dataclasses.dataclass(frozen=True, kw_only=True)
    class Sample(Problem):
        """测试用。"""

        code = "X999"
        says = "这里是{found}。"
        mend = "改成别的。"
        found: str

    later, earlier = Location("b.yml", 2, 1), Location("a.yml", 10, 2)
    problems = [Sample(at=later, found="乙"), Sample(at=earlier, found="甲"), Sample(at=later, found="乙")]
    assert [(str(p.at), p.message) for p in in_order(problems)] == [
        ("a.yml:10:2", "这里是甲。"),
        ("b.yml:2:1", "这里是乙。"),
    ]


def test_a_message_is_one_line_whatever_it_quotes() -> None:
    """A quoted value with line ends cannot break a report, nor pretend to be another problem."""
    kind = next(kind for kind in KINDS if kind.code == "I107")
    problem = kind(at=Location("a.yml"), found="甲\n  乙\nb.yml:1:1: 错误", other="c.yml")  # type: ignore[call-arg]
    assert problem.message == "名称“甲 乙 b.yml:1:1: 错误”与同一地区的 c.yml 几乎一样。"


def test_a_level_has_a_word_for_staff() -> None:
    """Reports say 错误 and 建议, never the English names."""
    assert [level.word for level in Level] == ["错误", "建议"]


def test_codes_are_never_given_away(golden: Golden) -> None:
    """A code stays with its kind for ever: this list changes only by growing."""
    lines = sorted(f"{kind.code} {kind.__name__} {kind.level.word}" for kind in KINDS)
    golden("codes.txt", "\n".join(lines) + "\n")
