"""A tree that is served, and a browser that looks at it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser.conftest import browser
from tests.conftest import Tree
from tests.site.conftest import catalogue, sources
from tests.site.test_mkdocs import free_port, page, served, until

DAY = "2026-11-23"
__all__ = ["browser", "sources"]


@pytest.fixture
def address(sources: Tree, tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """Path → address, of the small catalogue while it is served."""
    port, log = free_port(), tmp_path / "log"
    base = f"http://127.0.0.1:{port}/"
    command = catalogue("serve", "--root", str(sources), "--as-of", DAY, "--address", f"127.0.0.1:{port}")
    with served(command, log) as running:
        until(running, lambda: "</html>" in page(base), log)
        yield lambda path: base + path
