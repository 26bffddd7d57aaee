"""A scheduler of Dask and workers, each a process of this machine."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from distributed import Client, Security

LONGEST = 60


@dataclass
class Cluster:
    """A scheduler and its workers; what a worker does at a piece of work stands in files below `folder`."""

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)
    options: list[str] = field(default_factory=list)
    """What every command of Dask is told besides."""
    security: Security | None = None
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)
    address: str = ""

    def start(self, *arguments: str) -> None:
        """Start the scheduler; its address is known once it listens."""
        told = self.folder / "scheduler.json"
        self._dask("scheduler", "--port", "0", "--scheduler-file", told, *arguments)
        while not told.exists() or not told.read_text():  # dask writes it when it listens
            assert self.processes[0].poll() is None, "the scheduler does not start"
            time.sleep(0.05)
        self.address = json.loads(told.read_text())["address"]

    def add(self, workers: int, *arguments: str, **environment: str) -> None:
        """Start so many workers, and wait until all are there."""
        for _ in range(workers):
            local = self.folder / f"local-{len(self.processes)}"
            given = ("--nthreads", "1", "--local-directory", local, *arguments)
            self._dask("worker", self.address, *given, **environment)
        with Client(self.address, security=self.security, set_as_default=False) as client:
            client.wait_for_workers(len(self.processes) - 1, timeout=LONGEST)

    def _dask(self, *arguments: object, **environment: str) -> None:
        known = {**os.environ, **self.settings, "STOPPING": str(self.folder), **environment}
        command = [
            sys.executable,
            "-m",
            "dask",
            *map(str, arguments),
            *self.options,
            "--host",
            "127.0.0.1",
            "--no-dashboard",
        ]
        with open(self.folder / "log", "ab") as log:
            self.processes.append(
                subprocess.Popen(command, stdout=log, stderr=log, env=known, cwd=self.folder)
            )

    def stop(self) -> None:
        """End what was started here; the workers first, who tell the scheduler."""
        scheduler, *workers = self.processes
        for group in (workers, [scheduler]):
            for process in group:
                process.terminate()
            for process in group:
                process.wait(LONGEST)

    @contextmanager
    def stopping_at(self, piece: str) -> Iterator[Callable[[], int]]:
        """The worker that first gets this piece stops there; who calls waits for it and has its number."""
        channel = self.folder / "channel"
        os.mkfifo(channel)
        (self.folder / "stop-at").write_text(piece)
        reading = os.open(channel, os.O_RDONLY | os.O_NONBLOCK)

        def stopped() -> int:
            assert select.select([reading], [], [], LONGEST)[0], "no worker came to this piece"
            return int(os.read(reading, 20))

        try:
            yield stopped
        finally:
            os.close(reading)
            channel.unlink()

    @contextmanager
    def dying_at(self, piece: str) -> Iterator[None]:
        """Every worker that gets this piece dies."""
        poison = self.folder / "die-at"
        poison.write_text(piece)
        try:
            yield
        finally:
            poison.unlink()


@contextmanager
def running(folder: Path, **settings: str) -> Iterator[Cluster]:
    """A cluster without workers as yet."""
    with ended(Cluster(folder, settings)) as cluster:
        cluster.start()
        yield cluster


@contextmanager
def ended(cluster: Cluster) -> Iterator[Cluster]:
    """A cluster whose processes end with this."""
    try:
        yield cluster
    finally:
        cluster.stop()
