"""A sample says that it is one, everywhere, and cannot be taken for a way to reach anyone."""

from __future__ import annotations

import re

import pytest

from generator.catalogue import Catalogue
from generator.pages.course_list import counted
from generator.records import Record
from tests.conftest import Tree
from tests.pages.conftest import Pages, PagesOf

OUTWARD = re.compile(r'(?:href|src|action)="((?:[a-z][a-z0-9+.-]*:|//)[^"]*)"')
BANNER = re.compile(r"</h1>\s*<div class=\"notice notice-sample\"><p><strong>本条是示例，")


@pytest.fixture
def catalogue(real: Tree) -> Catalogue:
    """The records of this repository."""
    return real.check().catalogue


@pytest.fixture
def pages(real: Tree, pages_of: PagesOf) -> Pages:
    """The pages of this repository."""
    return pages_of(real)


def samples(catalogue: Catalogue) -> list[Record]:
    """The samples that have a page."""
    records = [entry.record for entry in catalogue.all_entries()]
    return [record for record in records if record.is_sample and record.address]


def test_every_page_of_a_sample_says_so_first(catalogue: Catalogue, pages: Pages) -> None:
    """The title begins with 示例 and the banner follows the heading at once."""
    found = samples(catalogue)
    assert len(found) > 100
    for record in found:
        path = f"{record.address}/{record.id}.html"
        assert pages.by_path[path].title.startswith("示例·"), path
        assert BANNER.search(pages.body(path)), path


def test_no_page_of_a_sample_leads_outside(catalogue: Catalogue, pages: Pages) -> None:
    """A sample has no telephone link and no address outside this site."""
    for record in samples(catalogue):
        path = f"{record.address}/{record.id}.html"
        assert OUTWARD.findall(pages.body(path)) == [], path


def test_every_card_of_a_sample_says_so(pages: Pages) -> None:
    """In lists a sample bears the words 示例，不能报名 beside its name."""
    for path in pages.of_kind("courses"):
        body = pages.body(path)
        assert body.count("示例，不能报名") == len(re.findall(r"<h3><a [^>]*>示例·", body)), path


def test_a_real_record_bears_no_banner(small: Tree, pages_of: PagesOf) -> None:
    """The banner stands on pages of samples only."""
    assert "本条是示例" not in pages_of(small).body("courses/ceshi-zhubian.html")


def test_the_home_page_says_which_part_is_made_up(pages: Pages) -> None:
    """While there are samples, the home page says so before its first list."""
    body = pages.body("index.html")
    assert body.index("notice-sample") < body.index("<h2")


def test_a_count_says_how_many_are_samples(small: Tree) -> None:
    """Where courses are counted, on clauses, questions and in the self-check, no sample counts as held."""
    counts = counted(small.check().catalogue)()
    assert counts["courses/index"] == "2门，其中示例1门"
    assert counts["lists/category-craft"] == "1门"
    assert counts["lists/category-urban"] == "示例1门"
    assert counts["lists/category-rural"] == "0门"
