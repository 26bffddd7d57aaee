"""Firefox without a window, driven over its own protocol, Marionette: a length, a colon, JSON."""

from __future__ import annotations

import json
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.speech.browsers import FIREFOX

LONGEST_WAIT = 60
SETTINGS = {**FIREFOX, "marionette.port": 0, "network.proxy.type": 1, "network.proxy.socks": "127.0.0.1"}
"""A port of its own choice; nothing can be fetched, since there is no proxy at the address."""


class Firefox:
    """One page of Firefox."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), LONGEST_WAIT)
        self._file = self._socket.makefile("rb")
        self._number = 0
        self._read()  # it says who it is
        session = self.ask("WebDriver:NewSession", {})
        self.version = str(session["capabilities"]["browserVersion"])

    def ask(self, command: str, parameters: dict[str, Any]) -> Any:  # noqa: ANN401 - what the browser says
        """Give a command; its result. AssertionError with what the browser says is wrong."""
        self._number += 1
        text = json.dumps([0, self._number, command, parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(text), text))
        _, _, error, result = self._read()
        assert error is None, error
        return result

    def open(self, address: str) -> None:
        """Go to an address and wait until it is loaded."""
        self.ask("WebDriver:Navigate", {"url": address})

    def run(self, script: str) -> Any:  # noqa: ANN401 - whatever the script gives
        """What a script in the page returns."""
        return self.ask("WebDriver:ExecuteScript", {"script": script, "args": []})["value"]

    def close(self) -> None:
        """Close the connection."""
        self._file.close()
        self._socket.close()

    def _read(self) -> Any:  # noqa: ANN401 - a message
        length = b""
        while (digit := self._file.read(1)) != b":":
            assert digit, "the browser has ended"
            length += digit
        return json.loads(self._file.read(int(length)))


@contextmanager
def firefox(home: Path) -> Iterator[Firefox]:
    """A Firefox with a profile of its own below `home`."""
    profile = home / "profile"
    profile.mkdir(parents=True)
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in SETTINGS.items()]
    (profile / "user.js").write_text("\n".join(lines), "utf-8")
    command = ["firefox-esr", "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(home), "LANG": "C.UTF-8"}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment) as process:
        try:
            page = Firefox(_port(profile / "MarionetteActivePort"))
            yield page
            page.close()
        finally:
            process.terminate()


def _port(file: Path) -> int:
    until = time.monotonic() + LONGEST_WAIT
    while not (file.exists() and file.read_text()):
        assert time.monotonic() < until, "Firefox does not start"
        time.sleep(0.1)
    return int(file.read_text())
