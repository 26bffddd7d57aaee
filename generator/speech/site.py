"""The pages of a built site, and which of them is meant."""

from __future__ import annotations

import difflib
import os
import posixpath
from collections.abc import Collection, Iterator
from urllib.parse import unquote, urlsplit

from generator.speech.reading import Reading, read

NOT_PAGES = "pagefind"
"""The folder of the search index holds no pages."""
MOST_NEAR = 3
LEAST_LIKENESS = 0.75


class NoSuchSite(Exception):
    """There is no folder with pages; the message is its path."""


class NoSuchPage(Exception):
    """A page that the site does not have, and those with names like it."""

    def __init__(self, wanted: str, near: list[str]) -> None:
        super().__init__(wanted)
        self.wanted = wanted
        self.near = near


def pages_of(site: str) -> list[str]:
    """The paths of all pages, '/' between folders, sorted."""
    found: list[str] = []
    for folder, inner, files in os.walk(site):
        inner[:] = [each for each in inner if each != NOT_PAGES]
        pages = (os.path.join(folder, each) for each in files if each.endswith(".html"))
        found += [os.path.relpath(each, site).replace(os.sep, "/") for each in pages]
    if not found:
        raise NoSuchSite(site)
    return sorted(found)


def find_page(wanted: str, pages: Collection[str], site: str = "") -> str:
    """The page that is meant by its path, its address, or the path of its file."""
    for path in _meant(wanted, site):
        for name in (path, f"{path}.html", posixpath.join(path, "index.html")):
            if name in pages:
                return name
    raise NoSuchPage(wanted, _near(next(_meant(wanted, site)), pages))


def _meant(wanted: str, site: str) -> Iterator[str]:
    """The paths that it may stand for; the site of an address may lie in a folder of its host."""
    address = urlsplit(wanted)
    path = posixpath.normpath(unquote(address.path).replace("\\", "/") or "/")
    yield path.lstrip("/").removeprefix("./") if path.strip("/.") else "index.html"
    parts = path.strip("/").split("/") if address.netloc else []
    yield from ("/".join(parts[start:]) for start in range(1, len(parts)))
    within = os.path.relpath(wanted, site or ".").replace(os.sep, "/")
    if not within.startswith("../"):
        yield within


def _near(path: str, pages: Collection[str]) -> list[str]:
    """The pages whose last part is similar, then those whose whole path is."""
    name = posixpath.basename(path)
    last_parts = {posixpath.basename(each): each for each in pages}
    similar = [last_parts[each] for each in _similar(name, last_parts)] + _similar(path, pages)
    return list(dict.fromkeys(similar))[:MOST_NEAR]


def _similar(text: str, others: Collection[str]) -> list[str]:
    return difflib.get_close_matches(text, others, MOST_NEAR, LEAST_LIKENESS)


def content(site: str, page: str) -> bytes:
    """The bytes of a page."""
    with open(os.path.join(site, *page.split("/")), "rb") as file:
        return file.read()


def read_pages(site: str, wanted: Collection[str], *, unfold: bool = False) -> list[Reading]:
    """Read pages of a built site."""
    pages = pages_of(site)
    paths = [find_page(each, pages, site) for each in wanted]
    return [read(path, content(site, path), unfold=unfold) for path in paths]
