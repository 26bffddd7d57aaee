"""A voice for speech-dispatcher that writes down what it is told to say, and says it in no time.

Run as `voice.py LOG` by speech-dispatcher, which talks to it through stdin and stdout (the module
protocol of 0.11). Each utterance becomes one line of JSON in LOG, as the synthesizer would get it.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterator
from html import unescape
from typing import TextIO

SETTINGS = {
    "AUDIO": ("207 OK RECEIVING AUDIO SETTINGS", "203 OK AUDIO INITIALIZED"),
    "LOGLEVEL": ("207 OK RECEIVING LOGLEVEL SETTINGS", "203 OK LOG LEVEL SET"),
    "SET": ("203 OK RECEIVING SETTINGS", "203 OK SETTINGS RECEIVED"),
}
SECONDS_AN_UTTERANCE = 0.03
MESSAGES = ("SPEAK", "CHAR", "KEY", "SOUND_ICON")
ANSWERS = {
    "INIT": "299-ready\n299 OK LOADED SUCCESSFULLY",
    "LIST VOICES": "200-zh\tzh\tnone\n200 OK VOICE LIST SENT",
    "QUIT": "210 OK QUIT",
}
MARK = re.compile(r'<mark name="([^"]*)"/>')


def words(ssml: str) -> str:
    """The text of a message without its marks and tags."""
    return " ".join(unescape(re.sub("<[^>]*>", "", ssml)).split())


def message(lines: Iterator[str]) -> str:
    """The lines up to a single full stop; a doubled one at the start stands for one."""
    taken = []
    for line in lines:
        if line == ".":
            break
        taken.append(line.removeprefix(".") if line.startswith("..") else line)
    return "\n".join(taken)


def events(ssml: str) -> str:
    """What a real voice reports while it speaks: begin, every mark, end."""
    marks = [f"700-{name}\n700 INDEX MARK" for name in MARK.findall(ssml)]
    return "\n".join(["701 BEGIN", *marks, "702 END"])


def serve(source: TextIO, sink: TextIO, log: TextIO) -> None:
    """Answer commands until QUIT."""

    def answer(text: str) -> None:
        sink.write(text + "\n")
        sink.flush()

    lines = (line.rstrip("\n") for line in source)
    for command in lines:
        if command in MESSAGES:
            answer("202 OK RECEIVING MESSAGE")
            ssml = message(lines)
            log.write(json.dumps(words(ssml), ensure_ascii=False) + "\n")
            log.flush()
            answer("200 OK SPEAKING")
            time.sleep(SECONDS_AN_UTTERANCE)
            answer(events(ssml))
        elif command in SETTINGS:
            answer(SETTINGS[command][0])
            message(lines)
            answer(SETTINGS[command][1])
        elif command in ANSWERS:
            answer(ANSWERS[command])
        if command == "QUIT":
            return


if __name__ == "__main__":
    with open(sys.argv[1], "a", encoding="utf-8") as log:
        serve(sys.stdin, sys.stdout, log)
