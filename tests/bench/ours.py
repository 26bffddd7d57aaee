"""Our generator as a tool of the benchmark: a tree of records, and `catalogue build`."""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from generator.engines import NONE
from tests.bench.records import write_tree
from tests.bench.tool import REPOSITORY, Command, Fact, Step, Tool

AS_OF = "2026-11-23"
"""The day on which the pages are built: what is open on them must not depend on the day of the run."""
COURSES = "catalogue/courses"
DAYS = re.compile(r"^days: (\d+)$", re.MULTILINE)


def _command(_step: Step, _file: str) -> Command:
    """`catalogue build` with the search left out, as it is left out of every peer."""
    program = str(Path(sys.executable).with_name("catalogue"))
    return [program, "build", "--search", NONE, "--as-of", AS_OF]


def _source(fact: Fact) -> tuple[str, tuple[str, str]]:
    return fact.record, fact.written


OURS = Tool(
    key="ours",
    name="川残技能目录",
    version=lambda: f"Python {platform.python_version()}",
    prepare=lambda folder, _site: folder.mkdir(exist_ok=True),
    write=None,
    source=_source,
    command=_command,
    out="site",
)


def write_records(folder: Path, records: int) -> None:
    """Lay a tree of so many records into an empty folder."""
    write_tree(REPOSITORY, folder, records)


def fact_of(tree: Path, site: Path) -> Fact:
    """The days of the first course whose page tells them, one more than they are."""
    for record, days in _days(tree):
        now, then = (f"共{number}天" for number in (days, days + 1))
        address = f"courses/{record.stem}.html"
        page = (site / address).read_text("utf-8")
        if now in page and then not in page:
            return Fact(
                record=record.relative_to(tree).as_posix(),
                address=address,
                written=(f"\ndays: {days}\n", f"\ndays: {days + 1}\n"),
                shown=(now, then),
            )
    raise ValueError("no course tells how many days it takes")


def _days(tree: Path) -> Iterator[tuple[Path, int]]:
    for record in sorted((tree / COURSES).rglob("*.yml")):
        found = DAYS.search(record.read_text("utf-8"))
        if found:
            yield record, int(found[1])
