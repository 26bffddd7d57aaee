"""The agreement with Orca is a figure that means something."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.speech.agreement import agreement, phrases

WORDS = st.lists(
    st.sampled_from(["甲", "乙", "链接", "标题 水平 2", "正在离开列表。"]), max_size=30
)


@pytest.mark.parametrize(
    ("ours", "orca"),
    [
        (["找课程 链接"], ["找课程", "链接"]),
        (["示例·导览，（2026年起）"], ["示例 点号 导览,(2026年起)"]),
        (["courses/aba-jidi.html"], ["courses 斜杠 aba jidi 点 html"]),
        (["2 个项目的列表", "身份证"], ["2 个项目的列表", "项目符号 身份证"]),
        (["可以到景点、展馆做讲解。"], ["可以到景点、展馆", "做讲解。"]),
        (["ＷＣＡＧ"], ["wcag"]),
        ([], []),
    ],
)
def test_the_same_speech_agrees_wholly(ours: list[str], orca: list[str]) -> None:
    """Where an utterance ends, how marks are voiced and where a line breaks do not count."""
    assert agreement(ours, orca) == 1.0


@pytest.mark.parametrize(
    ("ours", "orca", "figure"),
    [
        (["甲 链接"], ["甲 按钮"], 2 / 4),
        (["甲"], ["乙"], 0.0),
        (["甲"], [], 0.0),
        ([], ["甲"], 0.0),
        (["甲", "乙", "丙"], ["甲", "丙"], 4 / 5),
        (["甲", "乙"], ["乙", "甲"], 2 / 4),
        (["甲 链接"], ["可点击对象 甲 链接"], 4 / 5),
        (["标题 水平 2"], ["标题 水平 3"], 4 / 6),
    ],
)
def test_what_differs_counts(ours: list[str], orca: list[str], figure: float) -> None:
    """A missing phrase, one too many, another order: twice the common ones over all."""
    assert agreement(ours, orca) == pytest.approx(figure)


def test_a_broken_phrase_is_joined_only_to_one_of_ours() -> None:
    """Phrases of Orca that we do not say stay as they are."""
    assert agreement(["甲乙丙"], ["甲", "乙", "丙"]) == 1.0
    assert agreement(["甲乙"], ["甲", "乙", "丙"]) == pytest.approx(2 / 3)
    assert agreement(["甲", "乙"], ["甲", "乙"]) == 1.0


def test_a_transcript_may_stop_on_its_way() -> None:
    """What we say after the place where Orca was stopped counts only if the whole is compared."""
    ours = ["甲 链接", "乙 链接", "丙", "丁", "戊"]
    assert agreement(ours, ["甲 链接", "乙 链接"], whole=False) == 1.0
    assert agreement(ours, ["甲 链接", "乙 链接"]) == pytest.approx(8 / 11)
    assert agreement(ours, ["甲 链接", "己 链接"], whole=False) == pytest.approx(6 / 8)
    assert agreement(ours, ["己"], whole=False) == 0.0


def test_marks_and_spaces_divide_phrases() -> None:
    """Words stand between them."""
    assert phrases(["示例·甲，乙 3个", "（丙）"]) == ["示例", "甲", "乙", "3个", "丙"]


@settings(deadline=None)  # a busy machine is no fault
@given(WORDS, WORDS)
def test_it_is_a_share_and_the_same_both_ways(ours: list[str], orca: list[str]) -> None:
    """Between 0 and 1; 1 for equals; which one is ours matters only where a line is broken."""
    figure = agreement(ours, orca)
    assert 0.0 <= figure <= 1.0
    assert figure == pytest.approx(agreement(orca, ours))
    assert agreement(ours, ours) == 1.0
    assert agreement(ours, orca, whole=False) >= figure


@settings(deadline=None)  # a busy machine is no fault
@given(WORDS, st.integers(0, 29))
def test_leaving_a_line_out_lowers_it(ours: list[str], place: int) -> None:
    """No phrase is for free."""
    if ours:
        del (rest := list(ours))[place % len(ours)]
        assert agreement(rest, ours) < 1.0
