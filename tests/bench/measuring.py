"""What a command costs: time on the clock, time of the processors, memory of all its processes.

Memory is read from /proc every EVERY seconds and its peak is kept; where a reading itself takes long, as of several
large processes, it is read less often, so that being watched slows nobody. One process counts with what it
holds in memory; of several, what they share counts once (`Pss`), so that nobody pays for forking. The
page cache of the system counts for nobody, as it would in a control group.
"""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

EVERY = 0.02
SHARE = 0.05
"""The share of the time in which memory is read, at most."""
MIB = 1 << 20
PAGE = os.sysconf("SC_PAGE_SIZE")


class CommandFailed(Exception):
    """A measured command ended with another code than 0; the message is what it said last."""


@dataclass(frozen=True)
class Cost:
    """What a run of a command took: seconds on the clock, seconds of processors, MiB at the peak."""

    wall: float
    cpu: float
    memory: float


def cost_of(command: Sequence[str], folder: str, environment: Mapping[str, str]) -> Cost:
    """Run a command in a folder to its end; CommandFailed when it does not end well."""
    said = os.path.join(folder, ".said")
    with open(said, "wb") as output:
        began = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        watch = Watch(process.pid)
        _, status, usage = os.wait4(process.pid, 0)  # which subprocess would not give
        wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    peak = watch.end()
    if process.returncode:
        with open(said, encoding="utf-8", errors="replace") as output_file:
            raise CommandFailed(f"{' '.join(command)}\n{output_file.read()[-4000:]}")
    return Cost(round(wall, 3), round(usage.ru_utime + usage.ru_stime, 3), round(peak / MIB, 1))


class Watch:
    """Reads the memory of a process and of those that it started, until it is ended."""

    def __init__(self, pid: int) -> None:
        """Begin with a first reading at once."""
        self._pid = pid
        self._peak = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        while True:
            began = time.perf_counter()
            self._peak = max(self._peak, memory_of(list(tree(self._pid))))
            took = time.perf_counter() - began
            if self._over.wait(max(EVERY, took / SHARE)):
                return

    def end(self) -> int:
        """The most bytes that were seen at one time."""
        self._over.set()
        self._thread.join()
        return self._peak


def tree(pid: int) -> Iterator[int]:
    """A process and all that descend from it; whoever has ended meanwhile is left out."""
    yield pid
    try:
        threads = os.listdir(f"/proc/{pid}/task")
    except OSError:
        return
    for thread in threads:
        for child in _read(f"/proc/{pid}/task/{thread}/children").split():
            yield from tree(int(child))


def memory_of(pids: Sequence[int]) -> int:
    """The bytes that processes hold together."""
    if len(pids) == 1:
        return int((_read(f"/proc/{pids[0]}/statm").split() or ["0", "0"])[1]) * PAGE
    return sum(_proportional(pid) for pid in pids)


def _proportional(pid: int) -> int:
    for line in _read(f"/proc/{pid}/smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _read(path: str) -> str:
    try:
        with open(path, encoding="ascii") as file:
            return file.read()
    except OSError:  # it has ended
        return ""
