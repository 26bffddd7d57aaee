"""Any bytes become a tree as browsers build it."""

from __future__ import annotations

import pytest

from generator.speech.tree import parse
from generator.speech.utterances import utterances_of


@pytest.mark.parametrize("html", [b"", b" \n", b"<!-- a -->", b"<!doctype html>", b"<?a?>"])
def test_nothing_is_an_empty_page(html: bytes) -> None:
    """There is nothing to say, and no failure."""
    page = parse(html)
    assert (utterances_of(page), page.title) == ([], "")


def test_deep_nesting_is_read() -> None:
    """Ten times deeper than any page of ours."""
    assert utterances_of(parse(b"<div>" * 200 + b"x"))[-1].phrases == ("x",)


def test_text_stands_where_it_stood() -> None:
    """Between elements, with references resolved and comments gone."""
    body = parse("<p>甲&amp;<b>乙</b>丙<!-- 丁 -->戊</p>".encode()).find("p")
    assert body is not None
    assert body.bare_text == "甲&乙丙戊"
    assert [child if isinstance(child, str) else child.tag for child in body.children] == [
        "甲&",
        "b",
        "丙戊",
    ]


def test_open_tags_are_closed_as_browsers_do() -> None:
    """A new paragraph, item or cell ends the one before."""
    page = parse(b"<p id=a>x<p id=b>y<ul><li id=c>z<li id=d>w</ul>")
    parents = {name: each.parent and each.parent.tag for name, each in page.by_id.items()}
    assert parents == {"a": "body", "b": "body", "c": "ul", "d": "ul"}


def test_the_first_of_two_ids_counts() -> None:
    """As for a browser that follows a link."""
    assert parse(b"<p id=a>x</p><div id=a>y</div>").by_id["a"].tag == "p"


def test_a_title_has_single_spaces() -> None:
    """As a browser shows it."""
    assert parse("<title> 甲\n 乙 </title><p>丙".encode()).title == "甲 乙"
