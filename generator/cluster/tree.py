"""The sources of a site, packed to travel; on each machine they lie in a folder of its own."""

from __future__ import annotations

import os
import pickle
import stat
import tempfile
import uuid
import zlib
from collections.abc import Iterator
from contextlib import suppress

from generator.files import read_bytes
from generator.incremental.sources import stamps
from generator.loading import DATA_FOLDERS

FAST = 1
"""The level at which sources are packed: a tenth is left of them, in a hundredth of a second a megabyte."""


class Root(str):
    """The folder of the sources: whoever unpickles it has the one where they lie for that process."""

    __slots__ = ("tree",)
    tree: str

    def __reduce__(self) -> tuple[type[Root] | object, tuple[str]]:
        """By the id of the tree; the folder itself does not travel."""
        return root_of, (self.tree,)


_lying: dict[str, str] = {}
"""Id of a tree → the folder where it lies for this process."""
_unpacked: dict[str, tempfile.TemporaryDirectory[str]] = {}


def root_of(tree: str) -> Root:
    """The folder of a tree that lies here."""
    root = Root(_lying[tree])
    root.tree = tree
    return root


def departing(folder: str) -> Root:
    """The folder of the sources here, under a new id."""
    tree = uuid.uuid4().hex
    _lying[tree] = folder
    return root_of(tree)


def packed(folder: str) -> bytes:
    """Every plain file that a site is made from, with its path."""
    return zlib.compress(pickle.dumps(dict(_contents(folder)), pickle.HIGHEST_PROTOCOL), FAST)


def _contents(folder: str) -> Iterator[tuple[str, bytes]]:
    """Of records and texts no more than reading them takes; what cannot be opened is not there either."""
    data = tuple(f"{top}/" for top in DATA_FOLDERS)
    for path in stamps(folder):
        with suppress(OSError):
            if stat.S_ISREG(os.lstat(os.path.join(folder, path)).st_mode):
                content = read_bytes(folder, path, []) if path.startswith(data) else _whole(folder, path)
                if content is not None:
                    yield path, content


def _whole(folder: str, path: str) -> bytes:
    with open(os.path.join(folder, path), "rb") as file:
        return file.read()


def unpack(tree: str, content: bytes, below: str) -> None:
    """Lay the files of a tree into a new folder, unless they lie here."""
    if tree in _lying:
        return
    folder = tempfile.TemporaryDirectory(prefix="catalogue-", dir=below)
    for path, data in pickle.loads(zlib.decompress(content)).items():  # noqa: S301 - see `shares`
        whole = os.path.join(folder.name, path)
        os.makedirs(os.path.dirname(whole), exist_ok=True)
        with open(whole, "xb") as file:
            file.write(data)
    _unpacked[tree], _lying[tree] = folder, folder.name


def forget(tree: str) -> None:
    """Take away the files that were unpacked of a tree, and its id."""
    _lying.pop(tree, None)
    if tree in _unpacked:
        _unpacked.pop(tree).cleanup()
