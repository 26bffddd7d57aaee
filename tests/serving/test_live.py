"""What is saved is on the screen at once, and the reader stays where they were."""

from __future__ import annotations

from contextlib import closing
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import Tree
from tests.serving.conftest import COURSE, PAGE, SUMMARY, Address, opened


@pytest.mark.parametrize("done", ["0", "document.querySelector('main').append(document.createElement('p'))"])
def test_a_saved_record_is_shown_where_the_reader_was(
    sources: Tree, address: Address, browser: Browser, done: str
) -> None:
    """The page has the new words, loaded again or not; the place on it and the focus stay."""
    page = opened(browser, address, PAGE)
    page.evaluate(done)  # of a page that something else has put a part into, all is loaded
    link = page.locator("main a").nth(4)
    link.focus()
    before = page.evaluate("[scrollY, document.activeElement.textContent]")
    assert before[0] > 0
    page.evaluate("window.isTheSame = true")
    sources.edit(COURSE, SUMMARY, "学完能独立编两只篮。")
    expect(page.locator("main")).to_contain_text("学完能独立编两只篮。")
    page.wait_for_function("scrollY > 0")
    assert page.evaluate("[scrollY, document.activeElement.textContent]") == before
    assert page.evaluate("window.isTheSame === true") == (done == "0")


def test_a_page_that_shows_nothing_of_the_change_is_not_loaded_again(
    sources: Tree, address: Address, browser: Browser
) -> None:
    """Whoever reads another page is not disturbed, even when the whole has been built anew."""
    other, page = opened(browser, address, "channels/ceshi-pingtai.html"), opened(browser, address, PAGE)
    other.evaluate("window.isTheSame = true")
    sources.edit(COURSE, SUMMARY, "学完能独立编两只篮。")
    expect(page.locator("main")).to_contain_text("学完能独立编两只篮。")
    sources.edit("site_src/templates/course.html", '<p class="lead">', '<p class="lead">新模板')
    expect(page.locator("body")).to_contain_text("新模板", timeout=60_000)
    assert other.evaluate("window.isTheSame")


def test_what_is_wrong_is_told_above_the_page_until_it_is_mended(
    sources: Tree, address: Address, browser: Browser
) -> None:
    """Place, words and remedy of the report stand in a status that is spoken; the page stays as it was."""
    page = opened(browser, address, PAGE)
    told = page.get_by_role("status").filter(has_text=COURSE)
    sources.edit(COURSE, "hours: 40", "hours: 四十")
    expect(told).to_contain_text("改法：")
    expect(page.locator("main")).to_contain_text("40课时")
    sources.edit(COURSE, "hours: 四十", "hours: 48")
    expect(page.locator("main")).to_contain_text("48课时")
    expect(told).to_be_hidden()


def test_a_rule_between_records_is_told_too(sources: Tree, address: Address, browser: Browser) -> None:
    """A record that is right by itself and leads nowhere is told as soon as the whole has been checked."""
    page = opened(browser, address, PAGE)
    sources.edit(COURSE, "institution: ceshi-xuexiao", "institution: meiyou-xuexiao")
    expect(page.get_by_role("status").filter(has_text="R101")).to_be_visible(timeout=60_000)


def test_a_new_record_gets_its_page(sources: Tree, address: Address, browser: Browser) -> None:
    """A file that was not there before is shown once the whole has been built."""
    page = opened(browser, address, "courses/index.html")
    text = sources.read(COURSE).replace("id: ceshi-zhubian", "id: ceshi-xin").replace("name: ", "name: 新")
    sources.write("catalogue/courses/ceshi-xin.yml", text)
    link = page.locator("a[href$='ceshi-xin.html']")
    expect(link).to_be_attached(timeout=60_000)
    sources.edit("catalogue/courses/ceshi-xin.yml", SUMMARY, "学完能编三只竹篮。")
    own = opened(browser, address, "courses/ceshi-xin.html")
    expect(own.locator("main")).to_contain_text("学完能编三只竹篮。", timeout=60_000)


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [
        (PAGE, "127.0.0.1", 200),
        (PAGE, "localhost", 200),
        (PAGE, "evil.example", 421),
        ("", "127.0.0.1", 200),
        ("none.html", "127.0.0.1", 404),
        ("assets/", "127.0.0.1", 404),
        ("../../../../etc/passwd", "127.0.0.1", 404),
        ("..%2f..%2f.site.state", "127.0.0.1", 404),
        ("courses/..%2f..%2f..%2fmkdocs.html", "127.0.0.1", 404),
    ],
)
def test_only_the_site_is_served_and_only_to_this_machine(
    address: Address, path: str, host: str, status: int
) -> None:
    """A page of another site that has our address as its own gets nothing, nor does a way out of the folder."""
    whole = urlsplit(address(""))
    with closing(HTTPConnection(whole.hostname or "", whole.port)) as connection:
        connection.request("GET", f"/{path}", headers={"Host": f"{host}:{whole.port}"})
        answer = connection.getresponse()
        assert answer.status == status
        assert b"root:" not in answer.read()
