"""The engines that run inside a page: axe-core, and the engine of IBM's Equal Access checker."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.browser.conftest import CHROMIUM, SWITCHES
from tests.judges.finding import Finding
from tests.judges.states import State

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
ENGINES = {"axe": "axe-core/axe.min.js", "ibm": "accessibility-checker-engine/ace.js"}
"""Name → its script."""
HEIGHT = 800
MODES = {
    f"{scheme}-{width}": (scheme, ViewportSize(width=width, height=HEIGHT))
    for scheme in ("light", "dark")
    for width in (1280, 360)
}


def version(package: str) -> str:
    """The version of an installed npm package."""
    manifest = MODULES / package / "package.json"
    assert manifest.exists(), f"the judges are not installed ({package}): run make test"
    return str(json.loads(manifest.read_text("utf-8"))["version"])


@dataclass
class Judged:
    """What an engine found, how many rules it ran, and how long it took."""

    version: str
    rules: int = 0
    runs: int = 0
    seconds: float = 0
    findings: list[Finding] = field(default_factory=list)


@contextmanager
def started() -> Iterator[Browser]:
    """A browser of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        try:
            yield browser
        finally:
            browser.close()


def judge(browser: Browser, site: str, state: State, into: dict[str, Judged]) -> None:
    """Open a page once, in a fresh profile, and let every engine judge it in every mode.

    The policy of the site does not bind the scripts that are put in here.
    """
    with browser.new_context(bypass_csp=True, locale="zh-CN") as profile:
        page = profile.new_page()
        page.goto(f"{site}/{state.address}")
        _make_ready(page, state)
        for mode, (scheme, size) in MODES.items():
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            page.set_viewport_size(size)
            for engine, judged in into.items():
                _ask(page, engine, (state.kind, mode), judged)


def _make_ready(page: Page, state: State) -> None:
    for script in (*(MODULES / path for path in ENGINES.values()), HERE / "engines.js"):
        page.add_script_tag(path=script)
    page.evaluate(f"() => {{ {state.script} }}")
    page.wait_for_selector(state.ready)


def _ask(page: Page, engine: str, where: tuple[str, str], into: Judged) -> None:
    began = time.monotonic()
    said = page.evaluate(f"() => judges.{engine}()")
    into.seconds += time.monotonic() - began
    into.runs += 1
    into.rules = said["rules"]
    kind, mode = where
    into.findings += [Finding(engine, kind=kind, mode=mode, **one) for one in said["findings"]]


def nothing_yet() -> dict[str, Judged]:
    """An empty result for each engine."""
    return {name: Judged(version(path.partition("/")[0])) for name, path in ENGINES.items()}
