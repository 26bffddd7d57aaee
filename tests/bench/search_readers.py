"""What readers of a search get and wait for, in real browsers: bytes, requests, time, the right pages."""

from __future__ import annotations

import random
import re
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, CDPSession, Page

from generator.render.index_pages import Document
from tests.a11y.serving import Served
from tests.a11y.weight import NOTE_FIRST, RECEIVED
from tests.browser.searching import FINDER, PAGEFIND_FINDER, plain
from tests.offline.marionette import Firefox

JUDGED = (
    *("按摩", "残联", "蜀绣", "互联网", "面点", "手语翻译", "川残办", "马兰花", "补贴", "12385"),
    *("残疾", "培训", "2026", "川残办〔2021〕8号", "残疾人职业技能培训", "盲人 按摩", "成都 面点"),
)
"""Words that readers ask for, common and rare."""
BEFORE = "编织"
DRAWN = 20
FILTERS = ("type=course", "region=510100", "type=course&region=510100")
DONE = "/找到|没有打开/.test(document.querySelector('#search-status').textContent)"
PATIENCE = 120_000
AT_ONCE = 100
# As Lighthouse measures a slow phone: 150 ms there and back, 1.6 Mbit/s, a processor four times slower.
SLOW_NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_638_400 / 8,
    "uploadThroughput": 768_000 / 8,
}
SLOWER = 4
LIST = '<link rel="modulepreload" href="search/index.js">'
POLL = 0.05
PHONE = {"width": 412, "height": 823}
WAITED = """() => {
  const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  const until = all.filter((entry) => entry.responseEnd <= globalThis.firstResult);
  return until.map((entry) => [entry.startTime, entry.responseEnd]);
}"""
"""When all that had come before the first result was asked for, and when it was there."""
FIND = f"""async (words) => {{
  const {{ open }} = await import(document.querySelector("#search-finder").src);
  globalThis.finder ??= await open();
  const {{ results, near }} = await globalThis.finder.find(words, {{ type: "", region: "" }});
  const links = [];
  for (let at = 0; at < results.length; at += {AT_ONCE}) {{
    const some = results.slice(at, at + {AT_ONCE}).map((result) => result.data());
    links.push(...(await Promise.all(some)).map((facts) => new URL(facts.address, document.baseURI).pathname.slice(1)));
  }}
  return [near, links];
}}"""


@dataclass(frozen=True)
class Cost:
    """Bytes over the wire and requests until the first result stands there."""

    size: int
    requests: int


@dataclass(frozen=True)
class Found:
    """How many of the wanted pages were found, and how many of the found ones were wanted; means over queries."""

    recall: float
    precision: float


def site_of(built: Path, index: Path, out: Path, engine: str) -> None:
    """A site of the search page alone, with an index."""
    shutil.copytree(built / "assets", out / "assets")
    page = (built / "search.html").read_text("utf-8")
    if engine != "own":
        page = page.replace(FINDER[1:], PAGEFIND_FINDER[1:]).replace(LIST, "")
        page = page.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
    (out / "search.html").write_text(page, "utf-8")
    for folder in filter(Path.is_dir, index.iterdir()):
        folder.rename(out / folder.name)


def queries(documents: list[Document]) -> list[str]:
    """The judged words, and words of two to six characters drawn from the pages."""
    chance = random.Random(20261125)  # noqa: S311 - the same words every time
    drawn: list[str] = []
    while len(drawn) < DRAWN:
        text = plain(chance.choice(documents).text)
        length = chance.randint(2, 6)
        start = chance.randrange(max(1, len(text) - length))
        word = text[start : start + length]
        if re.fullmatch("[\u4e00-\u9fff]{2,6}", word):
            drawn.append(word)
    return [*JUDGED, *drawn]


def wanted(documents: list[Document], asked: list[str]) -> dict[str, set[str]]:
    """By query the paths of the pages that hold each of its words, by a plain search."""
    texts = {
        one.path: plain(f"{one.title}。{one.known_as}。{one.region}。{one.text}")
        for one in documents
    }
    return {
        query: {
            path
            for path, text in texts.items()
            if all(plain(word) in text for word in query.split())
        }
        for query in asked
    }


def cost(browser: Browser, site: Served, asked: str) -> Cost:
    """What comes to a reader who has nothing yet, until the first result."""
    with _page(browser) as page:
        page.goto(f"{site.address}search.html?{asked}")
        page.wait_for_function(f"() => {DONE}", timeout=PATIENCE)
        received: dict[str, int] = page.evaluate(RECEIVED)
    return Cost(sum(received.values()), len(received))


def seconds(browser: Browser, site: Served, asked: str, *, again: bool = False) -> float:
    """From the opening of the address to the first result, on a slow phone.

    It has nothing yet, or has the style and the scripts when something was searched before.
    """
    with _page(browser) as page:
        if again:
            page.goto(f"{site.address}search.html?q={quote(BEFORE)}")
            page.wait_for_function(f"() => {DONE}", timeout=PATIENCE)
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW_NETWORK)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        page.goto(f"{site.address}search.html?{asked}", wait_until="commit")
        # Asked without Playwright, whose own script would keep the slow processor busy meanwhile.
        _until(lambda: _first_result(session) > 0)
        page.wait_for_function(f"() => {DONE}", timeout=PATIENCE)  # it closes in peace
        return _first_result(session) / 1000


def waits(browser: Browser, site: Served, asked: str) -> int:
    """How many answers follow each other until the first result, when each takes as long as on a slow line."""
    with _page(browser) as page:
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        only_late = {**SLOW_NETWORK, "downloadThroughput": -1, "uploadThroughput": -1}
        session.send("Network.emulateNetworkConditions", only_late)
        page.goto(f"{site.address}search.html?{asked}")
        page.wait_for_function(f"() => {DONE}", timeout=PATIENCE)
        asked_for: list[tuple[float, float]] = page.evaluate(WAITED)
    count, until = 0, 0.0
    for end, start in sorted((end, start) for start, end in asked_for):
        if start >= until and end - start >= SLOW_NETWORK["latency"]:
            count, until = count + 1, end
    return count


def _first_result(session: CDPSession) -> float:
    """When the first result was there, in milliseconds; 0 before that."""
    answer = session.send("Runtime.evaluate", {"expression": "globalThis.firstResult ?? 0"})
    return float(answer["result"]["value"])


@contextmanager
def _page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="zh-CN", viewport=PHONE)  # type: ignore[arg-type]
    context.add_init_script(NOTE_FIRST)
    try:
        yield context.new_page()
    finally:
        context.close()


def found(browser: Browser, site: Served, right: dict[str, set[str]]) -> Found:
    """What Chromium finds, every page of every answer."""
    with _page(browser) as page:
        page.goto(f"{site.address}search.html")
        answers = {}
        for query in right:
            near, links = page.evaluate(FIND, query.split())
            answers[query] = set() if near else set(links)
    return _judged(answers, right)


def found_in_firefox(firefox: Firefox, site: Served, right: dict[str, set[str]]) -> Found:
    """What Firefox says that it has found; its first pages stand for the others."""
    scores = []
    for query, pages in right.items():
        firefox.open(f"{site.address}search.html?q={quote(query)}")
        _until(lambda: bool(firefox.run(f"return {DONE}")))
        links = firefox.run(
            "return [...document.querySelectorAll('#search-results .cards h3 a')].map((a) => a.pathname.slice(1))"
        )
        said = firefox.run("return document.querySelector('#search-status').textContent")
        count = int((re.search(r"^找到(\d+)条", said) or [0, 0])[1])
        right_share = len(pages & set(links)) / len(links) if links else 1.0
        hits = count * right_share
        scores.append(
            Found(
                min(1.0, hits / max(1, len(pages))),
                min(1.0, len(pages) / max(1, count)) * right_share,
            )
        )
    return _mean(scores)


def _until(is_so: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE / 1000
    while not is_so():
        if time.monotonic() > until:
            raise TimeoutError("the search gives no answer")
        time.sleep(POLL)


def _judged(answers: dict[str, set[str]], right: dict[str, set[str]]) -> Found:
    scores = []
    for query, pages in right.items():
        hits = len(answers[query] & pages)
        recall = hits / len(pages) if pages else 1.0
        scores.append(Found(recall, hits / len(answers[query]) if answers[query] else 1.0))
    return _mean(scores)


def _mean(scores: list[Found]) -> Found:
    count = len(scores)
    return Found(sum(s.recall for s in scores) / count, sum(s.precision for s in scores) / count)
