"""Markdown for the summary of a job: everything is text but what the report itself makes."""

from __future__ import annotations

import re

from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.problem import Problem
from generator.report.markdown import as_markdown
from tests.report.problems import ADVICE, FAULT, HOSTILE

FILES = "https://git.example/o/r/blob/abc/"
RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
"""With what hosts of repositories add to Markdown, and HTML let through: the most lenient reader."""
MADE = {"list_item", "bullet_list", "paragraph", "strong", "link", "text", "inline", "text_special", "html_inline"}


def _tokens(text: str) -> list[Token]:
    return [token for block in RENDERER.parse(text) for token in (block, *(block.children or []))]


def test_the_worst_stands_first_with_a_link_to_its_line() -> None:
    """A sentence that counts, then one item a problem."""
    assert as_markdown([ADVICE, FAULT], FILES).splitlines() == [
        "共 1 处要改，1 条建议（2 个文件）。",
        "",
        f"- [a/甲\\.yml\\:4\\:8](<{FILES}a/%E7%94%B2.yml#L4>) **错误** X998 这里是“一”。改法：改成“一二”。",
        f"- [a/b\\.yml\\:1\\:1](<{FILES}a/b.yml#L1>) 建议 X997 这里是“50\\%”。改法：改成“50\\%二”。",
    ]


def test_without_an_address_the_place_is_text() -> None:
    """On one's own machine there is nothing to link to."""
    assert as_markdown([FAULT]).splitlines()[2].startswith("- a/甲\\.yml\\:4\\:8 **错误**")


@given(HOSTILE)
def test_no_text_makes_markup(problems: list[Problem]) -> None:
    """No heading, picture, HTML or foreign link, and as many items as problems."""
    tokens = _tokens(as_markdown(problems, FILES))
    assert {re.sub("_(open|close)$", "", token.type) for token in tokens} <= MADE
    assert {token.content for token in tokens if token.type == "html_inline"} <= {"<!-- -->"}
    assert sum(token.type == "list_item_open" for token in tokens) == len(problems)
    links = [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]
    assert len(links) == len(problems)
    assert all(link.startswith(FILES) for link in links)
