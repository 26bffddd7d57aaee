"""Every run of every page in one row of signs, and whose each sign is.

A run that stands in more than FEW pages is in the row once and has a number of its own, under which
its pages are listed; any other run is in the row once for each of its pages.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from typing import Any, TypeAlias

import numpy
from numpy.typing import NDArray

from generator.render.search_index.words import GAP

Numbers: TypeAlias = "NDArray[numpy.integer[Any]]"
NAME, TITLE, OWN, SHARED = range(4)
"""Where a run stands, best first: it begins the title, is one of the names, is of this page alone or not."""
RANKS = 4
FEW = 4
ONE_UNIT, AFTER_PAIRS = 0x10000, 0xE000
"""Signs below are one unit of UTF-16; signs from here on come after those that are pairs of units."""
HASHED = 0xFFFFFF
"""Numbers of runs come from their text, so that they stay when other runs come and go."""


@dataclass(frozen=True)
class Row:
    """Lists of different lengths, one after the other: list n is `flat[starts[n]:starts[n + 1]]`."""

    starts: Numbers
    flat: Numbers

    @property
    def lengths(self) -> Numbers:
        """How long each list is."""
        return numpy.diff(self.starts)

    @property
    def owners(self) -> Numbers:
        """The list of each element."""
        return numpy.repeat(numpy.arange(len(self.starts) - 1), self.lengths)

    def take(self, chosen: Numbers) -> Row:
        """These lists only, in this order."""
        lengths = self.lengths[chosen]
        starts = starts_of(lengths)
        shifts = numpy.repeat(self.starts[chosen] - starts[:-1], lengths)
        return Row(starts, self.flat[numpy.arange(starts[-1]) + shifts])


def starts_of(lengths: Numbers) -> Numbers:
    """Where each list begins, and where the last ends."""
    return numpy.concatenate(([0], numpy.cumsum(lengths, dtype=numpy.int64)))


def joined(one: Row, other: Row) -> Row:
    """The lists of both."""
    starts = numpy.concatenate((one.starts, other.starts[1:] + one.starts[-1]))
    return Row(starts, numpy.concatenate((one.flat, other.flat)))


@dataclass(frozen=True)
class Standing:
    """The distinct runs, and which of them each page has: as names in the order of the page, and as text."""

    runs: list[str]
    names: Row
    texts: Row

    def without_unused(self) -> Standing:
        """The same without the runs that no page has."""
        counts = numpy.bincount(self.names.flat, minlength=len(self.runs))
        is_used = counts + numpy.bincount(self.texts.flat, minlength=len(self.runs)) > 0
        numbers = numpy.cumsum(is_used) - 1
        names = Row(self.names.starts, numbers[self.names.flat])
        texts = Row(self.texts.starts, numbers[self.texts.flat])
        return Standing(list(compress(self.runs, is_used.tolist())), names, texts)

    @cached_property
    def pages(self) -> Row:
        """The pages that have each run in their text."""
        counts = numpy.bincount(self.texts.flat, minlength=len(self.runs))
        order = numpy.argsort(self.texts.flat, kind="stable")
        return Row(starts_of(counts), self.texts.owners[order])

    @cached_property
    def shared(self) -> dict[int, int]:
        """The runs in more than FEW pages, by their numbers in order."""
        runs = numpy.flatnonzero(self.pages.lengths > FEW).tolist()
        hashed = (
            (zlib.crc32(self.runs[run].encode()) & HASHED, self.runs[run], run) for run in runs
        )
        numbers: dict[int, int] = {}
        last = -1
        for first, _, run in sorted(hashed):
            last = max(first, last + 1)
            numbers[last] = run
        return numbers


@dataclass(frozen=True)
class Places:
    """The row: signs as places in `alphabet`, 0 after each run; whose each is.

    That is page * RANKS + rank, or from `first` on `first` + the place of a shared run in `numbers`.
    """

    signs: Numbers
    alphabet: Numbers
    whose: Numbers
    first: int
    numbers: Numbers
    pages: Row

    def text(self, codes: Numbers) -> str:
        """Signs as text, GAP for 0."""
        return self.alphabet[codes].astype("<u4").tobytes().decode("utf-32-le")


def places_of(standing: Standing) -> Places:
    """The row of all runs of all pages."""
    shared = standing.shared
    first = RANKS * (len(standing.names.starts) - 1)
    runs, whose = _occurrences(standing)
    numbers = numpy.array(list(shared), numpy.int64)
    shared_runs = numpy.array(list(shared.values()), numpy.int64)
    signs, alphabet = _signs(standing.runs)
    row = signs.take(numpy.concatenate((runs, shared_runs)))
    owners = numpy.concatenate((whose, first + numpy.arange(len(numbers))))
    of_signs = numpy.repeat(owners, row.lengths)
    _only_first(of_signs, row.starts[:-1][(owners % RANKS == NAME) & (owners < first)], first)
    return Places(
        row.flat.astype(numpy.uint32),
        alphabet,
        of_signs,
        first,
        numbers,
        standing.pages.take(shared_runs),
    )


def _only_first(whose: Numbers, begun: Numbers, first: int) -> None:
    """Only the first sign of a title begins it."""
    rest = (whose < first) & (whose % RANKS == NAME)
    rest[begun] = False
    whose[rest] += TITLE - NAME


def _occurrences(standing: Standing) -> tuple[Numbers, Numbers]:
    """The runs that stand in the row for a page of their own, page by page, and whose each is."""
    names, texts = standing.names, standing.texts
    of_names = RANKS * names.owners + TITLE
    titles = names.starts[:-1][names.lengths > 0]
    of_names[titles] += NAME - TITLE
    counts = standing.pages.lengths[texts.flat]
    few = counts <= FEW
    of_texts = RANKS * texts.owners[few] + numpy.where(counts[few] > 1, SHARED, OWN)
    whose = numpy.concatenate((of_names, of_texts))
    order = numpy.argsort(whose, kind="stable")
    return numpy.concatenate((names.flat, texts.flat[few]))[order], whose[order]


def _signs(runs: list[str]) -> tuple[Row, Numbers]:
    """Each run as signs with a 0 after it, and the alphabet in the order in which scripts compare."""
    text = "".join(f"{run}{GAP}" for run in runs)
    codes = numpy.frombuffer(text.encode("utf-32-le"), "<u4")
    used = numpy.flatnonzero(numpy.bincount(codes))
    used = used[used != ord(GAP)]
    used = used[numpy.argsort(as_scripts_compare(used), kind="stable")]
    alphabet = numpy.concatenate(([ord(GAP)], used))
    known = numpy.zeros(int(alphabet.max()) + 1, numpy.int64)
    known[alphabet] = numpy.arange(len(alphabet))
    lengths = numpy.fromiter(map(len, runs), numpy.int64, len(runs)) + 1
    return Row(starts_of(lengths), known[codes]), alphabet


def as_scripts_compare(codes: Numbers) -> Numbers:
    """Numbers in the order of UTF-16, in which U+E000 to U+FFFF come after all that is larger."""
    moved = numpy.where(codes < ONE_UNIT, codes + 0x100000, codes - 0x2000)
    return numpy.where(codes < AFTER_PAIRS, codes, moved)
