"""Mobiles and bank cards are found however they are written, and hardly anything else is taken for one.

The numbers are made while the test runs: none is committed, not even one of nobody.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable

import pytest

from generator.checks.credit_codes import ALPHABET, check_character
from generator.identity import CHECK, WEIGHTS
from generator.private_numbers import Kind, find_private, masked, passes_luhn
from generator.yamltext.limits import MOST_BYTES
from tests.growth import grows_as_its_input

HOW_MANY = 2000
DIGITS = "0123456789"
BEGINNINGS = ("622202", "621700", "623052", "625588", "62", "4", "5", "35", "955880", "456351", "436742")


def _any(rng: random.Random, count: int) -> str:
    return "".join(rng.choice(DIGITS) for _ in range(count))


def _mobile(rng: random.Random) -> str:
    return f"1{rng.choice('3456789')}{_any(rng, 9)}"


def _bank_card(rng: random.Random) -> str:
    begins = rng.choice(BEGINNINGS)
    length = 19 if begins in BEGINNINGS[-3:] else 16 if len(begins) == 1 or begins == "35" else rng.choice((16, 17, 18, 19))
    first = begins + _any(rng, length - 1 - len(begins))
    return first + next(digit for digit in DIGITS if passes_luhn(first + digit))


def _resident(rng: random.Random) -> str:
    born = datetime.date(1930, 1, 1) + datetime.timedelta(days=rng.randrange(33000))
    first = f"51{rng.randrange(100, 3500):04}{born:%Y%m%d}{_any(rng, 3)}"
    return first + CHECK[sum(int(d) * w for d, w in zip(first, WEIGHTS, strict=True)) % 11]


def _card(rng: random.Random) -> str:
    return f"{_resident(rng)}{rng.choice('1234567')}{rng.choice('1234')}"


NUMBERS: dict[Kind, Callable[[random.Random], str]] = {
    Kind.RESIDENT: _resident,
    Kind.CARD: _card,
    Kind.MOBILE: _mobile,
    Kind.BANK_CARD: _bank_card,
}


def _spelled(signs: str) -> Callable[[str], str]:
    return lambda number: number.translate(str.maketrans(DIGITS, signs))


def _in_groups(sign: str) -> Callable[[str], str]:
    def grouped(number: str) -> str:
        cuts = {11: (3, 7), 18: (6, 14), 20: (6, 14, 18)}.get(len(number), (4, 8, 12, 16))
        if len(number) == 18 and not number.startswith("51"):
            cuts = (4, 8, 12, 16)
        return sign.join(filter(None, (number[a:b] for a, b in zip((0, *cuts), (*cuts, 30), strict=True))))

    return grouped


def _mixed(number: str) -> str:
    """Each digit in a spelling of its own."""
    signs = ("0123456789", "０１２３４５６７８９", "〇一二三四五六七八九", "⓪①②③④⑤⑥⑦⑧⑨")
    return "".join(signs[i % 4][int(d)] if d != "X" else d for i, d in enumerate(number))


SPELLINGS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "full width": _spelled("０１２３４５６７８９"),
    "circled": _spelled("⓪①②③④⑤⑥⑦⑧⑨"),
    "Chinese": _spelled("〇一二三四五六七八九"),
    "capital Chinese": _spelled("零壹贰叁肆伍陆柒捌玖"),
    "spoken": _spelled("零幺二三四五六七八九"),
    "groups with blanks": _in_groups(" "),
    "groups with hyphens": _in_groups("-"),
    "groups with full-width blanks": _in_groups("\u3000"),
    "every digit apart": " ".join,
    "every digit hyphenated": "-".join,
    "zero-width between": "\u200b".join,
    "over the end of a line": lambda number: f"{number[:7]}\n    {number[7:]}",
    "mixed": _mixed,
    "escaped for YAML": lambda number: "".join(f"\\x{ord(c):02x}" for c in number),
    "escaped for HTML": lambda number: "".join(f"&#{ord(c)};" for c in number),
}
SURROUNDINGS = (
    "{}",
    "name: 张三{}，男",
    "# 注释 {}",
    "{}: 1",
    "- [链接](https://www.example.org/{}.html)",
    "电话 028-00000000，另有{}",
    "2026-11-23，{}。2026-11-24",
    "<b>{}</b>",
    "号码{}和{}",
    "a{}b",
    "tel:{}",
)


@pytest.mark.parametrize("kind", NUMBERS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_no_spelling_hides_a_number(kind: Kind, spelling: str) -> None:
    """Of 2,000 numbers of each kind in each spelling, in eleven surroundings, none is missed.

    A card may by chance hold an identity number: then that is what is told, of the same place.
    """
    rng = random.Random(f"{kind}{spelling}")  # noqa: S311 - a seed makes the test repeatable
    missed, otherwise = [], 0
    for position in range(HOW_MANY):
        number = NUMBERS[kind](rng)
        written = SPELLINGS[spelling](number)
        text = SURROUNDINGS[position % len(SURROUNDINGS)].replace("{}", written)
        found = list(find_private(text))
        start = text.index(written)
        if not any(start - 1 <= f.start < start + len(written) for f in found):
            missed.append(text)
        otherwise += (kind, number) not in {(f.kind, f.digits) for f in found}
    assert missed == []
    assert otherwise <= HOW_MANY // 400


@pytest.mark.parametrize("before", ["+86 ", "86", "+86", "0086", "0086 ", "86-", "(86)", "0", "＋８６", "手机："])
def test_a_mobile_is_found_behind_the_code_of_the_country(before: str) -> None:
    """However one dials it, it is the same number."""
    rng = random.Random(before)  # noqa: S311
    for _ in range(200):
        number = _mobile(rng)
        for written in (number, _in_groups(" ")(number), _in_groups("-")(number)):
            assert [found.digits for found in find_private(before + written)] == [number], before + written


def test_numbers_side_by_side_are_all_found() -> None:
    """A list of numbers does not hide any of them, whatever stands between."""
    rng = random.Random(2)  # noqa: S311
    for make in (_mobile, _bank_card):
        numbers = [make(rng) for _ in range(100)]
        for gap in (", ", "、", "\n", " / ", "；"):
            assert [found.digits for found in find_private(gap.join(numbers))] == numbers
    phones = [_mobile(rng) for _ in range(100)]
    assert [found.digits for found in find_private(" ".join(map(_in_groups(" "), phones)))] == phones


def test_a_masked_text_holds_no_number() -> None:
    """What a report repeats keeps three digits and the last one, enough to find it again."""
    rng = random.Random(3)  # noqa: S311
    for make in NUMBERS.values():
        for spelling in SPELLINGS.values():
            number = make(rng)
            text = masked(f"甲{spelling(number)}乙")
            assert list(find_private(text)) == []
            assert text == f"甲{number[:3]}…{number[-1]}乙"
    assert masked("没有号码 2026-11-23") == "没有号码 2026-11-23"


def _day(rng: random.Random) -> str:
    return str(datetime.date(1990, 1, 1) + datetime.timedelta(days=rng.randrange(15000)))


def _landline(rng: random.Random) -> str:
    return f"0{rng.choice(['28', '10', '816', '831', '813'])}-{rng.randrange(10**6, 10**8)}"


def _credit_code(rng: random.Random, signs: str) -> str:
    first = f"{rng.choice(['91', '52', '12', '92'])}51{rng.randrange(10000):04}"
    first += "".join(rng.choice(signs) for _ in range(9))
    return first + check_character(first)


def _occupation(rng: random.Random) -> str:
    return f"{rng.randrange(1, 9)}-{rng.randrange(100):02}-{rng.randrange(100):02}-{rng.randrange(100):02}"


LOOKALIKES: dict[str, Callable[[random.Random], str]] = {
    "landline": _landline,
    "landline with extension": lambda rng: f"{_landline(rng)}-{rng.randrange(1, 9999)}",
    "landlines in a row": lambda rng: " ".join(_landline(rng) for _ in range(3)),
    "landlines on lines": lambda rng: "\n".join(_landline(rng) for _ in range(3)),
    "hotline": lambda rng: f"{rng.choice(['12385', '12333', '12345'])}、{rng.choice('48')}00-{_any(rng, 3)}-{_any(rng, 4)}",
    "credit code": lambda rng: _credit_code(rng, ALPHABET),
    "credit code of digits": lambda rng: _credit_code(rng, DIGITS),
    "document number": lambda rng: f"川残办〔{rng.randrange(1990, 2030)}〕{rng.randrange(1, 400)}号",
    "period": lambda rng: f"{_day(rng)}—{_day(rng)}",
    "period on lines": lambda rng: f"{_day(rng)}\n{_day(rng)}\n{_day(rng)}",
    "dates in a list": lambda rng: "\n".join(f"- {_day(rng)}" for _ in range(4)),
    "times": lambda rng: f"{_day(rng)} {rng.randrange(24):02}:{rng.randrange(60):02}-{rng.randrange(24):02}:{rng.randrange(60):02}",
    "occupation": _occupation,
    "occupations in a row": lambda rng: " ".join(_occupation(rng) for _ in range(4)),
    "region and occupation": lambda rng: f"51{rng.randrange(10000):04} {_occupation(rng)}",
    "regions in a row": lambda rng: " ".join(f"51{rng.randrange(10000):04}" for _ in range(6)),
    "book": lambda rng: f"978-7-{_any(rng, 4)}-{_any(rng, 4)}-{_any(rng, 1)}",
    "standard": lambda rng: f"GB/T {rng.randrange(10000, 50000)}-{rng.randrange(1990, 2027)}",
    "article address": lambda rng: f"https://www.example.org/art/{_day(rng).replace('-', '/')}/art_{rng.randrange(10**4, 10**5)}_{rng.randrange(10**6, 10**7)}.html",
    "amounts": lambda rng: f"{rng.randrange(100, 20000)}-{rng.randrange(100, 200000)}元",
    "years": lambda rng: f"{rng.randrange(1990, 2030)}-{rng.randrange(1990, 2030)}-{rng.randrange(1990, 2030)}",
    "year in Chinese": lambda rng: "".join("〇一二三四五六七八九"[int(d)] for d in str(rng.randrange(1949, 2030))) + "年",
}


@pytest.mark.parametrize("kind", LOOKALIKES)
def test_other_numbers_are_left_alone(kind: str) -> None:
    """Of 10,000 phones, codes, document numbers or dates at most one is taken for a private number."""
    rng = random.Random(kind)  # noqa: S311
    alarms = [text for _ in range(10_000) if any(find_private(text := LOOKALIKES[kind](rng)))]
    assert len(alarms) <= 1, alarms[:5]


@pytest.mark.parametrize(
    "text",
    [
        "12345678901",  # begins with 12
        "1380000000",  # ten digits
        "138000000000",  # twelve
        "6222020000000000001",  # the check digit of Luhn is another
        "7222020000000000000",
        "138,000,000,00",
    ],
)
def test_what_is_no_number_of_a_person_is_left_alone(text: str) -> None:
    """One digit more or less, another beginning or check digit make it some other number."""
    assert list(find_private(text)) == []


@pytest.mark.parametrize(
    "unit",
    ["1", "13", "62", "6", "4", "四", "一三", "4 ", "1 ", "1--", "1\n", "1\u200b", "13800", "4111 ", "17 1", "&#52;", "\\u0034", "X", "４"],
)
def test_no_text_slows_the_search(unit: str) -> None:
    """To the largest file that is read, made of whatever slows a search, the work grows with the text."""
    assert grows_as_its_input(lambda text: list(find_private(text)), lambda size: unit * (size // len(unit.encode())), MOST_BYTES)


def test_a_checksum_holds_no_number() -> None:
    """Eleven digits in a row among the letters of SHA-256 are nobody's phone."""
    number = _mobile(random.Random(6))  # noqa: S311
    assert list(find_private("sha256:" + "a" * 20 + number + "b" * 33)) == []
    assert [found.digits for found in find_private(f"a{number}b")] == [number]
