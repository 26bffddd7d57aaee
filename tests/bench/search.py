"""Our search and Pagefind side by side on so many records: `python -m tests.bench.search --records N`.

Both index the same pages, ours in the form that it reads, Pagefind in the one that suits it best (a blank
around every Chinese character, no files that the page does not use).
"""

from __future__ import annotations

import argparse
import tempfile
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import sync_playwright

from generator.render.index_pages import Document
from tests.a11y.serving import served
from tests.bench import search_table
from tests.bench.records import write_tree
from tests.bench.search_index import OWN, PAGEFIND, Made, made, put, told_anew
from tests.bench.search_readers import (
    FILTERS,
    JUDGED,
    cost,
    found,
    found_in_firefox,
    queries,
    seconds,
    site_of,
    wanted,
)
from tests.bench.search_table import Measured
from tests.browser.conftest import CHROMIUM, SWITCHES
from tests.offline.marionette import firefox
from tests.render.reading_search import Reading
from tests.site.conftest import building, run

ROOT = Path(__file__).parent.parent.parent
ENGINES = (OWN, PAGEFIND)
TIMES = 3
"""How often what takes time is measured; the middle one counts."""
SHOWN = ("按摩", "残疾", "手语翻译", "2026", "川残办〔2021〕8号")
"""The words whose costs stand in the table one by one."""


def built(records: int, folder: Path) -> Path:
    """The site of a tree of so many records."""
    tree, site = folder / "tree", folder / "site"
    tree.mkdir()
    write_tree(ROOT, tree, records)
    done = run(building(tree, site))
    if done.returncode:
        raise RuntimeError(done.stderr)
    return site


def documents_of(site: Path) -> list[Document]:
    """What a built site's search knows of its pages."""
    folder = site / "search"
    reading = Reading({file.name: file.read_text("utf-8") for file in folder.glob("*.js*")})
    groups = reading.contents["groups"]
    places = [(kind, place) for kind, place, count in groups for _ in range(count)]
    return [
        Document(**fact, kind=kind, prefecture=prefecture)
        for fact, (kind, prefecture) in zip(reading.pages, places, strict=True)
    ]


def middle(all_made: list[Made]) -> Made:
    """The one in the middle by processor time."""
    return sorted(all_made, key=lambda one: one.processor)[len(all_made) // 2]


def measure(records: int, folder: Path) -> Measured:
    """All figures of both engines."""
    site = built(records, folder)
    documents = documents_of(site)
    file = folder / "documents.json"
    put(documents, file)
    files = {**dict.fromkeys(ENGINES, file), **told_anew(documents, folder)}
    indexes: dict[str, list[Made]] = {name: [] for name in files}
    for turn in range(TIMES):  # in turn, so that what else the machine does strikes both
        for name, told in files.items():
            indexes[name].append(made(name, told, folder / str(turn) / name))
    measured = Measured(
        records, len(documents), {name: middle(all_) for name, all_ in indexes.items()}
    )
    for engine in ENGINES:
        site_of(site, folder / "0" / engine, folder / f"site-{engine}", engine)
    ask(measured, documents, folder)
    return measured


def ask(measured: Measured, documents: list[Document], folder: Path) -> None:
    """Ask both engines everything, in both browsers."""
    asked = queries(documents)
    right = wanted(documents, asked)
    with ExitStack() as stack:
        playwright = stack.enter_context(sync_playwright())
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        stack.callback(chromium.close)
        fox = stack.enter_context(firefox(folder / "firefox"))
        for engine in ENGINES:
            site = stack.enter_context(served(folder / f"site-{engine}", kept="max-age=3600"))
            for query in [*(f"q={query}" for query in asked), *FILTERS]:
                measured.costs[engine, query] = cost(chromium, site, query)
            for query in [*(f"q={query}" for query in SHOWN), FILTERS[0]]:
                for again in (False, True):
                    times = [seconds(chromium, site, query, again=again) for _ in range(TIMES)]
                    measured.seconds[engine, query, again] = sorted(times)[TIMES // 2]
            measured.found[engine, "Chromium"] = found(chromium, site, right)
            measured.found[engine, "Firefox"] = found_in_firefox(fox, site, right)
        measured.versions |= {"Chromium": chromium.version, "Firefox": fox.version}


def main() -> None:
    """Measure, and write the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search")
    parser.add_argument("--records", type=int, nargs="+", default=[10_000])
    parser.add_argument("--out", type=Path, default=ROOT / "tests/bench/SEARCH.md")
    options = parser.parse_args()
    tables = []
    for records in options.records:
        with tempfile.TemporaryDirectory(prefix="bench-search-") as folder:
            tables.append(measure(records, Path(folder)))
    options.out.write_text(search_table.text(tables, len(JUDGED)), "utf-8")


if __name__ == "__main__":
    main()
