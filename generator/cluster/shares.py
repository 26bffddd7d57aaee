"""What a worker does: refuses what another program sends, and gives the results of its share as a pickle.

Whoever reaches a scheduler can have its workers run anything, by Dask itself: pickles add nothing to that.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Sequence
from functools import lru_cache
from threading import Lock
from typing import Any

from distributed import get_worker

from generator.cluster import tree as trees
from generator.incremental.last import program
from generator.processes import no_collection

PROGRAM = program()
"""Taken when the worker imports this: files that change later are not what runs."""
_one_at_a_time = Lock()


class OtherProgram(Exception):
    """A worker whose program or libraries are not those of the process that sent the work."""


class NoRoom(Exception):
    """A worker that cannot lay down the sources."""


def own_program() -> str:
    """What tells the program of this process."""
    return PROGRAM


def share(sent_by: str, tree: str, sources: bytes, work: bytes, part: slice) -> bytes:
    """The results for a part of the pieces; threads of a worker take turns, since pages note what they read."""
    address = str(get_worker().address)
    if sent_by != PROGRAM:
        raise OtherProgram(address)
    with _one_at_a_time, no_collection():
        try:
            trees.unpack(tree, sources, get_worker().local_directory)
        except OSError as error:
            raise NoRoom(f"{address}（{error.strerror}）") from error
        do, pieces = _opened(work)
        return pickle.dumps([do(piece) for piece in pieces[part]], pickle.HIGHEST_PROTOCOL)


@lru_cache(maxsize=1)
def _opened(work: bytes) -> tuple[Callable[[Any], Any], Sequence[Any]]:
    """The work and its pieces, which stay for the next share."""
    do, pieces = pickle.loads(work)  # noqa: S301 - see above
    return do, pieces


def forget(tree: str) -> None:
    """Let go of a build that is over."""
    with _one_at_a_time:
        _opened.cache_clear()
        trees.forget(tree)
