"""The frame is cut once and filled many times, and what is filled in is only ever text."""

from __future__ import annotations

import dataclasses

import pytest

from generator.render.shell import CURRENT, Filling, Shell, shells

FRAME = (
    '<title>{pour-title} - 站名</title><meta name="description" content="{pour-description}">{pour-head}'
    '<body data-kind="{pour-kind}">'
    '<a href="index.html"{pour-current:home:首页}>首页</a>'
    '<a href="courses/index.html"{pour-current:courses:找课程}>找课程</a>'
    "<form{pour-hidden:search}></form>"
    "{pour-crumbs}<main>{pour-main}</main><p>{pour-path}</p>"
)
FILLING = Filling(
    title="竹编",
    description="学编竹篮。",
    path="courses/zhubian.html",
    kind="course",
    section="courses",
    crumbs="<nav>位置</nav>",
    main="<h1>竹编</h1>",
)


def poured(**changes: str) -> str:
    """A page with some of its filling changed."""
    return Shell(FRAME).pour(dataclasses.replace(FILLING, **changes))


def test_every_token_is_filled() -> None:
    """A poured page holds its title, description, kind, path, crumbs and main, and no token."""
    page = poured()
    assert "<title>竹编 - 站名</title>" in page
    assert 'content="学编竹篮。"' in page
    assert 'data-kind="course"' in page
    assert "<nav>位置</nav><main><h1>竹编</h1></main><p>courses/zhubian.html</p>" in page
    assert "{pour-" not in page


@pytest.mark.parametrize("where", ["title", "description", "crumbs", "main"])
def test_a_token_inside_a_record_is_not_filled(where: str) -> None:
    """The text of a token in a record stands on the page as it is written."""
    written = "{pour-main}{pour-current:courses:x}{pour-title}"
    assert poured(**{where: written}).count(written) == 1


@pytest.mark.parametrize("where", ["title", "description", "path", "kind"])
def test_text_cannot_leave_its_place(where: str) -> None:
    """Titles, descriptions, paths and kinds are escaped for text and for quoted attributes."""
    page = poured(**{where: "\"><img src=x onerror=alert(1)>'"})
    assert "<img" not in page
    assert "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&#x27;" in page


def test_the_current_section_is_marked_once_and_spoken() -> None:
    """One link of the navigation bears aria-current, with words for readers that do not speak it."""
    page = poured()
    assert page.count("aria-current") == page.count("（当前）") == 1
    current = CURRENT.format("找课程")
    assert f'<a href="courses/index.html"{current}>找课程</a>' in page
    assert '<a href="index.html">首页</a>' in page


def test_a_page_of_no_section_marks_nothing() -> None:
    """A page outside the navigation leaves every link unmarked."""
    page = poured(section="")
    assert "aria-current" not in page
    assert "（当前）" not in page


def test_a_page_with_its_own_search_hides_that_of_the_frame() -> None:
    """What is not shown is not in the HTML either: readers without style sheets hear one form."""
    assert "<form></form>" in poured()
    assert "<form hidden></form>" in poured(kind="home")
    assert "<form hidden></form>" in poured(kind="search")


def test_a_frame_without_a_place_for_the_content_is_refused() -> None:
    """A shell that would lose the content of every page is refused at once."""
    with pytest.raises(ValueError, match="pour-main"):
        Shell("<main>{pour-title}</main>")


def test_shells_are_known_by_their_depth() -> None:
    """The host's pages, in order, are the frames for pages under 0, 1, … folders."""
    found = shells(['<a href="index.html">{pour-main}', '<a href="../index.html">{pour-main}'])
    assert found[0].pour(FILLING) == '<a href="index.html"><h1>竹编</h1>'
    assert found[1].pour(FILLING) == '<a href="../index.html"><h1>竹编</h1>'
