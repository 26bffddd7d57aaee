"""All 21 市（州） in one table, gaps named; the picture beside it has the same facts."""

from __future__ import annotations

import re

import pytest

from tests.conftest import REPOSITORY, Tree
from tests.pages.conftest import PagesOf

CELL = re.compile(r'<td data-label="[^"]*">([^<]*)</td>')


@pytest.fixture(scope="module")
def body(pages_of: PagesOf) -> str:
    """The page of all places."""
    return pages_of(Tree(REPOSITORY)).body("regions/index.html")


def test_each_place_has_a_row(body: str) -> None:
    """Every cell says how many, or that nothing is recorded yet; none is empty."""
    cells = CELL.findall(body.partition("</table>")[0])
    assert len(cells) == 21 * 8
    assert all(re.fullmatch(r"(示例)?\d+条|尚未收录", cell) for cell in cells), set(cells)


def test_the_picture_has_the_facts_of_the_table(body: str) -> None:
    """As many discs, rings and lines as cells of each sort, row by row."""
    table, _, rest = body.partition("</table>")
    expected = ["none" if c == "尚未收录" else "sample" if c.startswith("示例") else "real" for c in CELL.findall(table)]
    picture = rest.split("<svg")[1].split("</svg>")[0]
    marks = re.findall(r'<path d="M|<circle[^>]*?fill="currentColor"|<circle', picture)
    shown = ["none" if m.startswith("<path") else "real" if "fill" in m else "sample" for m in marks]
    assert shown == expected


def test_the_picture_is_told_in_words(body: str) -> None:
    """Its name says for each column how many places have something."""
    label = re.search(r'<svg[^>]*aria-label="([^"]+)"', body)
    assert label is not None
    assert "经办机构：21个市（州）都已收录" in label[1]
    assert label[1].count("尚未收录") >= 5


def test_a_place_names_its_gaps(small: Tree, pages_of: PagesOf) -> None:
    """What is not recorded is said, and that this does not mean there is none."""
    words = pages_of(small).words("regions/513300.html")
    assert words.count("尚未收录") >= 7
    assert "不代表没有" in words
