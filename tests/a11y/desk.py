"""Where pages are opened: one page with script and one without, kept for the whole run."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

PROBES = Path(__file__).parent / "probes"
WIDE = (1280, 800)
PHONE = (360, 740)
TAB = {"type": "rawKeyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
SHIFT = 8
PATIENCE = 60_000
"""Milliseconds; a busy machine is slow, and is no fault of a page."""
TO_THE_TOP = """() => {
  if (document.activeElement === document.body) return;
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
}"""
"""From here the first Tab goes to the first stop, even where a page gave the focus to its results."""
PICTURES = "**/*.{svg,png,jpg,jpeg,webp,avif,ico}"


class Ready(Enum):
    """What is done after loading; the value is run in the page, and waited for until true."""

    LOADED = "() => true"
    SEARCHED = "() => /找到|没有打开/.test(document.querySelector('#search-status').textContent)"
    SETTINGS = """() => {
      const button = document.querySelector("#settings > button");
      if (button?.getAttribute("aria-expanded") === "false") button.click();
      return Boolean(button);
    }"""


@dataclass(frozen=True)
class Target:
    """A page in the state in which it is examined."""

    address: str
    ready: Ready = Ready.LOADED


@cache
def probe(name: str) -> str:
    """The text of a probe."""
    return (PROBES / f"{name}.js").read_text("utf-8")


@dataclass
class Desk:
    """Opens targets in one browser."""

    browser: Browser
    _pages: dict[bool, Page] = field(default_factory=dict)
    _keys: CDPSession | None = None

    def _page(self, *, script: bool) -> Page:
        if script not in self._pages:
            context = self.browser.new_context(
                locale="zh-CN", java_script_enabled=script, reduced_motion="no-preference"
            )
            context.set_default_timeout(PATIENCE)
            context.add_init_script(probe("common"))
            self._pages[script] = context.new_page()
            if not script:
                self._pages[script].route(PICTURES, lambda route: route.abort())
        return self._pages[script]

    def open(self, target: Target, size: tuple[int, int] = WIDE) -> Page:
        """The target, loaded anew, in ordinary colours."""
        page = self._page(script=True)
        resize(page, size)
        page.emulate_media(media="screen", forced_colors="none", reduced_motion="no-preference")
        page.emulate_media(color_scheme="light")
        page.goto(target.address)
        page.wait_for_function(target.ready.value)
        page.evaluate(TO_THE_TOP)
        return page

    def open_bare(self, target: Target) -> Page:
        """The target without script and without pictures."""
        page = self._page(script=False)
        page.goto(target.address)
        return page

    @property
    def session(self) -> CDPSession:
        """The protocol of the page with script."""
        if self._keys is None:
            page = self._page(script=True)
            self._keys = page.context.new_cdp_session(page)
        return self._keys

    def tab(self, times: int = 1, *, back: bool = False) -> None:
        """Press Tab, or Shift and Tab; faster than by the keyboard of the page."""
        for _ in range(times):
            self.session.send("Input.dispatchKeyEvent", {**TAB, "modifiers": SHIFT if back else 0})

    def close(self) -> None:
        """Close both pages."""
        for page in self._pages.values():
            page.context.close()


def resize(page: Page, size: tuple[int, int]) -> None:
    """Give the window another size."""
    page.set_viewport_size({"width": size[0], "height": size[1]})


def ask(page: Page, name: str, argument: object = None) -> Any:  # noqa: ANN401 - JSON
    """Run a probe in the page."""
    return page.evaluate(probe(name), argument)
