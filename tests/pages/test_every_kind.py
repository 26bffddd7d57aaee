"""Each kind of page, whole, as its readers get it."""

from __future__ import annotations

import itertools
import re

import pytest

from generator.pages import all_pages
from generator.render.index_pages import text_of
from tests.conftest import Golden, Tree
from tests.pages.conftest import PagesOf

SHOWN = {
    "home": "index.html",
    "course": "courses/ceshi-zhubian.html",
    "course-sample": "courses/shili-miandian.html",
    "courses": "courses/index.html",
    "courses-empty": "lists/region-513300.html",
    "bases": "bases/index.html",
    "base": "bases/ceshi-jidi.html",
    "institutions": "institutions/index.html",
    "institution": "institutions/ceshi-xuexiao.html",
    "offices": "offices/index.html",
    "office": "offices/ceshi-canlian.html",
    "subsidies": "subsidies/index.html",
    "subsidy": "subsidies/ceshi-butie.html",
    "policies": "policies/index.html",
    "policy": "policies/ceshi-banfa.html",
    "clause": "policies/ceshi-banfa/2.html",
    "clause-gist": "policies/ceshi-banfa/duixiang.html",
    "questions": "policies/questions/index.html",
    "question": "policies/questions/ceshi-wenti.html",
    "glossary": "glossary.html",
    "selfcheckstart": "self-check/index.html",
    "selfcheckquestion": "self-check/fuwu.html",
    "selfcheckoutcome": "self-check/shouyu.html",
    "selfcheckplaces": "self-check/di-fang.html",
    "selfcheckplace": "self-check/di-fang-510100.html",
    "regions": "regions/index.html",
    "region": "regions/510100.html",
    "channels": "channels/index.html",
    "channel": "channels/ceshi-pingtai.html",
    "past": "past.html",
    "search": "search.html",
    "accessibility": "accessibility.html",
    "handbook": "handbook/index.html",
    "fields": "handbook/fields/index.html",
    "type": "handbook/fields/session.html",
    "figures": "handbook/figures/policies.html",
    "rules": "handbook/rules/index.html",
    "group": "handbook/rules/group-t.html",
    "rule": "handbook/rules/w108.html",
    "redirect": "courses/ceshi-bianzhu.html",
}


@pytest.fixture
def renamed(small: Tree) -> Tree:
    """The small catalogue with one course that had another id before."""
    small.edit(
        "catalogue/courses/ceshi-zhubian.yml",
        "category: craft\n",
        "redirect_from:\n  - ceshi-bianzhu\ncategory: craft\n",
    )
    return small


@pytest.mark.parametrize("name", SHOWN)
def test_a_page_reads_as_accepted(
    name: str, renamed: Tree, pages_of: PagesOf, golden: Golden
) -> None:
    """The body of a page of each kind is the one a reviewer accepted."""
    golden(f"pages/{name}.html", pages_of(renamed).body(SHOWN[name]))


def test_every_kind_of_page_is_shown(renamed: Tree) -> None:
    """No kind of page is missing among the accepted ones."""
    kinds = {page.kind for page in all_pages(renamed.check().catalogue)}
    assert kinds == {name.partition("-")[0] for name in SHOWN}


def test_every_page_begins_with_its_only_first_level_heading(
    renamed: Tree, pages_of: PagesOf
) -> None:
    """A page has one h1, and nothing that is read aloud stands before it."""
    pages = pages_of(renamed)
    for path in pages.by_path:
        before, *after = pages.body(path).split("<h1>")
        assert len(after) == 1, path
        assert text_of(before) == "", path


def test_headings_never_skip_a_level(renamed: Tree, pages_of: PagesOf) -> None:
    """Each heading is at most one level below the one before it."""
    pages = pages_of(renamed)
    for path in pages.by_path:
        levels = [int(level) for level in re.findall(r"<h([1-6])\b", pages.body(path))]
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), path


def test_no_two_pages_share_an_address(renamed: Tree) -> None:
    """Every page has a path of its own, even where names differ only in case."""
    paths = [page.path.casefold() for page in all_pages(renamed.check().catalogue)]
    assert len(paths) == len(set(paths))
