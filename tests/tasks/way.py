"""Ways through a site as data: which keys are pressed, and how they are counted.

Every key press counts one, a chord such as alt+shift+Down too; so does every typed character. (Chinese
takes more presses than it has characters, on both sites alike.) Waiting costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What is done, and what is waited for."""

    PRESS = "press"
    """A key, and silence after what it made Orca say."""
    UNTIL = "until"
    """A key again and again, until words are spoken."""
    TYPE = "type"
    """A text; then time for a page that answers while one types."""
    FOLLOW = "follow"
    """Return, and another page."""


@dataclass(frozen=True)
class Move:
    """One thing that a reader does."""

    kind: Kind
    key: str
    words: str = ""
    """What must be spoken; for UNTIL without words: the fact."""


FOUND_AT_MOST = 30
"""Presses of one key after which a reader gives up."""


def press(key: str) -> Move:
    """Press a key once."""
    return Move(Kind.PRESS, key)


def until(key: str, words: str) -> Move:
    """Press a key until these words are spoken."""
    return Move(Kind.UNTIL, key, words)


def until_the_fact(key: str) -> Move:
    """Press a key until the fact of the task is spoken."""
    return Move(Kind.UNTIL, key)


def type_in(text: str) -> Move:
    """Type a text into the field that has the focus."""
    return Move(Kind.TYPE, text)


def follow(words: str = "") -> Move:
    """Press Return on a link or in a form, and wait for the page; for these words, if any."""
    return Move(Kind.FOLLOW, "Return", words)


@dataclass(frozen=True)
class Way:
    """A way that an expert would try: someone who knows Orca well, and the site not at all."""

    name: str
    moves: tuple[Move, ...]


@dataclass(frozen=True)
class Taken:
    """A move that was made once: the key or the text, and what was spoken."""

    move: Move
    spoken: tuple[str, ...]

    @property
    def keys(self) -> int:
        """How many keys were pressed."""
        return len(self.move.key) if self.move.kind is Kind.TYPE else 1


@dataclass(frozen=True)
class Walked:
    """A way as it was gone on one site, up to the fact, or as far as it led."""

    way: str
    taken: tuple[Taken, ...]
    reached: bool
    spoken: int
    """Utterances from the first key press up to the fact."""

    @property
    def keys(self) -> int:
        """All key presses."""
        return sum(taken.keys for taken in self.taken)

    def transcript(self) -> str:
        """A line a key with what was spoken."""
        lines = (f"  {taken.move.key} → {'  '.join(taken.spoken)}" for taken in self.taken)
        end = "听到了" if self.reached else "没有听到"
        return "\n".join([f"{self.way}：{end}，按键{self.keys}次，听{self.spoken}句", *lines])


def shortest(walks: tuple[Walked, ...]) -> Walked | None:
    """The way with the fewest keys that reached the fact, and among those the fewest utterances."""
    reached = (walked for walked in walks if walked.reached)
    return min(reached, key=lambda walked: (walked.keys, walked.spoken), default=None)
