"""Runs of digits in a text, however they are written: １, ①, 一, 壹, 幺, with gaps, escaped, unseen signs.

What the numbers mean is for `identity` and `private_numbers` to say.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise

# Whatever stands for a digit, and for the X of a check character.
HAN = {
    **dict(zip("〇一二三四五六七八九", "0123456789", strict=True)),
    **dict(zip("零壹贰叁肆伍陆柒捌玖", "0123456789", strict=True)),
    **dict(zip("○幺两貳參陸", "012236", strict=True)),
}
_LETTER = dict.fromkeys("xｘＸⅹⅩ", "X")
_POINTS = chain(range(0x80, 0x10000), range(0x1D7CE, 0x1D800))
_OTHER = {sign: str(unicodedata.digit(sign)) for sign in map(chr, _POINTS) if sign.isdigit()}
_PLAIN = str.maketrans(_OTHER | HAN | _LETTER)
# \d is all of Unicode's decimal digits; a set with signs beyond U+FFFF would be slow.
_D = r"\d" + "".join(sign for sign in _OTHER | HAN if sign <= "\uffff")
_X = "X" + "".join(_LETTER)
# Between two digits: at most two blanks, dots, dashes, strokes or ends of a line (with the blanks
# that begin the next), and any number of invisible signs.
_UNSEEN = r"[\0\u00ad\u200b-\u200f\u2060-\u2064\ufeff]*+"
_SEEN = r"[ \t\u00a0\u2002-\u200a\u202f\u3000·.\-‐-―－_/／'*]|\r?\n[ \t\u3000]*+"
_GAP = rf"{_UNSEEN}(?:(?:{_SEEN}){_UNSEEN}){{0,2}}+"
_INVISIBLE = re.compile(_UNSEEN)
_DIGIT = re.compile(r"[\dX]", re.ASCII)
# A character written by its number, in quotes of YAML or in HTML.
_ESCAPE = re.compile(r"\\x([0-9A-Fa-f]{2})|\\u([0-9A-Fa-f]{4})|&#[xX]([0-9A-Fa-f]{1,6});?|&#(\d{1,7});?")

SHORTEST = 11
"""Digits of the shortest number that anybody looks for."""
_RUN = re.compile(rf"[{_D}](?:{_GAP}[{_D}]){{{SHORTEST - 2}}}(?:{_GAP}[{_D}{_X}])++")
EDGE = "|"
"""The gap before the first digit of a run and behind the last."""


@dataclass(frozen=True)
class Run:
    """Digits that follow one another: plain, and the place of each in the text."""

    text: str
    digits: str
    places: list[int]

    def gap(self, position: int) -> str:
        """What can be seen before a digit; `EDGE` before the first and behind the last.

        An end of a line is one, whatever blanks are with it.
        """
        if position in (0, len(self.places)):
            return EDGE
        return self._gap_between(self.places[position - 1], self.places[position])

    @cached_property
    def gaps(self) -> list[str]:
        """The gap before each digit, and behind the last."""
        return [EDGE, *(self._gap_between(a, b) for a, b in pairwise(self.places)), EDGE]

    def _gap_between(self, before: int, here: int) -> str:
        if here - before == 1:
            return ""
        gap = self.text[before + 1 : here]
        return "\n" if "\n" in gap else _INVISIBLE.sub("", gap)

    @cached_property
    def scripts(self) -> list[str]:
        """The script each digit is written in."""
        return [_script(self.text[place]) for place in self.places]

    def is_edge(self, position: int) -> bool:
        """Whether a gap or another script stands before a digit: 张三138… is a name and a number."""
        if position in (0, len(self.places)) or self.scripts[position - 1] != self.scripts[position]:
            return True
        return bool(self.gap(position))

    def end(self, position: int) -> int:
        """The place behind the last of the digits before `position`, and behind what is unseen there."""
        behind = _INVISIBLE.match(self.text, self.places[position - 1] + 1)
        return behind.end() if behind else self.places[position - 1] + 1


_TENS = {"十": 10, "百": 100, "千": 1000}


def arabic(numeral: str) -> str:
    """一百二十 → 120; 二〇二六 → 2026. Of nothing but digits in Chinese, tens, hundreds and thousands."""
    if not any(sign in _TENS for sign in numeral):
        return "".join(HAN.get(sign, "2") for sign in numeral)
    total, digit = 0, 0
    for sign in numeral:
        if sign in _TENS:
            total, digit = total + (digit or 1) * _TENS[sign], 0
        else:
            digit = int(HAN.get(sign, "2"))
    return str(total + digit)


def _script(sign: str) -> str:
    return "X" if sign in _X else "Han" if sign in HAN else "ASCII" if sign < "\x80" else "other"


def runs(text: str) -> Iterator[Run]:
    """Every run of at least `SHORTEST` digits; its places are those of the text as it was given."""
    if "\\" in text or "&#" in text:
        text = _ESCAPE.sub(_unescaped, text)
    for found in _RUN.finditer(text):
        plain = found[0].translate(_PLAIN)
        places = [found.start() + place.start() for place in _DIGIT.finditer(plain)]
        yield Run(text, "".join(_DIGIT.findall(plain)), places)


def _unescaped(escape: re.Match[str]) -> str:
    """The character, filled up with invisible ones so that all offsets stay."""
    code = int(escape[4]) if escape[4] else int(escape[1] or escape[2] or escape[3], 16)
    return (chr(code) if code < 0x110000 else "?").ljust(len(escape[0]), "\u200b")  # noqa: PLR2004
