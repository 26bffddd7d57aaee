"""The pages of an edition: the chapters of the booklet, the policies word by word, the words, the self-check."""

from __future__ import annotations

from dataclasses import dataclass

from generator.leaflets.booklet import Booklet, piece_id
from generator.leaflets.compiling import compiled
from generator.locality import Locality
from generator.offline.gathering import Piece, gathered
from generator.offline.links import Links
from generator.pages import glossary, policy, self_check
from generator.pages.page import Link, Page
from generator.records import GlossaryTerm, Policy
from generator.render.bodies import bodies
from generator.render.shell import Filling, Shell

POLICIES, CHECKS, WORDS = "policies.html", f"{self_check.FOLDER}.html", "glossary.html"
"""The pages that hold the policies word by word, the self-check and the glossary."""
PLACES = f"{self_check.FOLDER}/{self_check.PLACES}"
"""How the paths begin where one chooses a place at the end of the self-check, and of each place."""


TITLES = {POLICIES: "政策原文和白话", CHECKS: "自查", WORDS: "词语解释"}
LISTS = {
    "courses/index.html": "courses.html",
    "policies/index.html": POLICIES,
    "policies/questions/index.html": "questions.html",
}
"""Lists of the site, and the pages of an edition that hold all that it has of them."""


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
    taken = _taken(locality)
    frame = Frame(booklet, [*(Link(p.title, f"{p.id}.html") for p in booklet.parts), *_more(taken)])
    links, body = Links(_targets(booklet, taken, locality)), bodies(locality.catalogue.root)
    own = [_own("index", booklet.title, frame), _own("search", "搜索", frame)]
    sheets = [Sheet(page, body(page, page.build())) for page in own]
    parts = (_own("part", part.title, part, f"{part.id}.html") for part in booklet.parts)
    sheets += [Sheet(page, links.led(body(page, page.build()), page.path)) for page in parts]
    for path, pages in taken.items():
        pieces = [Piece(piece_id(p.path), p.title, links.led(body(p, p.build()), p.path)) for p in pages]
        page = _own("frame", TITLES[path], frame, path)
        sheets.append(Sheet(page, gathered(page.title, pieces, with_contents=path == POLICIES)))
    shell = Shell(body(_own("frame", "", frame), frame))
    return Edition(booklet, {sheet.page.path: shell.pour(_filling(sheet)) for sheet in sheets}, sheets)


def _own(name: str, title: str, view: object, path: str = "") -> Page:
    """A page by a template of the edition itself."""
    return Page(path or f"{name}.html", "offline", "", title, "", f"offline-{name}.html", lambda: view)


def _taken(locality: Locality) -> dict[str, list[Page]]:
    """Page of the edition → the pages of the site that it gathers, as they are but for their links."""
    catalogue, place = locality.catalogue, _place(locality)
    with_words = {f"policies/{p.id}.html" for p in locality.concerning(Policy) if p.clauses}
    gathers = {
        POLICIES: [page for page in policy.pages(catalogue) if page.path in with_words],
        CHECKS: [p for p in self_check.pages(catalogue) if not p.path.startswith(PLACES) or p.path == place],
        WORDS: list(glossary.pages(catalogue)) if catalogue.of(GlossaryTerm) else [],
    }
    return {path: pages for path, pages in gathers.items() if pages}


def _place(locality: Locality) -> str:
    return f"{PLACES}-{locality.prefecture.code}.html"


def _more(taken: dict[str, list[Page]]) -> list[Link]:
    return [Link(TITLES[path], path) for path in taken]


def _targets(booklet: Booklet, taken: dict[str, list[Page]], locality: Locality) -> dict[str, str]:
    """Page of the site → where the edition says the same."""
    targets = {item.path: f"{part.id}.html#{item.id}" for part in booklet.parts for item in part.items}
    targets[f"{PLACES}.html"] = f"{CHECKS}#{piece_id(_place(locality))}"
    targets |= {p.path: f"{path}#{piece_id(p.path)}" for path, pages in taken.items() for p in pages}
    for record in locality.concerning(Policy):
        start = f"{POLICIES}#{piece_id(f'policies/{record.id}.html')}"
        targets |= {f"policies/{record.id}/{clause.id}.html": f"{start}-{clause.id}" for clause in record.clauses}
    return targets | {booklet.path: "index.html", "index.html": "index.html", **LISTS}


def _filling(sheet: Sheet) -> Filling:
    page = sheet.page
    return Filling(page.title, "", page.path, page.kind, page.path, "", sheet.main)
