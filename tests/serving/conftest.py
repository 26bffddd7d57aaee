"""A tree that is served, and a browser that looks at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import browser
from tests.conftest import Tree
from tests.site.conftest import catalogue, sources
from tests.site.test_mkdocs import free_port, page, served, until

DAY = "2026-11-23"
COURSE = "catalogue/courses/ceshi-zhubian.yml"
PAGE = "courses/ceshi-zhubian.html"
SUMMARY = "学完能独立编一只竹篮。"
Address = Callable[[str], str]
__all__ = ["browser", "sources"]


@pytest.fixture
def address(sources: Tree, tmp_path: Path) -> Iterator[Address]:
    """Path → address, of the small catalogue while it is served."""
    port, log = free_port(), tmp_path / "log"
    base = f"http://127.0.0.1:{port}/"
    command = catalogue("serve", "--root", str(sources), "--as-of", DAY, "--address", f"127.0.0.1:{port}")
    with served(command, log) as running:
        until(running, lambda: "</html>" in page(base), log)
        yield lambda path: base + path


def opened(browser: Browser, address: Address, path: str) -> Page:
    """A page of the served site that is low enough to scroll, and listens."""
    page = browser.new_context(viewport={"width": 360, "height": 300}).new_page()
    with page.expect_request(lambda request: "/.live/events" in request.url):
        page.goto(address(path))
    return page
