"""An edition as a zip file: the same edition gives the same bytes; what its pages and its search weigh."""

from __future__ import annotations

import io
import os
import tempfile
import zipfile
from dataclasses import dataclass

from generator.files import read_bytes
from generator.offline import searching
from generator.offline.edition import Edition
from generator.render.assets import lean
from generator.render.audit import broken_links

STYLE, SEARCH = "assets/site.css", "search.js"
SOURCES = {STYLE: "site_src/assets/site.css", SEARCH: "site_src/offline/search.js"}
OF_SEARCH = frozenset({SEARCH, searching.NAME})
MOST = 100_000
"""Bytes over the wire of all that is no search: pages and style, compressed as they lie in the file."""


class LeadsNowhere(Exception):
    """A link of the edition leads to nothing; nothing was made of it."""


@dataclass(frozen=True, slots=True)
class Archive:
    """The zip file, with the compressed bytes of its pages and style and of its search."""

    data: bytes
    pages: int
    search: int


def archive(edition: Edition, root: str, folder: str) -> Archive:
    """The zip file of an edition, in which everything stands in `folder`. Raises LeadsNowhere."""
    files = {path: page.encode() for path, page in edition.pages.items()}
    files[searching.NAME] = searching.script(edition).encode()
    files |= {path: _served(root, source) for path, source in SOURCES.items()}
    _audit(files)
    data = _packed({f"{folder}/{path}": content for path, content in sorted(files.items())})
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        sizes = {info.filename.removeprefix(f"{folder}/"): info.compress_size for info in packed.infolist()}
    search = sum(size for path, size in sizes.items() if path in OF_SEARCH)
    return Archive(data, sum(sizes.values()) - search, search)


def _served(root: str, source: str) -> bytes:
    """A file of the site as it is served."""
    content = read_bytes(root, source, []) or b""
    return lean(content.decode()).encode() if source.endswith(".css") else content


def _packed(files: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        for path, content in files.items():
            entry = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            packed.writestr(entry, content, compresslevel=9)
    return held.getvalue()


def _audit(files: dict[str, bytes]) -> None:
    """Every link must lead to a file of the edition, and to a place in it."""
    with tempfile.TemporaryDirectory() as folder:
        for path, content in files.items():
            whole = os.path.join(folder, path)
            os.makedirs(os.path.dirname(whole), exist_ok=True)
            with open(whole, "xb") as file:
                file.write(content)
        broken = broken_links(folder)
    if broken:
        raise LeadsNowhere("\n".join(broken))
