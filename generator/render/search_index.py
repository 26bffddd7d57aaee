"""The search index of our own: small files, of which a browser fetches the few that a query needs.

A *run* is what stands between two stops, in plain form. All runs that stand in the same pages make
one *unit*; a page's names and the runs of no other page are its own unit, numbered as the page is.
The text of a unit is its runs with a gap after each. A *gram* is two characters side by side, or
the last one of a run alone; grams that stand in very many places are made longer. Its *postings*
are the units and offsets where it stands. assets/finder.js reads all this (decisions/0008).
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import unicodedata
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from math import isqrt
from operator import add
from typing import TypeAlias

from generator.pages.search import TYPES
from generator.render.index_pages import Document

FOLDER, CONTENTS = "search", "index.json"
STOPS = re.compile("[。！？；：，、]")
KINDS = [kind for _, kind in TYPES]
GAP = "|"
SPAN = 1 << 26
"""More than the text of a unit is long."""
MOST_PLACES, LONGEST = 1_000, 8
"""A gram in more places is made longer, up to so many characters."""
LARGEST, FACTOR = 6_000, 6
"""Characters of a file that holds more than one entry; compressed this is about 3 to 5 KB."""

Key: TypeAlias = "str | int"
Numbers: TypeAlias = "array[int]"


class _Plain(dict[int, str]):
    """What is left of a character: a letter, mark or digit in lower case, else nothing."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        left = self[code] = sign.lower() if unicodedata.category(sign)[0] in "LMN" else ""
        return left


_PLAIN = _Plain()
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@lru_cache(maxsize=1 << 16)
def plain(text: str) -> str:
    """What a search compares: NFKC, lower case, without blanks and marks; so does finder.js."""
    return unicodedata.normalize("NFKC", text).translate(_PLAIN)


def runs_of(text: str) -> list[str]:
    """The runs of a text in plain form, without empty ones."""
    return [run for part in STOPS.split(text) if (run := plain(part))]


@dataclass(frozen=True)
class _Postings:
    """Gram → its places in order, each a unit times SPAN and an offset, from the texts of the units."""

    texts: Sequence[str]
    places: dict[str, Numbers] = field(default_factory=lambda: defaultdict(lambda: array("Q")))

    def fill(self) -> None:
        """Find every gram of every text."""
        places = self.places
        for unit, text in enumerate(self.texts):
            grams = map(add, text, text[1:] + GAP)
            for place, gram in enumerate(grams, unit * SPAN):
                places[gram].append(place)
        for gram in list(places):
            if gram[0] == GAP:
                del places[gram]
            elif gram[1] == GAP:
                places[gram[0]] = places.pop(gram)
            elif len(places[gram]) > MOST_PLACES:
                self._lengthen(gram)

    def _lengthen(self, gram: str) -> None:
        """Put what stands in too many places under longer grams; what ends its run stays."""
        longer = set()
        for place in self.places.pop(gram):
            unit, offset = divmod(place, SPAN)
            text = self.texts[unit][offset : offset + len(gram) + 1].rstrip(GAP)
            self.places[text].append(place)
            longer.add(text)
        for text in longer - {gram}:
            if len(text) < LONGEST and len(self.places[text]) > MOST_PLACES:
                self._lengthen(text)

    def written(self) -> Iterator[tuple[Key, str]]:
        """Each gram and its postings as JSON, in the order in which scripts compare strings."""
        for gram in sorted(self.places, key=lambda gram: gram.encode("utf-16-be")):
            yield gram, f"{_json(gram)}:{_numbers(_steps(self.places[gram]))}"


def _steps(places: Numbers) -> list[int]:
    """Unit, offset, unit, offset and so on: distances from the unit before, offsets within a unit too."""
    steps: list[int] = []
    last = start = 0
    for place in places:
        if place - start >= SPAN:
            unit = place // SPAN
            steps.append(unit - start // SPAN)
            last = start = unit * SPAN
        else:
            steps.append(0)
        steps.append(place - last)
        last = place
    return steps


def _compact(pages: Iterable[int]) -> list[int]:
    """Pages as distances from the one before (the first from -1); -n is n pages in a row."""
    steps: list[int] = []
    last = -1
    for page in pages:
        if page - last > 1:
            steps.append(page - last)
        elif steps and steps[-1] < 0:
            steps[-1] -= 1
        else:
            steps.append(-1)
        last = page
    return steps


def _units(pages: Sequence[Document]) -> tuple[list[list[str]], dict[bytes, list[str]]]:
    """The runs that stand in one page alone, by page, and the others by the pages they stand in."""
    standing: dict[str, Numbers] = {}
    for number, page in enumerate(pages):
        for run in runs_of(page.text):
            numbers = standing.get(run)
            if numbers is None:
                standing[run] = array("I", [number])
            elif numbers[-1] != number:
                numbers.append(number)
    alone: list[list[str]] = [[] for _ in pages]
    shared: dict[bytes, list[str]] = {}
    for run, numbers in standing.items():
        if len(numbers) == 1:
            alone[numbers[0]].append(run)
        else:
            shared.setdefault(numbers.tobytes(), []).append(run)
    return alone, shared


def _order(document: Document) -> tuple[int, str, str, str]:
    """Kinds as the search page offers them, other pages last; then by place and path."""
    rank = KINDS.index(document.kind) if document.kind in KINDS else len(KINDS)
    return rank, document.kind, document.prefecture, document.path


def _facts(page: Document) -> str:
    """What is shown of a page."""
    shown = ("path", "title", "type", "region", "text", "quick")
    return _json({name: getattr(page, name) for name in shown})


def _numbers(numbers: list[int]) -> str:
    """The same as `_json` writes, in half the time."""
    return str(numbers).replace(" ", "")


def _largest(amount: int) -> int:
    """The size of files for so much: with its root, so that the list of the files stays short too."""
    return max(LARGEST, FACTOR * isqrt(amount))


def _parts(entries: Iterable[tuple[Key, str]], largest: int) -> Iterator[tuple[Key, list[str]]]:
    """The entries in groups of a size, each with the key of its first."""
    first: Key = ""
    held: list[str] = []
    size = 0
    for key, text in entries:
        if held and size + len(text) > largest:
            yield first, held
            held, size = [], 0
        if not held:
            first = key
        held.append(text)
        size += len(text)
    if held:
        yield first, held


def _texts(pages: Sequence[Document]) -> tuple[int, list[str], list[Numbers]]:
    """Where text begins after the names, the text of each unit, the pages of the shared ones.

    The place counts as a name: who asks for a course in 成都 wants it before an institute called 成都.
    """
    names = (f"{page.title}。{page.known_as}。{page.region}" for page in pages)
    titles = [GAP.join(runs_of(name)) for name in names]
    start = max(map(len, titles), default=0) + 1
    alone, shared = _units(pages)
    own = (title.ljust(start, GAP) + GAP.join(runs) for title, runs in zip(titles, alone, strict=True))
    texts = [*own, *map(GAP.join, shared.values())]
    return start, texts, [array("I", numbers) for numbers in shared]


def search_files(documents: Iterable[Document]) -> Iterator[tuple[str, str]]:
    """The name and content of every file of the index; the last is the list of the others.

    The list holds the first key and the hash of each file of a kind, in the order of the keys.
    """
    pages = sorted(documents, key=_order)
    start, texts, shared = _texts(pages)
    postings = _Postings(texts)
    postings.fill()
    kinds: dict[str, tuple[Iterable[tuple[Key, str]], int]] = {
        "grams": (postings.written(), _largest(2 * sum(map(len, postings.places.values())))),
        "units": (enumerate((_numbers(_compact(unit)) for unit in shared), len(pages)), LARGEST),
        "facts": (enumerate(map(_facts, pages)), _largest(sum(len(page.text) for page in pages))),
    }
    places = groupby((page.kind, page.prefecture) for page in pages)
    groups = [[*place, len(list(members))] for place, members in places]
    contents: dict[str, object] = {"start": start, "groups": groups}
    for kind, (entries, largest) in kinds.items():
        listed: list[tuple[Key, str]] = []
        for key, held in _parts(entries, largest):
            before, after = "{}" if kind == "grams" else "[]"
            text = before + ",".join(held) + after
            digest = hashlib.sha256(text.encode()).hexdigest()[:8]
            yield f"{kind}-{len(listed)}-{digest}.json", text
            listed.append((key, digest))
        contents[kind] = listed
    yield CONTENTS, _json(contents)


def write_search_index(documents: Iterable[Document], site: str) -> None:
    """Write the index of these pages into its folder of the site."""
    folder = os.path.join(site, FOLDER)
    os.makedirs(folder)
    for name, text in search_files(documents):
        with open(os.path.join(folder, name), "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
