"""What a page says where the catalogue holds nothing: never that there is nothing."""

from __future__ import annotations

import pytest

from tests.conftest import Tree
from tests.pages.conftest import Pages, PagesOf

NOT_YET = "这里还没有收录，不代表没有"


@pytest.fixture
def release(real: Tree, pages_of: PagesOf) -> Pages:
    """The pages of this repository as a release makes them: without samples."""
    return pages_of(real, without_samples=True)


def test_a_release_without_samples_has_every_list(release: Pages) -> None:
    """Every list of courses is a page, and each empty one says that nothing is recorded yet."""
    lists = release.of_kind("courses")
    assert len(lists) > 50
    for path in lists:
        words = release.words(path)
        assert ("共0门课程" in words) == (NOT_YET in words), path


@pytest.mark.parametrize(
    "path", ["bases/index.html", "institutions/index.html", "subsidies/index.html"]
)
def test_an_empty_list_of_records_says_so(release: Pages, path: str) -> None:
    """The lists of bases, institutions and standards are never bare headings."""
    assert NOT_YET in release.words(path)


def test_a_region_without_courses_says_so_and_whom_to_ask(release: Pages) -> None:
    """The page of a 市（州） without courses names whom to contact all the same."""
    words = release.words("regions/513300.html")
    assert NOT_YET in words
    assert "甘孜藏族自治州残疾人联合会" in words


def test_no_page_of_a_release_speaks_of_samples(release: Pages) -> None:
    """Without samples no page for readers bears the word 示例; the rules for staff explain it."""
    found = [path for path in release.by_path if "示例" in release.words(path)]
    assert [path for path in found if not path.startswith("handbook/")] == []
