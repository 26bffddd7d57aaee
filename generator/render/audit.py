"""After the pages are written: every inner link and anchor must lead somewhere."""

from __future__ import annotations

import html
import os
import posixpath
import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache, partial
from urllib.parse import unquote, urlsplit

from generator.processes import spread

# Templates and Markdown write < and > in texts and attributes as entities, so an attribute is what
# stands before the end of a tag. Each pattern begins with plain letters, which is found fast.
_LINKS = [re.compile(rf'{name}="(?<=\s{name}=")([^"]*)"(?=[^<>]*>)') for name in ("href", "src", "action")]
_ID = re.compile(r'id="(?<=\sid=")([^"]*)"(?=[^<>]*>)')


OF_THE_PAGE = ("#", "?")
"""How links begin that lead to the page on which they stand."""


@dataclass(frozen=True)
class _Page:
    """A page as text."""

    text: str

    @property
    def links(self) -> Iterable[str]:
        """Where its links lead, each once."""
        found = (link for pattern in _LINKS for link in pattern.findall(self.text) if link)
        return map(html.unescape, dict.fromkeys(found))

    @cached_property
    def ids(self) -> frozenset[str]:
        """Its anchors."""
        return frozenset(map(html.unescape, _ID.findall(self.text)))


def _html_files(folder: str) -> list[str]:
    found = []
    for current, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if f != "pagefind")
        inside = f"{current}/".removeprefix(f"{folder}/")
        found += [f"{inside}{name}" for name in sorted(names) if name.endswith(".html")]
    return found


class _Site:
    """The pages of a folder; of those to which an anchor leads, the anchors."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.paths = _html_files(folder)
        self._known = set(self.paths)
        self.anchors = cache(partial(anchors, folder))
        self._good: dict[str, set[str]] = defaultdict(set)

    def has(self, target: str) -> bool:
        """Whether there is such a page or file."""
        inside = not target.startswith("..")
        return target in self._known or (inside and os.path.isfile(os.path.join(self.folder, target)))

    def broken_on(self, path: str) -> list[str]:
        """One sentence for each link of a page that leads nowhere."""
        page = _read(os.path.join(self.folder, path))
        good, found = self._good[posixpath.dirname(path)], []
        for link in page.links:
            if link in good:
                continue
            lost = self._lost(path, page, link)
            if lost:
                found.append(f"{path}：链接 {link} 指向的{lost}不存在。")
            elif not link.startswith(OF_THE_PAGE):
                good.add(link)  # the frame has the same links on every page of a folder
        return found

    def _lost(self, path: str, page: _Page, link: str) -> str:
        """What a link on the page at `path` does not find; "" when it leads somewhere."""
        if link.startswith("#"):
            return "" if unquote(link[1:]) in page.ids or link == "#" else "位置"
        target, anchor = _resolved(posixpath.dirname(path), link)
        if target is None:
            return ""
        target = target or path
        if not self.has(target):
            return "页面"
        return "位置" if anchor and target in self._known and anchor not in self.anchors(target) else ""


def anchors(folder: str, path: str) -> frozenset[str]:
    """The anchors of a page; none when it is not there."""
    whole = os.path.join(folder, path)
    return _read(whole).ids if os.path.isfile(whole) else frozenset()


def broken_links(folder: str, only: Collection[str] | None = None, jobs: int = 1) -> list[str]:
    """One sentence for each inner link that leads to no file or no anchor, in order of page.

    Only the links on some pages are followed, where those of the others are known to lead somewhere.
    """
    site = _Site(folder)
    followed = [path for path in site.paths if only is None or path in only]
    return [broken for found in spread(site.broken_on, followed, jobs) for broken in found]


def _read(path: str) -> _Page:
    with open(path, encoding="utf-8") as file:
        return _Page(file.read())


@lru_cache(maxsize=1 << 16)
def _resolved(folder: str, link: str) -> tuple[str | None, str]:
    """The file a link in `folder` leads to, "" for the page itself, None for one to the outside."""
    try:
        parts = urlsplit(link)
    except ValueError:  # http://[ and the like
        return "..", ""
    if parts.scheme or parts.netloc:
        return None, ""
    wanted, anchor = unquote(parts.path), unquote(parts.fragment)
    if wanted.startswith("/"):
        return wanted.lstrip("/") or "index.html", anchor
    return posixpath.normpath(posixpath.join(folder, wanted)) if wanted else "", anchor
