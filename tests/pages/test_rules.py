"""The rules in the handbook: a page a code, made of the code itself, with what is silenced."""

from __future__ import annotations

import gzip

from generator.explanation import explanations
from generator.pages.rules import GROUPS
from tests.conftest import REPOSITORY, Tree
from tests.pages.conftest import PagesOf

MOST_ON_THE_WIRE = 15 * 1024


def test_every_code_has_its_page_and_its_row(small: Tree, pages_of: PagesOf) -> None:
    """A link in a report leads to the page of the code; the list leads to groups, those to all codes."""
    pages = pages_of(small)
    index = pages.body("handbook/rules/index.html")
    known = explanations()
    assert {code[0] for code in known} == set(GROUPS)
    for code, rule in known.items():
        group = f"group-{code[0].lower()}.html"
        assert f'href="{group}"' in index
        assert f'href="{code.lower()}.html"' in pages.body(f"handbook/rules/{group}")
        assert rule.meaning in pages.words(f"handbook/rules/{code.lower()}.html")


def test_no_page_for_staff_is_found_by_readers(small: Tree, pages_of: PagesOf) -> None:
    """Who searches 身份证 wants a course, not a rule of the check."""
    pages = pages_of(small).by_path
    assert [path for path, page in pages.items() if path.startswith("handbook/") and page.found_as] == []


def test_what_is_silenced_is_listed_with_its_reason(small: Tree, pages_of: PagesOf) -> None:
    """A reviewer sees on one page, and on the page of the rule, what nobody is told of any more."""
    small.edit(
        "catalogue/courses/ceshi-zhubian.yml",
        "how: 一半讲，一半练。",
        "how: 每天讲四十分钟。\nsilenced:\n  - code: W103\n    reason: 照抄开班通知，不便改动。",
    )
    pages = pages_of(small)
    for path in ("handbook/rules/index.html", "handbook/rules/w103.html"):
        words = pages.words(path)
        assert "测试竹编课程" in words
        assert "照抄开班通知，不便改动。" in words
    assert "照抄" not in pages.words("handbook/rules/w104.html")


def test_the_pages_are_light(small: Tree, pages_of: PagesOf) -> None:
    """Frame, style and page together take at most 15 KB on the wire."""
    frame = (REPOSITORY / "site_src/theme/main.html").read_bytes()
    style = len(gzip.compress((REPOSITORY / "site_src/assets/site.css").read_bytes()))
    pages = pages_of(small)
    for kind in ("rules", "group", "rule", "handbook", "fields", "type"):
        for path in pages.of_kind(kind):
            page = len(gzip.compress(frame + pages.body(path).encode()))
            assert style + page <= MOST_ON_THE_WIRE, path
