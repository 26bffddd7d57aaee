"""A page that becomes what it is now without being loaded is the page that loading it shows."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from functools import partial

from playwright.sync_api import Browser, Page, Route, expect

from tests.conftest import Tree
from tests.incremental import edits
from tests.serving.conftest import COURSE, PAGE, SUMMARY, Address, opened

VOCABULARY = "catalogue/vocabularies/training-category.yml"
NEW = "学完能独立编两只篮。"
PAGES = (PAGE, "courses/index.html", "institutions/ceshi-xuexiao.html", "index.html")
EDITS = {
    "a sentence": (SUMMARY, NEW),
    "the name, which is the title too": ("name: 测试竹编课程", "name: 测试竹艺课程"),
    "a list longer in the middle": ("  - 选竹、破篾\n", "  - 选竹、破篾\n  - 刮青\n"),
    "a list longer at its end": ("  - 残疾人证\n", "  - 残疾人证\n  - 水杯\n"),
    "a list shorter": ("  - hearing\n", ""),
    "a list of parts shorter": ("  - code: stenography\n    state: unavailable\n", ""),
    "a part less": ("next: 可以接手工活。\n", ""),
    "signs that are markup elsewhere": (SUMMARY, "'<b>编</b><script src=\"/x.js\"></script>&amp;篮。'"),
}
ACTING = (
    ("</main>", "<script>window.hasRun = true</script></main>"),
    ("</main>", '<p><script src="/.live/live.js"></script></p></main>'),
    ("</main>", "<style>main { color: red; }</style></main>"),
    ("</head>", '<link rel="stylesheet" href="/none.css"></head>'),
    ('name="description" content="', 'http-equiv="refresh" content="9;'),
    ("object-src 'none'", "object-src 'self'"),
    ("assets/settings.", "assets/others."),
    ("/.live/live.js", "/live.js"),
    ("<body", "<frameset"),
)
MEDDLING = (
    "document.querySelector('main').append(document.createElement('p'))",
    "document.querySelector('main').firstElementChild.remove()",
    "document.querySelector('.lead').textContent += '。'",
    "document.querySelector('.lead').firstChild.replaceWith(document.createElement('b'))",
)
BY_CHANCE = (
    edits.edit_text,
    edits.edit_name,
    edits.edit_state,
    edits.edit_date,
    edits.edit_region,
)
TIMES = 8
SOON, DEADLINE = 1.5, 30
"""Seconds in which what changes at all has changed, and in which it is right."""
READER = """({
  y: scrollY, focus: document.activeElement.tagName,
  typed: document.querySelector("[type=search]").value,
  unfolded: Array.from(document.querySelectorAll("details"), (details) => details.open),
})"""
HTML = """(() => {
  const page = document.documentElement.cloneNode(true);
  for (const one of page.querySelectorAll("#catalogue-live-told")) one.remove();
  return page.outerHTML;
})()"""


def holds(is_so: Callable[[], bool], seconds: float) -> bool:
    """Whether something comes to hold in time."""
    end = time.monotonic() + seconds
    while not is_so() and time.monotonic() < end:
        time.sleep(0.05)
    return is_so()


def marked(browser: Browser, address: Address, path: str = PAGE) -> Page:
    """A page that is known again as long as it is not loaded."""
    page = opened(browser, address, path)
    page.evaluate("window.isTheSame = true")
    return page


def is_the_same(page: Page) -> bool:
    """Whether it has not been loaded since."""
    return bool(page.evaluate("window.isTheSame === true"))


def edited(pages: list[Page], tab: Page, edit: Callable[[], object]) -> bool:
    """Whether an edit changes one of the pages; each is then as another tab loads it, without having been."""
    before = [page.evaluate(HTML) for page in pages]
    edit()
    is_changed = holds(lambda: before != [page.evaluate(HTML) for page in pages], SOON)
    for page in pages:
        assert holds(partial(is_as_loaded, page, tab), DEADLINE), page.url
        assert is_the_same(page), page.url
    return is_changed


def is_as_loaded(page: Page, tab: Page) -> bool:
    """Whether a page is to a sign what another tab of the browser shows of it."""
    tab.goto(page.url)
    return bool(page.evaluate(HTML) == tab.evaluate(HTML))


def test_what_is_turned_is_what_is_loaded(sources: Tree, address: Address, browser: Browser) -> None:
    """After each edit, and after it is taken back, every page of four is as it is loaded."""
    pages, tab, right = [marked(browser, address, path) for path in PAGES], browser.new_page(), sources.read(COURSE)
    for name, edit in EDITS.items():
        assert edited(pages, tab, partial(sources.edit, COURSE, *edit)), name
        assert edited(pages, tab, partial(sources.write, COURSE, right)), f"{name}, taken back"
    assert edited(pages, tab, partial(sources.edit, VOCABULARY, "name: 传统特色手工技艺", "name: 手工技艺"))


def test_what_chance_edits_is_turned_too(sources: Tree, address: Address, browser: Browser) -> None:
    """As much for edits of any record, each as often as it takes to change one of the pages."""
    pages, tab = [marked(browser, address, path) for path in PAGES], browser.new_page()
    chance, right = random.Random(1), {file: file.read_bytes() for file in sources.root.rglob("*.yml")}  # noqa: S311
    for edit in BY_CHANCE:
        assert any(edited(pages, tab, partial(edit, chance, sources.root)) for _ in range(TIMES)), edit.__name__
        for file, data in right.items():
            if file.read_bytes() != data:
                file.write_bytes(data)


def test_what_the_reader_does_stays(sources: Tree, address: Address, browser: Browser) -> None:
    """The place, the focus, what is unfolded and what is typed are as before."""
    page = marked(browser, address, "courses/index.html")
    page.get_by_role("searchbox").fill("竹")
    unfolded = page.locator("details:not([open]) > summary").last
    unfolded.click()
    page.evaluate("scrollBy(0, 40)")
    before = page.evaluate(READER)
    assert before["y"] > 0
    assert before["focus"] == "SUMMARY"
    sources.edit(COURSE, "name: 测试竹编课程", "name: 测试竹艺课程")
    expect(page.locator("main")).to_contain_text("测试竹艺课程")
    assert page.evaluate(READER) == before
    assert is_the_same(page)


def test_the_focus_of_a_part_that_is_no_more_goes_to_the_next(
    sources: Tree, address: Address, browser: Browser
) -> None:
    """Where a part that has the focus is taken away, the one that is now in its place has it."""
    page = marked(browser, address)
    page.get_by_role("link", name="学完可以做什么").focus()
    sources.edit(COURSE, "next: 可以接手工活。\n", "")
    expect(page.locator("#next")).not_to_be_attached()
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#help"
    assert is_the_same(page)


def answered(page: Page, change: Callable[[str], str], status: int = 200, kind: str = "text/html") -> None:
    """Let the page get another answer when it asks what it is now, though not when it is loaded."""

    def answer(route: Route) -> None:
        if route.request.resource_type == "xhr":
            route.fulfill(body=change(route.fetch().text()), status=status, content_type=f"{kind}; charset=utf-8")
        else:
            route.continue_()

    page.unroute("**/*.html")
    page.route("**/*.html", answer)


def test_no_script_runs_from_what_is_put_in(sources: Tree, address: Address, browser: Browser) -> None:
    """What would run in a part of the page is refused by the page's own policy, as when it is loaded."""
    page = marked(browser, address)
    bad = '<p id="bad"><img src="none.svg" alt="" onerror="window.hasRun = true"></p>'
    answered(page, lambda html: html.replace("</main>", f"{bad}</main>"))
    with page.expect_console_message(lambda said: "Content Security Policy" in said.text):
        sources.edit(COURSE, SUMMARY, NEW)
    expect(page.locator("#bad")).to_be_attached()
    page.wait_for_function("document.querySelector('#bad img').complete")
    assert page.evaluate("window.hasRun") is None
    assert is_the_same(page)


def test_what_acts_on_the_whole_page_is_loaded(sources: Tree, address: Address, browser: Browser) -> None:
    """When a script, a style or the policy differs, the page is loaded, and nothing of the answer is put in."""
    page = opened(browser, address, PAGE)
    for old, new in ACTING:
        answered(page, lambda html, old=old, new=new: html.replace(old, new))  # type: ignore[misc]
        assert is_loaded(page, sources), new


def test_what_is_no_page_is_loaded(sources: Tree, address: Address, browser: Browser) -> None:
    """An answer that is not the page is not put in its place."""
    page = opened(browser, address, PAGE)
    for status, kind in ((404, "text/html"), (500, "text/html"), (200, "text/plain")):
        answered(page, str, status, kind)
        assert is_loaded(page, sources), (status, kind)


def test_a_page_that_something_else_has_changed_is_loaded(sources: Tree, address: Address, browser: Browser) -> None:
    """Where the page is not as it was served, nothing of it is guessed."""
    page = opened(browser, address, PAGE)
    for done in MEDDLING:
        page.evaluate(done)
        assert is_loaded(page, sources), done


def test_a_page_with_a_script_of_its_own_is_loaded(sources: Tree, address: Address, browser: Browser) -> None:
    """The page of a subsidy, which has a calculator, is as its script makes it."""
    page = marked(browser, address, "subsidies/shili-butie.html")
    with page.expect_navigation():
        sources.edit("catalogue/subsidies/shili-butie.yml", "城镇培训补贴（", "城里培训补贴（")
    expect(page.locator("main")).to_contain_text("城里培训补贴")


def is_loaded(page: Page, sources: Tree) -> bool:
    """Whether the next words of the course are shown by loading the page, without anything having run."""
    old, new = (SUMMARY, NEW) if SUMMARY in sources.read(COURSE) else (NEW, SUMMARY)
    page.evaluate("window.isTheSame = true")
    with page.expect_request(lambda request: "/.live/events" in request.url):
        sources.edit(COURSE, old, new)
    expect(page.locator("main")).to_contain_text(new)
    return bool(page.evaluate("window.isTheSame === undefined && window.hasRun === undefined"))


def test_an_answer_that_comes_late_is_not_shown(sources: Tree, address: Address, browser: Browser) -> None:
    """Of two saves the second is shown, even when the answer to the first comes after it."""
    page, held = marked(browser, address), list[tuple[Route, str]]()

    def hold(route: Route) -> None:
        if route.request.resource_type == "xhr" and not held:
            held.append((route, route.fetch().text()))
        else:
            route.continue_()

    page.route("**/*.html", hold)
    with page.expect_request(lambda request: request.resource_type == "xhr"):
        sources.edit(COURSE, SUMMARY, "第一次改。")
    page.wait_for_timeout(500)
    sources.edit(COURSE, "第一次改。", "第二次改。")
    expect(page.locator(".lead")).to_have_text("第二次改。")
    route, first = held[0]
    assert "第一次改。" in first
    route.fulfill(body=first, content_type="text/html; charset=utf-8")
    page.wait_for_timeout(500)
    assert page.locator(".lead").inner_text() == "第二次改。"
    assert edited([page], browser.new_page(), partial(sources.edit, COURSE, "第二次改。", NEW))


def test_saves_in_quick_succession_end_with_the_last(sources: Tree, address: Address, browser: Browser) -> None:
    """Twenty saves within a second: the page is not loaded, and ends as the last one."""
    page, chance = marked(browser, address), random.Random(1)  # noqa: S311 - no secret
    before = SUMMARY
    for number in range(20):
        sources.edit(COURSE, before, before := f"第{number}次改。")
        time.sleep(chance.uniform(0, 0.05))
    expect(page.locator(".lead")).to_have_text(before)
    assert edited([page], browser.new_page(), partial(sources.edit, COURSE, before, NEW))
