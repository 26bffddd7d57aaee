"""What a page weighs over the wire, as a server sends it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser

from tests.a11y.desk import Ready
from tests.a11y.serving import Served, packed

MOST_A_PAGE = 15_000
MOST_TO_A_RESULT = 60_000
USED = re.compile(r'<(?:link|script|img)\b(?! rel="alternate")[^>]*?\s(?:href|src)="([^"]+)"')
"""What a browser fetches with a page; a feed is only named."""
OF_STYLE = re.compile(r'url\("?([^")]+)"?\)')
NOTE_FIRST = """
new MutationObserver((_, observer) => {
  if (!document.querySelector("#search-results .cards li")) return;
  globalThis.firstResult = performance.now();
  observer.disconnect();
}).observe(document, { childList: true, subtree: true });
"""
RECEIVED = """() => {
  const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  const until = all.filter((entry) => entry.responseEnd <= globalThis.firstResult);
  return Object.fromEntries(until.map((entry) => [entry.name, entry.encodedBodySize]));
}"""
"""Address → bytes of the body over the wire, of all that had come when the first result was there."""


@dataclass
class Scales:
    """Weighs the pages of a built site."""

    folder: Path
    _sizes: dict[Path, int] = field(default_factory=dict)

    def _size(self, file: Path) -> int:
        if file not in self._sizes:
            self._sizes[file] = len(packed(file.read_bytes()))
        return self._sizes[file]

    def _named(self, address: str, page: Path) -> Path:
        """The file that a page or style sheet calls by an address."""
        path = unquote(urlsplit(address).path)
        return (
            self.folder / path.lstrip("/") if path.startswith("/") else page.parent / path
        ).resolve()

    def parts(self, page: Path) -> dict[str, int]:
        """The page and every style sheet, script and picture that it uses, with their sizes."""
        files = {self._named(address, page) for address in USED.findall(page.read_text("utf-8"))}
        sheets = [file for file in files if file.suffix == ".css"]
        for sheet in sheets:
            files |= {self._named(a, sheet) for a in OF_STYLE.findall(sheet.read_text("utf-8"))}
        return {page.name: self._size(page), **{file.name: self._size(file) for file in files}}


def too_heavy(folder: Path) -> dict[str, dict[str, int]]:
    """The pages of a folder that weigh too much, with their parts."""
    scales = Scales(folder.resolve())
    weighed = {str(p.relative_to(folder)): scales.parts(p) for p in folder.rglob("*.html")}
    return {path: parts for path, parts in weighed.items() if sum(parts.values()) > MOST_A_PAGE}


def heaviest(folder: Path) -> tuple[int, str, dict[str, int]]:
    """The heaviest page of a folder: its weight, path and parts."""
    scales = Scales(folder.resolve())
    weighed = [(scales.parts(p), str(p.relative_to(folder))) for p in folder.rglob("*.html")]
    return max((sum(parts.values()), path, parts) for parts, path in weighed)


def bytes_to_a_result(browser: Browser, site: Served, path: str) -> int:
    """What a reader who comes for the first time has received when the first result stands there."""
    context = browser.new_context(locale="zh-CN")
    context.add_init_script(NOTE_FIRST)
    page = context.new_page()
    page.goto(site.address + path)
    page.wait_for_function(Ready.SEARCHED.value)
    received: dict[str, int] = page.evaluate(RECEIVED)
    context.close()
    return sum(received.values())
