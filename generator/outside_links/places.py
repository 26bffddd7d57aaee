"""Which links lead out of the site, and where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Entry
from generator.files import find, read_bytes
from generator.page_text import FOLDER
from generator.problem import Location
from generator.prose import links_in
from generator.records import Record
from generator.records.fields import Markdown, Matching
from generator.records.shape import marked

WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file, and what the field is called there."""

    at: Location
    label: str


@dataclass(frozen=True, slots=True)
class OutsideLink:
    """An address with every place where it stands."""

    url: str
    places: list[Place]


def outside_links(catalogue: Catalogue) -> list[OutsideLink]:
    """The addresses of the records and of the pages of text, each once, in order."""
    found: dict[str, list[Place]] = defaultdict(list)
    for entry in catalogue.all_entries():
        for url, place in _of_record(entry):
            found[url].append(place)
    for url, place in _of_texts(catalogue.root):
        found[url].append(place)
    return [OutsideLink(url, sorted(found[url], key=lambda place: place.at)) for url in sorted(found)]


def _of_record(entry: Entry[Record]) -> Iterator[tuple[str, Place]]:
    for path, _, value in marked(entry.record, Matching):
        if isinstance(value, str) and value.startswith(WEB):
            yield value, Place(entry.at(*path), entry.label(*path))
    for path, _, value in marked(entry.record, Markdown):
        for url in links_in(str(value or "")):
            if url.startswith(WEB):
                yield url, Place(entry.at(*path), entry.label(*path))


def _of_texts(root: str) -> Iterator[tuple[str, Place]]:
    for path in find(root, FOLDER, ".md", []):
        text = (read_bytes(root, path, []) or b"").decode("utf-8", "replace")
        for url in dict.fromkeys(links_in(text)):
            if url.startswith(WEB):
                line = text.count("\n", 0, max(text.find(url), 0)) + 1
                yield url, Place(Location(path, line), "正文")
