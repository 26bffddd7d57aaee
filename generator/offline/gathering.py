"""Several pages of the site as one page of an edition: each a section, its headings a rank lower, its ids its own."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

_HEADING = re.compile(r"<(/?)h([1-5])\b")
_ID = re.compile(r'\sid="([^"]*)"')
_INNER = re.compile(r'\shref="#([^"]*)"')
_LEFT_OUT = re.compile(r'<nav class="toc".*?</nav>|<p data-unsearched>.*?</p>', re.DOTALL)
"""Lists of contents, of which the page has its own, and the way from a clause to a page of its own."""
START = '<section class="gathered" id="{}">'


@dataclass(frozen=True, slots=True)
class Piece:
    """A page of the site: the id that it gets, its title, and its body with links led into the edition."""

    id: str
    title: str
    body: str


def gathered(title: str, pieces: Iterable[Piece], *, with_contents: bool) -> str:
    """The main content of the one page; its list of contents leads to each piece.

    A page that stands alone keeps its own heading.
    """
    every = list(pieces)
    if len(every) == 1:
        return _section(every[0], lower=0)
    contents = "".join(f'<li><a href="#{piece.id}">{html.escape(piece.title)}</a></li>' for piece in every)
    nav = f'<nav class="toc" aria-label="本页内容"><ul>{contents}</ul></nav>\n' if with_contents else ""
    return f"<h1>{html.escape(title)}</h1>\n{nav}" + "\n".join(_section(piece, lower=1) for piece in every)


def _section(piece: Piece, lower: int) -> str:
    body = _LEFT_OUT.sub("", piece.body)
    body = _HEADING.sub(lambda found: f"<{found[1]}h{int(found[2]) + lower}", body)
    body = _ID.sub(lambda found: f' id="{piece.id}-{found[1]}"', body)
    body = _INNER.sub(lambda found: f' href="#{piece.id}-{found[1]}"', body)
    return f"{START.format(piece.id)}{body}</section>"
