"""A compressed copy beside each file of text, for servers that send it as it is."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable

from generator.processes import spread

ENDINGS = ("css", "html", "js", "json", "svg", "xml")
"""What gets smaller; pictures of dots and what Pagefind writes are compressed already."""
COPY = ".gz"
SMALLEST = 500
"""Bytes below which a file is sent in one packet anyway."""
_LEVEL, _WITH_GZIP_HEAD, _MEMORY = 9, 31, 9


def compressed(content: bytes) -> bytes:
    """In gzip's form without name and time: the same content gives the same bytes."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _WITH_GZIP_HEAD, _MEMORY)
    return packer.compress(content) + packer.flush()


def compress_files(paths: Iterable[str]) -> int:
    """Bring the copy beside each file up to date; how many have one. A copy that would be no smaller is not there."""
    return sum(map(_compress, paths))


def _compress(path: str) -> bool:
    with open(path, "rb") as file:
        content = file.read()
    copy = compressed(content) if len(content) >= SMALLEST else content
    if len(copy) < len(content):
        with open(path + COPY, "wb") as file:
            file.write(copy)
        return True
    if os.path.exists(path + COPY):
        os.unlink(path + COPY)
    return False


def compress_site(folder: str, jobs: int = 1) -> int:
    """The same for every file of text of a site, over so many processes."""
    return sum(spread(_compress, list(_texts(folder)), jobs))


def _texts(folder: str) -> Iterable[str]:
    endings = tuple(f".{ending}" for ending in ENDINGS)
    for current, _, names in os.walk(folder):
        yield from (os.path.join(current, name) for name in names if name.endswith(endings))
