"""An index of the pages there are, from what was kept of the one before and what has changed since.

A whole index is the same with nothing kept and all pages new, so it cannot come out otherwise: what the
files of a slice of signs hold depends on the places of these signs only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

import numpy

from generator.render.index_pages import Document
from generator.render.search_index import CONTENTS
from generator.render.search_index.changes import touched_signs
from generator.render.search_index.entries import entries_of
from generator.render.search_index.files import (
    MOST_LISTED,
    MOST_WORDS,
    Listed,
    Shape,
    digest_of,
    lists_of,
    run_files,
    slices_of,
    to_json,
    word_files,
)
from generator.render.search_index.held import Held, held
from generator.render.search_index.places import Numbers, Places, Row, places_of, starts_of
from generator.render.search_index.steps import is_new, steps_of

AT_ONCE = 1 << 17
"""Places that are looked at together, when one slice has not more."""


@dataclass(frozen=True)
class Update:
    """The files that are new or have changed, the names of those that are gone, and what to keep."""

    files: dict[str, str]
    gone: list[str]
    cache: bytes


def update(cache: bytes | None, documents: Iterable[Document], gone: Iterable[str] = ()) -> Update:
    """The index after one whose `cache` was kept, or None, with these pages new or changed and others gone.

    NotACache when the bytes are of another version or damaged: then call it with None and every page.
    """
    old = held(cache)
    making = _Making(old)
    new = old.with_pages(documents, gone, making.files)
    row = places_of(new.standing)
    shape = Shape.of(len(row.signs))
    touched = touched_signs(old, new) if shape == old.shape else None
    words = making.words(row, shape, touched)
    runs = making.runs(row)
    new = replace(new, shape=shape, words=words)
    contents = making.contents(new, runs)
    new = replace(new, others=making.others)
    fresh = {name: text for name, text in making.files.items() if name not in old.names}
    return Update({**fresh, CONTENTS: contents}, sorted(old.names - new.names), new.kept())


class _Making:
    """The files as they are made, and the names of those that are listed nowhere else."""

    def __init__(self, old: Held) -> None:
        self.old = old
        self.files: dict[str, str] = {}
        self.others: list[str] = []

    def _add(self, kind: str, text: str) -> str:
        digest = digest_of(text)
        self.files[f"{kind}-{digest}.json"] = text
        return digest

    def words(self, row: Places, shape: Shape, touched: set[str] | None) -> dict[int, list[Listed]]:
        """The files of words by slice, those of touched signs made anew; of all, when it is None."""
        there = set(slices_of(row.alphabet[1:], shape.width).tolist())
        kept = {} if touched is None else self.old.words
        words = {number: listed for number, listed in kept.items() if number in there}
        for slices in _batches(row, shape.width, touched):
            words |= {number: [] for number in slices.tolist()}
            for number, first, text in _word_files(row, shape, slices):
                words[number].append((first, self._add("words", text)))
        return dict(sorted(words.items()))

    def runs(self, row: Places) -> list[Listed]:
        """The files of the shared runs."""
        lists, steps = steps_of(row.pages.owners, row.pages.flat)
        by_run = Row(starts_of(numpy.bincount(lists, minlength=len(row.numbers))), steps)
        files = run_files(row.numbers.tolist(), by_run)
        listed: list[Listed] = [(first, self._add("runs", text)) for first, text in files]
        self.others += [f"runs-{digest}.json" for _, digest in listed]
        return listed

    def contents(self, new: Held, runs: list[Listed]) -> str:
        """The list that names the files of words and the list of all others; those between are made too."""
        places = groupby((page.kind, page.prefecture) for page in new.pages)
        groups = [[*place, len(list(members))] for place, members in places]
        firsts = starts_of(numpy.array([len(one.paths) for one in new.shown])).tolist()
        facts = [(first, one.digest) for first, one in zip(firsts, new.shown, strict=False)]
        words = [listed for files in new.words.values() for listed in files]
        lists: dict[str, str] = {}
        others = {
            "groups": groups,
            "runs": lists_of(runs, MOST_LISTED, lists),
            "facts": lists_of(facts, MOST_LISTED, lists),
        }
        named = lists_of(words, MOST_WORDS, lists)
        digest = self._add("pages", to_json(others))
        self.files |= lists
        self.others += [*lists, f"pages-{digest}.json"]
        return f"export default {to_json({'words': named, 'pages': digest})};\n"


def _batches(row: Places, width: int, touched: set[str] | None) -> Iterator[Numbers]:
    """The slices to make anew; together they have some AT_ONCE places."""
    of_signs = slices_of(row.alphabet[1:], width)
    counts = numpy.bincount(row.signs, minlength=len(row.alphabet))[1:]
    starts = numpy.flatnonzero(is_new(of_signs))
    slices, places = of_signs[starts], numpy.add.reduceat(counts, starts)
    if touched is not None:
        codes = numpy.fromiter(map(ord, touched), numpy.int64, len(touched))
        is_touched = numpy.isin(slices, slices_of(codes, width))
        slices, places = slices[is_touched], places[is_touched]
    shares = starts_of(places)[1:] // AT_ONCE
    return iter(numpy.split(slices, numpy.flatnonzero(numpy.diff(shares)) + 1))


def _word_files(row: Places, shape: Shape, slices: Numbers) -> Iterator[tuple[int, str, str]]:
    """The files of the entries of some slices."""
    is_wanted = numpy.isin(slices_of(row.alphabet, shape.width), slices)
    is_wanted[0] = False
    at = numpy.flatnonzero(is_wanted[row.signs])
    if len(at):
        yield from word_files(row, entries_of(row, at), shape)
