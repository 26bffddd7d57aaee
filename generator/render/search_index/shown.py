"""What is shown of pages, a few neighbours to a file: so the names of all files are a short list.

A file is made anew with those of its pages that have not changed, so what it holds is kept.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.render.index_pages import Document
from generator.render.search_index.files import digest_of, to_json

LEAST, CHANCE, MOST = 5, 3, 10
"""Pages of a file at least; then one page in so many begins another, which its path decides; pages at most."""
LEVEL = 1
PARTING = ",\n"
"""Stands between two pages of a file and in none of them."""


def facts_of(page: Document) -> str:
    """What is shown of a page."""
    shown = ("path", "title", "type", "region", "text", "quick")
    return to_json({name: getattr(page, name) for name in shown})


@dataclass(frozen=True)
class Shown:
    """What is shown of these pages: what the name of the file has of its content, and the content packed."""

    paths: tuple[str, ...]
    digest: str
    packed: bytes

    @staticmethod
    def of(paths: tuple[str, ...], text: str) -> Shown:
        """The pages of a file."""
        return Shown(paths, digest_of(text), zlib.compress(text.encode(), LEVEL))

    @cached_property
    def facts(self) -> dict[str, str]:
        """What is shown of each page."""
        text = zlib.decompress(self.packed).decode()
        return dict(zip(self.paths, text[1:-1].split(PARTING), strict=True))


def shown_of(
    paths: Sequence[str], fresh: Mapping[str, str], kept: Sequence[Shown], files: dict[str, str]
) -> list[Shown]:
    """The pages in order, file by file: what is shown of some is `fresh`, the others were kept; new files go to `files`."""
    same = {one.paths: one for one in kept}
    holding = {path: one for one in kept for path in one.paths}
    found = []
    for group in _groups(paths):
        one = same.get(group)
        if not one or any(path in fresh for path in group):
            held = (fresh[path] if path in fresh else holding[path].facts[path] for path in group)
            text = f"[{PARTING.join(held)}]"
            one = Shown.of(group, text)
            files[f"facts-{one.digest}.json"] = text
        found.append(one)
    return found


def _groups(paths: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The pages of each file."""
    group: list[str] = []
    for path in paths:
        may_begin = len(group) >= LEAST and zlib.crc32(path.encode()) % CHANCE == 0
        if may_begin or len(group) == MOST:
            yield tuple(group)
            group = []
        group.append(path)
    if group:
        yield tuple(group)
