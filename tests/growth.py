"""Whether work hangs, or grows faster than what it is given: told in a way that holds on any machine, however busy."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Given = TypeVar("Given")

# Work on a large text is compared with work on a part of it: linear work takes four times as long, quadratic sixteen.
PARTS = 4
MOST_TIMES = 8
# What is quicker than this is taken to have taken this long: its time says more of the machine than of the work.
LEAST_SECONDS = 0.02
# The least time of several tries counts, because whatever else the machine does only adds to one.
TRIES = 6
# Work on one file, or on the tables of the tests, takes a second or less; several times that is no slow machine any more.
SECONDS_OF_A_HANG = 5.0


@contextmanager
def no_hang() -> Iterator[None]:
    """What is done within ends, and soon."""
    begun = time.process_time()
    yield
    assert time.process_time() - begun < SECONDS_OF_A_HANG


def seconds_of(work: Callable[[Given], object], given: Given) -> float:
    """The processor time, in seconds, that work takes on what it is given."""
    begun = time.process_time()
    work(given)
    return time.process_time() - begun


def grows_as_its_input(work: Callable[[Given], object], made: Callable[[int], Given], size: int) -> bool:
    """Whether work on `made(size)` takes about as many times as long as on a quarter of it, and no more.

    Work that takes less than 0.16 s at the full size passes whatever its growth.
    """
    large, part = made(size), made(size // PARTS)
    of_large = of_part = float("inf")
    for _ in range(TRIES):
        of_large = min(of_large, seconds_of(work, large))
        of_part = min(of_part, seconds_of(work, part))
        if of_large <= MOST_TIMES * max(of_part, LEAST_SECONDS):
            return True
    return False
