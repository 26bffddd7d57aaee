"""Records changed at random: nothing crashes, nothing is read wrong, every message has a place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.problem import Level, Problem
from generator.yamltext import Mapping, Node, Scalar, Sequence, read
from tests.growth import no_hang

RECORD = """\
# 示例记录
id: zhubian-jichu
name: 示例·竹编基础班
region: "510184"
summary: 从选竹到收口，学完能独立编一只提篮。
learn: |
  1. 认识竹材，安全使用篾刀。
  2. 起底: 编身、收口。

  学完可以独立完成果盘 #1。
bring:
  - 身份证原件
  - 'it''s 残疾人证'
occupation: {code: 6-09-03-01, edition: "2022"}
open_to: [physical, hearing, speech]
services:
  - code: step_free
    note: "坡道宽1.2米\\n在东门"
  - code: sign_language
    days_ahead: 7  # 天
verified_on: 2026-11-20
next: >-
  可以接订单，
  也可以继续学。
"""
PIECES = st.sampled_from(
    [
        *":-#\"'[]{},|>?&*!%@`\\ \n\t\r\0=~，：、“”；－＃［］｛【",
        *(
            ": ",
            " #",
            "  # ",
            "- ",
            "\n- ",
            "\n  ",
            "\n\n",
            "? ",
            "---\n",
            "...\n",
            "<<: ",
            "|2",
            ">+",
        ),
        *(
            "\\u200b",
            "\\x",
            "\u200b",
            "\u3000",
            "\ufeff",
            "\x85",
            "\u2028",
            "\xa0",
            "е",
            "⼈",
            "𠀋",
        ),
        *(
            "null",
            "&a ",
            "*a",
            "!!str ",
            "{{",
            "http://x",
            "\r\n",
            "\n# 说明\n",
            "'x'",
            '"y"',
            "[z]",
        ),
    ]
)
LINES = RECORD.splitlines(keepends=True)
EXCERPTS = st.tuples(st.integers(0, len(LINES)), st.integers(1, len(LINES))).map(
    lambda cut: "".join(LINES[cut[0] : cut[0] + cut[1]])
)
Change = Callable[[str], str]
PLACES = st.floats(0, 1, exclude_max=True)


def insertion(place: float, piece: str) -> Change:
    """Put a piece somewhere."""
    return lambda text: text[: int(place * len(text))] + piece + text[int(place * len(text)) :]


def deletion(place: float, length: int) -> Change:
    """Take a few characters away."""
    return lambda text: text[: int(place * len(text))] + text[int(place * len(text)) + length :]


CHANGES = st.lists(
    st.builds(insertion, PLACES, PIECES) | st.builds(deletion, PLACES, st.integers(1, 8)),
    min_size=1,
    max_size=4,
)
bounded = settings(
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=1000,
    suppress_health_check=[HealthCheck.too_slow],
)


def check(data: bytes) -> tuple[Mapping | None, list[Problem]]:
    """Read without hanging, with a place inside the file and words for every problem."""
    with no_hang():
        record, problems = read(data, "a.yml")
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    lines = text.removesuffix("\n").split("\n")
    for problem in problems:
        assert 1 <= problem.at.line <= len(lines), problem
        assert 1 <= problem.at.column <= len(lines[problem.at.line - 1]) + 1, problem
        assert problem.message
        assert problem.remedy
        assert "{" not in problem.says.format_map(dict.fromkeys(vars(problem), ""))
    assert record is not None or problems
    return record, problems


def plain(node: Node) -> object:
    """Text, lists and dicts."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.entries.items()}


def loaded(text: str) -> object:
    """The same text through the parser's own loader that keeps all values text."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    return yaml.load(text if text.endswith("\n") else f"{text}\n", yaml.CBaseLoader)  # noqa: S506


def test_the_record_itself_is_read() -> None:
    """What the changes start from has no faults, so that they matter."""
    record, problems = check(RECORD.encode())
    assert problems == []
    assert record is not None
    assert plain(record) == loaded(RECORD)


@bounded
@given(text=EXCERPTS, changes=CHANGES)
def test_an_accepted_text_is_read_as_its_loader_reads_it(text: str, changes: list[Change]) -> None:
    """Changed at random, a record is refused or means the same to PyYAML's plainest loader."""
    for change in changes:
        text = change(text)
    record, problems = check(text.encode())
    if record is not None and all(p.level is Level.SUGGESTION for p in problems):
        assert plain(record) == loaded(text)


@bounded
@given(pieces=st.lists(PIECES | st.sampled_from(["a", "名", "1"]), max_size=30))
def test_no_heap_of_signs_crashes(pieces: list[str]) -> None:
    """Signs without any sense are read or refused, and read rightly where they are accepted."""
    text = "".join(pieces)
    record, problems = check(text.encode())
    if record is not None and all(p.level is Level.SUGGESTION for p in problems):
        assert plain(record) == loaded(text)


@bounded
@given(data=st.binary(max_size=80))
def test_no_bytes_crash(data: bytes) -> None:
    """Bytes that are no text at all are refused with a place."""
    check(data)


@bounded
@given(text=st.text(max_size=60), key=st.booleans())
def test_no_characters_crash(text: str, *, key: bool) -> None:
    """Characters of every kind, as a value or as a whole file, are read or refused."""
    check((f"name: {text}" if key else text).encode())


@pytest.mark.parametrize("encoding", ["gbk", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("line", [n for n in range(len(LINES)) if not LINES[n].isascii()])
def test_every_line_in_another_encoding_is_refused(line: int, encoding: str) -> None:
    """A single Chinese line is enough to see that a file is no UTF-8."""
    record, problems = check(LINES[line].encode(encoding))
    assert record is None
    assert [p.code for p in problems] == ["T003" if encoding.startswith("gb") else "T004"]
