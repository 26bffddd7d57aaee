"""Lists of pages as steps: small numbers, since neighbours stand in the same lists."""

from __future__ import annotations

from itertools import pairwise

import numpy
from numpy.typing import NDArray

from generator.render.search_index.places import Numbers, Row

AT_ONCE = 1 << 23
"""Bytes of bits of pages that are looked at together."""


def is_new(values: NDArray[numpy.generic]) -> NDArray[numpy.bool_]:
    """Whether each value differs from the one before."""
    return numpy.concatenate(([True], values[1:] != values[:-1]))[: len(values)]


def steps_of(lists: Numbers, pages: Numbers) -> tuple[Numbers, Numbers]:
    """Each step and its list; of the pages of each list, in order.

    A step is the distance from the page before (the first from -1); -n is n pages in a row.
    """
    starts = is_new(lists)
    steps = pages + 1
    steps[1:] -= numpy.where(starts[1:], 0, pages[:-1] + 1)
    is_next = steps == 1
    goes_on = is_next & ~starts
    goes_on[1:] &= is_next[:-1]
    kept = numpy.flatnonzero(~goes_on)
    counts = numpy.diff(kept, append=len(steps))
    return lists[kept], numpy.where(is_next[kept], -counts, steps[kept])


def united(lists: Numbers, runs: Numbers, pages: Row, count: int) -> tuple[Numbers, Numbers]:
    """The pages of any of the runs of each list, each once and in order: the lists, and the pages."""
    width = -(-count // 64) * 8
    used = numpy.flatnonzero(numpy.bincount(runs))
    bits = _bits(pages.take(used), width).view(numpy.uint64)
    runs = numpy.searchsorted(used, runs)
    starts = numpy.flatnonzero(is_new(lists))
    shares = numpy.flatnonzero(is_new(starts * width // AT_ONCE))
    found = [(lists[:0], lists[:0])]
    for first, end in pairwise([*shares.tolist(), len(starts)]):
        begin, stop = starts[first], starts[end] if end < len(starts) else len(lists)
        held = numpy.bitwise_or.reduceat(bits[runs[begin:stop]], starts[first:end] - begin)
        there = numpy.flatnonzero(numpy.unpackbits(held.view(numpy.uint8), axis=1))
        numbers, there = numpy.divmod(there, 8 * width)
        found.append((lists[starts[first:end]][numbers], there))
    one, other = zip(*found, strict=True)
    return numpy.concatenate(one), numpy.concatenate(other)


def _bits(pages: Row, width: int) -> NDArray[numpy.uint8]:
    """A row of bits for each list, one for each page."""
    bits = numpy.zeros((len(pages.lengths), width), numpy.uint8)
    marks = (128 >> (pages.flat % 8)).astype(numpy.uint8)
    numpy.bitwise_or.at(bits, (pages.owners, pages.flat // 8), marks)
    return bits
