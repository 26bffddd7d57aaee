"""统一社会信用代码 (GB 32100-2015): 18 characters with a check character."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Entry
from generator.problem import Problem
from generator.records import Institution
from generator.rule import each

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


@dataclass(frozen=True, kw_only=True)
class WrongCreditCode(Problem):
    """统一社会信用代码最后一位是校验码，对不上。

    为什么：说明抄错了某一位，照它查会查到别家，或查不到。
    错的例子：uscc: 91510100MA0000001H
    对的例子：uscc: 91510100MA0000000H
    """

    code = "V108"
    says = "“统一社会信用代码”（uscc）的校验码应是“{expected}”，现在是“{found}”，说明有一位抄错了。"
    mend = "照营业执照或法人证书，把 {whole} 一位一位核对。"
    expected: str
    found: str
    whole: str


def check_character(first_17: str) -> str:
    """The 18th character for the first 17 (all of the alphabet)."""
    total = sum(ALPHABET.index(c) * w for c, w in zip(first_17, WEIGHTS, strict=True))
    return ALPHABET[(31 - total % 31) % 31]


@each(Institution)
def check(catalogue: Catalogue, entry: Entry[Institution]) -> Iterator[Problem]:
    """Codes whose last character does not fit the others."""
    whole = entry.record.uscc
    if whole and check_character(whole[:17]) != whole[17]:
        expected = check_character(whole[:17])
        yield WrongCreditCode(at=entry.at("uscc"), expected=expected, found=whole[17], whole=whole)
