"""Resident identity numbers and 残疾人证号: found however they are written, and masked in messages.

GB 11643-1999: 17 digits and a check character, weights 2^(18-i) mod 11. A 残疾人证号 is that number
with a category 1-7 and a grade 1-4 behind it.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK = "10X98765432"
LENGTH = 18

# Whatever stands for a digit: １, ①, 一, 壹, 幺, and the X of the check character.
_CHINESE = {
    **dict(zip("〇一二三四五六七八九", "0123456789", strict=True)),
    **dict(zip("零壹贰叁肆伍陆柒捌玖", "0123456789", strict=True)),
    **dict(zip("○幺两貳參陸", "012236", strict=True)),
    **dict.fromkeys("xｘＸⅹⅩ", "X"),
}
_OTHER_DIGITS = {
    chr(point): str(unicodedata.digit(chr(point)))
    for point in (*range(0x80, 0x10000), *range(0x1D7CE, 0x1D800))
    if unicodedata.digit(chr(point), None) is not None
}
_PLAIN = str.maketrans(_OTHER_DIGITS | _CHINESE)
# \d is all of Unicode's decimal digits; a set with signs beyond U+FFFF would be slow.
_D = r"\d" + "".join(sign for sign in (_OTHER_DIGITS | _CHINESE) if sign <= "\uffff")
# Between two digits: at most two blanks, dots, dashes or strokes, and any number of invisible signs.
_UNSEEN = r"[\0\u00ad\u200b-\u200f\u2060-\u2064\ufeff]*+"
_GAP = rf"{_UNSEEN}(?:[ \t\u00a0\u2002-\u200a\u202f\u3000·.\-‐-―－_/／'*]{_UNSEEN}){{0,2}}+"
_INVISIBLE = re.compile(_UNSEEN)
_RUN = re.compile(rf"[{_D}](?:{_GAP}[{_D}]){{16}}(?:{_GAP}[{_D}X])++")
_DIGIT = re.compile(r"[\dX]", re.ASCII)
# Province (9 and a province for foreigners), a birth date from 1800 on, three digits and the check
# character, wherever they begin.
_PROVINCE = "1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[1-8]"
_BORN = r"(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_FORM = re.compile(rf"(?=((?:{_PROVINCE})\d{{4}}{_BORN}\d{{3}}[\dX]))", re.ASCII)
_CARD_END = re.compile(r"[1-7][1-4]")
# A character written by its number, in quotes of YAML or in HTML.
_ESCAPE = re.compile(r"\\x([0-9A-Fa-f]{2})|\\u([0-9A-Fa-f]{4})|&#[xX]([0-9A-Fa-f]{1,6});?|&#(\d{1,7});?")


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

    @property
    def masked(self) -> str:
        """Enough of it to be found again: 510…9."""
        return f"{self.digits[:3]}…{self.digits[-1]}"


def find_numbers(text: str) -> Iterator[Found]:
    """Every number in `text`."""
    if "\\" in text or "&#" in text:
        text = _ESCAPE.sub(_unescaped, text)
    for run in _RUN.finditer(text):
        plain = run[0].translate(_PLAIN)
        places = [run.start() + place.start() for place in _DIGIT.finditer(plain)]
        digits = "".join(_DIGIT.findall(plain))
        free = 0
        for found in _FORM.finditer(digits):
            start, number = found.start(), found[1]
            if start >= free and is_resident_number(number) and _reads_as_one(text, places, start):
                free = start + LENGTH
                card = _CARD_END.match(digits, free)
                end = card.end() if card else free
                yield Found(places[start], places[end - 1] + 1, digits[start:end])


def _reads_as_one(text: str, places: list[int], start: int) -> bool:
    """Whether 18 digits that have gaps belong together, and are not parts of phones or dates in a row.

    They begin and end where groups do, and the gaps are all alike or set off the birth date.
    """
    end = start + LENGTH
    if places[end - 1] - places[start] == LENGTH - 1:
        return True
    gaps = [_gap(text, places, position) for position in range(start, end + 1)]
    kinds = {sign for sign in gaps[1:LENGTH] if sign}
    ends = gaps[LENGTH] or _gap(text, places, min(end + 2, len(places)))
    alike = len(kinds) == 1 or (gaps[6] and gaps[14])
    return not kinds or bool(gaps[0] and ends and alike)


def _gap(text: str, places: list[int], position: int) -> str:
    """What can be seen before a digit; something before the first and behind the last."""
    if position in (0, len(places)):
        return "|"
    return _INVISIBLE.sub("", text[places[position - 1] + 1 : places[position]])


def masked(text: str) -> str:
    """The text with the middle of every number left out."""
    pieces, done = [], 0
    for number in find_numbers(text):
        if number.start >= done:
            pieces += [text[done : number.start], number.masked]
            done = number.end
    return "".join([*pieces, text[done:]])


def _unescaped(escape: re.Match[str]) -> str:
    """The character, filled up with invisible ones so that all offsets stay."""
    code = int(escape[4]) if escape[4] else int(escape[1] or escape[2] or escape[3], 16)
    return (chr(code) if code < 0x110000 else "?").ljust(len(escape[0]), "\u200b")  # noqa: PLR2004
