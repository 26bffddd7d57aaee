"""Reads the files of the search index as assets/finder.js does, but all of them at once."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import Any

from generator.render.search_index.places import NAME, RANKS, SHARED, TITLE
from generator.render.search_index.tree import LONGEST

Ranks = dict[int, int]
APART = 8
DIGEST = 12


def listed_in(columns: list[Any]) -> Iterator[tuple[Any, str]]:
    """The first key and the name of each file of a list."""
    firsts, digests = columns
    for number, first in enumerate(firsts.split("|") if isinstance(firsts, str) else accumulate(firsts)):
        yield first, digests[number * DIGEST :][:DIGEST]


def pages_of(steps: list[int]) -> Iterator[int]:
    """Pages from their distances; -n stands for n in a row."""
    page = -1
    for step in steps:
        for move in [step] if step > 0 else [1] * -step:
            page += move
            yield page


def note(ranks: Ranks, page: int, rank: int) -> None:
    """Keep the best rank of a page."""
    ranks[page] = min(rank, ranks.get(page, rank))


class Reading:
    """An index that is whole: every file of it is in a list, and no list names another."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self.files = files
        self.contents = json.loads(files["index.js"].removeprefix("export default ").removesuffix(";\n"))
        pages = f"pages-{self.contents['pages']}.json"
        self.contents |= json.loads(files[pages])
        self.named = {"index.js", pages}
        self.shown = [(first, json.loads(text)) for first, text in self.of("facts")]
        self.pages = [page for _, pages in self.shown for page in pages]
        self.words = [json.loads(text) for _, text in self.of("words")]
        self.runs = {run[0]: run[1:] for _, text in self.of("runs") for run in json.loads(text)}

    def of(self, kind: str) -> list[tuple[Any, str]]:
        """The files of a kind, each with its first key."""
        depth, *columns = self.contents[kind]
        listed = [*listed_in(columns)]
        for _ in range(depth):
            names = [f"list-{digest}.json" for _, digest in listed]
            self.named.update(names)
            listed = [one for name in names for one in listed_in(json.loads(self.files[name]))]
        named = [(first, f"{kind}-{digest}.json") for first, digest in listed]
        self.named.update(name for _, name in named)
        return [(first, self.files[name]) for first, name in named]

    def find(self, word: str) -> dict[str, int]:
        """The paths of the pages that hold a word, and the best place where they do."""
        first, *others = map(self.piece, pieces_of(word))
        return {
            self.pages[page]["path"]: max(rank, *(other[page] for other in others), NAME)
            for page, rank in first.items()
            if all(page in other for other in others)
        }

    def piece(self, piece: str) -> Ranks:
        """The pages that hold a piece of a word, from the one file that may have it."""
        firsts = [first for first, _ in self.of("words")]
        before = [n for n, first in enumerate(firsts) if in_order(first) <= in_order(piece)]
        ranks: Ranks = {}
        if not firsts:
            return ranks
        for number in answers(self.words[before[-1] if before else 0], piece, ranks):
            for page in pages_of(self.runs[number]):
                note(ranks, page, SHARED)
        return ranks


def pieces_of(word: str) -> list[str]:
    """What is asked for in place of a word."""
    begins = [*range(0, len(word) - LONGEST, APART), max(0, len(word) - LONGEST)]
    return [word[begin : begin + LONGEST] for begin in begins]


def in_order(text: str) -> bytes:
    """What stands in the order in which scripts compare strings."""
    return text.encode("utf-16-be")


def keys_of(file: dict[str, Any]) -> Iterator[str]:
    """The beginnings in a file."""
    key = ""
    for same, rest in zip(file["same"], file["keys"].split("|"), strict=True):
        key = key[: int(same, 36)] + rest
        yield key


def answers(file: dict[str, Any], piece: str, ranks: Ranks) -> set[int]:
    """Put the pages that a file lists for a piece into `ranks`; the shared runs."""
    runs: set[int] = set()
    numbers = iter(file["numbers"])
    ends = iter(file["tails"].split("|"))
    for key, count in zip(keys_of(file), file["counts"], strict=True):
        for _ in range(count):
            runs |= place(key + next(ends), next(numbers), piece, ranks)
        if not count:
            lists = [[next(numbers) for _ in range(next(numbers))] for _ in range(RANKS + 1)]
            if key.startswith(piece):
                word(key, lists, piece, ranks)
                return runs | set(lists[RANKS])
    return runs


def place(whole: str, number: int, piece: str, ranks: Ranks) -> set[int]:
    """Note the page of one place, or give the shared run that has it."""
    if not whole.startswith(piece):
        return set()
    if number < 0:
        return {~number}
    note(ranks, number // RANKS, max(number % RANKS, NAME if whole == piece else TITLE))
    return set()


def word(key: str, lists: list[list[int]], piece: str, ranks: Ranks) -> None:
    """Note the pages of a word."""
    for rank, steps in enumerate(lists[:RANKS]):
        for page in pages_of(steps):
            note(ranks, page, max(rank, NAME if key == piece else TITLE))
