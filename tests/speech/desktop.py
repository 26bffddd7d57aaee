"""A desktop nobody sees: X server, message bus, window manager, speech server and Orca.

Everything runs below one temporary home and ends with it.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
import json
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

LANGUAGE = "zh_CN.UTF-8"
STARTUP_SECONDS = 60.0
SYSTEM_PYTHON = "/usr/bin/python3"
SPEECH_SETTINGS = Path("/etc/speech-dispatcher/speechd.conf")
GSETTINGS = """[org/gnome/desktop/interface]
toolkit-accessibility=true

[org/gnome/desktop/a11y/applications]
screen-reader-enabled=true
"""
OPENBOX = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
<applications><application class="*"><maximized>yes</maximized></application></applications>
</openbox_config>
"""
"""Every window fills the screen, and no key belongs to the window manager."""


class DesktopFailed(Exception):
    """A program of the desktop did not come up; the message says which and shows its log."""


@dataclass
class Desktop:
    """A running desktop."""

    home: Path
    environment: dict[str, str]
    programs: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def reader(self) -> int:
        """The process of Orca."""
        return self.programs[-1].pid if False else next(
            program.pid for program in self.programs if program.args[0] == "orca"
        )

    @property
    def spoken(self) -> Path:
        """The file that holds every utterance, a line each."""
        return self.home / "spoken.jsonl"

    def start(self, *command: str, hand_over: int | None = None) -> subprocess.Popen[bytes]:
        """Run a program in the background; its log goes below the home."""
        with open(self.home / f"{Path(command[0]).name}.log", "wb") as log:
            program = subprocess.Popen(
                command,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=() if hand_over is None else (hand_over,),
                start_new_session=True,
            )
        self.programs.append(program)
        return program

    def ask(self, *command: str) -> str:
        """Run a program to its end; what it printed."""
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False, timeout=30
        )
        return done.stdout.strip()

    def wait_for(
        self, what: str, ready: Callable[[], bool], seconds: float = STARTUP_SECONDS
    ) -> None:
        """Wait until something holds, or raise DesktopFailed with the logs."""
        deadline = time.monotonic() + seconds
        while not ready():
            if time.monotonic() > deadline:
                raise DesktopFailed(f"{what} not within {seconds:.0f} s\n{self._logs()}")
            time.sleep(0.05)

    def _logs(self) -> str:
        logs = sorted(self.home.glob("*.log"))
        return "\n".join(
            f"--- {log.name}\n{log.read_text('utf-8', 'replace')[-1500:]}" for log in logs
        )

    def own_processes(self) -> list[int]:
        """Every process whose HOME is ours, whoever started it."""
        mark = f"HOME={self.home}\0".encode()
        return [int(entry.name) for entry in _processes() if mark in _content(entry / "environ")]

    def end(self) -> None:
        """End every process of this desktop."""
        for stop in (signal.SIGTERM, signal.SIGKILL):
            for process in self.own_processes():
                _send(process, stop)
            if stop is signal.SIGTERM:
                _wait_until(lambda: not self.own_processes(), 3)
        for program in self.programs:
            program.wait(10)


def _processes() -> Iterator[Path]:
    return (entry for entry in Path("/proc").iterdir() if entry.name.isdigit())


def _content(path: Path) -> bytes:
    try:
        return b"\0" + path.read_bytes()
    except OSError:  # ended meanwhile, or another's
        return b""


def _send(process: int, what: signal.Signals) -> None:
    try:
        os.kill(process, what)
    except ProcessLookupError:
        return


def _wait_until(ready: Callable[[], bool], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not ready() and time.monotonic() < deadline:
        time.sleep(0.05)


def _environment(home: Path) -> dict[str, str]:
    return {
        "PATH": f"{home / 'programs'}:{os.environ['PATH']}",
        "HOME": str(home),
        "TMPDIR": str(home / "tmp"),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "LANG": LANGUAGE,
        "LANGUAGE": "zh_CN",
        "LC_ALL": LANGUAGE,
        "GSETTINGS_BACKEND": "keyfile",
        "GNOME_ACCESSIBILITY": "1",
        "GTK_MODULES": "gail:atk-bridge",
        "GDK_BACKEND": "x11",
        "LIBGL_ALWAYS_SOFTWARE": "1",
        "MOZ_CRASHREPORTER_DISABLE": "1",
    }


def _furnish(home: Path) -> None:
    """Write the settings of every program below the home."""
    for folder in ("tmp", "run", "locales", "orca"):
        (home / folder).mkdir(mode=0o700)
    _write(home / ".config/glib-2.0/settings/keyfile", GSETTINGS)
    _write(home / ".config/openbox/rc.xml", OPENBOX)
    voice = _write(
        home / "voice.sh",
        f"#!/bin/sh\nexec {SYSTEM_PYTHON} '{Path(__file__).with_name('voice.py')}' '{home}/spoken.jsonl'\n",
    )
    voice.chmod(0o700)
    (home / "spoken.jsonl").touch()
    # Orca asks pgrep for other Orcas of the same user and would not start beside one.
    _write(home / "programs/pgrep", "#!/bin/sh\nexit 1\n").chmod(0o700)
    _write(
        home / "orca/user-settings.conf",
        json.dumps(
            {
                "general": {
                    "enableKeyEcho": False,
                    "enableBraille": False,
                    "enablePauseBreaks": False,
                    "verbalizePunctuationStyle": int(os.environ.get("PUNCT", "2")),
                },
                "profiles": {
                    "default": {
                        "profile": ["Default", "default"],
                        "pronunciations": {},
                        "keybindings": {},
                    }
                },
                "pronunciations": {},
                "keybindings": {},
            }
        ),
    )
    speech = home / ".config/speech-dispatcher"
    _write(speech / "modules/voice.conf", "")
    ours = f'AddModule "voice" "{voice}" "voice.conf"\nDefaultModule voice\nLogDir "{home}"\n'
    _write(speech / "speechd.conf", SPEECH_SETTINGS.read_text("utf-8") + ours)


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _provide_language(desktop: Desktop) -> None:
    """Make the locale for this desktop alone when the system has none; needs no rights."""
    available = desktop.ask("locale", "-a").lower().split()
    if "zh_cn.utf8" in available:
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
        desktop.environment["DISPLAY"] = ":" + told.readline().decode().strip()


def _start_bus(desktop: Desktop) -> None:
    address = f"unix:path={desktop.home}/run/bus"
    desktop.environment["DBUS_SESSION_BUS_ADDRESS"] = address
    desktop.start("dbus-daemon", "--session", "--nofork", f"--address={address}")
    desktop.wait_for("the message bus", (desktop.home / "run/bus").exists)


def _start_reader(desktop: Desktop) -> None:
    """Start the speech server and Orca, and wait for its first words."""
    desktop.start("speech-dispatcher", "--run-single", "--timeout", "0")
    socket = desktop.home / "run/speech-dispatcher/speechd.sock"
    desktop.wait_for("the speech server", socket.exists)
    off = "braille,braille-monitor"
    desktop.start(
        "orca", "--user-prefs", str(desktop.home / "orca"), "--enable=speech", f"--disable={off}"
    )
    desktop.wait_for("Orca's first words", lambda: desktop.spoken.stat().st_size > 0)


@contextmanager
def desktop() -> Iterator[Desktop]:
    """A desktop on which Orca speaks; all of it ends with the block."""
    with ExitStack() as stack:
        home = Path(tempfile.mkdtemp(prefix="speech-"))
        stack.callback(shutil.rmtree, home, ignore_errors=True)
        _furnish(home)
        running = Desktop(home, _environment(home))
        stack.callback(running.end)
        _provide_language(running)
        _start_screen(running)
        _start_bus(running)
        running.start("openbox")
        _start_reader(running)
        yield running

