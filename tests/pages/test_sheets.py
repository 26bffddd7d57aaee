"""Long lists are cut into sheets; on the page of something else only their beginning stands."""

from __future__ import annotations

import re
import shutil
from pathlib import PurePosixPath
from posixpath import join, normpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.catalogue import Catalogue
from generator.pages.context import Context
from generator.pages.sheets import Listing, cut, pager, part
from generator.records import Course
from tests.conftest import AS_OF, REPOSITORY, SHARED, Tree
from tests.crowding import COPIED, FEWER, crowd
from tests.pages.conftest import Pages, PagesOf

COPIES = 25
CARD = re.compile(r'<h[23]><a href="([^"]+)" aria-describedby')
LINK = re.compile(r'href="([^"#]+)"')
NEXT = re.compile(r'rel="next" href="([^"]+)"')
RECORDS = [Course.model_construct(id=f"a{n}") for n in range(90)]
COURSES = {"courses/ceshi-zhubian.html", *(f"courses/ceshi-zhubian-{n:03}.html" for n in range(COPIES))}
BASES = {"bases/ceshi-jidi.html", "bases/shili-jidi.html", *(f"bases/ceshi-jidi-{n:03}.html" for n in range(COPIES))}


@given(st.integers(0, 90), st.integers(1, 30))
def test_every_record_stands_on_one_sheet(count: int, per_sheet: int) -> None:
    """In order, none twice, no sheet too long, and no sheet empty but that of an empty list."""
    records = RECORDS[:count]
    sheets = cut(Listing("lists/a", "甲", records), per_sheet)
    assert [one for sheet in sheets for one in sheet.records] == records
    assert all(0 < len(sheet.records) <= per_sheet for sheet in sheets) or not records
    assert [sheet.number for sheet in sheets] == list(range(1, sheets[0].total + 1))
    assert len({sheet.address for sheet in sheets}) == len(sheets)


@given(st.integers(1, 30), st.integers(1, 30))
def test_a_sheet_leads_to_those_around_it(total: int, number: int) -> None:
    """The links are of the first, the last and those within two; before the first and after the last there is none."""
    number = min(number, total)
    found = pager(Context(Catalogue("", AS_OF), "../"), cut(Listing("lists/a", "甲", RECORDS[:total]), 1)[number - 1])
    near = [n for n in range(1, total + 1) if n in {1, total} or abs(n - number) <= 2]
    assert [link.number for link in found.numbers] == near
    assert (found.prev_url == "", found.next_url == "") == (number == 1, number == total)


@pytest.mark.parametrize("count", [20, 21])
def test_a_part_leads_to_the_rest_only_where_there_is_one(count: int) -> None:
    """Twenty records stand on the page itself; of more, the first twenty and the way to all."""
    found = part(Listing("lists/a", "甲", RECORDS[:count]))
    assert (len(found.records), found.count, found.path) == (20, count, "lists/a.html" if count > 20 else "")


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory, pages_of: PagesOf) -> Pages:
    """Twenty-five more of everything, in one place."""
    root = tmp_path_factory.mktemp("crowded") / "small"
    shutil.copytree(REPOSITORY / "tests/fixtures/small", root)
    return pages_of(crowd(Tree(root).take(SHARED), COPIES, COPIED + FEWER))


def _to(path: str, address: str) -> str:
    return normpath(join(str(PurePosixPath(path).parent), address))


def followed(pages: Pages, path: str) -> set[str]:
    """The records on a list, from its first sheet to its last, sheet after sheet."""
    found: set[str] = set()
    while path:
        body = pages.body(path)
        found |= {_to(path, address) for address in CARD.findall(body)}
        onward = NEXT.search(body)
        path = _to(path, onward[1]) if onward else ""
    return found


@pytest.mark.parametrize("path", ["bases/index.html", "institutions/ceshi-xuexiao/bases.html", "lists/bases-510100.html"])
def test_every_base_is_on_the_sheets(crowded: Pages, path: str) -> None:
    """In the list of all, in that of its institution, in that of its place (where the sample is not)."""
    missing = BASES - followed(crowded, path)
    assert missing <= {"bases/shili-jidi.html"}
    assert path != "bases/index.html" or not missing


@pytest.mark.parametrize("owner", ["institutions/ceshi-xuexiao", "bases/ceshi-jidi", "subsidies/ceshi-butie"])
def test_the_page_of_a_thing_leads_to_all_its_courses(crowded: Pages, owner: str) -> None:
    """It shows the first ones, says how many there are, and a link leads to all of them."""
    body, path = crowded.body(f"{owner}.html"), f"{owner}/courses.html"
    assert path in {_to(f"{owner}.html", address) for address in LINK.findall(body)}
    assert f"共{len(COURSES)}门" in body
    assert followed(crowded, path) == COURSES


@pytest.mark.parametrize("kind", ["offices", "institutions", "bases"])
def test_the_page_of_a_place_leads_to_all_that_is_there(crowded: Pages, kind: str) -> None:
    """It shows eight, and a link leads to the list that holds all."""
    links = [_to("regions/510100.html", address) for address in LINK.findall(crowded.body("regions/510100.html"))]
    lists = [link for link in links if link in {f"lists/{kind}-510100.html", f"{kind}/index.html"}]
    assert len(set(lists)) == 1
    records = {link for path in lists for link in _all_links(crowded, path) if link.startswith(f"{kind}/")}
    assert len(records - {f"{kind}/index.html"}) > COPIES


def _all_links(pages: Pages, path: str) -> set[str]:
    found: set[str] = set()
    while path:
        body = pages.body(path)
        found |= {_to(path, address) for address in LINK.findall(body)}
        onward = NEXT.search(body)
        path = _to(path, onward[1]) if onward else ""
    return found


def test_standards_that_do_not_fit_stand_on_sheets(crowded: Pages) -> None:
    """The comparison shows twenty of those in force, and leads to all."""
    assert "lists/standards-current.html" in _all_links(crowded, "subsidies/index.html")
    assert len(followed(crowded, "lists/standards-current.html")) > COPIES


def test_a_list_of_one_sheet_has_no_sheets(small: Tree, pages_of: PagesOf) -> None:
    """Nothing of pages is said, no places are offered, and there is no list of a place."""
    pages = pages_of(small)
    assert not [path for path in pages.by_path if re.match(r"lists/(bases|institutions|offices|standards)-", path)]
    for path in ("bases/index.html", "institutions/index.html", "offices/index.html"):
        body = pages.body(path)
        assert "按地区看" not in body
        assert "分页" not in body
