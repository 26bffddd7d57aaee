"""The small site and the room where it is read; `--accept` rewrites the transcripts."""

from __future__ import annotations

import difflib
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.results import Results, Row
from tests.speech.capture import Capture
from tests.speech.journeys import Journey
from tests.speech.mutations import plant
from tests.speech.reading_room import ReadingRoom, reading_room
from tests.speech.rules import RULES
from tests.speech.small_site import SmallSite, build_small_site, serve

TRANSCRIPTS = Path(__file__).parent / "transcripts"
PROGRAMS = {
    "Xvfb": "xvfb",
    "dbus-daemon": "dbus",
    "localedef": "locales",
    "openbox": "openbox",
    "orca": "orca",
    "speech-dispatcher": "speech-dispatcher",
    "xdotool": "xdotool",
}
BROWSERS = {"firefox": ("firefox-esr", "firefox-esr"), "chromium": ("chromium", "chromium")}
"""The program of each browser and its package."""
TAKEN = pytest.StashKey[list[Capture]]()
AGAIN = pytest.StashKey[list[tuple[str, str]]]()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallSite]:
    """The small site and the pages with faults, served."""
    folder = build_small_site(tmp_path_factory.mktemp("speech"))
    plant(folder)
    with serve(folder) as served:
        yield served


def _wanted(session: pytest.Session) -> list[tuple[Journey, str]]:
    """The journeys of all tests that are going to run, so that several are read at once."""
    specs = [item.callspec.params for item in session.items if hasattr(item, "callspec")]
    return [
        (spec["journey"], spec["browser"])
        for spec in specs
        if {"journey", "browser"} <= spec.keys()
    ]


def _missing_packages(browsers: set[str]) -> list[str]:
    programs = PROGRAMS | dict(BROWSERS[browser] for browser in browsers)
    return sorted({package for program, package in programs.items() if not shutil.which(program)})


@pytest.fixture(scope="session")
def room(request: pytest.FixtureRequest, site: SmallSite) -> Iterator[ReadingRoom]:
    """Where pages are read; every journey of this run is asked for at once."""
    wanted = _wanted(request.session)
    missing = _missing_packages({browser for _, browser in wanted})
    if missing:
        pytest.fail(
            f"缺少系统软件包。请运行：sudo apt-get install {' '.join(missing)}", pytrace=False
        )
    with reading_room(site) as opened:
        for journey, browser in wanted:
            opened.ask(journey, browser)
        yield opened
        request.config.stash[TAKEN] = opened.captures()
        request.config.stash[AGAIN] = opened.again


def _is_reviewed(capture: Capture) -> bool:
    file = TRANSCRIPTS / capture.name
    return not file.exists() or file.read_text("utf-8") == capture.transcript()


@pytest.fixture
def reading(
    request: pytest.FixtureRequest, room: ReadingRoom, journey: Journey, browser: str
) -> Capture:
    """What was spoken on this journey in this browser; fails when not all of it was heard.

    What differs from the reviewed transcript is read once more on a new desktop: a page that changed
    sounds different again, while Orca on a busy machine may once measure a line that still moves.
    """
    capture = room.ask(journey, browser).result()
    if not (request.config.getoption("--accept") or _is_reviewed(capture)):
        capture = room.ask_again(journey, browser).result()
    if capture.missing:
        pytest.fail("没有听完（已重来一次）：" + "；".join(capture.missing), pytrace=False)
    return capture


@pytest.fixture
def reviewed(request: pytest.FixtureRequest) -> Callable[[Capture], None]:
    """Compare a capture with its reviewed transcript, or rewrite that under --accept."""

    def compare(capture: Capture) -> None:
        file = TRANSCRIPTS / capture.name
        kept = file.read_text("utf-8") if file.exists() else ""
        now = capture.transcript()
        if kept == now:
            return
        if request.config.getoption("--accept"):
            TRANSCRIPTS.mkdir(exist_ok=True)
            file.write_text(now, encoding="utf-8")
            return
        lines = difflib.unified_diff(
            kept.splitlines(), now.splitlines(), capture.name, "现在", lineterm=""
        )
        pytest.fail(
            "\n".join([*lines, "", "如果新的读法是对的：make accept-speech"]), pytrace=False
        )

    return compare


def _version(program: str) -> str:
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    return re.split(r"(?<=\d) ", told.stdout.strip().removeprefix("Mozilla "))[0]


@pytest.fixture(scope="session")
def note(results: Results) -> Callable[[Capture, list[str]], None]:
    """Note what the rules found in a capture, as a row of the accessibility statement."""
    noted: dict[str, dict[str, tuple[int, int]]] = {browser: {} for browser in BROWSERS}

    def take(capture: Capture, found: list[str]) -> None:
        pages = noted[capture.browser]
        keys = sum(bool(step.key) for step in capture.all_steps())
        pages[capture.kind] = (keys, len(found))
        pressed, faults = map(sum, zip(*pages.values(), strict=True))
        program, _ = BROWSERS[capture.browser]
        results.rows[f"orca-{capture.browser}"] = Row(
            f"读屏软件实听，{capture.browser.capitalize()}",
            f"Orca {_version('orca')}，{_version(program)}",
            f"{len(pages)}种页面和状态，按键{pressed}次，{len(RULES)}条规则；读法逐字存档，改动要经审看",
            faults,
        )

    return take


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """How long each page took to read."""
    taken = config.stash.get(TAKEN, [])
    if taken:
        terminalreporter.section("读屏用时")
    for capture in sorted(taken, key=lambda one: one.name):
        terminalreporter.line(f"{capture.seconds:5.1f} 秒  {capture.name}")
    for kind, browser in config.stash.get(AGAIN, []):
        terminalreporter.line(f"读了两遍：{kind}.{browser}.txt")
