"""The runs: ours and the peers take turns, so that a slow minute of the machine falls on all."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.measuring import Cost, cost_of
from tests.bench.page import UNKNOWN
from tests.bench.tool import Command, Fact, Place, Step

Measure = Callable[[Command, Place], Cost]


class AnotherSite(Exception):
    """A generator wrote other pages than the rest, so that its time says nothing."""


@dataclass
class Measured:
    """What one tool wrote, and the costs of its runs by step, in the order in which they came."""

    pages: int = 0
    files: int = 0
    size: int = 0
    pages_size: int = 0
    costs: dict[Step, list[Cost]] = field(default_factory=lambda: defaultdict(list))


def measure(command: Command, place: Place) -> Cost:
    """Run a command of a tool in its folder, whose home it is: nothing is kept anywhere else."""
    home = place.folder / ".home"
    home.mkdir(exist_ok=True)
    environment = {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home),
        "ASTRO_TELEMETRY_DISABLED": "1",
        "NODE_ENV": "production",
        "NODE_OPTIONS": "--max-old-space-size=16384",  # of 50,000 records the usual 4 GiB are too few
        "NO_MKDOCS_2_WARNING": "1",
    }
    return cost_of(command, str(place.folder), environment)


def run(  # noqa: PLR0913 - what is built, how often, and how it is watched
    places: Sequence[Place],
    fact: Fact,
    addresses: Iterable[str],
    runs: int,
    *,
    measure: Measure = measure,
    tell: Callable[[str], None] = lambda _: None,
) -> dict[str, Measured]:
    """Build so many times with each tool in turn; AnotherSite when one does not write the pages."""
    measured = {place.tool.key: Measured() for place in places}
    wanted = frozenset(addresses)
    for number in range(1, runs + 1):
        for place in places:
            for step in place.tool.steps:
                found = measured[place.tool.key]
                cost = _step(place, step, fact, measure)
                found.costs[step].append(cost)
                tell(
                    f"{number}/{runs} {place.tool.key} {step}: {cost.wall} s, {cost.cpu} s, {cost.memory} MiB"
                )
                check(place, wanted, fact, changed=step in {Step.CHANGED, Step.SAME})
                if step is Step.COLD:
                    found.pages, found.files, found.size, found.pages_size = weigh(place.out)
            _end(place, fact)
    return measured


def _step(place: Place, step: Step, fact: Fact, measure: Measure) -> Cost:
    edit = place.edit(fact)
    if step is Step.COLD:
        place.empty()
    elif step is not Step.SAME:
        edit.make(back=step is Step.DIRTY)
    return measure(place.tool.command(step, str(edit.file.relative_to(place.folder))), place)


def _end(place: Place, fact: Fact) -> None:
    """Leave the sources as they were, for the next cold run."""
    if Step.DIRTY not in place.tool.steps:
        place.edit(fact).make(back=True)
    place.empty()


def check(place: Place, wanted: frozenset[str], fact: Fact, *, changed: bool) -> None:
    """Hold what lies in the output against what must: the same addresses, the fact as it is."""
    written = {address for address in _pages(place.out) if address != UNKNOWN}
    if written != wanted:
        odd = sorted(written ^ wanted)[:5]
        raise AnotherSite(f"{place.tool.key}: {len(written)} pages, not {len(wanted)}: {odd}")
    page = (place.out / fact.address).read_text("utf-8")
    if fact.shown[changed] not in page or fact.shown[not changed] in page:
        raise AnotherSite(f"{place.tool.key}: {fact.address} does not say {fact.shown[changed]}")


def _pages(out: Path) -> Iterable[str]:
    return (file.relative_to(out).as_posix() for file in out.rglob("*.html"))


def weigh(out: Path) -> tuple[int, int, int, int]:
    """How many pages and files lie in a folder, and the bytes of all files and of the pages."""
    files = {file: file.stat().st_size for file in out.rglob("*") if file.is_file()}
    pages = [size for file, size in files.items() if file.suffix == ".html"]
    return len(pages), len(files), sum(files.values()), sum(pages)
