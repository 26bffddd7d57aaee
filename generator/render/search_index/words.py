"""What a search compares: the runs of a text in plain form; so does assets/finder.js."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

STOPS = re.compile("[。！？；：，、]")
GAP = "|"
"""Parts runs that are written one after the other; no run holds it."""


class _Plain(dict[int, str]):
    """What is left of a character: a letter, mark or digit in lower case, else nothing."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        left = self[code] = sign.lower() if unicodedata.category(sign)[0] in "LMN" else ""
        return left


_PLAIN = _Plain()


@lru_cache(maxsize=1 << 18)
def plain(text: str) -> str:
    """The text as NFKC, in lower case, without blanks and marks."""
    return unicodedata.normalize("NFKC", text).translate(_PLAIN)


def runs_of(text: str) -> list[str]:
    """What stands between two stops of a text, in plain form, without what is empty."""
    return [run for part in STOPS.split(text) if (run := plain(part))]
