"""Built sites, a server for each, and one real browser."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Request, sync_playwright

from generator.catalogue import Catalogue
from tests.conftest import REPOSITORY, Tree
from tests.site.conftest import building, run

CHROMIUM = "/usr/bin/chromium"
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# A blocked thing is a message of the console too, but the event also names the directive.
TELL_VIOLATIONS = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`CSP ${event.violatedDirective} ${event.blockedURI}`));
"""


@dataclass(frozen=True)
class Site:
    """A built site and the address where it is served."""

    folder: Path
    address: str

    def paths(self) -> list[str]:
        """Every page, by path from the root."""
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*.html"))


@contextmanager
def served(folder: Path) -> Iterator[Site]:
    """Serve a folder on this machine until the end of the block."""
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1"]
    with subprocess.Popen(
        [*command, "--directory", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        try:
            said = server.stdout.readline() if server.stdout else ""
            port = re.search(r"port (\d+)", said)
            assert port, said
            yield Site(folder, f"http://127.0.0.1:{port[1]}")
        finally:
            server.terminate()


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of this repository."""
    out = tmp_path_factory.mktemp("real") / "site"
    done = run(building(REPOSITORY, out))
    assert done.returncode == 0, done.stderr
    with served(out) as site:
        yield site


@pytest.fixture(scope="session")
def real_catalogue() -> Catalogue:
    """The records of this repository."""
    return Tree(REPOSITORY).check().catalogue


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, without what it would ask the network for by itself; one a module, as in `a11y`."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield browser
        browser.close()


@dataclass
class Watch:
    """All that a page did which no page of ours may do."""

    site: str
    faults: list[str] = field(default_factory=list)

    def over(self, page: Page) -> Page:
        """Watch a page."""
        page.on("console", lambda said: self._heard(said.type, said.text))
        page.on("pageerror", lambda error: self.faults.append(f"error {error}"))
        page.on("request", self._asked)
        page.on("dialog", self._asked_by_dialog)
        page.on("popup", lambda _: self.faults.append("popup"))
        return page

    def _asked_by_dialog(self, dialog: Dialog) -> None:
        self.faults.append("dialog")
        dialog.dismiss()

    def _heard(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            self.faults.append(f"console {text}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith(self.site):
            self.faults.append(f"request {request.url}")

    def told(self) -> list[str]:
        """The faults since the last time."""
        faults, self.faults = self.faults, []
        return faults


@contextmanager
def opened(browser: Browser, site: str, **settings: object) -> Iterator[tuple[Page, Watch]]:
    """A page in a fresh profile, watched."""
    context: BrowserContext = browser.new_context(locale="zh-CN", **settings)  # type: ignore[arg-type]
    context.add_init_script(TELL_VIOLATIONS)
    watch = Watch(site)
    try:
        yield watch.over(context.new_page()), watch
    finally:
        context.close()


@pytest.fixture(scope="module")
def search_page(browser: Browser, real_site: Site) -> Iterator[tuple[Page, Watch]]:
    """One page for all searches."""
    with opened(browser, real_site.address) as page:
        yield page
