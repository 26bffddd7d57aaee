"""`catalogue serve`: a site is built, served, and kept as the files of the tree are."""

from __future__ import annotations

import datetime
import ipaddress
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from generator import report
from generator.problem import in_order
from generator.serving.live import Live
from generator.serving.server import Server
from generator.serving.watching import Watch

SITE = ".cache/serve/site"
SCRIPT = "site_src/serve/live.js"
PAUSE = 0.7
"""Seconds without a change after which the whole site is built."""
AFTER = 10
"""By how much what builds it then comes after all that is shown at once, as `nice` counts."""


class NotServed(Exception):
    """There is nothing to serve, or no place to serve it at; the message says why, in Chinese."""


def place_of(address: str) -> tuple[str, int]:
    """Host and port of 127.0.0.1:8000. Raises NotServed."""
    host, _, port = address.rpartition(":")
    try:
        if host != "localhost":
            ipaddress.ip_address(host)
        number = int(port) if port.isdecimal() else 0
        if 0 < number < 1 << 16:
            return host, number
    except ValueError:
        pass
    raise NotServed(f"“{address}”应写成 127.0.0.1:8000 的样子。")


def serve(root: str, address: str, as_of: datetime.date, say: Callable[[str], None]) -> None:
    """Serve until interrupted; `say` writes a line for staff. Raises NotServed."""
    host, port = place_of(address)
    live = Live(root, os.path.join(root, SITE), as_of)
    try:
        server = Server(host, port, live.site, os.path.join(root, SCRIPT), live.page)
    except OSError as error:
        raise NotServed(f"{address} 用不了，可能已被占用。用 --address 换一个端口。") from error
    with server:
        watch = Watch(root)
        keeping = Keeping(live, server, say)
        if keeping.build():
            raise NotServed("先改好上面列出的地方。")
        live.read()
        say(f"用浏览器打开 http://{address}/ （按 Ctrl+C 结束）。")
        for work in (partial(keeping.follow, watch), keeping.rebuild):
            threading.Thread(target=work, daemon=True).start()
        try:
            server.serve_forever()
        finally:
            keeping.end()


@dataclass
class Keeping:
    """Keeps what is served as the files are: at once what one record says, and soon after the whole."""

    live: Live
    server: Server
    say: Callable[[str], None]
    _saved: threading.Event = field(default_factory=threading.Event)
    _unshown: bool = False
    """Whether something was saved that only a build can show."""
    _running: subprocess.Popen[str] | None = None
    _wrong: dict[str, str] = field(default_factory=dict)
    """File → what is wrong with it."""

    def follow(self, watch: Watch) -> None:
        """Show what is saved, for ever."""
        for files in watch.changes():
            self.server.change(partial(self._take_in, sorted(files)))
            self._saved.set()

    def _take_in(self, files: list[str]) -> str:
        for file in files:
            seen = self.live.saw(file)
            text = report.FORMATS["text"](in_order(seen.problems)) if seen.problems else ""
            if text and text != self._wrong.get(file):
                self.say(text.rstrip("\n"))
            self._wrong[file] = text
            self._unshown |= not (seen.is_shown or seen.problems)
        return self._told()

    def _told(self) -> str:
        return "\n".join(filter(None, self._wrong.values()))

    def rebuild(self) -> None:
        """Build the whole once it is quiet after a change, for ever."""
        while True:
            self._saved.wait()
            while self._saved.is_set():
                self._saved.clear()
                self._saved.wait(PAUSE)
            wrong = self.build(AFTER)
            self.server.change(partial(self._built, wrong))

    def _built(self, wrong: str) -> str:
        if not wrong and self._unshown:
            self.live.read()
            self._unshown = False
        return self._told() or wrong

    def build(self, after: int = 0) -> str:
        """Build the site beside the one that is served and let it take its place; what stops it, "" when it stands."""
        command = [sys.executable, "-m", "generator.cli", "build", "--jobs", "1", "--as-of", str(self.live.as_of)]
        whole = [*command, "--root", self.live.root, "--out", self.live.site]
        nothing, told_here = subprocess.DEVNULL, subprocess.PIPE
        with subprocess.Popen(whole, encoding="utf-8", stdout=nothing, stderr=told_here) as self._running:
            _come_after(self._running.pid, after)
            told = self._running.communicate()[1].rstrip("\n")
        if told:
            self.say(told)
        return told if self._running.returncode else ""

    def end(self) -> None:
        """Let no build go on by itself."""
        if self._running:
            self._running.terminate()
            self._running.wait()


def _come_after(pid: int, by: int) -> None:
    """Let a process have what others leave of the processor, where the system knows of that."""
    if sys.platform != "win32":
        with suppress(OSError):  # it has ended, or may not
            os.setpriority(os.PRIO_PROCESS, pid, os.getpriority(os.PRIO_PROCESS, pid) + by)
