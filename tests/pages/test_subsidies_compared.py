"""Standards stand in the row of their own region and the years of their own period, nowhere else."""

from __future__ import annotations

import datetime
from html.parser import HTMLParser

import pytest

from tests.conftest import Tree
from tests.pages.conftest import PagesOf

NONE = "暂无标准"


class Comparison(HTMLParser):
    """The rows of the first table: region → the text of each cell."""

    def __init__(self, body: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.in_cell = False
        self.feed(body.partition("</table>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a row or a cell."""
        del attrs
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.in_cell = True
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        """End a cell."""
        self.in_cell = self.in_cell and tag not in {"td", "th"}

    def handle_data(self, data: str) -> None:
        """Keep the text of a cell."""
        if self.in_cell:
            self.rows[-1][-1] += data.strip()


@pytest.fixture
def lasting(small: Tree) -> Tree:
    """The small catalogue with a session whose dates alone say its state, for any day."""
    small.edit("catalogue/sessions/ceshi-zhubian-2701.yml", "state: open\n", "state: upcoming\n")
    return small


def compared(tree: Tree, pages_of: PagesOf, year: int) -> dict[str, list[str]]:
    """Region → what is written for the year before, this year and the next."""
    body = pages_of(tree, datetime.date(year, 6, 1)).body("subsidies/index.html")
    return {row[0]: row[1:] for row in Comparison(body).rows}


def test_a_standard_stands_in_its_own_years_only(lasting: Tree, pages_of: PagesOf) -> None:
    """Valid from 2026 to 2028: nothing for 2025, and nothing for 2029."""
    lasting.remove("catalogue/subsidies/shili-butie.yml")
    lasting.edit("catalogue/courses/shili-miandian.yml", "subsidies:\n  - shili-butie\n", "")
    lasting.edit("catalogue/courses/shili-miandian.yml", "kind: free", "kind: self_paid")
    around_the_start = compared(lasting, pages_of, 2026)
    assert around_the_start["地区"] == ["2025年", "2026年", "2027年"]
    assert around_the_start["四川省"][0] == NONE
    assert "1800元" in around_the_start["四川省"][1]
    around_the_end = compared(lasting, pages_of, 2028)
    assert "1800元" in around_the_end["四川省"][1]
    assert around_the_end["四川省"][2] == NONE


def test_no_region_borrows_the_standard_of_another(lasting: Tree, pages_of: PagesOf) -> None:
    """The 21 市（州） say 暂无标准 although the province has a standard."""
    rows = compared(lasting, pages_of, 2026)
    own = {region: cells for region, cells in rows.items() if region not in {"地区", "四川省"}}
    assert len(own) == 21
    assert set(map(tuple, own.values())) == {(NONE, NONE, NONE)}


def test_a_standard_that_is_over_is_said_to_be(lasting: Tree, pages_of: PagesOf) -> None:
    """The page of a standard says before its facts that one cannot reckon with it any more."""
    for school in ("ceshi-xuexiao", "shili-xuexiao"):  # registered for longer than the standard
        lasting.edit(f"institutions/providers/{school}.yml", "valid_to: 2028-12-31", "valid_to: 2030-12-31")
    words = pages_of(lasting, datetime.date(2029, 1, 1)).words("subsidies/ceshi-butie.html")
    assert words.index("这个标准已经不用了，不能照它算钱。") < words.index("1800元")


def test_a_standard_that_is_not_yet_in_force_is_said_to_be(
    lasting: Tree, pages_of: PagesOf
) -> None:
    """Before its first day, the page says from when it holds."""
    words = pages_of(lasting, datetime.date(2025, 12, 31)).words("subsidies/ceshi-butie.html")
    assert "这个标准从2026年1月1日起才施行，现在还不能照它申领。" in words


def test_money_stands_with_its_unit(lasting: Tree, pages_of: PagesOf) -> None:
    """A standard by the hour is said by the hour, without the trailing zero of the record."""
    words = pages_of(lasting).words("subsidies/shili-butie.html")
    assert "每课时15.5元" in words
