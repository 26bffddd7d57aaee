"""An edition of the small catalogue, packed and unpacked."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pytest

from generator.locality import Locality
from generator.offline.archive import Archive, archive
from generator.offline.edition import Edition, edition
from tests.conftest import REPOSITORY, SHARED, Tree

COUNTY = "510107"


def edition_of(tree: Tree, code: str) -> Edition:
    """The edition of a place, whatever the checks say of the tree."""
    catalogue = tree.check().catalogue
    return edition(Locality(catalogue, catalogue.regions[code]))


def unpacked(made: Archive, folder: Path) -> Path:
    """The folder of an edition, as a reader has it."""
    with zipfile.ZipFile(io.BytesIO(made.data)) as packed:
        packed.extractall(folder)
    (inner,) = folder.iterdir()
    return inner


@pytest.fixture(scope="session")
def still(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The small catalogue with the program's own files, not to be written to."""
    root = tmp_path_factory.mktemp("offline") / "small"
    shutil.copytree(REPOSITORY / "tests/fixtures/small", root)
    return Tree(root).take([*SHARED, "site_src"])


@pytest.fixture(scope="session")
def made(still: Tree) -> Edition:
    """The edition of a county with a course, a base, an institution, questions and a self-check."""
    return edition_of(still, COUNTY)


@pytest.fixture(scope="session")
def packed(made: Edition, still: Tree) -> Archive:
    """The same as a zip file."""
    return archive(made, str(still), COUNTY)
