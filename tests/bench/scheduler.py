"""Builds a tree here and on a cluster of this machine, and says what both cost: `python -m tests.bench.scheduler`.

All workers share the processors of one machine, so this shows what a cluster adds, never what it saves.
What it prints are the lines of the handbook's page on several computers.
"""

from __future__ import annotations

import argparse
import datetime
import filecmp
import os
import pickle
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.cluster.tree import packed
from generator.engines import OWN
from generator.incremental.store import Store
from generator.loading import load
from generator.pages import all_pages
from generator.processes import no_collection
from generator.publish import state_of
from generator.render.index_pages import Document
from generator.render.search_index.update import update
from generator.tracing import Traced
from tests.bench.__main__ import WORK
from tests.bench.measuring import MIB, Cost, Watch, cost_of, tree
from tests.bench.ours import AS_OF, write_records
from tests.cluster.processes import Cluster, running

MB = 1_000_000


def main() -> None:
    """Measure one size."""
    given = _options().parse_args()
    shutil.rmtree(given.work, ignore_errors=True)
    sources = given.work / "tree"
    sources.mkdir(parents=True)
    write_records(sources, given.records)
    here = _cost(sources, given.work / "here")
    with running(_folder(given.work / "cluster")) as cluster:
        cluster.add(given.workers)
        with _watched(cluster) as watch:
            there = _cost(sources, given.work / "there", "--scheduler", cluster.address)
        workers = sum(_processor(pid) for process in cluster.processes for pid in tree(process.pid))
    _refuse_differences(given.work / "here", given.work / "there")
    _say(f"{given.records}条记录，{datetime.date.today()}，{os.cpu_count()}个处理器核")  # noqa: DTZ011 - the day here
    _say(f":   一台计算机：{_told(here)}。")
    _say(
        f":   {given.workers}个工作进程，都在这一台上：{_told(there)}；调度程序和工作进程另用处理器{workers:.0f}秒，"
        f"内存最多{max(watch) / MIB:.0f} MiB。"
    )
    for line in (*_travels(sources), *_indexes(given.work / "here")):
        _say(f":   {line}")


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="python -m tests.bench.scheduler", description=__doc__)
    options.add_argument("--records", type=int, default=10_000)
    options.add_argument("--workers", type=int, default=2)
    options.add_argument(
        "--work", type=Path, default=WORK / "scheduler", help="where to build; emptied first"
    )
    return options


def _folder(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _cost(sources: Path, out: Path, *more: str) -> Cost:
    command = [
        sys.executable,
        "-m",
        "generator.cli",
        "build",
        "--out",
        str(out),
        "--as-of",
        AS_OF,
        *more,
    ]
    return cost_of([*command, "--search", OWN], str(sources), os.environ)


@contextmanager
def _watched(cluster: Cluster) -> Iterator[list[int]]:
    """The most bytes that scheduler and workers held, once it is over; the peaks of each, added."""
    watches = [Watch(process.pid) for process in cluster.processes]
    peaks: list[int] = []
    yield peaks
    peaks.append(sum(watch.end() for watch in watches))


def _processor(pid: int) -> float:
    """Seconds that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _refuse_differences(one: Path, other: Path) -> None:
    here, there = (
        {str(p.relative_to(site)) for p in site.rglob("*") if p.is_file()} for site in (one, other)
    )
    same, _, _ = filecmp.cmpfiles(one, other, here | there, shallow=False)
    if set(same) != here | there:
        raise SystemExit(f"not the same: {sorted((here | there) - set(same))[:10]}")


def _travels(sources: Path) -> Iterator[str]:
    """What each worker is sent."""
    with no_collection():
        catalogue = Traced(load(str(sources), datetime.date.fromisoformat(AS_OF), sources={})[0])
        pages = all_pages(catalogue)
        work = pickle.dumps((catalogue, pages), pickle.HIGHEST_PROTOCOL)
    yield f"送给每个工作进程：记录和模板{len(packed(str(sources))) / MB:.1f} MB，连好的目录{len(work) / MB:.1f} MB。"


def _indexes(site: Path) -> Iterator[str]:
    """The index of the whole and that of the prefecture with the most pages."""
    rows = Store(state_of(str(site))).rows("pages")
    documents = [Document.read(str(row[4])) for row in rows if row[4]]
    prefecture, _ = Counter(d.prefecture for d in documents if d.prefecture).most_common(1)[0]
    for name, some in (
        ("全部", documents),
        ("一个市（州），页数最多的", [d for d in documents if d.prefecture == prefecture]),
    ):
        files = update(None, some).files
        size = sum(len(text.encode()) for text in files.values())
        yield f"搜索索引，{name}：{len(some)}页，{len(files)}个文件，{size / MB:.1f} MB。"


def _told(cost: Cost) -> str:
    return f"{cost.wall:.1f}秒，处理器{cost.cpu:.1f}秒，内存最多{cost.memory:.0f} MiB"


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - what was measured


if __name__ == "__main__":
    main()
