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


def test_each_clause_leads_to_its_own_page(real: Tree, pages_of: PagesOf) -> None:
    """Every clause has a link to the page that tells all of it, and the link says which clause it is."""
    body = pages_of(real).body(SEED)
    for anchor in ANCHORS:
        assert f'<a class="clause-link" href="../policies/sc-2021-8/{anchor}.html">简明版、谁要做什么、谁在落实：' in body


def test_the_original_is_given_word_for_word(real: Tree, pages_of: PagesOf) -> None:
    """Every paragraph of the document stands on the page as the copy has it."""
    words = "".join(pages_of(real).words(SEED).split())
    original = real.read("seeds/chuan-can-ban-2021-8.txt")
    goal = next(line for line in original.splitlines() if "约5万人次" in line)
    assert "".join(goal.split()) in words


def test_a_clause_names_what_carries_it_out(small: Tree, pages_of: PagesOf) -> None:
    """On the page of the clause that a standard rests on stands the standard."""
    body = pages_of(small).body("policies/ceshi-banfa/2.html")
    assert '<a href="../../subsidies/ceshi-butie.html">' in body.split('id="carried-out"')[1]


def test_every_clause_of_the_document_is_explained(real: Tree, pages_of: PagesOf) -> None:
    """Each clause has plain and short words, a duty, its own words, and what carries it out or that nothing is known."""
    pages = pages_of(real)
    for anchor in ANCHORS:
        body = pages.body(f"policies/sc-2021-8/{anchor}.html")
        for part in ("easy", "plain", "original", "carried-out", *(["duties"] if anchor != "0" else [])):
            assert f'<h2 id="{part}">' in body, (anchor, part)
        below = body.split('id="carried-out"')[1].split("<nav")[0]
        assert "<a href=" in below or "这里还没有收录，不代表没有" in below
