"""The edition opened from a folder, without a server, in both browsers: it shows, and its search finds."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Error, sync_playwright

from generator.offline.archive import Archive
from tests.browser.conftest import CHROMIUM, SWITCHES, TELL_VIOLATIONS
from tests.offline.conftest import unpacked
from tests.offline.marionette import LONGEST_WAIT, firefox

STATE = """
return {
  status: document.getElementById("search-status").textContent,
  titles: [...document.querySelectorAll("#search-results h2")].map((title) => title.textContent),
  links: [...document.querySelectorAll("#search-results a")].map((link) => link.getAttribute("href")),
  query: document.querySelector('[name="q"]').value,
  bold: document.querySelectorAll("#search-results b, #search-status b").length,
};
"""
Go = Callable[[str], object]
Run = Callable[[str], object]
"""Opens an address; runs a script in the page."""
SEND = "document.querySelector('[name=\"q\"]').value = '手语'; document.querySelector('[type=submit]').click()"
SENT = 'return location.search && document.getElementById("search-status").textContent'


@pytest.fixture(scope="module")
def folder(packed: Archive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition, unpacked into a folder with a Chinese name and a blank."""
    return unpacked(packed, tmp_path_factory.mktemp("离线 版"))


@pytest.fixture(scope="module", params=["chromium", "firefox"])
def browser(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Go, Run]]:
    """A page of a real browser."""
    if request.param == "firefox":
        with firefox(tmp_path_factory.mktemp("firefox")) as page:
            yield page.open, page.run
        return
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        shown = chromium.new_page()
        shown.add_init_script(TELL_VIOLATIONS)
        heard: list[str] = []
        shown.on("console", lambda said: heard.append(said.text))
        yield shown.goto, lambda script: shown.evaluate(f"() => {{{script}}}")
        chromium.close()
        assert heard == []


def searched(browser: tuple[Go, Run], folder: Path, query: str) -> dict[str, object]:
    """What the search page shows for a query."""
    go, run = browser
    go(f"{(folder / 'search.html').as_uri()}?q={quote(query)}")
    found = run(STATE)
    assert isinstance(found, dict)
    return found


def test_the_search_finds(browser: tuple[Go, Run], folder: Path) -> None:
    """The number is told, what has the word in its title comes first, and each result leads to its place."""
    found = searched(browser, folder, "补贴")
    titles, links = found["titles"], found["links"]
    assert isinstance(titles, list)
    assert isinstance(links, list)
    assert found["status"] == f"找到{len(titles)}条。"
    first = [title for title in titles if "补贴" in title]
    assert 0 < len(first) < len(titles)
    assert titles[: len(first)] == first
    assert "policies.html#policies-ceshi-banfa-2" in links
    assert found["query"] == "补贴"


def test_every_word_must_stand_there(browser: tuple[Go, Run], folder: Path) -> None:
    """Two words find what holds both, wherever in it they stand, and wide letters are as good as narrow ones."""
    both = searched(browser, folder, "手语翻译　竹编")
    assert both["titles"] == ["测试竹编课程"]
    assert searched(browser, folder, "ＰＤＦ")["titles"] == searched(browser, folder, "pdf")["titles"]


def test_nothing_found_is_said(browser: tuple[Go, Run], folder: Path) -> None:
    """In words, with what to try; what was typed is text and nothing else."""
    found = searched(browser, folder, "<b>没有这个</b>")
    assert found["status"] == "没有找到“<b>没有这个</b>”。换个说法，或少写几个字再试。"
    assert (found["titles"], found["bold"]) == ([], 0)


def test_the_form_searches(browser: tuple[Go, Run], folder: Path) -> None:
    """Typing and sending the form leads to the results, from a file as from a server."""
    go, run = browser
    go((folder / "search.html").as_uri())
    assert run('return document.getElementById("search-status").textContent') == ""
    form = 'return new URL(document.querySelector("form").action).pathname === location.pathname'
    assert run(form) is True
    run(f"setTimeout(() => {{ {SEND} }})")
    assert str(_told_in_the_end(run)).startswith("找到")


def _told_in_the_end(run: Run) -> object:
    """What the page says once it has been left for that of the results."""
    until = time.monotonic() + LONGEST_WAIT
    while time.monotonic() < until:
        with suppress(Error, AssertionError):  # the page is just being left
            if told := run(SENT):
                return told
        time.sleep(0.05)
    return None


def test_every_page_has_its_style(browser: tuple[Go, Run], folder: Path) -> None:
    """The style sheet is read from the folder, so the skip link is off the screen until it has the focus."""
    go, run = browser
    for page in sorted(folder.glob("*.html")):
        go(page.as_uri())
        assert run('return getComputedStyle(document.querySelector(".skip")).position') == "absolute", page
        assert run("return document.documentElement.scrollWidth <= innerWidth") is True, page
