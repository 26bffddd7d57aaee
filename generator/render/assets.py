"""Style, scripts and pictures as they are served: lean, each under a name with the hash of its content.

A browser may keep such a file for ever, since other content has another name.
"""

from __future__ import annotations

import hashlib
import os
import posixpath
import re
from dataclasses import dataclass

from generator.files import find

SOURCE, FOLDER = "site_src/assets", "assets"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_COMMENT_LINES = re.compile(r"^[ \t]*(?:/\*\*.*?\*/|//[^\n]*)\n", re.DOTALL | re.MULTILINE)
_LINE_END = re.compile(r"\n\s*")
_URL = re.compile(r'url\("?([^":)]+)"?\)')
_IMPORT = re.compile(r'(?:(?<=import\("\./)|(?<= from "\./))[^"/]+(?=")')


def lean(css: str) -> str:
    """A style sheet without comments and indentation, which every first visit would pay for."""
    return _LINE_END.sub("\n", _COMMENT.sub("", css)).lstrip()


def lean_script(script: str) -> str:
    """A script without indentation and the comments that have lines of their own; no text in it may go over lines."""
    return _LINE_END.sub("\n", _COMMENT_LINES.sub("", script)).lstrip()


@dataclass(frozen=True, slots=True)
class Asset:
    """A file below `assets/`: its path on the site and its bytes."""

    path: str
    content: bytes


class Assets(dict[str, Asset]):
    """Name in `site_src/assets` → the file that is served."""

    def address(self, name: str) -> str:
        """The path on the site; for a name that is not there, one that the link audit will not find."""
        return self[name].path if name in self else f"{FOLDER}/{name}"


def assets_of(root: str) -> Assets:
    """The assets of the tree `root`; links, devices and what cannot be read are left out."""
    names = [path.removeprefix(f"{SOURCE}/") for path in find(root, SOURCE, "", [])]
    found = Assets()
    for name in sorted(names, key=lambda name: (name.endswith(".css"), name)):  # style sheets name pictures
        _add(root, name, found, set(names) - {name})
    return found


def _add(root: str, name: str, found: Assets, others: set[str]) -> None:
    """Find an asset, and those of the others that it imports before it."""
    content = None if name in found or posixpath.basename(name).startswith(".") else _read(root, name)
    if content is None:
        return
    for other in _imports(content, name) & others:
        _add(root, other, found, others - {other})
    served = _served(content, name, found)
    found[name] = Asset(f"{FOLDER}/{_hashed(name, served)}", served)


def _imports(content: bytes, name: str) -> set[str]:
    return {*_IMPORT.findall(content.decode("utf-8", "replace"))} if name.endswith(".js") else set()


def _read(root: str, name: str) -> bytes | None:
    try:
        with open(os.path.join(root, SOURCE, name), "rb") as file:
            return file.read()
    except OSError:
        return None


def _served(content: bytes, name: str, known: Assets) -> bytes:
    if name.endswith(".css"):
        return _styled(content, name, known)
    return _scripted(content, known) if name.endswith(".js") else content


def _scripted(content: bytes, known: Assets) -> bytes:
    """A lean script that imports those of `known` under their names on the site."""
    lean = lean_script(content.decode("utf-8", "replace"))
    return _IMPORT.sub(lambda name: posixpath.basename(known.address(name[0])), lean).encode()


def _styled(content: bytes, name: str, known: Assets) -> bytes:
    """A lean style sheet with the pictures of `known` under their names on the site."""
    folder = posixpath.dirname(name)

    def renamed(url: re.Match[str]) -> str:
        served = known.address(posixpath.normpath(posixpath.join(folder, url[1])))
        return f'url("{posixpath.relpath(served, posixpath.join(FOLDER, folder))}")'

    return _URL.sub(renamed, lean(content.decode("utf-8", "replace"))).encode()


def _hashed(name: str, content: bytes) -> str:
    stem, ending = posixpath.splitext(name)
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:8]}{ending}"
