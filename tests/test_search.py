"""The index is the same for the same pages, whole or not there, and without Pagefind's interfaces."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import search
from generator.render.index_pages import Document, write_index_pages
from generator.search import IndexFailed, build_index

DOCUMENTS = [
    Document(
        path=f"courses/{number}.html",
        title=f"竹编{number}班",
        type="课程",
        region="成都市",
        text=f"第{number}门课程，学编竹篮。" * number,
        kind="course",
        prefecture="510100",
    )
    for number in range(1, 40)
]


def indexed(documents: list[Document], folder: Path) -> dict[str, bytes]:
    """Every file of the index of these pages, written in this order."""
    write_index_pages(documents, str(folder / "pages"))
    build_index(str(folder / "pages"), str(folder / "site"))
    files = [path for path in (folder / "site").rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_the_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    """Ten indexes of the same pages are equal, in whatever order the pages were written."""
    first = indexed(DOCUMENTS, tmp_path / "0")
    for number in range(1, 10):
        cut = number * 4
        assert indexed(DOCUMENTS[cut:] + DOCUMENTS[:cut], tmp_path / str(number)) == first


def test_every_page_is_in_the_index(tmp_path: Path) -> None:
    """There is one fragment a page, and the files that a search needs."""
    files = indexed(DOCUMENTS, tmp_path)
    assert sum("fragment/" in path for path in files) == len(DOCUMENTS)
    assert {"site/pagefind/pagefind.js", "site/pagefind/wasm.unknown.pagefind"} <= set(files)


def test_pagefinds_own_interfaces_are_not_published(tmp_path: Path) -> None:
    """They put values from records into the page as HTML."""
    names = {path.rpartition("/")[2] for path in indexed(DOCUMENTS[:1], tmp_path)}
    assert not {name for name in names if name.startswith(search.UNWANTED)}


def test_a_pagefind_that_stops_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that ends without an answer makes no index."""
    monkeypatch.setattr(search, "_program", lambda: "/bin/false")
    with pytest.raises(IndexFailed, match="搜索程序中途停了"):
        indexed(DOCUMENTS[:1], tmp_path)
