"""The site of the small catalogue, whose pages the peers are given."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, SHARED, Tree
from tests.site.conftest import building, run


def lay_small(folder: Path) -> None:
    """Lay the small catalogue with all that a site is made of into a folder."""
    shutil.copytree(REPOSITORY / "tests/fixtures/small", folder, dirs_exist_ok=True)
    Tree(folder).take([*SHARED, "site_src"])


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small catalogue with every page of text, not to be written to."""
    root = tmp_path_factory.mktemp("bench")
    lay_small(root / "tree")
    done = run(building(root / "tree", root / "site"))
    assert done.returncode == 0, done.stderr
    return root / "site"
