"""How well our reading agrees with a transcript of the real Orca: a figure from 0 to 1."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

VOICED_MARKS = frozenset({"点", "点号", "斜杠", "等于", "项目符号"})
"""Marks that the voice speaks as words, or not, as the listener has chosen."""

MOST_BREAKS = 3
"""How often the edge of a window may break one phrase."""


def phrases(utterances: Iterable[str]) -> list[str]:
    """The words between marks and spaces, in order: where an utterance ends does not matter."""
    text = unicodedata.normalize("NFKC", "\n".join(utterances)).casefold()
    return [each for each in re.findall(r"[^\W_]+", text) if each not in VOICED_MARKS]


def agreement(ours: Iterable[str], orca: Iterable[str]) -> float:
    """Twice the phrases that both say in the same order, over all phrases of both.

    1.0 when nothing differs (also when both are silent), 0.0 when nothing is shared.
    """
    left = phrases(ours)
    right = list(_rejoined(phrases(orca), frozenset(left)))
    total = len(left) + len(right)
    return 2 * _longest_common(left, right) / total if total else 1.0


def _rejoined(broken: list[str], whole: frozenset[str]) -> Iterator[str]:
    """The phrases of Orca, those put together again that the edge of its window broke."""
    place = 0
    while place < len(broken):
        ends = range(place + MOST_BREAKS + 1, place, -1)
        joined = (("".join(broken[place:end]), end) for end in ends)
        found = next((each for each in joined if each[0] in whole), None)
        phrase, place = found or (broken[place], place + 1)
        yield phrase


def _longest_common(left: list[str], right: list[str]) -> int:
    """The length of the longest common subsequence, a bit for each phrase of `left`."""
    places: dict[str, int] = {}
    for place, phrase in enumerate(left):
        places[phrase] = places.get(phrase, 0) | 1 << place
    everything = (1 << len(left)) - 1
    unmatched = everything
    for phrase in right:
        matched = unmatched & places.get(phrase, 0)
        unmatched = (unmatched + matched) | (unmatched - matched)
        unmatched &= everything
    return len(left) - unmatched.bit_count()
