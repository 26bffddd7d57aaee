"""An address that was once given out keeps working."""

from __future__ import annotations

import pytest

from tests.conftest import Tree
from tests.pages.conftest import Pages, PagesOf

OLD = "courses/ceshi-bianzhu.html"


@pytest.fixture
def renamed(small: Tree, pages_of: PagesOf) -> Pages:
    """The pages of a catalogue in which a course had another id before."""
    small.edit(
        "catalogue/courses/ceshi-zhubian.yml",
        "category: craft\n",
        "redirect_from:\n  - ceshi-bianzhu\ncategory: craft\n",
    )
    return pages_of(small)


def test_the_old_address_is_served(renamed: Pages) -> None:
    """A page at the old address names the record and leads to it."""
    body = renamed.body(OLD)
    assert '<a href="../courses/ceshi-zhubian.html">测试竹编课程</a>' in body
    assert "这个网址已移到" in body


def test_the_old_address_is_not_searched(renamed: Pages) -> None:
    """The search finds the record, not the page that leads to it."""
    assert renamed.by_path[OLD].found_as is None


def test_no_list_leads_to_the_old_address(renamed: Pages) -> None:
    """Every link of the site goes to the new address."""
    linking = [path for path in renamed.by_path if "ceshi-bianzhu" in renamed.body(path)]
    assert linking == []
