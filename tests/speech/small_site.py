"""The site that is read: built from the small catalogue on a fixed day, served on this machine.

Its pages change with the templates and the texts of the site, not with every record.
"""

from __future__ import annotations

import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from generator import mkdocs_plugin
from generator.building import build
from generator.progress import Progress
from tests.conftest import AS_OF, REPOSITORY, SHARED, Tree
from tests.speech.page import Page, read_page

LINKED = ("site_src", "catalogue/policies/law-barrier-free.yml", "seeds/law-barrier-free.txt")
"""The pages of text, and the law that the accessibility statement links to."""


class _Handler(SimpleHTTPRequestHandler):
    """Serves files without a word; an unknown address gets the site's own page."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has there
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send 404.html, as a real server of this site does."""
        if code != 404:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@dataclass(frozen=True)
class SmallSite:
    """A folder of pages and the address under which they are served."""

    folder: Path
    address: str

    def html(self, address: str) -> str:
        """The page that a reader of this address gets, before any script ran."""
        file = self.folder / address.partition("?")[0]
        return (file if file.exists() else self.folder / "404.html").read_text("utf-8")

    def page(self, address: str, *, with_script: bool = False) -> Page:
        """The facts of a page, after its script ran if that is wanted."""
        return read_page(self._dumped(address) if with_script else self.html(address))

    def _dumped(self, address: str) -> str:
        """The page as it stands in a browser when its script has done its work."""
        options = ("--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=10000")
        profile = f"--user-data-dir={self.folder.parent / 'dump'}"
        command = ["chromium", *options, profile, "--dump-dom", self.address + address]
        return subprocess.run(
            command, capture_output=True, text=True, check=True, timeout=60
        ).stdout


def build_small_site(folder: Path) -> Path:
    """Build the site below an empty folder; the folder with its pages."""
    root = folder / "small"
    shutil.copytree(REPOSITORY / "tests/fixtures/small", root)
    return build_site(Tree(root).take((*SHARED, *LINKED)), folder / "site")


def build_site(tree: Tree, out: Path) -> Path:
    """Build the site of a tree; the folder with its pages."""
    checked = tree.check(AS_OF)
    assert not checked.has_errors, checked.report("text")
    build(checked, mkdocs_plugin.render, str(out), 1, Progress(enabled=False))
    return out


@contextmanager
def serve(folder: Path) -> Iterator[SmallSite]:
    """Serve a folder on a port of this machine that is free."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield SmallSite(folder, f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()
