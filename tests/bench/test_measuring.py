"""A cost counts all processes of a command, and a command that fails has none."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from tests.bench import measuring
from tests.bench.measuring import SHARE, CommandFailed, cost_of

HOLD = "import time; held = b'x' * (60 << 20); {}; time.sleep(0.3)"
"""Holds 60 MiB for longer than the memory goes unread."""
TWO = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]])"


def cost(folder: Path, *arguments: str) -> tuple[float, float, float]:
    """Seconds, seconds of processors, MiB of a Python program."""
    found = cost_of([sys.executable, "-c", *arguments], str(folder), os.environ)
    return found.wall, found.cpu, found.memory


def test_memory_of_one_process(tmp_path: Path) -> None:
    """What a process holds is counted."""
    _, _, memory = cost(tmp_path, HOLD.format("pass"))
    assert 60 < memory < 120


def test_memory_of_a_process_and_its_child_is_added(tmp_path: Path) -> None:
    """A command does not get cheaper by handing its work to another process."""
    _, _, memory = cost(tmp_path, HOLD.format(TWO), HOLD.format("pass"))
    assert 120 < memory < 240


def test_memory_that_is_shared_counts_once(tmp_path: Path) -> None:
    """A fork that only reads costs next to nothing."""
    fork = "import os; child = os.fork(); child or time.sleep(0.3); child or os._exit(0); os.wait()"
    _, _, memory = cost(tmp_path, HOLD.format(fork))
    assert 60 < memory < 110


def test_work_of_a_child_is_counted(tmp_path: Path) -> None:
    """The time of the processors is that of all processes together."""
    work = "import time\nwhile time.process_time() < 0.4: pass"
    _, cpu, _ = cost(tmp_path, TWO, work)
    assert cpu >= 0.4


def test_what_is_slow_to_read_is_read_less_often(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Being watched must not slow a command: most of the time nobody looks."""
    slow, readings = 0.03, []

    def read(_pids: object) -> int:
        time.sleep(slow)
        readings.append(time.perf_counter())
        return 0

    monkeypatch.setattr(measuring, "memory_of", read)
    wall, _, _ = cost(tmp_path, "import time; time.sleep(1)")
    assert readings
    assert len(readings) <= wall / (slow / SHARE) + 1


def test_a_command_that_fails_says_why(tmp_path: Path) -> None:
    """A failed build is no fast build."""
    with pytest.raises(CommandFailed, match="so it is"):
        cost(tmp_path, "raise SystemExit('so it is')")
