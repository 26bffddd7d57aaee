"""Goes the ways on both sites with Orca, each from the load of the home page."""

from __future__ import annotations

import subprocess
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from tests.speech.bench import TOP, bench, is_loaded
from tests.speech.desktop import DesktopFailed
from tests.speech.ear import Heard
from tests.speech.small_site import serve
from tests.tasks.fact import Answers, Pages, first_place, said
from tests.tasks.story import TASKS, Task
from tests.tasks.way import FOUND_AT_MOST, Kind, Move, Taken, Walked, Way, shortest

READER = {"sayAllOnLoad": False}
"""Orca does not begin to read a page by itself, so that the caret stays where the browser puts it."""
SECONDS_TO_SEARCH = 15.0
"""Material's search answers while one types, in silence, after it has loaded its index: on the measured
machine in 3 to 10 seconds."""
NO_MORE = "没有更多"
"""How Orca begins to say that a page has nothing of a kind, or no further one."""
TRIES = 3
MOST_KEYS = 99
TRIES_A_WAY = 2
"""What is not reached in two goes is not reached."""
DESKTOPS = 6
"""Desktops that a site may use up; under heavy load one may break down."""


class Reader(Protocol):
    """What a `Bench` does for a way."""

    def visit(self, address: str) -> Heard:
        """Open an address."""

    def press(self, key: str) -> Heard:
        """Press a key."""

    def follow(self, key: str, words: str = "") -> Heard:
        """Press a key that opens a page."""

    def type(self, text: str) -> Heard:
        """Type a text."""


class NotOpened(Exception):
    """A home page did not load."""


def _open_home(reader: Reader, address: str) -> None:
    """Come to the home page; under load a key of the address may get lost, so this may take tries."""
    for _ in range(TRIES):
        if any(is_loaded(text) and "目录" in text for text in reader.visit(address).utterances):
            return
    raise NotOpened(address)


@dataclass
class _Walk:
    """A way that is being gone."""

    reader: Reader
    answers: Answers
    most: int
    """Keys after which it cannot be the shortest way any more."""
    taken: list[Taken]

    @property
    def _is_too_long(self) -> bool:
        return sum(one.keys for one in self.taken) >= self.most

    @property
    def _heard(self) -> list[str]:
        return [text for taken in self.taken for text in taken.spoken]

    def reached(self) -> int | None:
        """How many utterances it took to the fact, if it was spoken."""
        return first_place(self.answers, self._heard)

    def go(self, move: Move) -> bool:
        """Make a move; whether what it waited for was spoken."""
        if move.kind is Kind.UNTIL:
            return self._until(move)
        spoken = self._once(move)
        if move.kind is Kind.FOLLOW:
            return self._is_there(move, spoken) if move.words else any(map(is_loaded, spoken))
        return move.kind is Kind.TYPE or bool(spoken)

    def _until(self, move: Move) -> bool:
        """Press a key again and again; not once more than around the page, or into silence."""
        for _ in range(FOUND_AT_MOST):
            spoken = self._once(move)
            if self._is_there(move, spoken):
                return True
            if not spoken or spoken[0].startswith((TOP, NO_MORE)) or self._is_too_long:
                return False
        return False

    def _is_there(self, move: Move, spoken: Sequence[str]) -> bool:
        """Whether the words of the move were just spoken, or the fact if it has none."""
        return said([move.words]) in said(spoken) if move.words else self.reached() is not None

    def _once(self, move: Move) -> tuple[str, ...]:
        """Press the key or type the text once."""
        spoken = self._listen(move)
        self.taken.append(Taken(move, spoken))
        return spoken

    def _listen(self, move: Move) -> tuple[str, ...]:
        if move.kind is Kind.TYPE:
            self.reader.type(move.key)
            time.sleep(SECONDS_TO_SEARCH)
            return ()
        if move.kind is Kind.FOLLOW:
            return self.reader.follow(move.key, move.words).utterances
        return self.reader.press(move.key).utterances


def walk(
    reader: Reader, address: str, way: Way, answers: Answers, most: int = MOST_KEYS
) -> Walked:
    """Go a way from the home page at this address, up to the fact or as far as it leads.

    It is given up after so many keys: a shorter way is known.
    """
    _open_home(reader, address)
    going = _Walk(reader, answers, most, [])
    for move in way.moves:
        if not going.go(move) or going.reached() is not None:
            break
    spoken = going.reached()
    taken = tuple(going.taken)
    everything = sum(len(one.spoken) for one in taken)
    return Walked(way.name, taken, spoken is not None, everything if spoken is None else spoken)


@dataclass(frozen=True)
class Counted:
    """A task with the ways that were gone on each site."""

    task: Task
    ours: tuple[Walked, ...]
    stock: tuple[Walked, ...]

    def best(self) -> tuple[Walked | None, Walked | None]:
        """The shortest way on ours and on the stock site."""
        return shortest(self.ours), shortest(self.stock)


Job = tuple[str, Way]
"""The key of a task, and a way."""
Tell = Callable[[str], None]


@dataclass
class _Site:
    """One of the two sites, the ways that are to be gone on it, and how they went."""

    name: str
    folder: Path
    browser: str
    answers: dict[str, Answers]
    jobs: list[Job]
    tell: Tell
    walked: dict[Job, Walked] = field(default_factory=dict)
    tries: Counter[Job] = field(default_factory=Counter)

    def walk_all(self) -> None:
        """Go every way; those that did not reach the fact once more, on a new desktop."""
        with serve(self.folder) as served:
            for _ in range(DESKTOPS):
                if todo := [job for job in self.jobs if self._is_open(job)]:
                    self._walk(f"{served.address}index.html", todo)
        missing = [f"{key}：{way.name}" for key, way in self.jobs if (key, way) not in self.walked]
        if missing:
            raise DesktopFailed("\n".join(missing))

    def _is_open(self, job: Job) -> bool:
        """Whether a way was not gone yet, or ended early and might still be the shortest."""
        if job not in self.walked:
            return self.tries[job] < TRIES_A_WAY
        gone = self.walked[job]
        might_be = not gone.reached and gone.keys < self._least(job[0])
        return might_be and self.tries[job] < TRIES_A_WAY

    def _least(self, task: str) -> int:
        """The keys of the shortest way of a task that is known."""
        known = [one.keys for (key, _), one in self.walked.items() if key == task and one.reached]
        return min(known, default=MOST_KEYS)

    def _walk(self, home: str, todo: Sequence[Job]) -> None:
        """Go ways at one desktop; when it breaks down, the rest waits for the next."""
        try:
            with bench(self.browser, READER) as reader:
                for key, way in todo:
                    self.tries[key, way] += 1
                    self.walked[key, way] = walk(
                        reader, home, way, self.answers[key], self._least(key)
                    )
                    self.tell(f"{self.name}，{self.walked[key, way].transcript()}")
        except (DesktopFailed, NotOpened, subprocess.TimeoutExpired) as failed:
            self.tell(f"{self.name}，换一个桌面再来：{failed}")

    def of(self, task: Task, ways: Sequence[Way]) -> tuple[Walked, ...]:
        """How the ways of a task went."""
        return tuple(self.walked[task.key, way] for way in ways)


def count(
    site: Path, stock: Path, browser: str, tell: Tell, tasks: Sequence[Task] = TASKS
) -> list[Counted]:
    """Go all ways of the tasks on a built site of ours, and on the stock site made from it."""
    answers = {task.key: task.answers(Pages(site)) for task in tasks}
    ours_jobs = [(task.key, way) for task in tasks for way in task.ours]
    stock_jobs = [(task.key, way) for task in tasks for way in task.stock]
    one = _Site("本站", site, browser, answers, ours_jobs, tell)
    other = _Site("通用模板", stock, browser, answers, stock_jobs, tell)
    with ThreadPoolExecutor(2) as both:
        for done in [both.submit(one.walk_all), both.submit(other.walk_all)]:
            done.result()
    return [Counted(task, one.of(task, task.ours), other.of(task, task.stock)) for task in tasks]
