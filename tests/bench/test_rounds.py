"""The runs take turns, start where they say, and are refused when a tool builds another site."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.bench.__main__ import measure_all
from tests.bench.conftest import lay_small
from tests.bench.measuring import Cost
from tests.bench.ours import OURS
from tests.bench.page import Page
from tests.bench.rounds import AnotherSite, run
from tests.bench.tool import Command, Edit, Fact, Place, Step, Tool

FACT = Fact("a.yml", "courses/a.html", ("days: 3", "days: 4"), ("共3天", "共4天"))
ADDRESSES = ["courses/a.html", "index.html"]
COPIER = """
import json, pathlib
for source in pathlib.Path("pages").rglob("*.json"):
    page = json.loads(source.read_text("utf-8"))
    file = pathlib.Path("out", page["address"])
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(source.read_text("utf-8"), "utf-8")
"""
"""A generator that writes the data of a page as it is."""


def write(folder: Path, page: Page) -> None:
    """The source of a page for the copier."""
    file = folder / "pages" / f"{page.address}.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(page.data(), ensure_ascii=False), "utf-8")


def fake(key: str, *steps: Step, command: Command | None = None) -> Tool:
    """A peer that is named and nothing else."""
    return Tool(
        key=key,
        name=key,
        version=lambda: "1",
        prepare=lambda _folder, _site: None,
        write=write,
        source=lambda fact: (f"pages/{fact.address}.json", fact.shown),
        command=lambda _step, _file: command or [key],
        out="out",
        steps=steps or (Step.COLD, Step.CHANGED, Step.SAME),
    )


def place_of(tool: Tool, folder: Path) -> Place:
    """A folder with the one source that FACT is about."""
    page = folder / tool.key / "pages/courses/a.html.json"
    page.parent.mkdir(parents=True)
    page.write_text("共3天", "utf-8")
    place = Place(tool, folder / tool.key)
    place.remember()
    return place


def builder(
    log: list[str], addresses: Callable[[str], list[str]] = lambda _: ADDRESSES
) -> Callable[[Command, Place], Cost]:
    """Stands for a run: writes pages that say what the source says, and notes what lay there before."""

    def build(command: Command, place: Place) -> Cost:
        said = (place.folder / "pages/courses/a.html.json").read_text("utf-8")
        log.append(f"{command[0]} {'again' if place.out.exists() else 'anew'} {said}")
        for address in addresses(command[0]):
            (place.out / address).parent.mkdir(parents=True, exist_ok=True)
            (place.out / address).write_text(said, "utf-8")
        return Cost(float(len(log)), 0.5, 10.0)

    return build


def test_the_tools_take_turns(tmp_path: Path) -> None:
    """Each round is one run of each, from nothing, after the change, and with nothing changed."""
    log: list[str] = []
    places = [place_of(fake(key), tmp_path) for key in ("ours", "one", "two")]
    measured = run(places, FACT, ADDRESSES, 2, measure=builder(log))
    steps = ("anew 共3天", "again 共4天", "again 共4天")
    assert log == [f"{key} {step}" for key in ("ours", "one", "two") * 2 for step in steps]
    assert [cost.wall for cost in measured["one"].costs[Step.COLD]] == [4.0, 13.0]
    assert (measured["two"].pages, measured["two"].files) == (2, 2)
    assert measured["two"].size == 2 * len("共3天".encode())


def test_a_page_alone_is_built_after_a_second_change(tmp_path: Path) -> None:
    """The dirty build has a change of its own to show, so that it cannot pass by doing nothing."""
    log: list[str] = []
    place = place_of(fake("one", Step.COLD, Step.CHANGED, Step.SAME, Step.DIRTY), tmp_path)
    run([place], FACT, ADDRESSES, 1, measure=builder(log))
    assert log[-1] == "one again 共3天"
    assert place.edit(FACT).file.read_text("utf-8") == "共3天"


@pytest.mark.parametrize("written", [ADDRESSES[:1], [*ADDRESSES, "tags.html"]])
def test_another_number_of_pages_is_refused(tmp_path: Path, written: list[str]) -> None:
    """A peer that writes fewer pages, or more, is not measured; its page for unknown addresses is no matter."""
    places = [place_of(fake(key), tmp_path) for key in ("ours", "one")]
    odd = builder([], lambda key: [*(ADDRESSES if key == "ours" else written), "404.html"])
    with pytest.raises(AnotherSite, match=f"one: {len(written)} pages, not 2"):
        run(places, FACT, ADDRESSES, 1, measure=odd)


def test_a_page_that_does_not_change_is_refused(tmp_path: Path) -> None:
    """A rebuild is worth its time only when the new fact is on the page."""
    log: list[str] = []
    build = builder(log)
    place = place_of(fake("one"), tmp_path)

    def lazy(command: Command, place: Place) -> Cost:
        return build(command, place) if not log else Cost(0.1, 0.1, 1.0)

    with pytest.raises(AnotherSite, match="does not say 共4天"):
        run([place], FACT, ADDRESSES, 1, measure=lazy)


def test_a_change_that_changes_nothing_is_refused(tmp_path: Path) -> None:
    """An edit whose text is not there would measure a build of nothing new."""
    (tmp_path / "a").write_text("days: 5", "utf-8")
    with pytest.raises(ValueError, match="does not say"):
        Edit(tmp_path / "a", FACT.written).make()


def test_emptying_keeps_the_sources_and_follows_no_link(tmp_path: Path) -> None:
    """Output and caches go, wherever they lie; what a link leads to stays."""
    (tmp_path / "modules").mkdir()
    (tmp_path / "modules/kept").touch()
    place = place_of(fake("one"), tmp_path)
    (place.folder / "node_modules").symlink_to(tmp_path / "modules")
    place.remember()
    for made in ("out/a.html", "pages/cache/b", ".home/c"):
        (place.folder / made).parent.mkdir(parents=True, exist_ok=True)
        (place.folder / made).touch()
    place.empty()
    kept = sorted(path.name for path in place.folder.iterdir())
    assert kept == ["node_modules", "pages"]
    assert (tmp_path / "modules/kept").exists()
    assert not (place.folder / "pages/cache").exists()


def test_the_whole_road(tmp_path: Path) -> None:
    """Ours builds the small catalogue, a peer the same pages, each in processes of its own."""
    copier = fake("copier", Step.COLD, Step.CHANGED, command=[sys.executable, "-c", COPIER])
    ours = replace(OURS, steps=(Step.COLD, Step.CHANGED))
    measured = measure_all([ours, copier], 1, tmp_path / "work", lay_small)
    # Ours writes the page for unknown addresses besides.
    assert measured["ours"].pages == measured["copier"].pages + 1 > 300
    assert all(cost.cpu > 0 for found in measured.values() for cost in found.costs[Step.COLD])
    assert measured["ours"].costs[Step.CHANGED][0].memory > 10
    assert not (tmp_path / "work").exists()
