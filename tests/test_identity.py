"""Identity numbers are found however they are written, and hardly anything else is taken for one.

The numbers are made while the test runs: none is committed, not even one of nobody.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable

import pytest

from generator.checks.credit_codes import ALPHABET, check_character
from generator.identity import CHECK, WEIGHTS, find_numbers, is_resident_number
from generator.private_numbers import masked
from generator.yamltext.limits import MOST_BYTES
from tests.growth import grows_as_its_input

HOW_MANY = 2000
PLACES = ("510104", "510722", "513401", "511502", "110105", "440306", "810000", "830000", "951156")
ASCII = "0123456789X"


def _number(rng: random.Random) -> str:
    born = datetime.date(1910, 1, 1) + datetime.timedelta(days=rng.randrange(42000))
    first = f"{rng.choice(PLACES)}{born:%Y%m%d}{rng.randrange(1000):03}"
    return first + CHECK[sum(int(d) * w for d, w in zip(first, WEIGHTS, strict=True)) % 11]


def _spelled(signs: str) -> Callable[[str], str]:
    return lambda number: number.translate(str.maketrans(ASCII, signs))


def _in_groups(sign: str) -> Callable[[str], str]:
    return lambda number: f"{number[:6]}{sign}{number[6:14]}{sign}{number[14:]}"


SPELLINGS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "small x": str.lower,
    "full width": _spelled("０１２３４５６７８９Ｘ"),
    "circled": _spelled("⓪①②③④⑤⑥⑦⑧⑨X"),
    "Chinese": _spelled("〇一二三四五六七八九X"),
    "Chinese with 零": _spelled("零一二三四五六七八九Ｘ"),
    "capital Chinese": _spelled("零壹贰叁肆伍陆柒捌玖X"),
    "spoken": _spelled("零幺二三四五六七八九X"),
    "Arabic-Indic": _spelled("٠١٢٣٤٥٦٧٨٩X"),
    "groups with blanks": _in_groups(" "),
    "groups with hyphens": _in_groups("-"),
    "groups with full-width blanks": _in_groups("\u3000"),
    "groups with a dash and blanks": _in_groups(" -"),
    "groups with dots": _in_groups("·"),
    "groups with full-width hyphens": _in_groups("－"),
    "every digit apart": " ".join,
    "every digit hyphenated": "-".join,
    "four by four": lambda number: " ".join(number[i : i + 4] for i in range(0, 18, 4)),
    "zero-width between": "\u200b".join,
    "card": lambda number: number + "43",
    "card, apart": lambda number: f"{number} 4 3",
    "escaped for YAML": lambda number: "".join(f"\\x{ord(c):02x}" for c in number),
    "escaped for HTML": lambda number: "".join(f"&#{ord(c)};" for c in number),
}
SURROUNDINGS = (
    "{}",
    "name: 张某{}，男",
    "# 注释 {}",
    "{}: 1",
    "- [链接](https://www.example.org/{}.html)",
    "电话 028-00000000 证号{}",
    "2026-11-23，{}。2026-11-24",
    "<b>{}</b>",
    "号码{}和{}",
    "a{}b",
)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_no_spelling_hides_a_number(spelling: str) -> None:
    """Of 2,000 numbers in each spelling, in ten surroundings, none is missed."""
    rng = random.Random(spelling)  # noqa: S311 - a seed makes the test repeatable
    missed = 0
    for position in range(HOW_MANY):
        number = _number(rng)
        written = SPELLINGS[spelling](number)
        text = SURROUNDINGS[position % len(SURROUNDINGS)].replace("{}", written)
        missed += number not in {found.digits[:18] for found in find_numbers(text)}
    assert missed == 0


def test_a_card_number_is_told_from_a_resident_number() -> None:
    """Category 1 to 7 and grade 1 to 4 behind the number make it a 残疾人证号."""
    number = _number(random.Random(1))  # noqa: S311
    assert [found.is_card for found in find_numbers(f"{number}74 {number}81 {number}")] == [True, False, False]


def test_numbers_side_by_side_are_all_found() -> None:
    """A list of numbers with blanks, or with nothing, between them does not hide any of them."""
    rng = random.Random(2)  # noqa: S311
    numbers = [_number(rng) for _ in range(200)]
    for gap in ("", " ", ", ", "\n"):
        assert [found.digits[:18] for found in find_numbers(gap.join(numbers))] == numbers


def test_a_masked_text_holds_no_number() -> None:
    """What a report repeats keeps three digits and the last character, enough to find it again."""
    rng = random.Random(3)  # noqa: S311
    for spelling in SPELLINGS.values():
        number = _number(rng)
        text = masked(f"甲{spelling(number)}乙")
        assert list(find_numbers(text)) == []
        assert text.startswith(f"甲{number[:3]}…")
        assert text.endswith("乙")
    assert masked("没有号码 2026-11-23") == "没有号码 2026-11-23"


def _credit_code(rng: random.Random, signs: str) -> str:
    first = f"{rng.choice(['91', '52', '12', '92'])}51{rng.randrange(10000):04}"
    first += "".join(rng.choice(signs) for _ in range(9))
    return first + check_character(first)


LOOKALIKES: dict[str, Callable[[random.Random], str]] = {
    "landline": lambda rng: f"0{rng.randrange(10, 1000)}-{rng.randrange(10**7, 10**8)}",
    "landlines in a row": lambda rng: " ".join(f"0{rng.randrange(800, 840)}-{rng.randrange(10**6, 10**7)}" for _ in range(2)),
    "mobile": lambda rng: f"1{rng.randrange(3 * 10**9, 10**10)}",
    "credit code": lambda rng: _credit_code(rng, ALPHABET),
    "credit code of digits": lambda rng: _credit_code(rng, "0123456789"),
    "document number": lambda rng: f"川残办〔{rng.randrange(1990, 2030)}〕{rng.randrange(1, 400)}号",
    "period": lambda rng: f"{_day(rng)}—{_day(rng)}",
    "dates in a list": lambda rng: "\n".join(f"- {_day(rng)}" for _ in range(4)),
    "dates in words": lambda rng: f"{_day(rng)} 到 {_day(rng)}",
    "times": lambda rng: f"{_day(rng)} {rng.randrange(24):02}:{rng.randrange(60):02}",
    "occupation": lambda rng: f"{rng.randrange(1, 9)}-{rng.randrange(100):02}-{rng.randrange(100):02}-{rng.randrange(100):02}",
    "region and occupation": lambda rng: f"51{rng.randrange(10000):04} {rng.randrange(1, 9)}-{rng.randrange(100):02}-{rng.randrange(100):02}-{rng.randrange(100):02}",
    "article address": lambda rng: f"https://www.example.org/art/{_day(rng).replace('-', '/')}/art_{rng.randrange(10**4, 10**5)}_{rng.randrange(10**6, 10**7)}.html",
    "year in Chinese": lambda rng: "".join("〇一二三四五六七八九"[int(d)] for d in str(rng.randrange(1949, 2030))) + "年",
}


def _day(rng: random.Random) -> str:
    return str(datetime.date(1990, 1, 1) + datetime.timedelta(days=rng.randrange(15000)))


@pytest.mark.parametrize("kind", LOOKALIKES)
def test_other_numbers_are_left_alone(kind: str) -> None:
    """Of 10,000 phones, codes, document numbers or dates at most one is taken for a number."""
    rng = random.Random(kind)  # noqa: S311
    assert sum(any(find_numbers(LOOKALIKES[kind](rng))) for _ in range(10_000)) <= 1


@pytest.mark.parametrize(
    "wrong",
    [
        lambda n: n[:17] + ("0" if n[17] != "0" else "1"),
        lambda n: n[:6] + "20230229" + n[14:],
        lambda n: "00" + n[2:],
        lambda n: n[:17],
        lambda n: n[:6] + "1500" + n[10:],
    ],
    ids=["check digit", "no such day", "no such province", "17 digits", "born too early"],
)
def test_what_no_office_can_have_issued_is_no_number(wrong: Callable[[str], str]) -> None:
    """A wrong check digit, birth date or province makes it some other number."""
    number = _number(random.Random(4))  # noqa: S311
    assert is_resident_number(number)
    assert not is_resident_number(wrong(number))


@pytest.mark.parametrize(
    "unit", ["1", "12345678901234567", "1 ", "1--", "1\u200b", "19900101", "17 1", "&#49;", "\\u0031", "X", "一"]
)
def test_no_text_slows_the_search(unit: str) -> None:
    """To the largest file that is read, made of whatever slows a search, the work grows with the text."""
    assert grows_as_its_input(lambda text: list(find_numbers(text)), lambda size: unit * (size // len(unit.encode())), MOST_BYTES)


def test_thousands_of_numbers_are_found_as_soon() -> None:
    """A file full of true numbers costs as much work a number as a small one."""
    rng = random.Random(5)  # noqa: S311
    numbers = [_number(rng) for _ in range(13_000)]
    assert len(list(find_numbers("\n".join(numbers)))) == len(numbers)
    assert grows_as_its_input(lambda text: list(find_numbers(text)), lambda size: "\n".join(numbers[:size]), len(numbers))
