"""Starts Orca with one fault of its speech client mended.

The client learns the number of a message only after it was sent, and forgets what was reported of it
before. A voice that needs no time reports that early, and Orca would stop reading in mid-page.
"""

from __future__ import annotations

import runpy
import shutil
import sys
from collections import defaultdict
from importlib import import_module
from threading import Lock
from typing import Any


def keep_early_reports(handler: type[Any]) -> None:
    """Have the client's handler of reports keep what comes before its message is known."""
    report, add = handler.__call__, handler.add_callback
    early: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
    lock = Lock()

    def report_or_keep(self: Any, number: int, *what: Any, **more: Any) -> None:  # noqa: ANN401 - of the client
        with lock:
            is_known = number in self._callbacks
            if not is_known:
                early[number].append((what, more))
        if is_known:
            report(self, number, *what, **more)

    def add_and_report(self: Any, number: int, *how: Any) -> None:  # noqa: ANN401 - of the client
        with lock:
            add(self, number, *how)
            kept = early.pop(number, [])
        for what, more in kept:
            report(self, number, *what, **more)

    handler.__call__, handler.add_callback = report_or_keep, add_and_report


if __name__ == "__main__":
    keep_early_reports(import_module("speechd.client")._CallbackHandler)
    sys.argv[0] = shutil.which("orca") or "orca"
    runpy.run_path(sys.argv[0], run_name="__main__")
