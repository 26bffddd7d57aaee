"""Work spread over the processors of this machine or the workers of a cluster, with results in the order of the work."""

from __future__ import annotations

import errno
import gc
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

SHARE = 64
"""Pieces of work that a process takes at a time."""
FEW = 32
"""Pieces so few that they are done sooner than a process is made."""
MOST_JOBS = 64
T = TypeVar("T")
R = TypeVar("R")


class Cluster(Protocol):
    """Workers on other machines, which share neither memory nor disk with this process.

    Work and pieces travel as pickles, and so does what comes of them. `here` is how many processes
    of this machine do what stays here.
    """

    here: int

    def spread(self, work: Callable[[T], R], pieces: Sequence[T], share: int) -> Iterator[R]:
        """What `work` gives of each piece, in order."""
        ...


Workers = int | Cluster
"""Who does the work: so many processes of this machine, or a cluster."""


def here(workers: Workers) -> int:
    """How many processes of this machine do what needs its disk, or costs less than to send it."""
    return workers if isinstance(workers, int) else workers.here


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
    work: Callable[[T], R], pieces: Sequence[T], workers: Workers, share: int = SHARE
) -> Iterator[R]:
    """What `work` gives of each piece, in order, from workers that take at most so many pieces at a time."""
    if isinstance(workers, int):
        return _spread_here(work, pieces, workers, share)
    return workers.spread(work, pieces, share)


def _spread_here(
    work: Callable[[T], R], pieces: Sequence[T], jobs: int, share: int
) -> Iterator[R]:
    """From so many processes that know all that this one knows; OSError (no memory) when one was killed."""
    global _work, _pieces
    import multiprocessing  # what has nothing to do starts without them
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor

    share = max(1, min(share, len(pieces) // (4 * jobs)))
    parts = [slice(first, first + share) for first in range(0, len(pieces), share)]
    if jobs <= 1 or len(pieces) < FEW or "fork" not in multiprocessing.get_all_start_methods():
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
