"""A text of a record stays text in Markdown, whatever stands in it."""

from __future__ import annotations

import html
import re

import pytest
from markdown_it import MarkdownIt

from generator.markdown import literal
from tests.corpora import TEXTS

HOSTILE = [
    "<img src=x onerror=alert(1)>", "</details><script>", "[x](javascript:alert(1))", "![x](https://www.example.org/a.png)",
    "**b** _i_ ~~s~~ `c` ``` # h", "- a", "1. a", "1) a", "> a", "| a | b |", "---", "***", "$x$", "a\n\n# b", "&lt;b&gt; &#60;",
    "\\*", "https://www.example.org www.example.org a@example.org", ":tada: @someone/team #1 GH-1 !1 owner/repo#1",
]  # fmt: skip
FORGE = re.compile(r"[@#!][A-Za-z0-9]")
MARKDOWN = MarkdownIt("gfm-like", {"html": True, "linkify": False})


@pytest.mark.parametrize("text", dict.fromkeys([*HOSTILE, *TEXTS]))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    """In a list and alone: no element but the list's and the paragraph's, and the words unchanged."""
    shown = " ".join(text.split()).replace("\0", "\ufffd")  # as CommonMark asks, 2.3
    for before in ("", "- ", "### "):
        made = MARKDOWN.render(f"{before}甲{literal(text)}乙").replace("<!-- -->", "")
        assert set(re.findall(r"<(/?\w*)", made)) <= {"p", "/p", "ul", "/ul", "li", "/li", "h3", "/h3"}
        assert html.unescape(re.sub(r"<[^>]*>", "", made)).strip() == f"甲{shown}乙"


@pytest.mark.parametrize("text", HOSTILE)
def test_no_forge_finds_a_name_or_a_number(text: str) -> None:
    """`@name` and `#1` are told apart by an empty comment, so nobody is notified."""
    assert FORGE.search(MARKDOWN.render(literal(text))) is None


def test_nothing_begins_a_block() -> None:
    """A text at the beginning of a line makes no list, heading, quotation or rule."""
    for text in HOSTILE:
        made = MARKDOWN.render(literal(text))
        assert re.findall(r"<\w+", made) == ["<p"], text
