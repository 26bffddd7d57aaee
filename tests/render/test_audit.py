"""After the pages are written, every inner link and anchor must lead somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.render.audit import broken_links

PAGE = '<h1 id="top">页</h1><a href="{}">走</a>'


def site(folder: Path, link: str) -> list[str]:
    """What is found wrong in a site of three pages, one of which has this link."""
    (folder / "courses").mkdir()
    (folder / "index.html").write_text('<h1 id="home">首页</h1>', "utf-8")
    (folder / "site.css").write_text("", "utf-8")
    (folder / "courses/a.html").write_text(PAGE.format(link), "utf-8")
    (folder / "courses/竹.html").write_text('<h1 id="3-z">乙</h1>', "utf-8")
    return broken_links(str(folder))


@pytest.mark.parametrize(
    "link",
    [
        "../index.html",
        "../index.html#home",
        "#top",
        "竹.html#3-z",
        "%E7%AB%B9.html#3-z",
        "../site.css",
        "/index.html",
        "/",
        "../index.html?q=%E7%AB%B9",
        "https://www.example.org/x",
        "mailto:a@example.org",
        "tel:12385",
    ],
)
def test_a_link_that_leads_somewhere_is_passed(tmp_path: Path, link: str) -> None:
    """Pages, anchors, files and outside addresses are no fault."""
    assert site(tmp_path, link) == []


@pytest.mark.parametrize(
    ("link", "what"),
    [
        ("b.html", "页面"),
        ("../courses/", "页面"),
        ("../../index.html", "页面"),
        ("../../../../../../../../../../etc/passwd", "页面"),
        ("%2e%2e/%2e%2e/index.html", "页面"),
        ("/courses/b.html", "页面"),
        ("#bottom", "位置"),
        ("../index.html#top", "位置"),
        ("竹.html#3-Z", "位置"),
        ("http://[", "页面"),
    ],
)
def test_a_planted_broken_link_is_found(tmp_path: Path, link: str, what: str) -> None:
    """A link to no page, to no anchor or out of the site is told with its page."""
    assert site(tmp_path, link) == [f"courses/a.html：链接 {link} 指向的{what}不存在。"]


def test_pictures_scripts_and_forms_are_links_too(tmp_path: Path) -> None:
    """A missing picture, script or form target is a broken link."""
    page = '<img src="a.png"><script src="b.js"></script><form action="c.html"></form>'
    (tmp_path / "index.html").write_text(page, "utf-8")
    assert [line.split()[1] for line in broken_links(str(tmp_path))] == ["a.png", "b.js", "c.html"]
