"""Booklets of the small catalogue, and what stands in a PDF."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdf
import pytest
from pypdf.generic import ArrayObject, DictionaryObject

from generator.leaflets import sheets
from generator.leaflets.booklet import Booklet
from generator.leaflets.compiling import compiled
from generator.locality import Locality
from tests.conftest import REPOSITORY, SHARED, Tree

SITE = "https://www.example.org/"
COUNTY, WITH_SAMPLES = "510107", "510703"


def booklet_of(tree: Tree, code: str, site: str = "") -> Booklet:
    """The booklet of a place of a tree without errors; of COUNTY only what is real."""
    checked = tree.check(without_samples=code == COUNTY)
    assert not checked.has_errors, checked.report("text")
    return compiled(Locality(checked.catalogue, checked.catalogue.regions[code]), site)


def drawn(booklet: Booklet) -> bytes:
    """The PDF of a booklet by this repository's template."""
    return sheets.pdf(sheets.markup(booklet, str(REPOSITORY), "2026-11-23"))


@dataclass(frozen=True)
class Element:
    """An element of the structure of a PDF: its role, what stands for it where it is a picture."""

    role: str
    alt: str


@dataclass(frozen=True)
class Pdf:
    """A PDF, taken apart."""

    reader: pypdf.PdfReader

    @property
    def root(self) -> DictionaryObject:
        """What holds of the whole file."""
        return self.reader.root_object

    def texts(self) -> list[str]:
        """The words of each page."""
        return [page.extract_text() for page in self.reader.pages]

    def elements(self) -> Iterator[Element]:
        """Every element of the structure, as a reading program meets them."""
        yield from _below(self.root["/StructTreeRoot"])

    def bookmarks(self) -> list[str]:
        """The titles of the bookmarks, whatever their rank."""
        return list(_titles(self.reader.outline))


def _below(node: object) -> Iterator[Element]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, ArrayObject):
        for child in node:
            yield from _below(child)
    elif isinstance(node, DictionaryObject):
        if "/S" in node:
            yield Element(str(node["/S"])[1:], str(node.get("/Alt", "")))
        yield from _below(node.get("/K"))


def _titles(outline: list[Any]) -> Iterator[str]:
    for entry in outline:
        if isinstance(entry, list):
            yield from _titles(entry)
        else:
            yield str(entry.title)


def opened(data: bytes) -> Pdf:
    """A PDF from its bytes."""
    return Pdf(pypdf.PdfReader(io.BytesIO(data)))


@pytest.fixture(scope="session")
def still(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The small catalogue with the program's own templates, not to be written to."""
    root = tmp_path_factory.mktemp("leaflets") / "small"
    shutil.copytree(REPOSITORY / "tests/fixtures/small", root)
    return Tree(root).take([*SHARED, "site_src"])


@pytest.fixture(scope="session")
def booklet(still: Tree) -> Booklet:
    """The booklet of a county that has a real course, a base, questions, and sentences in short."""
    return booklet_of(still, COUNTY, SITE)


@pytest.fixture(scope="session")
def with_samples(still: Tree) -> Booklet:
    """The booklet of a county that has nothing but samples."""
    return booklet_of(still, WITH_SAMPLES)
