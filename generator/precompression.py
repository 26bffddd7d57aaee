"""A compressed copy beside each file of text, for servers that send it as it is."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

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


def compress_site(folder: str, former: str = "", jobs: int = 1) -> int:
    """Put the copy beside each file of text of a site, over so many processes; how many have one.

    A file that is the very one of the `former` site (a link to it) has the copy that it has there.
    """
    site = _Site(folder, former)
    return sum(spread(site.copy, list(_texts(folder)), jobs))


@dataclass(frozen=True)
class _Site:
    folder: str
    former: str

    def copy(self, path: str) -> bool:
        """Put the copy beside the file at this path; False when it would be no smaller."""
        whole = os.path.join(self.folder, path)
        with suppress(FileNotFoundError):
            os.unlink(whole + COPY)  # perhaps a link to one of the former site: never written to
        return self._take(path, whole) or _compress(whole)

    def _take(self, path: str, whole: str) -> bool:
        """Link the copy of the former site; False when there is none that fits."""
        before = os.path.join(self.former, path)
        try:
            if not self.former or not os.path.samefile(before, whole):
                return False
            if _length_in(before + COPY) != os.path.getsize(whole):
                return False
            os.link(before + COPY, whole + COPY)
        except OSError:  # not there, or a disk without links
            return False
        return True


def _length_in(copy: str) -> int:
    """How long the file was that a copy was made of: its last four bytes."""
    with open(copy, "rb") as file:
        file.seek(-4, os.SEEK_END)
        return int.from_bytes(file.read(), "little")


def _compress(path: str) -> bool:
    with open(path, "rb") as file:
        content = file.read()
    copy = compressed(content) if len(content) >= SMALLEST else content
    if len(copy) >= len(content):
        return False
    with open(path + COPY, "xb") as file:
        file.write(copy)
    return True


def _texts(folder: str) -> Iterable[str]:
    """The paths of the files of text of a site."""
    endings = tuple(f".{ending}" for ending in ENDINGS)
    for current, _, names in os.walk(folder):
        inner = os.path.relpath(current, folder)
        yield from (os.path.join(inner, name) for name in names if name.endswith(endings))
