"""The pages of an edition: the chapters of the booklet, the policies word by word, the words, the self-check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.leaflets.booklet import Booklet
from generator.leaflets.compiling import compiled
from generator.locality import Locality
from generator.offline.links import Links
from generator.pages import glossary, policy, self_check
from generator.pages.page import Link, Page
from generator.records import Policy
from generator.render.bodies import bodies
from generator.render.shell import Filling, Shell

AT_DEPTHS = ("frame.html", "frame/frame.html")
"""A place of the frame at each depth of the pages."""
_MORE = re.compile(r"<p data-unsearched>.*?</p>", re.DOTALL)
"""The way from a clause to a page of its own, which an edition does not have."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of the edition and the HTML of its main content."""

    page: Page
    main: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page."""

    booklet: Booklet
    sections: list[Link]


@dataclass(frozen=True, slots=True)
class Edition:
    """All of it: page path → HTML, the sheets for the search, and the chapters in their own shape."""

    booklet: Booklet
    pages: dict[str, str]
    sheets: list[Sheet]


def edition(locality: Locality) -> Edition:
    """The edition of a place."""
    booklet = compiled(locality, with_closed=True)
    taken = list(_taken(locality.catalogue, locality))
    frame = Frame(booklet, [*(Link(p.title, f"{p.id}.html") for p in booklet.parts), *_ways(taken)])
    links = Links(_targets(booklet, taken, locality))
    body = bodies(locality.catalogue.root)
    own = [_own("index", booklet.title, frame), _own("search", "搜索", frame)]
    sheets = [Sheet(page, body(page, page.build())) for page in own]
    led = [*(_own("part", part.title, part, f"{part.id}.html") for part in booklet.parts), *taken]
    sheets += [Sheet(page, links.led(_MORE.sub("", body(page, page.build())), page.path)) for page in led]
    shells = [Shell(body(_own("frame", "", frame, path), frame)) for path in AT_DEPTHS]
    return Edition(booklet, {s.page.path: shells[s.page.depth].pour(_filling(s)) for s in sheets}, sheets)


def _own(name: str, title: str, view: object, path: str = "") -> Page:
    """A page by a template of the edition itself."""
    return Page(path or f"{name}.html", "offline", "", title, "", f"offline-{name}.html", lambda: view)


def _taken(catalogue: Catalogue, locality: Locality) -> Iterator[Page]:
    """The pages of the site that stand in the edition as they are, but for their links."""
    with_words = {f"policies/{p.id}.html" for p in locality.concerning(Policy) if p.clauses}
    yield from (page for page in policy.pages(catalogue) if page.path in with_words)
    yield from glossary.pages(catalogue)
    place = _place(locality)
    for page in self_check.pages(catalogue):
        if page.kind != "check-places" and (page.kind != "check-place" or page.path == place):
            yield page


def _place(locality: Locality) -> str:
    return f"{self_check.FOLDER}/{self_check.PLACES}-{locality.prefecture.code}.html"


def _ways(taken: list[Page]) -> list[Link]:
    paths = {"glossary.html": "词语解释", f"{self_check.FOLDER}/index.html": "自查"}
    return [Link(paths[page.path], page.path) for page in taken if page.path in paths]


def _targets(booklet: Booklet, taken: list[Page], locality: Locality) -> dict[str, str]:
    """Page of the site → where the edition says the same."""
    targets = {item.path: f"{part.id}.html#{item.id}" for part in booklet.parts for item in part.items}
    targets |= {"policies/questions/index.html": "questions.html", "courses/index.html": "courses.html"}
    targets |= {booklet.path: "index.html", "index.html": "index.html", "policies/index.html": "rights.html"}
    targets[f"{self_check.FOLDER}/{self_check.PLACES}.html"] = _place(locality)
    targets |= {page.path: page.path for page in taken}
    for record in locality.concerning(Policy):
        if record.clauses:
            page = f"policies/{record.id}"
            targets |= {f"{page}/{clause.id}.html": f"{page}.html#{clause.id}" for clause in record.clauses}
    return targets


def _filling(sheet: Sheet) -> Filling:
    page = sheet.page
    return Filling(page.title, "", page.path, page.kind, page.path, "", sheet.main)
