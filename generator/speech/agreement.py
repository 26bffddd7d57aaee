"""How well our reading agrees with a transcript of the real Orca: a figure from 0 to 1."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import accumulate

VOICED_MARKS = frozenset({"点", "点号", "斜杠", "等于", "项目符号"})
"""Marks that the voice speaks as words, or not, as the listener has chosen."""

MOST_BREAKS = 3
"""How often the edge of a window may break one phrase."""


def phrases(utterances: Iterable[str]) -> list[str]:
    """The words between marks and spaces, in order: where an utterance ends does not matter."""
    text = unicodedata.normalize("NFKC", "\n".join(utterances)).casefold()
    return [each for each in re.findall(r"[^\W_]+", text) if each not in VOICED_MARKS]


def agreement(ours: Iterable[str], orca: Iterable[str], *, whole: bool = True) -> float:
    """Twice the phrases that both say in the same order, over all phrases of both.

    1.0 when nothing differs (also when both are silent), 0.0 when nothing is shared. With
    `whole=False` Orca was stopped on its way, and what we say after that place does not count.
    """
    left = phrases(ours)
    right = list(_rejoined(phrases(orca), frozenset(left)))
    if not left or not right:
        return float(left == right)
    shared = list(accumulate(_shared(left, right)))
    first = len(left) if whole else 1
    return max(2 * shared[end - 1] / (end + len(right)) for end in range(first, len(left) + 1))


def _rejoined(broken: list[str], whole: frozenset[str]) -> Iterator[str]:
    """The phrases of Orca, those put together again that the edge of its window broke."""
    place = 0
    while place < len(broken):
        ends = range(place + MOST_BREAKS + 1, place, -1)
        joined = (("".join(broken[place:end]), end) for end in ends)
        found = next((each for each in joined if each[0] in whole), None)
        phrase, place = found or (broken[place], place + 1)
        yield phrase


def _shared(left: list[str], right: list[str]) -> list[bool]:
    """Which phrases of `left` lengthen the longest subsequence that its beginning shares with `right`.

    A bit stands for each phrase of `left`; the sum up to a place is the length up to there.
    """
    places: dict[str, int] = {}
    for place, phrase in enumerate(left):
        places[phrase] = places.get(phrase, 0) | 1 << place
    unmatched = everything = (1 << len(left)) - 1
    for phrase in right:
        matched = unmatched & places.get(phrase, 0)
        unmatched = ((unmatched + matched) | (unmatched - matched)) & everything
    return [not unmatched >> place & 1 for place in range(len(left))]
