"""统一社会信用代码: the check character of GB 32100."""

from __future__ import annotations

import pytest

from generator.checks.credit_codes import ALPHABET, WEIGHTS, check_character

EXAMPLE = "91350100M000100Y43"
"""The code that GB 32100-2015 itself gives as its example."""


def test_the_example_of_the_standard_is_right() -> None:
    """The last character follows from the other seventeen."""
    assert check_character(EXAMPLE[:17]) == EXAMPLE[17]


@pytest.mark.parametrize("position", range(17))
def test_one_wrong_character_is_noticed(position: int) -> None:
    """Whichever of the seventeen is miscopied, another check character would be due."""
    for sign in ALPHABET.replace(EXAMPLE[position], ""):
        wrong = EXAMPLE[:position] + sign + EXAMPLE[position + 1 : 17]
        assert check_character(wrong) != EXAMPLE[17]


@pytest.mark.parametrize("position", range(16))
def test_two_neighbours_changed_about_are_noticed(position: int) -> None:
    """The commonest slip of copying never passes."""
    one, two = EXAMPLE[position], EXAMPLE[position + 1]
    swapped = EXAMPLE[:position] + two + one + EXAMPLE[position + 2 : 17]
    assert one == two or check_character(swapped) != EXAMPLE[17]


def test_letters_that_look_like_digits_are_not_used() -> None:
    """I, O, S, V and Z are no part of the alphabet, and each weight belongs to one place."""
    assert set("IOSVZ") & set(ALPHABET) == set()
    assert (len(ALPHABET), len(WEIGHTS)) == (31, 17)
