"""Counts the tasks on our site and on stock Material, and prints the table.

`python -m tests.tasks [--browser chromium] [--report FILE]`
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.speech.browsers import NAMES
from tests.tasks.ours import build_our_site
from tests.tasks.stock import build_stock_site
from tests.tasks.story import TASKS
from tests.tasks.table import not_fewer, report, table
from tests.tasks.walking import count


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - progress


def main() -> int:
    """Count, print, keep; 1 when a task does not need fewer keys on our site."""
    options = argparse.ArgumentParser(prog="python -m tests.tasks", description=__doc__)
    options.add_argument("--browser", choices=NAMES, default="chromium")
    options.add_argument("--report", type=Path, help="keep the figures and every way as JSON")
    options.add_argument("--site", type=Path, help="a built site, in place of a new one")
    options.add_argument("--only", nargs="*", default=[], help="keys of tasks")
    given = options.parse_args()
    tasks = [task for task in TASKS if not given.only or task.key in given.only]
    with tempfile.TemporaryDirectory() as work:
        ours = given.site or build_our_site(Path(work, "ours"))
        stock = build_stock_site(ours, Path(work, "stock"))
        counted = count(ours, stock, given.browser, _tell, tasks)
    if given.report:
        given.report.write_text(report(counted), encoding="utf-8")
    print(table(counted))  # noqa: T201 - to who called
    return int(bool(not_fewer(counted)))


if __name__ == "__main__":
    raise SystemExit(main())
