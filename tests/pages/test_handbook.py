"""The way into the handbook: every page of text and every reference, where it belongs."""

from __future__ import annotations

import re

from generator.page_text import head_of
from generator.pages.handbook import ORDER, TASK
from tests.conftest import REPOSITORY, Tree
from tests.pages.conftest import PagesOf

PAGES = sorted((REPOSITORY / "site_src/content/handbook").glob("*.md"))
NEW = "---\ntitle: 用别的办法改\ndescription: 测试用的一页。\nsection: help\nkind: task\n---\n\n# 用别的办法改\n"


def test_the_way_in_leads_to_every_page(real: Tree, pages_of: PagesOf) -> None:
    """Tasks first, in their order, each with what it is for; then what things are looked up in."""
    tasks, reference = pages_of(real).body("handbook/index.html").split('id="reference"')
    assert re.findall(r'<a href="([^"]+)\.html">', tasks)[: len(ORDER)] == list(ORDER)
    for page in PAGES:
        head = head_of(page.read_text("utf-8"))
        half = tasks if head["kind"] == TASK else reference
        assert f'<a href="{page.stem}.html">{head["title"]}</a>' in half
        assert head["description"] in half
    for address in ("fields/index.html", "rules/index.html", "rules/index.html#silenced"):
        assert f'href="{address}"' in reference


def test_a_new_page_is_found_by_itself(small: Tree, pages_of: PagesOf) -> None:
    """Who writes a page need not list it anywhere; one without a head is left out."""
    small.write("site_src/content/handbook/new-way.md", NEW)
    small.write("site_src/content/handbook/headless.md", "# 没有开头\n")
    body = pages_of(small).body("handbook/index.html")
    assert '<a href="new-way.html">用别的办法改</a>' in body
    assert "headless" not in body
