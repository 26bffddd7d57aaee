"""Everything a site is made from, by the stamps that a system gives a file; nothing is opened."""

from __future__ import annotations

import os
from typing import NamedTuple

FOLDERS = ("catalogue", "institutions", "seeds", "site_src")
SETTINGS = "mkdocs.yml"


class Stamp(NamedTuple):
    """What changes when a file does: bytes, the two times in nanoseconds, and the inode."""

    size: int
    modified: int
    changed: int
    inode: int


def stamp(found: os.stat_result) -> Stamp:
    """The stamp of a file."""
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def stamps(root: str) -> dict[str, Stamp]:
    """Path below `root` → stamp, of every file and link below FOLDERS, and of the settings."""
    found: dict[str, Stamp] = {}
    waiting = [name for name in FOLDERS if os.path.isdir(os.path.join(root, name))]
    while waiting:
        folder = waiting.pop()
        with os.scandir(os.path.join(root, folder)) as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(path)
                else:
                    found[path] = stamp(entry.stat(follow_symlinks=False))
    found[SETTINGS] = stamp(os.lstat(os.path.join(root, SETTINGS)))
    return found
