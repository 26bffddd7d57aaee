"""The frame of our pages as the layout of a peer: header, navigation and footer word for word."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

CURRENT = re.compile(r' aria-current="page" aria-label="[^"]*"')
PLACES = {
    "title": re.compile(r"(?<=<title>).*?(?= - [^<]*</title>)", re.DOTALL),
    "description": re.compile(r'(?<=<meta name="description" content=)"[^"]*"'),
    "kind": re.compile(r'(?<=<body data-kind=)"[^"]*"'),
    "crumbs": re.compile(r'(?<=aria-label="当前位置">\n<ol>).*?(?=</ol>)', re.DOTALL),
    "main": re.compile(r'(?<=<main id="main" tabindex="-1">\n).*?(?=\n</main>)', re.DOTALL),
    "address": re.compile(r"(?<=本页编号：)[^<]*"),
    "link": re.compile(r'"\.\./([^"]*)"'),
}
"""What differs from page to page, and where it stands; what is quoted there is replaced with its quotes."""


def frame_of(source: str, filling: Mapping[str, str]) -> str:
    """The source of one of our pages one folder deep, with a peer's expression in each of PLACES.

    In that of a link, `{}` is the address below the root. Which section a page belongs to is not
    marked, which spares the peers a comparison a link.
    """
    frame = CURRENT.sub("", source)
    # Links last: those of the text are gone by then, and those within an expression are none of ours.
    for place, pattern in PLACES.items():
        frame, found = pattern.subn(partial(_filled, filling[place]), frame)
        if not found:
            raise ValueError(f"the page has no place for {place}")
    return frame


def _filled(expression: str, match: re.Match[str]) -> str:
    return expression.replace("{}", match[1]) if match.re.groups else expression
