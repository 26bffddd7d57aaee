"""A voice for speech-dispatcher that writes down what it is told to say, and says it in no time.

Run as `voice.py LOG` by speech-dispatcher, which talks to it through stdin and stdout (the module
protocol of 0.11). Each utterance becomes a line of JSON in LOG, as a synthesizer would get it. While
there is a file LOG.hold it goes on speaking until it is stopped: a reading can only be broken off
while something is being spoken.
"""

from __future__ import annotations

import json
import os
import re
import select
import sys
import time
from collections.abc import Callable, Iterator
from html import unescape

SECONDS_AN_UTTERANCE = 0.001
MOST_HELD_SECONDS = 10.0
SETTINGS = {
    "AUDIO": ("207 OK RECEIVING AUDIO SETTINGS", "203 OK AUDIO INITIALIZED"),
    "LOGLEVEL": ("207 OK RECEIVING LOGLEVEL SETTINGS", "203 OK LOG LEVEL SET"),
    "SET": ("203 OK RECEIVING SETTINGS", "203 OK SETTINGS RECEIVED"),
}
MESSAGES = ("SPEAK", "CHAR", "KEY", "SOUND_ICON")
ANSWERS = {
    "INIT": "299-ready\n299 OK LOADED SUCCESSFULLY",
    "LIST VOICES": "200-zh\tzh\tnone\n200 OK VOICE LIST SENT",
    "QUIT": "210 OK QUIT",
}
MARK = re.compile(r'<mark name="([^"]*)"/>')


class Commands:
    """The lines that speech-dispatcher sends."""

    def __init__(self, source: int) -> None:
        self._source = source
        self._buffer = b""

    def __iter__(self) -> Iterator[str]:
        """Each line in turn, until the other side closes."""
        while self._fill():
            line, _, self._buffer = self._buffer.partition(b"\n")
            yield line.decode()

    def _fill(self) -> bool:
        """Read on until there is a whole line; False when the other side has closed."""
        while b"\n" not in self._buffer:
            more = os.read(self._source, 65536)
            if not more:
                return False
            self._buffer += more
        return True

    def come_to(self, line: str, seconds: float) -> bool:
        """Whether this is the next line, now or soon; it is not taken."""
        if b"\n" not in self._buffer and not select.select([self._source], [], [], seconds)[0]:
            return False
        return self._fill() and self._buffer.startswith(line.encode() + b"\n")


def words(ssml: str) -> str:
    """The text of a message without its marks and tags."""
    return " ".join(unescape(re.sub("<[^>]*>", "", ssml)).split())


def body(lines: Iterator[str]) -> str:
    """The lines up to a single full stop; a doubled one at the start stands for one."""
    taken = []
    for line in lines:
        if line == ".":
            break
        taken.append(line.removeprefix(".") if line.startswith("..") else line)
    return "\n".join(taken)


class Voice:
    """Answers speech-dispatcher, and writes down what is spoken."""

    def __init__(self, commands: Commands, answer: Callable[[str], None], log: str) -> None:
        self._commands = commands
        self._answer = answer
        self._log = log

    def serve(self) -> None:
        """Answer commands until QUIT."""
        lines = iter(self._commands)
        for command in lines:
            if command in MESSAGES:
                self._answer("202 OK RECEIVING MESSAGE")
                self._speak(body(lines))
            elif command in SETTINGS:
                self._answer(SETTINGS[command][0])
                body(lines)
                self._answer(SETTINGS[command][1])
            elif command in ANSWERS:
                self._answer(ANSWERS[command])
            if command == "QUIT":
                return

    def _speak(self, ssml: str) -> None:
        """Write a message down, and report what a real voice reports: begin, marks, end or stop."""
        with open(self._log, "a", encoding="utf-8") as log:
            log.write(json.dumps(words(ssml), ensure_ascii=False) + "\n")
        self._answer("200 OK SPEAKING\n701 BEGIN")
        for name in MARK.findall(ssml):
            self._answer(f"700-{name}\n700 INDEX MARK")
        self._answer("703 STOP" if self._is_stopped() else "702 END")

    def _is_stopped(self) -> bool:
        """Take the time of an utterance; whether it was stopped."""
        until = time.monotonic() + SECONDS_AN_UTTERANCE
        while time.monotonic() < until + MOST_HELD_SECONDS * os.path.exists(f"{self._log}.hold"):
            if self._commands.come_to("STOP", SECONDS_AN_UTTERANCE):
                return True
        return False


def _print(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - to speech-dispatcher


if __name__ == "__main__":
    Voice(Commands(sys.stdin.fileno()), _print, sys.argv[1]).serve()
