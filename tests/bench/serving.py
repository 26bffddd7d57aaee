"""From a saved record to the words on the screen: `python -m tests.bench.serving --records N …`.

`catalogue serve` serves a tree of so many records to Chromium, which shows the page of a course; a sentence
of it is changed and saved again and again. Measured is the time from before the file is written until
Chromium has painted the new words, by the clock of this machine. The page itself tells when that is, in the same
way whether it has been loaded again or only become another: an observer sees the words come into its content,
asks for the next frame, in which they are painted, and in that for the frame after it, which begins once they
have been. So up to a frame (17 milliseconds) is counted that has passed since, and nothing too little.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Page, sync_playwright

from tests.bench.records import write_tree
from tests.bench.search_table import machine
from tests.browser.conftest import CHROMIUM, SWITCHES
from tests.site.conftest import catalogue
from tests.site.test_mkdocs import free_port, served

ROOT = Path(__file__).parent.parent.parent
TABLE = Path(__file__).parent / "SERVING.md"
TIMES = 15
START = 1200
"""Seconds after which a server that does not answer has failed."""
PAINTED = """
  let seen = null;
  const said = () => document.querySelector("main")?.textContent.match(/第\\d+次改。/)?.[0];
  new MutationObserver(() => {
    const words = said();
    if (!words || words === seen) return;
    seen = words;
    const tell = () => console.log(words, performance.timeOrigin + performance.now());
    requestAnimationFrame(() => requestAnimationFrame(tell));
  }).observe(document, { childList: true, characterData: true, subtree: true });
"""
"""Runs in every page before its own scripts; tells the words and when they were painted, in milliseconds since 1970."""
PAUSE = 3.0
"""Seconds between two saves, in which the whole is built and the machine comes to rest."""


def measured(records: int) -> list[float]:
    """Seconds of each save."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tree = folder / "tree"
        tree.mkdir()
        write_tree(ROOT, tree, records)
        base = f"http://127.0.0.1:{free_port()}/"
        command = catalogue("serve", "--root", str(tree), "--address", base.split("/")[2])
        with served(command, folder / "log"), sync_playwright() as playwright:
            _wait(base, folder / "log")
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
            return _saves(browser.new_page(), base, sorted((tree / "catalogue/courses").rglob("*.yml"))[records // 10])


def _wait(base: str, log: Path) -> None:
    end = time.monotonic() + START
    while "http" not in log.read_text("utf-8"):
        if time.monotonic() > end:
            raise RuntimeError(log.read_text("utf-8"))
        time.sleep(1)
    try:
        urlopen(base, timeout=60).close()  # noqa: S310 - our own server
    except URLError as error:
        raise RuntimeError(log.read_text("utf-8")) from error


def _saves(page: Page, base: str, file: Path) -> list[float]:
    page.add_init_script(PAINTED)
    page.goto(f"{base}courses/{file.stem}.html")
    text, found = file.read_text("utf-8"), []
    for number in range(TIMES):
        time.sleep(PAUSE)
        words = f"第{number}次改。"
        with page.expect_console_message(lambda said, words=words: said.text.startswith(words)) as told:  # type: ignore[misc]
            start = time.time()
            file.write_text(text.replace("summary: ", f"summary: {words}", 1), "utf-8")
        found.append(float(told.value.text.removeprefix(words)) / 1000 - start)
    return found


def table(found: dict[int, list[float]]) -> str:
    """The figures as Markdown."""
    rows = [
        f"| {records:,} | {statistics.median(seconds) * 1000:.0f} 毫秒 | {max(seconds) * 1000:.0f} 毫秒 |"
        for records, seconds in found.items()
    ]
    return "\n".join([
        "# 存了以后多久看到",
        "",
        (f"`python -m tests.bench.serving --records {' '.join(map(str, found))}` 写成："
        f"`catalogue serve` 开着一门课程的网页，改它的一句话，存 {TIMES} 次；从写文件以前算到 Chromium 画出了新的字、画下一帧的时候。"),
        "",
        "| 记录 | 中间的一次 | 最慢的一次 |",
        "| ---: | ---: | ---: |",
        *rows,
        "",
        machine({}),
    ])


def main() -> None:
    """Measure each size and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, nargs="+", default=[1000, 10_000])
    found = {records: measured(records) for records in parser.parse_args().records}
    TABLE.write_text(table(found), "utf-8")


if __name__ == "__main__":
    main()
