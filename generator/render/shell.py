"""The frame around a record page: a page of the host, cut once at its tokens and filled many times.

The tokens are those at the head of `site_src/theme/main.html`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import quote

from generator.engines import OWN
from generator.form_editor.login import Login
from generator.render.feed import NAME, PATH
from generator.render.index_pages import Document

_TOKEN = re.compile(r"\{(pour-[a-z]+(?::[a-z]+)?(?::[^}]*)?)\}")
# Orca does not speak aria-current, so the current link says so in its name.
CURRENT = ' aria-current="page" aria-label="{}（当前）"'

FEED = f'<link rel="alternate" type="application/atom+xml" href="{{}}{PATH}" title="{{}}">'
HIDDEN = " hidden"
UNLISTED = "unlisted"
"""The kind of pages that other sites' searches should not list."""
NO_INDEX = '<meta name="robots" content="noindex">'
WITH_OWN_SEARCH = frozenset({"home", "search"})
"""The kinds of pages that have a search form of their own; the one of the frame is hidden there."""


class HostFailed(Exception):
    """The host could not render the Markdown pages; the message says why."""


@dataclass
class HostPages:
    """What a host made: the shells by depth, its own pages for the search index, how many it wrote.

    `search` is the engine that its configuration chooses, one of `engines.FINDERS`; `login` that
    of the form editor, None when there is to be none; `server` the web server that the site is made
    ready for, one of `servers.NAMES`, "" for none, and `site_url` the address there.
    """

    shells: list[str] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    search: str = OWN
    written: int = 0
    login: Login | None = None
    server: str = ""
    site_url: str = ""


@dataclass(frozen=True, slots=True)
class Filling:
    """What one page puts into a shell. `crumbs`, `main` and `head` are HTML, the others text."""

    title: str
    description: str
    path: str
    kind: str
    section: str
    crumbs: str
    main: str
    head: str = ""


class Shell:
    """A shell, cut at its tokens; what is filled in is never searched for tokens again."""

    def __init__(self, page: str) -> None:
        """Cut the host's page; it must have a place for the main content."""
        self._parts = _TOKEN.split(page)
        if "pour-main" not in self._parts[1::2]:
            raise ValueError("the shell has no {pour-main}")

    def pour(self, filling: Filling) -> str:
        """The whole page."""
        parts = list(self._parts)
        for place in range(1, len(parts), 2):
            parts[place] = _value(parts[place], filling)
        return "".join(parts)


def _value(token: str, filling: Filling) -> str:
    name, *more = token.removeprefix("pour-").split(":", 2)
    if name == "hidden":
        return HIDDEN if filling.kind in WITH_OWN_SEARCH else ""
    if name == "current":
        section, text = more
        return CURRENT.format(text) if section == filling.section else ""
    if name == "page":
        return quote(filling.path)
    if name == "head":
        return _head(filling)
    value = str(getattr(filling, name))
    return value if name in {"main", "crumbs"} else html.escape(value)


def _head(filling: Filling) -> str:
    """What the head of a page says beyond that of others."""
    if filling.kind == UNLISTED:
        return NO_INDEX
    up = "../" * filling.path.count("/")
    return filling.head + (FEED.format(up, NAME) if filling.section == "policies" else "")


def shells(pages: Iterable[str]) -> dict[int, Shell]:
    """Depth (number of folders above the page) → shell, from the host's pages in that order."""
    return {depth: Shell(page) for depth, page in enumerate(pages)}
