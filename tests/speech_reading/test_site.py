"""A page is found by the names that people have for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.speech.site import NoSuchPage, NoSuchSite, find_page, pages_of

PAGES = ["courses/a.html", "courses/index.html", "help.html", "index.html"]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with pages and other files."""
    for name in (*PAGES, "assets/site.css", "pagefind/fragment.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("<title>页</title><p>甲", "utf-8")
    return tmp_path


def test_every_page_is_listed(site: Path) -> None:
    """Pages alone, and not those of the search index."""
    assert pages_of(str(site)) == PAGES


@pytest.mark.parametrize("folder", ["none", "assets", "help.html"])
def test_a_folder_without_pages_is_no_site(site: Path, folder: str) -> None:
    """Missing, without pages, or no folder."""
    with pytest.raises(NoSuchSite):
        pages_of(str(site / folder))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("courses/a.html", "courses/a.html"),
        ("courses/a", "courses/a.html"),
        ("/courses/a.html", "courses/a.html"),
        ("./courses/a.html", "courses/a.html"),
        ("courses/../help.html", "help.html"),
        ("courses\\a.html", "courses/a.html"),
        ("courses/", "courses/index.html"),
        ("courses", "courses/index.html"),
        ("/", "index.html"),
        ("", "index.html"),
        ("help.html#top", "help.html"),
        ("help.html?q=1", "help.html"),
        ("http://127.0.0.1:8000/courses/a.html", "courses/a.html"),
        ("https://x.example/catalogue/courses/?q=1#top", "courses/index.html"),
        ("https://x.example", "index.html"),
        ("course%73/a.html", "courses/a.html"),
    ],
)
def test_a_page_is_found(wanted: str, found: str) -> None:
    """By path, with or without ending, or by address."""
    assert find_page(wanted, PAGES) == found


def test_a_page_is_found_by_its_file(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the shell completes it, from the folder above or from the root."""
    assert find_page(str(site / "courses/a.html"), PAGES, str(site)) == "courses/a.html"
    monkeypatch.chdir(site.parent)
    assert find_page(f"{site.name}/help.html", PAGES, site.name) == "help.html"


@pytest.mark.parametrize(
    ("wanted", "near"),
    [
        ("course/a.html", ["courses/a.html"]),
        ("halp.html", ["help.html"]),
        ("courses/indx.html", ["courses/index.html", "index.html"]),
        ("../help.htm", ["help.html"]),
        ("nothing-like-it", []),
    ],
)
def test_a_missing_page_tells_the_nearest(wanted: str, near: list[str]) -> None:
    """By the last part of the path first."""
    with pytest.raises(NoSuchPage) as told:
        find_page(wanted, PAGES)
    assert told.value.wanted == wanted
    assert set(near) <= set(told.value.near)
    assert bool(near) == bool(told.value.near)
