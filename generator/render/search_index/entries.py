"""What is listed of words and ends, as columns in the order of the beginnings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy

from generator.render.search_index.places import RANKS, Numbers, Places, Row, starts_of
from generator.render.search_index.steps import is_new, steps_of, united
from generator.render.search_index.tree import LONGEST, Level, levels

MOST_RUNS = 4
"""A word in more shared runs lists their pages instead of them."""
LISTS = RANKS + 1
"""Of a word: its pages by rank, and the numbers of shared runs."""


@dataclass(frozen=True)
class Entries:
    """Beginnings as signs, in order; of ends how many places, and what follows there as signs.

    `numbers` of an end say whose each place is: page * RANKS + rank, or ~n of the shared run n. Those of
    a word are its LISTS, each with its length before it.
    """

    keys: Row
    counts: Numbers
    tails: Row
    numbers: Row


def entries_of(row: Places, at: Numbers) -> Entries:
    """The entries of all beginnings at these places."""
    found = list(levels(row, at))
    sizes = [len(level.slots) for level in found]
    slots = numpy.concatenate([level.slots for level in found])
    lengths = numpy.repeat([level.length for level in found], sizes)
    order = numpy.lexsort((lengths, slots))
    ranks = numpy.empty_like(order)
    ranks[order] = numpy.arange(len(order))
    level_ranks = numpy.split(ranks, numpy.cumsum(sizes)[:-1])
    places = numpy.concatenate([level.places for level in found])[order]
    is_end = numpy.concatenate([level.is_end for level in found])[order]
    of, ends = _ends(found, level_ranks)
    counts = numpy.bincount(of, minlength=len(order))
    begins = ends + lengths[order][of]
    lists, values = _words(row, found, level_ranks)
    numbers = _numbers(is_end, _whose(row, ends), counts, lists, values)
    keys = _cut(row, places, places + lengths[order])
    return Entries(keys, counts, _cut(row, begins, _stops(row, ends)), numbers)


def _ends(found: Sequence[Level], ranks: Sequence[Numbers]) -> tuple[Numbers, Numbers]:
    """The entry of each place of an end, and the place, in the order of the entries."""
    slots = numpy.concatenate([level.ends[1] for level in found])
    order = numpy.argsort(slots, kind="stable")
    of = numpy.concatenate([rank[level.ends[0]] for rank, level in zip(ranks, found, strict=True)])
    return of[order], numpy.concatenate([level.ends[2] for level in found])[order]


def _stops(row: Places, at: Numbers) -> Numbers:
    """Where what is kept of each place ends: with its run, or one sign after the longest beginning."""
    gaps = numpy.flatnonzero(row.signs == 0)
    return numpy.minimum(gaps[numpy.searchsorted(gaps, at)], at + LONGEST + 1)


def _whose(row: Places, at: Numbers) -> Numbers:
    """Whose each place is, as it is written."""
    whose = row.whose[at]
    if not len(row.numbers):
        return whose
    shared = numpy.clip(whose - row.first, 0, None)
    return numpy.where(whose < row.first, whose, ~row.numbers[shared])


def _cut(row: Places, begins: Numbers, ends: Numbers) -> Row:
    """Pieces of the row, each with a 0 after it."""
    pieces = Row(starts_of(ends - begins + 1), row.signs)
    shifts = numpy.repeat(begins - pieces.starts[:-1], pieces.lengths)
    at = numpy.arange(pieces.starts[-1]) + shifts
    at[pieces.starts[1:] - 1] = len(row.signs) - 1  # the row ends with a 0
    return Row(pieces.starts, row.signs[at])


def _words(
    row: Places, found: Sequence[Level], ranks: Sequence[Numbers]
) -> tuple[Numbers, Numbers]:
    """The lists of words as entry * LISTS + list in order, and what stands in them."""
    of = numpy.concatenate([rank[level.rows[0]] for rank, level in zip(ranks, found, strict=True)])
    sources = numpy.concatenate([level.rows[1] for level in found])
    is_page = sources < row.first
    pages = of[is_page] * LISTS + sources[is_page] % RANKS, sources[is_page] // RANKS
    of, runs = of[~is_page], sources[~is_page] - row.first
    many = numpy.bincount(of, minlength=1)[of] > MOST_RUNS
    order = numpy.argsort(of[many], kind="stable")
    others = united(of[many][order], runs[many][order], row.pages, row.first // RANKS)
    steps = steps_of(*_in_order(row.first, pages, (others[0] * LISTS + RANKS - 1, others[1])))
    lists = numpy.concatenate((steps[0], of[~many] * LISTS + RANKS))
    values = numpy.concatenate((steps[1], row.numbers[runs[~many]]))
    order = numpy.argsort(lists, kind="stable")
    return lists[order], values[order]


def _in_order(most: int, *parts: tuple[Numbers, Numbers]) -> tuple[Numbers, Numbers]:
    """Lists and pages in order, each page once a list."""
    joined = numpy.concatenate([lists * (most + 1) + pages for lists, pages in parts])
    joined.sort()
    lists, pages = numpy.divmod(joined[is_new(joined)], most + 1)
    return lists, pages


def _numbers(
    is_end: Numbers, whose: Numbers, counts: Numbers, lists: Numbers, values: Numbers
) -> Row:
    """The numbers of all entries: whose the places of ends are; each list of a word after its length."""
    lengths = numpy.bincount(lists, minlength=LISTS * len(is_end))
    of_words = lengths.reshape(-1, LISTS).sum(axis=1) + LISTS
    starts = starts_of(numpy.where(is_end, counts, of_words))
    flat = numpy.empty(starts[-1], numpy.int64)
    at_ends = numpy.repeat(is_end, numpy.diff(starts))
    flat[at_ends] = whose
    words = lengths.reshape(-1, LISTS)[~is_end].reshape(-1)
    heads = starts_of(words + 1)[:-1]
    of_word = numpy.empty(len(words) + len(values), numpy.int64)
    is_head = numpy.zeros(len(of_word), numpy.bool_)
    is_head[heads] = True
    of_word[is_head] = words
    of_word[~is_head] = values
    flat[~at_ends] = of_word
    return Row(starts, flat)
