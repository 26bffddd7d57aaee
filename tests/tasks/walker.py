"""Walks a site with Orca by a list of moves, and counts keys and utterances on the way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.speech.bench import Bench, is_loaded

MOST_PRESSES = 12
"""So often a key is pressed for one move before the way is given up."""


@dataclass
class Count:
    """What a walk cost, and what was heard at its end."""

    keys: int = 0
    utterances: int = 0
    log: list[str] = field(default_factory=list)

    def add(self, key: str, heard: Sequence[str], keys: int = 1) -> None:
        """Count a press and its answer."""
        self.keys += keys
        self.utterances += len(heard)
        self.log.append(f"{key} → {'  '.join(heard)}")


class Lost(Exception):
    """The words of a move were not heard; `count` is what was gone until then."""

    def __init__(self, reason: str, count: Count) -> None:
        super().__init__(reason)
        self.count = count


class Walker:
    """A reader who presses keys on one bench."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def _press(self, key: str) -> None:
        self._bench.desktop.ask("xdotool", "key", key)

    def _to_the_top(self) -> None:
        """Stop the reading of a page by itself, and begin at its top; no key of the walk."""
        for key in ("Control_L", "ctrl+Home"):
            self._press(key)
            self._bench.ear.listen(lambda _heard: True)

    def _loading(self, count: Count) -> Sequence[str]:
        """Listen until a page is announced."""
        heard = self._bench.ear.listen(lambda texts: any(map(is_loaded, texts)), quiet=0)
        if not heard.enough:
            raise Lost("没有听到页面载入", count)
        self._to_the_top()
        end = next(place for place, text in enumerate(heard.utterances, 1) if is_loaded(text))
        return heard.utterances[:end]

    def open(self, address: str) -> None:
        """Open the page where a walk begins, with nothing counted."""
        self._press("ctrl+l")
        self._bench.ear.listen(lambda _heard: True)
        self._bench.desktop.ask("xdotool", "type", "--delay", "2", address)
        self._press("Delete")
        self._bench.ear.listen(lambda _heard: True)
        self._press("Return")
        self._loading(Count())

    def walk(self, moves: Sequence[str]) -> Count:
        """Go along the moves; Lost when the words of one are not heard."""
        count = Count()
        for move in moves:
            key, _, words = move.partition(" ")
            if key == "open":
                self._press("Return")
                count.add("Return", self._loading(count))
            elif key == "type":
                self._type(words, count)
            else:
                self._until(key, words, count)
        return count

    def _type(self, words: str, count: Count) -> None:
        self._bench.desktop.ask("xdotool", "type", "--delay", "50", words)
        count.add(f"输入 {words}", self._bench.ear.listen(lambda _heard: True).utterances, len(words))

    def _until(self, key: str, words: str, count: Count) -> None:
        """Press a key until words are spoken; once when there are none."""
        for _ in range(MOST_PRESSES):
            self._press(key)
            heard = self._bench.ear.listen().utterances
            count.add(key, heard)
            if re.search(words, "  ".join(heard)):
                return
        raise Lost(f"按了{MOST_PRESSES}次 {key} 也没有听到“{words}”", count)
