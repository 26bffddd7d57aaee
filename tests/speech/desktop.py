"""A desktop nobody sees: X server, message bus, window manager, speech server and Orca.

Everything runs below one temporary home and ends with it, or with the process that began it.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.speech.furnishing import LANGUAGE, SYSTEM_PYTHON, environment, furnish

STARTUP_SECONDS = 60.0
PAUSE = 0.05
ENDS_WITH_US = ("setpriv", "--pdeathsig", "KILL")


class DesktopFailed(Exception):
    """A program of the desktop did not come up; the message says which and shows the logs."""


@dataclass
class Desktop:
    """A running desktop."""

    home: Path
    environment: dict[str, str]
    programs: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def reader(self) -> int:
        """The process of Orca."""
        return self.programs[SYSTEM_PYTHON].pid

    @property
    def spoken(self) -> Path:
        """The file that holds every utterance, a line each."""
        return self.home / "spoken.jsonl"

    def start(self, *command: str, hand_over: int | None = None) -> None:
        """Run a program in the background; its log goes below the home. It ends when we do."""
        with open(self.home / f"{Path(command[0]).name}.log", "wb") as log:
            self.programs[command[0]] = subprocess.Popen(
                (*ENDS_WITH_US, *command),
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=() if hand_over is None else (hand_over,),
                start_new_session=True,
            )

    def ask(self, *command: str) -> str:
        """Run a program to its end; what it printed."""
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False, timeout=60
        )
        return done.stdout.strip()

    def wait_for(self, what: str, ready: Callable[[], bool]) -> None:
        """Wait until something holds, or raise DesktopFailed."""
        if not _wait_until(ready, STARTUP_SECONDS):
            raise DesktopFailed(f"{what} not within {STARTUP_SECONDS:.0f} s\n{self._logs()}")

    def _logs(self) -> str:
        logs = sorted(self.home.glob("*.log"))
        ends = (log.read_text("utf-8", "replace")[-1500:] for log in logs)
        return "\n".join(f"--- {log.name}\n{end}" for log, end in zip(logs, ends, strict=True))

    def _own_processes(self) -> list[int]:
        """Every process whose HOME is ours, whoever started it."""
        mark = f"\0HOME={self.home}\0".encode()
        numbers = (entry.name for entry in Path("/proc").iterdir() if entry.name.isdigit())
        return [int(number) for number in numbers if mark in _environment_of(number)]

    def end(self) -> None:
        """End every process of this desktop, politely at first."""
        for stop in (signal.SIGTERM, signal.SIGKILL):
            for process in self._own_processes():
                _send(process, stop)
            _wait_until(lambda: not self._own_processes(), 3)
        for program in self.programs.values():
            program.wait(10)


def _environment_of(process: str) -> bytes:
    try:
        return b"\0" + Path("/proc", process, "environ").read_bytes()
    except OSError:  # ended meanwhile, or another's
        return b""


def _send(process: int, what: signal.Signals) -> None:
    try:
        os.kill(process, what)
    except ProcessLookupError:
        return


def _wait_until(ready: Callable[[], bool], seconds: float) -> bool:
    """Whether something came to hold in time."""
    deadline = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > deadline:
            return False
        time.sleep(PAUSE)
    return True


def _provide_language(desktop: Desktop) -> None:
    """Make the locale for this desktop alone when the system has none; that needs no rights."""
    if "zh_cn.utf8" in desktop.ask("locale", "-a").lower().split():
        return
    folder = desktop.home / "locales"
    desktop.ask("localedef", "-i", "zh_CN", "-f", "UTF-8", str(folder / LANGUAGE))
    desktop.environment["LOCPATH"] = str(folder)


def _start_screen(desktop: Desktop) -> None:
    """Start the X server; it chooses a free display and tells its number."""
    read, write = os.pipe()
    screen = ("-screen", "0", "1280x1024x24", "-nolisten", "tcp", "-noreset")
    desktop.start("Xvfb", "-displayfd", str(write), *screen, hand_over=write)
    os.close(write)
    with os.fdopen(read, "rb") as told:
        number = told.readline().decode().strip()
    desktop.environment["DISPLAY"] = f":{number}"


def _start_bus(desktop: Desktop) -> None:
    address = desktop.environment["DBUS_SESSION_BUS_ADDRESS"]
    desktop.start("dbus-daemon", "--session", "--nofork", f"--address={address}")
    desktop.wait_for("the message bus", (desktop.home / "run/bus").exists)


def _start_reader(desktop: Desktop) -> None:
    """Start the speech server and Orca, and wait for its first words."""
    desktop.start("speech-dispatcher", "--run-single", "--timeout", "0")
    socket = desktop.home / "run/speech-dispatcher/speechd.sock"
    desktop.wait_for("the speech server", socket.exists)
    settings = ("--user-prefs", str(desktop.home / "orca"), "--enable=speech")
    desktop.start(SYSTEM_PYTHON, str(Path(__file__).with_name("start_orca.py")), *settings)
    desktop.wait_for("Orca's first words", lambda: desktop.spoken.stat().st_size > 0)


@contextmanager
def desktop(reader: Mapping[str, object] | None = None) -> Iterator[Desktop]:
    """A desktop on which Orca speaks, with these settings of Orca; all of it ends with the block."""
    with ExitStack() as stack:
        home = Path(tempfile.mkdtemp(prefix="speech-"))
        stack.callback(shutil.rmtree, home, ignore_errors=True)
        furnish(home, reader or {})
        running = Desktop(home, environment(home, os.environ["PATH"]))
        stack.callback(running.end)
        _provide_language(running)
        _start_screen(running)
        _start_bus(running)
        running.start("openbox")
        _start_reader(running)
        yield running
