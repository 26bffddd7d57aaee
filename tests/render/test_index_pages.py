"""What the search index is made from: every Chinese character a word, and marks to narrow by."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.index_pages import (
    Document,
    index_page,
    mark,
    spaced,
    text_of,
    write_index_pages,
)

DOCUMENT = Document(
    path="courses/zhubian.html",
    title="竹编B5班",
    type="课程",
    region="成都市武侯区",
    text="学编 <竹篮> & 收口",
    kind="course",
    prefecture="510100",
)


class Reading(HTMLParser):
    """What a program that reads HTML finds: the text of the body and the meta elements."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.metas: list[dict[str, str | None]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the meta elements."""
        if tag == "meta":
            self.metas.append(dict(attrs))

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.text += data


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("按摩", "按 摩"),
        ("按摩B5班", "按 摩 B5 班"),
        ("川残办〔2021〕8号", "川 残 办〔 2021〕 8 号"),
        ("编码4-10-04-02。", "编 码 4- 10- 04- 02 。"),
        ("Ｂ５班", "B5 班"),
        ("表a_b", "表 a_ b"),
        ("𠮷", "𠮷"),
        ("a  b\nc", "a b c"),
        ("", ""),
    ],
)
def test_every_chinese_character_stands_alone(text: str, cut: str) -> None:
    """Chinese characters and what marks part are cut, as `cut` in search.js cuts a query."""
    assert spaced(text) == cut


PLAIN = st.text(alphabet="残联按摩𠮷aB5 01_。，：（）〔〕-·“”<&\n")


@given(PLAIN)
def test_cutting_loses_nothing(text: str) -> None:
    """Without blanks, the cut text is the text."""
    assert "".join(spaced(text).split()) == "".join(text.split())


@given(PLAIN)
def test_cutting_twice_changes_nothing(text: str) -> None:
    """A text that is cut already stays as it is."""
    assert spaced(spaced(text)) == spaced(text)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<h1>竹编</h1><p>学&nbsp;编 &lt;篮&gt;</p>", "学 编 <篮>。"),
        ("<p>甲</p><nav><ul><li>菜单</li></ul></nav><p>乙</p>", "甲。乙。"),
        ("<form><label>词<input></label></form>丙<br>丁", "丙丁"),
        ("<div data-unsearched><p>隐<img>去</p></div>留", "留"),
        ("<script>let x = 1</script><style>p{}</style>戊", "戊"),
        (
            "<thead>\n<tr>\n<th>状态</th>\n</tr>\n</thead>\n<tr>\n<th>坡道</th>\n<td>有</td>\n<td></td>\n",
            "坡道：有。",
        ),
        ("<p>己。</p>\n<ul>\n<li>\n<p>庚</p>\n</li>\n<li> </li></ul>", "己。庚。"),
    ],
)
def test_the_text_of_a_page_is_what_readers_search(body: str, text: str) -> None:
    """The title, navigation, forms, scripts, heads of tables and what is marked are left out.

    A block ends in one stop, and an empty one adds none.
    """
    assert text_of(body) == text


def test_an_index_page_holds_the_text_cut_and_escaped() -> None:
    """Pagefind reads the title and the text with every character alone, and no markup from them."""
    read = Reading(index_page(DOCUMENT))
    marks = f"{mark('type', 'course')} {mark('region', '510100')}"
    assert read.text == f"竹编B5班竹 编 B5 班学 编 < 竹 篮> & 收 口{marks}\n"


def test_an_index_page_says_what_is_shown_beside_a_result() -> None:
    """Title, type and region are shown beside a result; there is no filter, whose files would differ."""
    metas = Reading(index_page(DOCUMENT)).metas
    assert [(m["data-pagefind-meta"], m["content"]) for m in metas] == [
        ("title[content]", "竹编B5班"),
        ("type[content]", "课程"),
        ("region[content]", "成都市武侯区"),
    ]
    assert "data-pagefind-filter" not in index_page(DOCUMENT)


def test_a_value_cannot_leave_its_attribute() -> None:
    """Quotes and tags in a title stay text."""
    hostile = Document("a.html", '"><img src=x onerror=alert(1)>', "课程", "", "")
    assert "<img" not in index_page(hostile)


def test_marks_are_words_that_readers_do_not_type() -> None:
    """A mark is made of runes: letters to Pagefind, so never cut, and on no keyboard here."""
    word = mark("type", "institution")
    assert re.fullmatch("[\u16a0-\u16c3]+", word)
    assert word.isalpha()


def test_marks_differ_by_name_and_value() -> None:
    """A type and a region never share a mark."""
    marks = {
        mark(name, value) for name in ("type", "region") for value in ("course", "510100", "5101")
    }
    assert len(marks) == 6


def test_index_pages_stand_at_the_path_of_their_page(tmp_path: Path) -> None:
    """Pagefind learns the address of a page from the place of its index page."""
    write_index_pages([DOCUMENT], str(tmp_path))
    assert (tmp_path / "courses/zhubian.html").read_text("utf-8") == index_page(DOCUMENT)
