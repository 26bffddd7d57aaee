"""The page of a policy: first whether it still holds, then clause by clause with lasting anchors."""

from __future__ import annotations

import re

from tests.conftest import Tree
from tests.pages.conftest import PagesOf

SEED = "policies/sc-2021-8.html"
# 川残办〔2021〕8号: the letter, 一 and 二, then 三（一）to 五（三）; z is the paragraph below 三（六）.
ANCHORS = ["0", "1", "2", "3-1", "3-2", "3-3", "3-4", "3-5", "3-6", "3-z"]
ANCHORS += ["4-1", "4-2", "4-3", "4-4", "5-1", "5-2", "5-3"]


def test_a_policy_first_says_whether_it_still_holds(real: Tree, pages_of: PagesOf) -> None:
    """Right after the h1 the reader learns the state of the document, in words."""
    body = pages_of(real).body(SEED)
    after_heading = body.split("</h1>")[1].lstrip()
    assert after_heading.startswith('<div class="notice')
    notice = after_heading.split("</div>")[0]
    assert "政策状态：" in notice
    assert "请向当地经办机构核实现行政策" in notice


def test_the_anchors_of_the_document_never_change(real: Tree, pages_of: PagesOf) -> None:
    """Each clause has the anchor that others link to, in the order of the document."""
    body = pages_of(real).body(SEED)
    assert re.findall(r'<section class="clause" id="([^"]+)">', body) == ANCHORS


def test_each_clause_tells_its_own_address(real: Tree, pages_of: PagesOf) -> None:
    """Every clause has a link to itself, which says which clause it is."""
    body = pages_of(real).body(SEED)
    for anchor in ANCHORS:
        assert f'<a class="clause-link" href="#{anchor}">本条的网址<span class="spoken">：' in body


def test_the_original_is_given_word_for_word(real: Tree, pages_of: PagesOf) -> None:
    """Every paragraph of the document stands on the page as the copy has it."""
    words = "".join(pages_of(real).words(SEED).split())
    original = real.read("seeds/chuan-can-ban-2021-8.txt")
    goal = next(line for line in original.splitlines() if "约5万人次" in line)
    assert "".join(goal.split()) in words


def test_a_clause_names_what_carries_it_out(small: Tree, pages_of: PagesOf) -> None:
    """Below the clause that a standard rests on stands the standard."""
    body = pages_of(small).body("policies/ceshi-banfa.html")
    clause = body.split('id="2"')[1].split("</section>")[0]
    assert '<a href="../subsidies/ceshi-butie.html">' in clause
