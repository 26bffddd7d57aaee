"""Resident identity numbers and 残疾人证号: found however they are written.

GB 11643-1999: 17 digits and a check character, weights 2^(18-i) mod 11. A 残疾人证号 is that number
with a category 1-7 and a grade 1-4 behind it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.digits import Run, runs

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK = "10X98765432"
LENGTH = 18

# Province (9 and a province for foreigners), a birth date from 1800 on, three digits and the check
# character, wherever they begin.
_PROVINCE = "1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[1-8]"
_BORN = r"(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_FORM = re.compile(rf"(?=((?:{_PROVINCE})\d{{4}}{_BORN}\d{{3}}[\dX]))", re.ASCII)
_CARD_END = re.compile(r"[1-7][1-4]")


def is_resident_number(digits: str) -> bool:
    """Whether 18 characters are a resident identity number: real birth date, right check digit."""
    if not (len(digits) == LENGTH and _FORM.match(digits)):
        return False
    try:
        datetime.date(int(digits[6:10]), int(digits[10:12]), int(digits[12:14]))
    except ValueError:
        return False
    total = sum(int(d) * w for d, w in zip(digits[:17], WEIGHTS, strict=True))
    return CHECK[total % 11] == digits[17]


@dataclass(frozen=True, slots=True)
class Found:
    """A number in a text: from where to where, and its 18 digits, or 20 with category and grade."""

    start: int
    end: int
    digits: str

    @property
    def is_card(self) -> bool:
        """Whether it is a 残疾人证号."""
        return len(self.digits) > LENGTH


def find_numbers(text: str) -> Iterator[Found]:
    """Every number in `text`."""
    for run in runs(text):
        yield from numbers_in(run)


def numbers_in(run: Run) -> Iterator[Found]:
    """Every number in a run of digits."""
    free = 0
    for found in _FORM.finditer(run.digits):
        start, number = found.start(), found[1]
        if start >= free and is_resident_number(number) and _reads_as_one(run, start):
            free = start + LENGTH
            card = _CARD_END.match(run.digits, free)
            end = card.end() if card else free
            yield Found(run.places[start], run.end(end), run.digits[start:end])


def _reads_as_one(run: Run, start: int) -> bool:
    """Whether 18 digits that have gaps belong together, and are not parts of phones or dates in a row.

    They begin and end where groups do, and the gaps are all alike or set off the birth date.
    """
    end = start + LENGTH
    if run.places[end - 1] - run.places[start] == LENGTH - 1:
        return True
    gaps = [run.gap(position) for position in range(start, end)]
    kinds = {sign for sign in gaps[1:] if sign}
    ends = run.is_edge(end) or run.is_edge(min(end + 2, len(run.places)))
    alike = len(kinds) == 1 or (gaps[6] and gaps[14])
    return not kinds or bool(run.is_edge(start) and ends and alike)
