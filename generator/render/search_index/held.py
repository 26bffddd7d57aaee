"""What is kept of an index, so that the next one makes only what has changed."""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy

from generator.render.index_pages import Document
from generator.render.search_index.files import Listed, Shape, to_json
from generator.render.search_index.places import Numbers, Row, Standing, joined
from generator.render.search_index.shown import Shown, facts_of, shown_of
from generator.render.search_index.words import GAP, STOPS, plain, runs_of
from generator.search_kinds import TYPES

FORM = b"search index 2\n"
"""Changes whenever the same documents give other files, or are kept in another way."""
KINDS = [kind for _, kind in TYPES]
DIGEST, LENGTH = 32, 8
KEPT = numpy.dtype("<i4")
NO_SHAPE = Shape(0, 0)


class NotACache(Exception):
    """The bytes are not what this version of the program has kept."""


@dataclass(frozen=True)
class HeldPage:
    """What is kept of a page: where it stands among the others."""

    path: str
    kind: str
    prefecture: str

    @property
    def order(self) -> tuple[int, str, str, str]:
        """Kinds as the search page offers them, other pages last; then by place and path."""
        rank = KINDS.index(self.kind) if self.kind in KINDS else len(KINDS)
        return rank, self.kind, self.prefecture, self.path


@dataclass
class Runs:
    """The distinct runs by number, and which parts of texts are which."""

    texts: list[str]
    _numbers: dict[str, int] = field(init=False)
    _parts: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Number the runs."""
        self._numbers = {run: number for number, run in enumerate(self.texts)}

    def number(self, run: str) -> int:
        """The number of a run."""
        number = self._numbers.setdefault(run, len(self.texts))
        if number == len(self.texts):
            self.texts.append(run)
        return number

    def of_names(self, page: Document) -> list[int]:
        """The runs of the names of a page.

        The place counts as one: who asks for a course in 成都 wants it before an institute called 成都.
        """
        return list(map(self.number, runs_of(f"{page.title}。{page.known_as}。{page.region}")))

    def of_text(self, text: str) -> Collection[int]:
        """The runs of a text, each once, in the order of the text."""
        parts = self._parts
        found: dict[int, None] = {}
        for part in STOPS.split(text):
            number = parts.get(part)
            if number is None:
                run = plain(part)
                number = parts[part] = self.number(run) if run else -1
            found[number] = None
        found.pop(-1, None)
        return found


class _Rows:
    """Lists of numbers, one after the other."""

    def __init__(self) -> None:
        self.starts, self.flat = array("q", [0]), array("i")

    def add(self, numbers: Iterable[int]) -> None:
        """One list more."""
        self.flat.extend(numbers)
        self.starts.append(len(self.flat))

    def row(self) -> Row:
        """All lists."""
        return Row(numpy.array(self.starts), numpy.array(self.flat, numpy.int64))


@dataclass(frozen=True)
class Held:
    """The pages in order, what is shown of them, and the runs of each; the files of words by slice, names of others."""

    pages: list[HeldPage]
    standing: Standing
    shown: list[Shown] = field(default_factory=list)
    shape: Shape = NO_SHAPE
    words: dict[int, list[Listed]] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)

    @cached_property
    def names(self) -> set[str]:
        """Every file that the index has beside the uppermost list."""
        words = (f"words-{digest}.json" for files in self.words.values() for _, digest in files)
        return {*(f"facts-{one.digest}.json" for one in self.shown), *words, *self.others}

    def with_pages(
        self, documents: Iterable[Document], gone: Iterable[str], files: dict[str, str]
    ) -> Held:
        """The pages and runs with these new or changed ones, whose facts go to `files`, and without others."""
        runs = Runs([*self.standing.runs])
        names, texts = _Rows(), _Rows()
        facts: dict[str, str] = {}
        pages: dict[str, tuple[HeldPage, int]] = {
            page.path: (page, number) for number, page in enumerate(self.pages)
        }
        for path in gone:
            pages.pop(path, None)
        for number, document in enumerate(documents, len(self.pages)):
            facts[document.path] = facts_of(document)
            page = HeldPage(document.path, document.kind, document.prefecture)
            pages[page.path] = page, number
            names.add(runs.of_names(document))
            texts.add(runs.of_text(document.text))
        ordered = sorted(pages.values(), key=lambda kept: kept[0].order)
        chosen = numpy.array([number for _, number in ordered], numpy.int64)
        standing = Standing(
            runs.texts,
            joined(self.standing.names, names.row()).take(chosen),
            joined(self.standing.texts, texts.row()).take(chosen),
        )
        shown = shown_of([page.path for page, _ in ordered], facts, self.shown, files)
        return Held([page for page, _ in ordered], standing.without_unused(), shown)

    def kept(self) -> bytes:
        """All of it as bytes."""
        rows = (self.standing.names, self.standing.texts)
        arrays = [numbers for row in rows for numbers in (row.starts, row.flat)]
        head = {
            "pages": [(p.path, p.kind, p.prefecture) for p in self.pages],
            "shown": [(len(s.paths), s.digest, len(s.packed)) for s in self.shown],
            "runs": GAP.join(self.standing.runs),
            "shape": (self.shape.width, self.shape.least),
            "words": list(self.words.items()),
            "others": self.others,
            "lengths": [len(numbers) for numbers in arrays],
        }
        first = to_json(head).encode()
        parts = [len(first).to_bytes(LENGTH, "little"), first]
        parts += [numbers.astype(KEPT).tobytes() for numbers in arrays]
        parts += [one.packed for one in self.shown]
        body = b"".join(parts)
        return FORM + hashlib.blake2b(body, digest_size=DIGEST).digest() + body


NONE = Row(numpy.zeros(1, numpy.int64), numpy.zeros(0, numpy.int64))
EMPTY = Held([], Standing([], NONE, NONE))


def held(kept: bytes | None) -> Held:
    """What was kept; nothing, of None; NotACache for other bytes."""
    if kept is None:
        return EMPTY
    begin = len(FORM) + DIGEST
    body = memoryview(kept)[begin:]
    if kept[:begin] != FORM + hashlib.blake2b(body, digest_size=DIGEST).digest():
        raise NotACache
    start = LENGTH + int.from_bytes(body[:LENGTH], "little")
    head = json.loads(bytes(body[LENGTH:start]))
    arrays: list[Numbers] = []
    for length in head["lengths"]:
        arrays.append(numpy.frombuffer(body, KEPT, length, start).astype(numpy.int64))
        start += length * KEPT.itemsize
    names, texts = Row(arrays[0], arrays[1]), Row(arrays[2], arrays[3])
    pages = [HeldPage(*page) for page in head["pages"]]
    return Held(
        pages,
        Standing(head["runs"].split(GAP) if head["runs"] else [], names, texts),
        list(_shown(pages, head["shown"], bytes(body[start:]))),
        Shape(*head["shape"]),
        {number: [(first, digest) for first, digest in files] for number, files in head["words"]},
        head["others"],
    )


def _shown(
    pages: list[HeldPage], kept: list[tuple[int, str, int]], packed: bytes
) -> Iterator[Shown]:
    page = start = 0
    for count, digest, length in kept:
        paths = tuple(one.path for one in pages[page : page + count])
        yield Shown(paths, digest, packed[start : start + length])
        page, start = page + count, start + length
