"""Measures one page of every kind of the site of this repository and writes LIGHTHOUSE.md.

`python -m tests.bench.lighthouse [--times 3] [--site FOLDER] [--only KIND ...]`
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import re
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

from tests.bench.lighthouse.measuring import Asked, Measured, measured, runs
from tests.bench.lighthouse.table import Conditions, below, text
from tests.conftest import REPOSITORY, Tree
from tests.judges.states import states
from tests.servers.running import running
from tests.site.conftest import building, run

OUT = REPOSITORY / "tests/bench/LIGHTHOUSE.md"
CHROMIUM = "/usr/bin/chromium"


def _tell(told: str) -> None:
    print(told, file=sys.stderr, flush=True)  # noqa: T201 - progress


def _built(out: Path, day: str) -> Path:
    done = run(building(REPOSITORY, out, "--server", "nginx", as_of=day))
    if done.returncode:
        raise SystemExit(done.stderr)
    return out


def _asked(site: Path, only: list[str]) -> list[Asked]:
    """One page of every kind; what readers do before with a script does not make it slower."""
    found = states(site, Tree(REPOSITORY).check().catalogue)
    return [Asked(one.kind, one.address) for one in found if not one.script and (not only or one.kind in only)]


def _machine() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*: (.*)", cpuinfo.read_text()) if cpuinfo.exists() else None
    name, load = found[1] if found else platform.machine(), os.getloadavg()[2]
    return f"{name}，{os.cpu_count()} 个处理器，量完以前 15 分钟的平均负载 {load:.1f}"


def _versions(told: dict[str, Any]) -> str:
    browser = re.search(r"(?:Headless)?Chrome/[\d.]+", told["versions"]["browser"])
    return f"Lighthouse {told['versions']['lighthouse']}，{browser[0] if browser else '浏览器不明'}"


def _measured(pages: list[Asked], site: Path, work: Path, times: int) -> tuple[list[Measured], str]:
    told = defaultdict[str, list[dict[str, Any]]](list)
    with running("nginx", site, work) as server:
        for one in runs(pages, server.address, CHROMIUM, times, _tell):
            told[one["url"].removeprefix(server.address)].append(one)
    return [measured(page, told[page.path]) for page in pages], _versions(told[pages[0].path][0])


def main() -> int:
    """Build, measure, write; 1 when a page is too slow."""
    options = argparse.ArgumentParser(prog="python -m tests.bench.lighthouse", description=__doc__)
    options.add_argument("--times", type=int, default=3, help="runs a page, of which the median counts")
    options.add_argument("--site", type=Path, help="a site built with --server nginx, in place of a new one")
    options.add_argument("--only", nargs="*", default=[], help="kinds of pages; then nothing is written")
    given = options.parse_args()
    day = str(datetime.date.today())  # noqa: DTZ011 - a local day
    with tempfile.TemporaryDirectory() as work:
        site = given.site.absolute() if given.site else _built(Path(work, "site"), day)
        pages, versions = _measured(_asked(site, given.only), site, Path(work, "nginx"), given.times)
    told = text(pages, Conditions(day, _machine(), versions, given.times))
    if given.only:
        print(told)  # noqa: T201 - to who called
    else:
        OUT.write_text(told, "utf-8")
    return int(bool(below(pages)))


if __name__ == "__main__":
    raise SystemExit(main())
