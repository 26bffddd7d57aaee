"""A person at the form editor: finds boxes by their Chinese labels, types, chooses, saves."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, Route

from generator.form_editor.login import PROXY
from tests.browser.conftest import Site

SERVER = Path(__file__).parent / "node_modules/decap-server/dist/index.js"


@contextmanager
def local_backend(root: Path, port: int) -> Iterator[str]:
    """Decap's own server for a folder on this machine; its address."""
    assert SERVER.exists(), "the local backend is not installed: run make test"
    told = {"GIT_REPO_DIRECTORY": str(root), "PORT": str(port), "BIND_HOST": "127.0.0.1", "MODE": "fs"}
    command = ["node", str(SERVER)]
    with subprocess.Popen(
        command, env=os.environ | told, stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            assert server.stdout
            said = next((line for line in server.stdout if "listening" in line), "")
            assert str(port) in said, "the local backend ended"
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


@dataclass
class Clerk:
    """Someone who sees labels and buttons and knows nothing of files."""

    page: Page
    site: Site
    backend: str

    def log_in(self, place: str, where: str) -> None:
        """Open the editor of a place at a record or at an empty form."""
        self.page.route(f"{PROXY}/**", self._to_backend)
        self.page.goto(f"{self.site.address}/admin/{place}.html#/collections/{where}")
        self.page.get_by_role("button", name="登录").click()
        self.box("编号").wait_for()

    def _to_backend(self, route: Route) -> None:
        route.continue_(url=route.request.url.replace(PROXY, self.backend))

    def box(self, label: str) -> Locator:
        """The last box of this label: of several items the one that was added last."""
        return self.page.get_by_label(label, exact=True).last

    def fill(self, label: str, text: str) -> None:
        """Type into a box."""
        self.box(label).fill(text)

    def choose(self, label: str, *options: str) -> None:
        """Choose from a list, by the beginning of what is offered."""
        for option in options:
            self.box(label).click()
            self.box(label).fill(option)
            self.page.get_by_role("option", name=option).first.click()

    def add(self, title: str) -> None:
        """One item more in a list."""
        self.page.get_by_role("button", name=f"新增项（{title}）").click()

    def publish(self) -> None:
        """Ask for it to be written into the folder of this machine."""
        self.page.get_by_role("button", name="发布", exact=True).click()
        self.page.get_by_text("立即发布", exact=True).click()

    def save(self) -> None:
        """Publish, until it is said that it is done."""
        self.publish()
        self.page.get_by_text("内容已保存").first.wait_for()
