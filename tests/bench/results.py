"""The measurements that are kept: every single cost, by number of records and tool, with the machine."""

from __future__ import annotations

import datetime
import json
import os
import platform
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

from tests.bench.measuring import Cost
from tests.bench.rounds import Measured
from tests.bench.tool import Step, Tool

KEPT = Path(__file__).with_name("results.json")
GIB = 1 << 30


@dataclass(frozen=True)
class Machine:
    """What the runs were made on."""

    processor: str
    cores: int
    memory: int
    """In GiB."""
    system: str


@dataclass(frozen=True)
class Row:
    """A tool among the results of a size."""

    key: str
    name: str
    version: str
    pages: int
    files: int
    size: int
    """Bytes of all that was written."""
    pages_size: int
    costs: dict[Step, list[Cost]]

    def median(self, step: Step, of: Literal["wall", "cpu", "memory"]) -> float:
        """The median over the runs of a step."""
        figures: list[float] = [getattr(cost, of) for cost in self.costs[step]]
        return statistics.median(figures)


@dataclass(frozen=True)
class Size:
    """All that was measured with one number of records in one run of the benchmark; ours comes first."""

    records: int
    runs: int
    date: str
    machine: Machine
    rows: list[Row]


def size_of(
    records: int, runs: int, tools: Sequence[Tool], measured: Mapping[str, Measured]
) -> Size:
    """What was measured just now on this machine."""
    rows = [Row(tool.key, tool.name, tool.version(), **vars(measured[tool.key])) for tool in tools]
    day = datetime.datetime.now().astimezone().date()
    return Size(records, runs, day.isoformat(), machine(), rows)


def machine() -> Machine:
    """What the benchmark runs on now."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    try:
        system = platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        system = platform.system()
    cores = len(os.sched_getaffinity(0))
    return Machine(_processor(), cores, round(memory / GIB), system)


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def together(kept: Sequence[Size], new: Sequence[Size]) -> list[Size]:
    """The kept sizes with the new ones in the place of those of as many records, the smallest first."""
    sizes = {size.records: size for size in (*kept, *new)}
    return [sizes[records] for records in sorted(sizes)]


def dumped(sizes: Sequence[Size]) -> str:
    """Sizes as the text of the file that keeps them: a cost is its three figures on a line."""
    return json.dumps([_plain(size) for size in sizes], ensure_ascii=False, indent=1) + "\n"


def _plain(size: Size) -> dict[str, Any]:
    rows = [
        {
            **asdict(replace(row, costs={})),
            "costs": {
                step: [f"{cost.wall} {cost.cpu} {cost.memory}" for cost in costs]
                for step, costs in row.costs.items()
            },
        }
        for row in size.rows
    ]
    return {**asdict(replace(size, rows=[])), "rows": rows}


def load(text: str) -> list[Size]:
    """The sizes in the text of the file that keeps them."""
    return [_size(size) for size in json.loads(text)]


def _size(plain: dict[str, Any]) -> Size:
    rows = [Row(**{**row, "costs": _costs(row["costs"])}) for row in plain["rows"]]
    return Size(**{**plain, "machine": Machine(**plain["machine"]), "rows": rows})


def _costs(plain: dict[str, list[str]]) -> dict[Step, list[Cost]]:
    return {
        Step(step): [Cost(*map(float, line.split())) for line in lines]
        for step, lines in plain.items()
    }
