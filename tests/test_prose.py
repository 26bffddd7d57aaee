"""The little Markdown of a field: what it may hold, and that nothing is taken away in silence."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.prose import ALLOWED_TAGS, cleaned, is_changed_by_cleaning, to_html
from tests.growth import grows_as_its_input

ALLOWED = {
    "一段话": "<p>一段话</p>",
    "一行\n又一行": "<p>一行\n又一行</p>",
    "一段\n\n又一段": "<p>一段</p>\n<p>又一段</p>",
    "- 甲\n- 乙": "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>",
    "1. 甲\n2. 乙": "<ol>\n<li>甲</li>\n<li>乙</li>\n</ol>",
    "3. 甲": '<ol start="3">\n<li>甲</li>\n</ol>',
    "**重** 和 *轻*": "<p><strong>重</strong> 和 <em>轻</em></p>",
    "[说明](https://www.example.org/a?b=1)": '<p><a href="https://www.example.org/a?b=1">说明</a></p>',
    "[说明](courses/a.html#b)": '<p><a href="courses/a.html#b">说明</a></p>',
    "[写信](mailto:a@example.org)": '<p><a href="mailto:a@example.org">写信</a></p>',
    "甲  \n乙": "<p>甲<br>\n乙</p>",
    '3 < 5，A&B，“引”，"直"': '<p>3 &lt; 5，A&amp;B，“引”，"直"</p>',
}
REFUSED = [
    "<b>甲</b>",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "甲<!-- 注 -->",
    "<a href='https://www.example.org' onclick='a()'>甲</a>",
    "# 标题",
    "标题\n---",
    "> 引用",
    "`代码`",
    "    缩进的代码",
    "```\n代码\n```",
    "---",
    "![图](https://www.example.org/a.png)",
    "[甲](https://user@www.example.org/)",
    "[甲](//www.example.org)",
    "[甲](https://www.example.org//evil)",
    "[甲](ftp://www.example.org)",
    "[甲](https://www.example.org 'title')",
    "<https://user:pass@www.example.org>",
]


@pytest.mark.parametrize("text", ALLOWED)
def test_paragraphs_lists_emphasis_and_links_are_kept(text: str) -> None:
    """What staff may write comes out as HTML, whole."""
    assert not is_changed_by_cleaning(text)
    assert to_html(text).strip().replace("&quot;", '"') == ALLOWED[text]


@pytest.mark.parametrize("text", REFUSED)
def test_anything_else_is_refused(text: str) -> None:
    """Text of which the page would show less than was written is told, not stripped in silence."""
    assert is_changed_by_cleaning(text)


@pytest.mark.parametrize("text", [*ALLOWED, *REFUSED, "[甲](javascript:alert(1))", "[甲](data:text/html,a)"])
def test_html_holds_only_allowed_tags_and_addresses(text: str) -> None:
    """Even text that a check would refuse cannot become a script when it is rendered."""
    html = to_html(text)
    assert {tag.lower() for tag in re.findall(r"</?([A-Za-z][A-Za-z0-9]*)", html)} <= ALLOWED_TAGS
    assert set(re.findall(r"<\w+ (\w+)=", html)) <= {"href", "start"}
    assert not re.search(r'href="\s*(javascript|data|vbscript|//)', html, re.IGNORECASE)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.text(alphabet="甲a1 <>&\"'[]()!*_`#-=~|\\:/.\n\thp", max_size=60))
def test_no_text_makes_a_tag_of_its_own(text: str) -> None:
    """Whatever is typed, only tags of the list come out, and cleaning them again changes nothing."""
    html = to_html(text)
    assert {tag.lower() for tag in re.findall(r"</?([A-Za-z][A-Za-z0-9]*)", html)} <= ALLOWED_TAGS
    assert not re.search(r"\son\w+\s*=", re.sub(r">[^<]*<", "><", html))


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.text(alphabet="甲乙，。！？、：；“”（）《》—…·abc 0123456789%+-", max_size=60))
def test_ordinary_sentences_are_never_refused(text: str) -> None:
    """A sentence without signs of Markdown is taken as it is: numbers, dashes and brackets too."""
    lines = text.strip()
    if not re.match(r"([-+]|\d+\.)( |$)|[-+ ]*$", lines):
        assert not is_changed_by_cleaning(lines)


@pytest.mark.parametrize("unit", ["[", "*a ", "`a", "<", "[a](", "![[", "_a__b", "<a ", "&", "- ", "> ", "\\"])
def test_no_sign_slows_the_longest_field(unit: str) -> None:
    """A field has 2,000 characters at most, and none of them can hold up a build."""
    assert grows_as_its_input(is_changed_by_cleaning, lambda size: unit * (size // len(unit)), 2000)


LINES = st.text(alphabet="学编竹篮 ，。1.)-*+#&<>\"'“”=:：\xa0\u3000\u2028\t\r~_`[]|Aé", max_size=12)


@settings(max_examples=2000)
@given(st.lists(LINES, min_size=1, max_size=4), st.sampled_from(["", "- "]), st.sampled_from(["", "\n"]))
def test_the_short_way_gives_what_markdown_gives(lines: list[str], mark: str, end: str) -> None:
    """A text without marks and a list of such texts are written without the two libraries, to the same bytes."""
    text = "\n".join(mark + line for line in lines) + end
    assert to_html(text) == cleaned(text)


@pytest.mark.parametrize("text", ["学编竹篮。", "- 编竹篮，修竹椅\n- 选料\n"])
def test_ordinary_texts_take_the_short_way(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What most fields hold needs neither library."""
    expected = cleaned(text)
    monkeypatch.setattr("generator.prose.cleaned", lambda _: "")
    assert to_html(text) == expected
