"""A reader at a browser: opens a page, presses keys, notes what is spoken."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.speech import browsers
from tests.speech.capture import Capture, Section, Step
from tests.speech.desktop import Desktop, desktop
from tests.speech.ear import QUIET, Ear, Heard, anything
from tests.speech.journeys import MOST_READ, READ, Journey, Walk
from tests.speech.page import Page, letters

TOP = "滚动到顶部"
"""What Orca says when it found nothing further and began again at the top."""
CELL = re.compile(r"行 \d+,列 \d+。")
"""Where a cell stands: what Orca says last of it."""
SUMMARY_END = " 页。"
"""How Orca ends saying how many headings and links a page has, once it has loaded."""
SLOWLY = "200"
"""Milliseconds after a character that no key has: the browser must learn the key that is lent to it."""
MOST_AROUND = 80
BEFORE = 20
"""More utterances than come before the reading of a page begins."""


def is_loaded(text: str) -> bool:
    """Whether Orca says that a page of the site is there; the others are the browser's own."""
    return text.startswith("载入") and "完成" in text and "Omnibox" not in text


def without_echo(spoken: tuple[str, ...]) -> tuple[str, ...]:
    """What is said of a cell of a table, up to its place in the table.

    The caret follows into the cell, and on a busy machine so late that Orca reads the cell again.
    """
    end = next((number for number, text in enumerate(spoken, 1) if CELL.fullmatch(text)), None)
    return spoken[:end]


@dataclass
class Bench:
    """One browser on one desktop. Everything it hears belongs to the page opened last."""

    browser: str
    desktop: Desktop
    ear: Ear
    missing: list[str] = field(default_factory=list)
    """What the capture that is being taken lacks."""

    def capture(self, journey: Journey, address: str, page: Page) -> Capture:
        """Go through a journey; the page, as its HTML has it, tells what must be heard of it."""
        began = time.monotonic()
        self.missing = []
        heard = self._open(journey, address, page)
        sections = [Section("打开", (Step("", heard),))]
        sections += [self._walk(walk, page.last_words) for walk in journey.walks]
        seconds = time.monotonic() - began
        return Capture(journey.kind, self.browser, tuple(sections), seconds, tuple(self.missing))

    def visit(self, address: str) -> Heard:
        """Open an address, and take everything spoken until silence after the page has loaded."""
        self._enter(address)
        return self.follow("Return")

    def press(self, key: str) -> Heard:
        """Press a key, and take everything spoken until silence."""
        self._key(key)
        heard = self.ear.listen()
        return Heard(without_echo(heard.utterances), heard.enough)

    def follow(self, key: str, words: str = "") -> Heard:
        """Press a key that opens a page, and listen until it speaks these words, or its summary."""

        def told(heard: Sequence[str]) -> bool:
            if words:
                return any(words in text for text in heard)
            return any(map(is_loaded, heard)) and any(text.endswith(SUMMARY_END) for text in heard)

        self._key(key)
        return self.ear.listen(told)

    def type(self, text: str) -> Heard:
        """Type a text, and take what is spoken, if anything is."""
        self._type(text)
        return self.ear.listen(lambda _heard: True)

    def _key(self, *names: str) -> None:
        self.desktop.ask("xdotool", "key", *names)

    def _type(self, text: str) -> None:
        delay = "2" if text.isascii() else SLOWLY
        self.desktop.ask("xdotool", "type", "--delay", delay, text)

    def _enter(self, address: str) -> None:
        """Type an address where the browser takes one."""
        self._key("ctrl+l")
        self._rest()
        self._type(address)
        self._key("Delete")  # what the browser has added
        self._rest()

    def _rest(self) -> None:
        """Pass over what is still being said."""
        self.ear.listen(lambda _heard: True)

    def _open(self, journey: Journey, address: str, page: Page) -> tuple[str, ...]:
        """Open an address, and listen while the page loads and is read."""
        self._enter(address)
        self._key("Return")
        heard = self._read(page.last_words, journey.announced, opening=True)
        if journey.announced:
            return tuple(text for text in heard if text.startswith(journey.announced))[:1]
        start = max((place for place, text in enumerate(heard) if is_loaded(text)), default=0)
        if letters(page.title) not in letters("".join(heard[start : start + 1])):
            self.missing.append(f"打开的不是“{page.title}”")
        return tuple(heard[start : start + MOST_READ])

    def _read(self, last_words: str, announced: str = "", *, opening: bool) -> Sequence[str]:
        """Listen to a page being read, up to its last words or MOST_READ utterances."""

        def enough(heard: Sequence[str]) -> bool:
            loaded = not opening or any(map(is_loaded, heard))
            told = not announced or any(text.startswith(announced) for text in heard)
            return loaded and told and _is_read(heard, last_words)

        heard = self.ear.listen(enough, quiet=0)
        if not heard.enough:
            self.missing.append(f"读到{heard.utterances[-1:]}为止，应读到“{last_words}”")
        self._hush()
        return heard.utterances[: _end(heard.utterances, last_words)]

    def _walk(self, walk: Walk, last_words: str) -> Section:
        self._key("ctrl+Home")
        self._rest()
        if walk == READ:
            self._key(*walk.keys)
            return Section(
                walk.title, (Step("", tuple(self._read(last_words, opening=False))[:MOST_READ]),)
            )
        steps = self._around(walk) if walk.around else map(self._step, walk.keys)
        return Section(walk.title, tuple(steps))

    def _around(self, walk: Walk) -> Iterator[Step]:
        """Press a key until Orca is at the top again; that last answer is left out.

        It begins on the line below the skip link, which goes when the focus leaves it: what stands
        in one line with what is measured while the page moves up.
        """
        self._key("Down")
        self._rest()
        for _ in range(MOST_AROUND):
            step = self._step(walk.keys[-1])
            if any(text.startswith(TOP) for text in step.spoken):
                return
            yield step
        self.missing.append(f"{walk.title}：按了{MOST_AROUND}次 {walk.keys[-1]} 也没有回到开头")

    def _step(self, key: str) -> Step:
        """Press one key, and take everything spoken until silence."""
        verb, _, rest = key.partition(" ")
        if verb == "open":
            return self._opening(key, rest)
        if verb == "type":
            self._type(rest)
            self._rest()
            return Step(key, ())
        self._key(key)
        heard = self.ear.listen()
        if not heard.enough:
            self.missing.append(f"按 {key} 没有回答")
        return Step(key, without_echo(heard.utterances))

    def _opening(self, key: str, words: str) -> Step:
        """Press Return, and listen to the page that opens until the words are spoken."""

        def told(heard: Sequence[str]) -> bool:
            return any(text.startswith(words) for text in heard)

        self._key("Return")
        heard = self.ear.listen(told)
        if not heard.enough:
            self.missing.append(f"打开的页面没有说“{words}”")
        self._hush()
        return Step(key, tuple(text for text in heard.utterances if text.startswith(words))[:1])

    def _hush(self) -> None:
        """Silence Orca, in the middle of a word: only then does it stop reading a page."""
        with self.ear.holding_the_voice():
            self.ear.listen(anything, quiet=0, patience=QUIET)
            self._key("Control_L")
            self._rest()


def _end(heard: Sequence[str], last_words: str) -> int | None:
    """Where a reading ends: after the last words of the page; None while they were not spoken."""
    last = letters(last_words)
    return next((place for place, text in enumerate(heard, 1) if last in letters(text)), None)


def _is_read(heard: Sequence[str], last_words: str) -> bool:
    return len(heard) > MOST_READ + BEFORE or _end(heard, last_words) is not None


@contextmanager
def bench(browser: str, reader: Mapping[str, object] | None = None) -> Iterator[Bench]:
    """A bench with a browser of `browsers.NAMES`, and settings of Orca; it ends with the block."""
    with desktop(reader) as place:
        ear = Ear(place.spoken, place.reader)
        browsers.start(place, browser)
        ear.listen(lambda heard: any("框架" in text for text in heard))
        yield Bench(browser, place, ear)
