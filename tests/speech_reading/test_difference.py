"""Two builds differ in speech where a listener hears another thing, and nowhere else."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.speech.difference import Change, Difference, as_json, as_text, differences

PAGE = "<title>{title}</title><body><h1>课程</h1><h2>班次</h2><ul>{items}</ul><p>末</p>"
ITEMS = "".join(f"<li>第{number}班</li>" for number in range(1, 12))
Compare = Callable[..., list[Difference]]


@pytest.fixture
def compare(tmp_path: Path) -> Compare:
    """Compare a site of one page `a.html` with another; None stands for no such page."""

    def between(old: str | None, new: str | None, *wanted: str) -> list[Difference]:
        for name, html in (("old", old), ("new", new)):
            (tmp_path / name).mkdir()
            (tmp_path / name / "index.html").write_text("<p>首页", "utf-8")
            if html is not None:
                (tmp_path / name / "a.html").write_text(html, "utf-8")
        return list(differences(str(tmp_path / "old"), str(tmp_path / "new"), wanted))

    return between


def filled(items: str = ITEMS, title: str = "题") -> str:
    """The page with other items or another title."""
    return PAGE.format(items=items, title=title)


def test_the_same_speech_is_no_difference(compare: Compare) -> None:
    """Other classes, spaces and addresses are not heard."""
    old = "<p class=a>甲 乙<a href=x>丙</a></p>"
    assert compare(old, "<p class=b>甲\n乙<a href=y><b>丙</b></a></p>") == []
    assert as_text([]) == "读起来都一样。\n"


def test_a_changed_line_is_shown_below_its_heading(compare: Compare) -> None:
    """With three lines around it, and the number of the first."""
    found = compare(filled(), filled(ITEMS.replace("第6班", "第六班")))
    assert as_text(found) == (
        "改了的页面：a.html　题（+1 -1）\n"
        "@@ 第 6 行起，“班次”之下 @@\n"
        " 第3班\n"
        " 第4班\n"
        " 第5班\n"
        "-第6班\n"
        "+第六班\n"
        " 第7班\n"
        " 第8班\n"
        " 第9班\n"
        "\n"
        "读起来不一样的：0 个新的页面、0 个没有了的页面、1 个改了的页面。\n"
    )


def test_a_title_is_heard(compare: Compare) -> None:
    """It is spoken when the page has loaded."""
    (found,) = compare(filled(), filled(title="另一题"))
    assert found.hunks[0].lines[:2] == (("-", "题"), ("+", "另一题"))


def test_folded_content_is_heard(compare: Compare) -> None:
    """A reader may open it."""
    (found,) = compare(
        "<details><summary>甲</summary><p>乙</p></details>",
        "<details><summary>甲</summary><p>丙</p></details>",
    )
    assert ("-", "乙") in found.hunks[0].lines


def test_a_role_is_heard(compare: Compare) -> None:
    """The same text in another element says another role."""
    (found,) = compare("<h2>甲</h2>", "<h3>甲</h3>")
    assert found.hunks[0].lines == (("-", "甲 标题 水平 2"), ("+", "甲 标题 水平 3"))


@pytest.mark.parametrize(
    ("old", "new", "change", "sign"),
    [(None, filled(), Change.ADDED, "+"), (filled(), None, Change.REMOVED, "-")],
)
def test_a_page_comes_or_goes(
    compare: Compare, old: str | None, new: str | None, change: Change, sign: str
) -> None:
    """All its lines are new, or gone."""
    (found,) = compare(old, new)
    assert (found.change, found.title) == (change, "题")
    assert found.count(sign) == 15
    assert found.count(" ") == 0


def test_only_the_wanted_pages_are_compared(compare: Compare) -> None:
    """By the names that people have for them; one that is only in one build too."""
    assert compare(filled(), None, "index.html") == []


def test_a_wanted_page_may_be_gone(compare: Compare) -> None:
    """It is found in the build that has it."""
    (found,) = compare(filled(), None, "a")
    assert found.path == "a.html"


def test_json_says_the_same(compare: Compare) -> None:
    """For programs."""
    (plain,) = json.loads(as_json(compare("<h1>甲</h1><p>乙", "<h1>甲</h1><p>丙")))
    assert plain == {
        "page": "a.html",
        "title": "",
        "change": "changed",
        "hunks": [
            {
                "start": 1,
                "under": "甲",
                "lines": [[" ", "甲 标题 水平 1"], ["-", "乙"], ["+", "丙"]],
            }
        ],
    }
