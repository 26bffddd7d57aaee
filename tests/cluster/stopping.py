"""Loaded by the workers of the tests: they stop, or die, at the piece of work that a file names."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

FOLDER = Path(os.environ["STOPPING"])


def _named(name: str) -> str:
    try:
        return (FOLDER / name).read_text()
    except FileNotFoundError:
        return ""


def _halt(piece: object) -> None:
    """A file of the tree is a piece, or a page."""
    name = str(getattr(piece, "path", piece))
    if name == _named("die-at"):
        os.kill(os.getpid(), signal.SIGKILL)
    if name == _named("stop-at"):
        with suppress(FileNotFoundError):  # another worker was there first
            (FOLDER / "stop-at").rename(FOLDER / "stopped")
            (FOLDER / "channel").write_text(str(os.getpid()))
            signal.pause()


def dask_setup(worker: object) -> None:
    """Dask calls this in each worker."""
    del worker
    try:
        from generator.cluster import shares
    except ImportError:  # a worker without the program
        return
    opened = shares._opened

    def opened_halting(work: bytes) -> tuple[Callable[[Any], Any], Any]:
        do, pieces = opened(work)

        def halting(piece: object) -> object:
            _halt(piece)
            return do(piece)

        return halting, pieces

    opened_halting.cache_clear = opened.cache_clear  # type: ignore[attr-defined]
    shares._opened = opened_halting  # type: ignore[assignment]
