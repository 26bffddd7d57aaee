"""The files of the index: where columns are cut, how files are named, the lists that name them.

Cuts depend on what stands near them only, so that a change of one page changes few files.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy
from numpy.typing import NDArray

from generator.render.search_index.entries import Entries
from generator.render.search_index.places import Numbers, Places, Row, as_scripts_compare, starts_of
from generator.render.search_index.tree import LONGEST
from generator.render.search_index.words import GAP

LEAST, MUCH, MOST_DOUBLED = 5_500, 1 << 16, 4
"""Characters of a file at least, when one slice of signs has so many; twice with MUCH places, again with twice as many."""
CHINESE, WEIGHT = 20_992, 7
"""The code points of most signs, and the characters that a place takes in the files."""
CHANCE, MIXING = 4, 2_654_435_761
"""One entry in so many may begin a file; a factor that mixes the bits of its key (2 ** 32 by the golden ratio)."""
MOST_SAME = 4
"""Signs that it may have in common with the one before: the list holds one sign more of it."""
MOST_WORDS, MOST_LISTED = 320, 1024
"""Files that a list names: the list of files of words comes with the search page, which must stay light."""
DIGEST = 12
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"

Key: TypeAlias = "str | int"
Listed: TypeAlias = "tuple[Key, str]"
"""The first key of a file, and what its name has of its content."""
Columns: TypeAlias = "tuple[str | list[int], str]"
"""The first keys: words with a GAP between two, or steps from number to number; the names, one after the other."""
to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def digest_of(text: str) -> str:
    """What the name of a file has of its content."""
    return hashlib.sha256(text.encode()).hexdigest()[:DIGEST]


@dataclass(frozen=True)
class Shape:
    """How files are cut: a slice has 2 ** `width` code points side by side, a file `least` characters."""

    width: int
    least: int

    @staticmethod
    def of(places: int) -> Shape:
        """With so many places: most slices fill a file or two, and one list names the files of a large site."""
        least = LEAST << min(MOST_DOUBLED, (places // MUCH).bit_length())
        return Shape(max(0, (CHINESE * least // (places * WEIGHT + least)).bit_length() - 1), least)


def slices_of(codes: Numbers, width: int) -> Numbers:
    """The slice of each sign."""
    return as_scripts_compare(codes) >> width


def word_files(row: Places, entries: Entries, shape: Shape) -> Iterator[tuple[int, str, str]]:
    """The slice, the first key and the text of each file of entries."""
    keys, counts = entries.keys, entries.counts
    same = _same(keys)
    leaves = starts_of(counts)
    sizes = 4 * numpy.diff(keys.starts) - 3 * same + 4 * numpy.diff(entries.numbers.starts)
    sizes += 3 * numpy.diff(entries.tails.starts[leaves])
    slices = slices_of(row.alphabet[keys.flat[keys.starts[:-1]]], shape.width)
    cuts = _cuts(sizes, slices, _may_begin(row, keys) & (same <= MOST_SAME), shape.least)
    firsts = [_first(row, keys, int(same[cut]), cut) for cut in cuts[:-1].tolist()]
    same[cuts[:-1]] = 0
    rest = _without(keys, same)
    texts, tails = row.text(rest.flat), row.text(entries.tails.flat)
    lengths = "".join(map(DIGITS.__getitem__, same.tolist()))
    for number, first in enumerate(firsts):
        begin, end = int(cuts[number]), int(cuts[number + 1])
        columns = {
            "same": lengths[begin:end],
            "keys": texts[rest.starts[begin] : rest.starts[end] - 1],
            "counts": counts[begin:end].tolist(),
            "tails": tails[entries.tails.starts[leaves[begin]] : entries.tails.starts[leaves[end]]],
            "numbers": _numbers(entries.numbers, begin, end),
        }
        yield int(slices[begin]), first, to_json(columns)


def _numbers(numbers: Row, begin: int, end: int) -> list[int]:
    held: list[int] = numbers.flat[numbers.starts[begin] : numbers.starts[end]].tolist()
    return held


def _same(keys: Row) -> Numbers:
    """How many signs each key has in common with the one before."""
    count = len(keys.starts) - 1
    same = numpy.zeros(count, numpy.int64)
    is_same = numpy.ones(max(0, count - 1), numpy.bool_)
    begins, lengths = keys.starts[:-1], keys.lengths - 1
    for sign in range(LONGEST):
        is_same &= (lengths[1:] > sign) & (lengths[:-1] > sign)
        at = numpy.flatnonzero(is_same)
        if not len(at):
            break
        is_same[at] = keys.flat[begins[at] + sign] == keys.flat[begins[at + 1] + sign]
        same[1:] += is_same
    return same


def _without(keys: Row, same: Numbers) -> Row:
    """The keys without their first signs."""
    lengths = keys.lengths - same
    starts = starts_of(lengths)
    shifts = numpy.repeat(keys.starts[:-1] + same - starts[:-1], lengths)
    return Row(starts, keys.flat[numpy.arange(starts[-1]) + shifts])


def _may_begin(row: Places, keys: Row) -> NDArray[numpy.bool_]:
    """Whether a file may begin with a key, which only that key decides."""
    first, last = (
        row.alphabet[keys.flat[keys.starts[:-1]]],
        row.alphabet[keys.flat[keys.starts[1:] - 2]],
    )
    mixed = (first * 31 + last * 17 + keys.lengths) * MIXING >> 16
    may_begin: NDArray[numpy.bool_] = mixed % CHANCE == 0
    return may_begin


def _cuts(sizes: Numbers, slices: Numbers, may_begin: NDArray[numpy.bool_], least: int) -> Numbers:
    """Where files begin, and where the last ends."""
    before = starts_of(sizes)
    new_slices = numpy.flatnonzero(numpy.diff(slices)) + 1
    possible = numpy.flatnonzero(may_begin)
    cuts = [0]
    for end in [*new_slices.tolist(), len(sizes)]:
        stop = numpy.searchsorted(possible, end)
        while True:
            enough = numpy.searchsorted(before, before[cuts[-1]] + least)
            at = numpy.searchsorted(possible, enough)
            if at >= stop:
                break
            cuts.append(int(possible[at]))
        cuts.append(end)
    return numpy.array(cuts)


def _first(row: Places, keys: Row, same: int, number: int) -> str:
    """As much of a key as it takes to come after the key before."""
    begin = keys.starts[number]
    return row.text(keys.flat[begin : begin + same + 1])


def run_files(numbers: Sequence[int], steps: Row) -> Iterator[tuple[int, str]]:
    """The first number and the text of each file of shared runs: each its number, then its pages as steps."""
    held: list[str] = []
    first = size = 0
    flat = steps.flat.tolist()
    for place, number in enumerate(numbers):
        if size > LEAST and number % CHANCE == 0:
            yield first, f"[{','.join(held)}]"
            held, size = [], 0
        if not held:
            first = number
        text = str([number, *flat[steps.starts[place] : steps.starts[place + 1]]]).replace(" ", "")
        held.append(text)
        size += len(text)
    if held:
        yield first, f"[{','.join(held)}]"


def lists_of(
    listed: Sequence[Listed], most: int, lists: dict[str, str]
) -> tuple[int, str | list[int], str]:
    """How many lists lie between, and the columns of the uppermost; each names `most`, the others go to `lists`."""
    depth = 0
    while len(listed) > most:
        above: list[Listed] = []
        for begin in range(0, len(listed), most):
            text = to_json(_columns(listed[begin : begin + most]))
            digest = digest_of(text)
            lists[f"list-{digest}.json"] = text
            above.append((listed[begin][0], digest))
        listed = above
        depth += 1
    return depth, *_columns(listed)


def _columns(listed: Sequence[Listed]) -> Columns:
    firsts = [first for first, _ in listed]
    words = [first for first in firsts if isinstance(first, str)]
    numbers = [0, *(first for first in firsts if isinstance(first, int))]
    steps = [number - before for before, number in pairwise(numbers)]
    return GAP.join(words) if words else steps, "".join(digest for _, digest in listed)
