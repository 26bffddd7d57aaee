"""Every beginning of what stands in the row, as far as it is common, and what follows after that.

Beginnings grow sign by sign. One that stands in MANY sources (pages, or runs with a number of their
own) at least is a *word*: its pages are listed. Any other is an *end*: each place of it is listed
with the signs that follow, up to LONGEST in all. A beginning after which the same sign always
follows is left out, since what is listed of the longer one is true of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray

from generator.render.search_index.places import NAME, RANKS, TITLE, Numbers, Places
from generator.render.search_index.steps import is_new

MANY, LONGEST = 9, 24


@dataclass(frozen=True)
class Level:
    """The beginnings of a length that are listed: where each is first found, and in which order.

    `rows` are the beginnings and sources of words; `ends` the beginnings, slots and places of ends.
    """

    length: int
    slots: Numbers
    places: Numbers
    is_end: NDArray[numpy.bool_]
    rows: tuple[Numbers, Numbers]
    ends: tuple[Numbers, Numbers, Numbers]


@dataclass(frozen=True)
class _Groups:
    """Places of a slice, by their first signs: group after group, in a group in order."""

    at: Numbers
    slots: Numbers
    of: Numbers


def levels(row: Places, at: Numbers) -> Iterator[Level]:
    """The beginnings at these places, shorter ones first."""
    groups = _Groups(at, numpy.arange(len(at)), numpy.zeros(len(at), numpy.int64))
    for length in range(1, LONGEST + 1):
        groups = _longer(row, groups, length)
        if not len(groups.at):
            return
        level, common = _listed(row, groups, length)
        yield level
        kept = common[groups.of]
        renumbered = numpy.cumsum(common) - 1
        groups = _Groups(groups.at[kept], groups.slots[kept], renumbered[groups.of[kept]])


def _longer(row: Places, groups: _Groups, length: int) -> _Groups:
    """The groups parted by one sign more; places where the run has ended are left out."""
    index_bits, sign_bits = len(groups.at).bit_length(), len(row.alphabet).bit_length()
    signs = row.signs[groups.at + (length - 1)].astype(numpy.uint64)
    keys = (groups.of.astype(numpy.uint64) << sign_bits | signs) << index_bits
    keys |= numpy.arange(len(keys), dtype=numpy.uint64)
    keys.sort()
    order = (keys & ((1 << index_bits) - 1)).astype(numpy.int64)
    heads = keys >> index_bits
    goes_on = (heads & ((1 << sign_bits) - 1)) != 0
    heads, order, slots = heads[goes_on], order[goes_on], groups.slots[goes_on]
    return _Groups(groups.at[order], slots, numpy.cumsum(is_new(heads)) - 1)


def _listed(row: Places, groups: _Groups, length: int) -> tuple[Level, NDArray[numpy.bool_]]:
    """What is listed of groups of a length, and which groups grow further."""
    follows = row.signs[groups.at + length]
    sources = row.whose[groups.at]
    named = (sources < row.first) & (sources % RANKS == NAME) & (follows != 0)
    sources = sources + named * (TITLE - NAME)
    starts = numpy.flatnonzero(is_new(groups.of))
    is_source = is_new(sources)
    is_source[starts] = True
    is_common = numpy.add.reduceat(is_source, starts, dtype=numpy.int64) >= MANY
    if length == LONGEST:
        is_common[:] = True
    least, most = numpy.minimum.reduceat(follows, starts), numpy.maximum.reduceat(follows, starts)
    is_word = is_common & ((least != most) | (least == 0) | (length == LONGEST))
    listed = is_word | ~is_common
    entries = numpy.cumsum(listed) - 1
    of_words = is_source & is_word[groups.of]
    of_ends = ~is_common[groups.of]
    level = Level(
        length,
        groups.slots[starts[listed]],
        groups.at[starts[listed]],
        ~is_common[listed],
        (entries[groups.of[of_words]], sources[of_words]),
        (entries[groups.of[of_ends]], groups.slots[of_ends], groups.at[of_ends]),
    )
    return level, is_common
