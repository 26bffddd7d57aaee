"""Work spread over the processors of this machine, with results in the order of the work."""

from __future__ import annotations

import errno
import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, TypeVar

SHARE = 64
"""Pieces of work that a process takes at a time."""
MOST_JOBS = 64
T = TypeVar("T")
R = TypeVar("R")


@contextmanager
def no_collection() -> Iterator[None]:
    """Without looking for cycles, which takes long where much is made and little thrown away."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


_work: Callable[[Any], Any] | None = None  # both are inherited by forked workers
_pieces: Sequence[Any] = ()


def _share(part: slice) -> list[Any]:
    if _work is None:
        raise RuntimeError("no work in this process")
    return [_work(piece) for piece in _pieces[part]]


def spread(
    work: Callable[[T], R], pieces: Sequence[T], jobs: int, share: int = SHARE
) -> Iterator[R]:
    """What `work` gives of each piece, in order, from so many processes that know all that this one knows.

    Each takes at most so many pieces at a time. OSError (no memory) when one of them was killed.
    """
    global _work, _pieces
    share = max(1, min(share, len(pieces) // (4 * jobs)))
    parts = [slice(first, first + share) for first in range(0, len(pieces), share)]
    if jobs <= 1 or len(parts) <= 1 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(work, pieces)
        return
    _work, _pieces = work, pieces
    try:
        with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("fork")) as pool:
            for results in pool.map(_share, parts):
                yield from results
    except BrokenProcessPool as error:  # a worker was killed, mostly for want of memory
        raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM)) from error
    finally:
        _work, _pieces = None, ()


def default_jobs() -> int:
    """One process a processor that this process may use, MOST_JOBS at most."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(usable or 1, MOST_JOBS)
