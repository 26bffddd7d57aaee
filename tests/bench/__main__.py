"""Builds sites of many records with ours and with peers in turn, and writes down what that cost.

`python -m tests.bench --records 1000,10000 --peers hugo,eleventy --runs 3`
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from tests.bench.measuring import EVERY
from tests.bench.ours import OURS, fact_of, write_records
from tests.bench.page import pages_of, sources_of
from tests.bench.peers import PEERS
from tests.bench.plot import svg
from tests.bench.results import KEPT, Size, dumped, load, size_of, together
from tests.bench.rounds import Measured, measure, run
from tests.bench.tool import REPOSITORY, Place, Step, Tool
from tests.bench.words import handbook_page, results_page

WORK = REPOSITORY / ".cache" / "bench" / "work"
HANDBOOK = REPOSITORY / "site_src" / "content" / "handbook" / "speed.md"
MANY = 10_000
"""From so many records on, three runs do; below, five."""


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - progress


def main() -> int:
    """Measure each size, and write what is kept anew after each."""
    given = _options().parse_args()
    tools = [OURS, *(PEERS[key] for key in given.peers)]
    for records in given.records:
        runs = given.runs or (3 if records >= MANY else 5)
        _tell(f"{records} records, {runs} runs of {len(tools)} tools")
        measured = measure_all(tools, runs, given.work, partial(write_records, records=records))
        keep([size_of(records, runs, tools, measured)])
    return 0


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    options.add_argument("--records", type=_numbers, default=[1_000, MANY], metavar="N[,N…]")
    options.add_argument("--peers", type=_peers, default=list(PEERS), help=f"of {','.join(PEERS)}")
    options.add_argument("--runs", type=int, help="how often; else 5, or 3 from 10000 records on")
    options.add_argument("--work", type=Path, default=WORK, help="where to build; emptied first")
    return options


def _numbers(text: str) -> list[int]:
    return [int(number) for number in text.split(",")]


def _peers(text: str) -> list[str]:
    keys = [key for key in text.split(",") if key]
    unknown = sorted(set(keys) - set(PEERS))
    if unknown:
        raise argparse.ArgumentTypeError(f"no such peer: {', '.join(unknown)}")
    return keys


def measure_all(
    tools: Sequence[Tool], runs: int, work: Path, write: Callable[[Path], None]
) -> dict[str, Measured]:
    """Lay a tree for ours, the first of the tools, give the peers its pages, and let all take turns."""
    shutil.rmtree(work, ignore_errors=True)
    ours, *peers = places = [Place(tool, work / tool.key) for tool in tools]
    for place in places:
        place.folder.mkdir(parents=True)
    write(ours.folder)
    ours.remember()
    measure(ours.tool.command(Step.COLD, ""), ours)
    fact = fact_of(ours.folder, ours.out)
    addresses = lay(peers, ours.out)
    measured = run(places, fact, addresses, runs, tell=_tell)
    shutil.rmtree(work)
    return measured


def lay(peers: Sequence[Place], site: Path) -> list[str]:
    """Write the sources of each peer for our built site; the addresses of its pages."""
    if not peers:
        return [address for address, _ in sources_of(site)]
    addresses = []
    for place in peers:
        place.tool.prepare(place.folder, site)
    for page in pages_of(site):
        addresses.append(page.address)
        for place in peers:
            place.write(page)
    for place in peers:
        place.remember()
    return addresses


def keep(new: Sequence[Size]) -> None:
    """Write the measurements, and all that is made of them."""
    kept = load(KEPT.read_text("utf-8")) if KEPT.exists() else []
    sizes = together(kept, new)
    KEPT.write_text(dumped(sizes), "utf-8")
    KEPT.with_name("RESULTS.md").write_text(results_page(sizes, EVERY), "utf-8")
    KEPT.with_suffix(".svg").write_text(svg(sizes), "utf-8")
    HANDBOOK.write_text(handbook_page(sizes, EVERY), "utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
