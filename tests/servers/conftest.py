"""The small site, made ready, and each of the servers that serve it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, SHARED, Tree
from tests.servers.running import Running, running
from tests.site.conftest import building, furnished, run

NAMES = ("nginx", "apache", "caddy")


@pytest.fixture(scope="session")
def open_folder() -> Iterator[Path]:
    """A folder that every user may read: started by root, Apache serves as another."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture(scope="session")
def ready_sources(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The small catalogue with all that a site is built from; not to be written to."""
    root = tmp_path_factory.mktemp("ready") / "small"
    shutil.copytree(REPOSITORY / "tests/fixtures/small", root)
    return furnished(Tree(root).take(SHARED))


@pytest.fixture(scope="session")
def ready_site(ready_sources: Tree, open_folder: Path) -> Path:
    """The small site with its `.htaccess` and a compressed copy beside each file of text."""
    out = open_folder / "site"
    done = run(building(ready_sources, out, "--server", "apache"))
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture(scope="session", params=NAMES)
def server(request: pytest.FixtureRequest, ready_site: Path, open_folder: Path) -> Iterator[Running]:
    """Each of the servers in turn, with the small site."""
    with running(request.param, ready_site, open_folder / request.param) as found:
        yield found
