"""Dates, money and periods in the words that a page says and a screen reader speaks."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages import wording
from generator.records.course import AgeRange

FIRST, LAST = datetime.date(2026, 1, 5), datetime.date(2026, 12, 31)
DASHES = set("-–—～~")


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (FIRST, LAST, "2026年1月5日到2026年12月31日"),
        (FIRST, None, "2026年1月5日起"),
        (None, LAST, "到2026年12月31日"),
        (None, None, ""),
    ],
)
def test_a_period_says_from_and_to(
    start: datetime.date | None, end: datetime.date | None, said: str
) -> None:
    """A period is said with 到 or 起, an unknown one not at all."""
    assert wording.period(start, end) == said


@given(st.dates(), st.dates())
def test_dates_have_no_dash_and_no_leading_zero(one: datetime.date, other: datetime.date) -> None:
    """Screen readers skip dashes and read 05 as 零五, so neither is ever written."""
    said = wording.period(one, other)
    assert not DASHES & set(said)
    assert "年0" not in said
    assert "月0" not in said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("1800", "1800元"),
        ("1800.00", "1800元"),
        ("62.50", "62.5元"),
        ("0", "0元"),
        ("0.00", "0元"),
        ("0.05", "0.05元"),
        ("100", "100元"),
        ("1E+3", "1000元"),
    ],
)
def test_money_is_said_plainly(value: str, said: str) -> None:
    """Money has no separators, no trailing zeros and no exponent."""
    assert wording.yuan(Decimal(value)) == said


@pytest.mark.parametrize(
    ("least", "most", "said"),
    [(16, 60, "16周岁到60周岁"), (16, None, "满16周岁"), (None, 60, "不超过60周岁")],
)
def test_an_age_limit_says_which_side_it_limits(
    least: int | None, most: int | None, said: str
) -> None:
    """A limit on one side only is not said as a range."""
    assert wording.age(AgeRange(min=least, max=most, source="课程自身要求")) == said


@given(st.text(), st.integers(3, 40))
def test_a_shortened_text_is_never_longer_than_asked(text: str, length: int) -> None:
    """A text is cut to the length, on one line, and a cut one ends in an ellipsis."""
    said = wording.shortened(text, length)
    assert len(said) <= length
    assert "\n" not in said
    assert said == " ".join(text.split()) or said.endswith("……")
