"""Numbers that belong to a person: identity numbers, mobiles, bank cards; found, and masked in messages.

A mobile is 1 and 3 to 9 and nine digits, perhaps behind 86 or 0. A bank card has 16 to 19 digits,
begins as the cards of banks in China do, and ends in the check digit of ISO/IEC 7812 (Luhn).
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from generator.digits import Run, runs
from generator.identity import numbers_in


class Kind(StrEnum):
    """What a number is."""

    RESIDENT = "公民身份号码"
    CARD = "残疾人证号"
    MOBILE = "手机号码"
    BANK_CARD = "银行卡号"


@dataclass(frozen=True, slots=True)
class PrivateNumber:
    """A number in a text: what it is, from where to where, and its digits."""

    kind: Kind
    start: int
    end: int
    digits: str

    @property
    def masked(self) -> str:
        """Enough of it to be found again: 138…9."""
        return f"{self.digits[:3]}…{self.digits[-1]}"


_MOBILE = re.compile(r"(?=((?:(?:00)?86|0)?(1[3-9]\d{9})))", re.ASCII)
# UnionPay; Visa and Mastercard; JCB; the older cards of 中国银行, 工商银行, 农业银行 and 建设银行.
_BANK_CARD = re.compile(r"(?=(?:62|[45]|35|60|955)\d{12})", re.ASCII)
_BEGINNINGS = {
    19: ("62", "436742", "456351", "601382", "603", "9558", "95599"),
    18: ("62",),
    17: ("62",),
    16: ("62", "4", "5", "35"),
}
"""How the cards of each length begin, the longest first."""
_SHAPES = {(3, 4, 4), (3, 8), (7, 4), (3, 3, 5), (3, 5, 3), (3, 4, 2, 2), (3, 2, 2, 2, 2), (1, 10)}
"""How a mobile is written in groups, beside groups that are all alike."""
_MOST_ALIKE = 4
_HEX = re.compile(r"[0-9a-fA-F]*")
_HEX_BEFORE = re.compile(r"[0-9a-fA-F]+\Z")
_CHECKSUM = 32
"""Signs of the shortest checksum, which is MD5."""
_AREA_CODE = re.compile(r"010|02\d|0[3-9]\d{2}")
_SHORTEST_LANDLINE = 7
_LONGEST_NAMELESS = 24
"""Chinese numerals may touch others that are words (张三一三八…), but not in a longer row than this."""


def find_private(text: str) -> Iterator[PrivateNumber]:
    """Every such number in `text`, by place."""
    for run in runs(text):
        yield from _in_run(run)


def masked(text: str) -> str:
    """The text with the middle of every such number left out."""
    pieces, done = [], 0
    for number in find_private(text):
        if number.start >= done:
            pieces += [text[done : number.start], number.masked]
            done = number.end
    return "".join([*pieces, text[done:]])


def _in_run(run: Run) -> Iterator[PrivateNumber]:
    """The numbers of a run; where two overlap, the one of the kind that is rarer by chance."""
    taken: list[PrivateNumber] = []
    groups = Groups(run)
    others = (n for n in (*_bank_cards(groups), *_mobiles(groups)) if not _is_in_checksum(run.text, n))
    for number in (*_identities(run), *others):
        position = bisect(taken, number.start, key=lambda other: other.start)
        beside = taken[max(0, position - 1) : position + 1]
        if all(number.end <= other.start or other.end <= number.start for other in beside):
            taken.insert(position, number)
    yield from taken


def _is_in_checksum(text: str, number: PrivateNumber) -> bool:
    """Whether the digits stand between letters of a checksum such as SHA-256."""
    token = _HEX_BEFORE.search(text[max(0, number.start - _CHECKSUM) : number.start])
    after = _HEX.match(text, number.end, number.end + _CHECKSUM)
    around = (token[0] if token else "") + (after[0] if after else "")
    whole = len(around) + len(number.digits)
    return (
        number.end - number.start == len(number.digits)
        and whole >= _CHECKSUM
        and any(sign.isalpha() for sign in around)
    )


def _identities(run: Run) -> Iterator[PrivateNumber]:
    for found in numbers_in(run):
        kind = Kind.CARD if found.is_card else Kind.RESIDENT
        yield PrivateNumber(kind, found.start, found.end, found.digits)


def _mobiles(groups: Groups) -> Iterator[PrivateNumber]:
    free = 0
    for found in _MOBILE.finditer(groups.run.digits):
        start, end, number = found.start(), found.end(1), found.start(2)
        if start >= free and groups.is_free(start) and groups.is_mobile(number, end, start):
            free = end
            yield groups.number(Kind.MOBILE, number, end)


def _bank_cards(groups: Groups) -> Iterator[PrivateNumber]:
    free, digits = 0, groups.run.digits
    for found in _BANK_CARD.finditer(digits):
        start = found.start()
        if start < free or not groups.is_free(start):
            continue
        for length, beginnings in _BEGINNINGS.items():
            card = digits[start : start + length]
            if (
                len(card) == length
                and card.startswith(beginnings)
                and "X" not in card
                and groups.is_bank_card(start, length)
                and passes_luhn(card)
            ):
                free = start + length
                yield groups.number(Kind.BANK_CARD, start, free)
                break


def passes_luhn(digits: str) -> bool:
    """Whether the last digit is the check digit of the others (ISO/IEC 7812-1, annex B)."""
    doubled = sum(sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (doubled + sum(map(int, digits[-1::-2]))) % 10 == 0


class Groups:
    """The digits of a run as they are written: in groups, with gaps, in one script or another."""

    def __init__(self, run: Run) -> None:
        """Note where groups and scripts begin."""
        self.run = run
        self._gaps = run.gaps
        ends = [i for i, gap in enumerate(self._gaps) if gap]
        self._group_of: list[tuple[int, int]] = []
        for first, last in pairwise(ends):
            self._group_of += [(first, last)] * (last - first)

    def number(self, kind: Kind, start: int, end: int) -> PrivateNumber:
        """The number that these digits are."""
        run = self.run
        return PrivateNumber(kind, run.places[start], run.end(end), run.digits[start:end])

    def is_free(self, position: int) -> bool:
        """Whether a number may begin or end here: no digit of the same script touches it."""
        if self._gaps[position] or self.run.is_edge(position):
            return True
        first, last = self._group_of[position]
        return self.run.scripts[position] == "Han" and last - first <= _LONGEST_NAMELESS

    def is_mobile(self, start: int, end: int, begun: int) -> bool:
        """Whether the groups are those in which a mobile is written; `begun` is where its prefix begins."""
        if not self.is_free(end) or self._is_in_row(begun, end):
            return False
        sizes = self._sizes(start, end)
        return sizes is not None and (len(sizes) == 1 or self._is_usual(start, end, sizes, _SHAPES))

    def is_bank_card(self, start: int, length: int) -> bool:
        """Whether the groups are those in which a card is written."""
        end = start + length
        if not self.is_free(end) or self._is_in_row(start, end):
            return False
        sizes = self._sizes(start, end)
        shapes = {(6, length - 6), (4, 4, 4, 4, length - 16)}
        return sizes is not None and (len(sizes) == 1 or self._is_usual(start, end, sizes, shapes))

    def _is_in_row(self, start: int, end: int) -> bool:
        """Whether it is part of a longer row of single digits."""
        gap = self._gaps[start]
        return bool(gap) and gap == self._gaps[start + 1] == self._gaps[end]

    def _sizes(self, start: int, end: int) -> tuple[int, ...] | None:
        """How many digits each group has; None when the gaps between them are not alike."""
        cuts = [i for i in range(start + 1, end) if self._gaps[i]]
        if len({self._gaps[i] for i in cuts} - {"\n"}) > 1:
            return None
        edges = [start, *cuts, end]
        return tuple(after - before for before, after in pairwise(edges))

    def _is_usual(
        self, start: int, end: int, sizes: tuple[int, ...], shapes: set[tuple[int, ...]]
    ) -> bool:
        if self._is_landline(start, sizes):
            return False
        if len(sizes) == 2 and "\n" in self._gaps[start + 1 : end]:  # noqa: PLR2004 - a line ends in it
            return True
        return sizes in shapes or _are_alike(sizes)

    def _is_landline(self, start: int, sizes: tuple[int, ...]) -> bool:
        """Whether an area code stands before the digits, as before those of a landline."""
        first, last = self._group_of[start - 1] if start else (0, 0)
        if not _AREA_CODE.fullmatch(self.run.digits[first:last]):
            return False
        return sizes[0] >= _SHORTEST_LANDLINE or self._gaps[start] != self._gaps[start + sizes[0]]


def _are_alike(sizes: tuple[int, ...]) -> bool:
    """Groups of the same size, with a shorter rest: 4 4 3."""
    return sizes[0] <= _MOST_ALIKE and len(set(sizes[:-1])) == 1 and sizes[-1] <= sizes[0]
