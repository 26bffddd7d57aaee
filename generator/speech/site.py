"""The pages of a built site, and which of them is meant."""

from __future__ import annotations

import difflib
import os
import posixpath
from collections.abc import Collection
from urllib.parse import unquote, urlsplit

from generator.speech.reading import Reading, read

NOT_PAGES = "pagefind"
"""The folder of the search index holds no pages."""
NEAR = 3


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
    if not os.path.isdir(site):
        raise NoSuchSite(site)
    found = []
    for folder, inner, files in os.walk(site):
        inner[:] = [each for each in inner if each != NOT_PAGES]
        pages = (os.path.join(folder, each) for each in files if each.endswith(".html"))
        found += [os.path.relpath(each, site).replace(os.sep, "/") for each in pages]
    return sorted(found)


def find_page(wanted: str, pages: Collection[str], site: str = "") -> str:
    """The page that is meant by a path, a path of the file system or an address."""
    path = _path(wanted)
    within = f"{posixpath.normpath(site.replace(os.sep, '/'))}/" if site else ""
    for each in (path, path.removeprefix(within)):
        for name in (each, f"{each}.html", posixpath.join(each, "index.html")):
            if name in pages:
                return name
    raise NoSuchPage(wanted, _near(path, pages))


def _path(wanted: str) -> str:
    """The path in an address: without host, query and anchor; `index.html` for the root."""
    path = posixpath.normpath(unquote(urlsplit(wanted).path).replace("\\", "/"))
    return path.lstrip("/").removeprefix("./") if path.strip("/.") else "index.html"


def _near(path: str, pages: Collection[str]) -> list[str]:
    """The most similar paths, and those whose last part is similar."""
    name = posixpath.basename(path)
    last_parts = {posixpath.basename(each): each for each in pages}
    similar = [last_parts[each] for each in difflib.get_close_matches(name, last_parts, NEAR)]
    similar += difflib.get_close_matches(path, pages, NEAR)
    return list(dict.fromkeys(similar))[:NEAR]


def content(site: str, page: str) -> bytes:
    """The bytes of a page."""
    with open(os.path.join(site, *page.split("/")), "rb") as file:
        return file.read()


def read_pages(site: str, wanted: Collection[str], *, unfold: bool = False) -> list[Reading]:
    """Read pages of a built site."""
    pages = pages_of(site)
    paths = [find_page(each, pages, site) for each in wanted]
    return [read(path, content(site, path), unfold=unfold) for path in paths]
