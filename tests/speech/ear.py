"""Listens to what is spoken, and knows when it is over: words came, then silence, and Orca rests."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

PAUSE = 0.02
QUIET = 0.2
"""Seconds of silence that end an answer; within one, measured gaps stay below 0.16."""
PATIENCE = 20.0
"""Seconds without a word after which no answer is expected; only a fault costs them."""

Enough = Callable[[Sequence[str]], bool]


def anything(heard: Sequence[str]) -> bool:
    """Whether anything was spoken."""
    return bool(heard)


@dataclass(frozen=True)
class Heard:
    """Utterances in order, and whether what was waited for was among them."""

    utterances: tuple[str, ...]
    enough: bool


@dataclass
class Ear:
    """Reads the file of utterances from where it stopped."""

    spoken: Path
    reader: int
    """The process that speaks."""
    _read: int = 0
    _used: int = field(default=-1)

    def _new(self) -> list[str]:
        """Utterances since the last call; a line that is still being written waits."""
        with open(self.spoken, "rb") as file:
            file.seek(self._read)
            lines = file.read()
        lines = lines[: lines.rfind(b"\n") + 1]
        self._read += len(lines)
        return [text for line in lines.splitlines() if (text := json.loads(line))]

    def _reader_rests(self) -> bool:
        """Whether Orca has used no processor time since the last call and wants none now."""
        state, *counts = Path(f"/proc/{self.reader}/stat").read_text().rpartition(")")[2].split()
        used = int(counts[10]) + int(counts[11])
        rests = state != "R" and used == self._used
        self._used = used
        return rests

    @contextmanager
    def holding_the_voice(self) -> Iterator[None]:
        """Have the voice draw out what it says next until it is stopped."""
        hold = self.spoken.with_name(f"{self.spoken.name}.hold")
        hold.touch()
        yield
        hold.unlink()

    def listen(
        self, enough: Enough = anything, quiet: float = QUIET, patience: float = PATIENCE
    ) -> Heard:
        """Everything up to the first silence after enough was heard, or until patience ends.

        Patience begins anew with each utterance.
        """
        heard: list[str] = []
        silent_since = last = time.monotonic()
        while True:
            time.sleep(PAUSE)
            now = time.monotonic()
            new = self._new()
            heard += new
            if new:
                last = now
            if new or not self._reader_rests():
                silent_since = now
            satisfied = enough(heard)
            if (satisfied and now - silent_since >= quiet) or now - last > patience:
                return Heard(tuple(heard), satisfied)
