"""After the pages are written: every inner link and anchor must lead somewhere."""

from __future__ import annotations

import html
import os
import posixpath
import re
from collections.abc import Callable, Collection
from functools import cache, lru_cache
from urllib.parse import unquote, urlsplit

# Templates and Markdown write < and > in texts and attributes as entities, so this finds every tag.
_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_LINK = re.compile(r'\s(?:href|src|action)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')


class _Page:
    """The links of a page, each once, and its anchors."""

    def __init__(self, text: str) -> None:
        tags = "".join(_TAG.findall(text))
        self.links = dict.fromkeys(map(html.unescape, filter(None, _LINK.findall(tags))))
        self.ids = frozenset(map(html.unescape, _ID.findall(tags)))


def _html_files(folder: str) -> list[str]:
    found = []
    for current, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if f != "pagefind")
        found += [os.path.join(current, name) for name in sorted(names) if name.endswith(".html")]
    return [os.path.relpath(path, folder).replace(os.sep, "/") for path in found]


class _Pages(dict[str, _Page]):
    """The pages of a site, each read when it is first asked for."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self._folder = folder
        self.paths = _html_files(folder)
        self._known = set(self.paths)

    def __contains__(self, path: object) -> bool:
        return path in self._known

    def __missing__(self, path: str) -> _Page:
        page = self[path] = _read(os.path.join(self._folder, path))
        return page


def anchors(folder: str, path: str) -> frozenset[str]:
    """The anchors of a page; none when it is not there."""
    whole = os.path.join(folder, path)
    return _read(whole).ids if os.path.isfile(whole) else frozenset()


def broken_links(folder: str, only: Collection[str] | None = None) -> list[str]:
    """One sentence for each inner link that leads to no file or no anchor, in order of page.

    Only the links on some pages are followed, where those of the others are known to lead somewhere.
    """
    pages = _Pages(folder)

    @cache
    def exists(target: str) -> bool:
        inside = not target.startswith("..")
        return target in pages or (inside and os.path.isfile(os.path.join(folder, target)))

    return [
        f"{path}：链接 {link} 指向的{lost}不存在。"
        for path in pages.paths
        if only is None or path in only
        for link in pages[path].links
        if (lost := _lost(pages, exists, path, link))
    ]


def _read(path: str) -> _Page:
    with open(path, encoding="utf-8") as file:
        return _Page(file.read())


def _lost(pages: _Pages, exists: Callable[[str], bool], path: str, link: str) -> str:
    """What a link on the page `path` does not find; "" when it leads somewhere."""
    target, anchor = _resolved(posixpath.dirname(path), link)
    if target is None:
        return ""
    target = target or path
    if not exists(target):
        return "页面"
    return "位置" if anchor and target in pages and anchor not in pages[target].ids else ""


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
