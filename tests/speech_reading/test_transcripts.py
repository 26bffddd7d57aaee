"""What `catalogue read` says is what Orca was heard to say: the reviewed transcripts are the measure."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import mean

import pytest

from generator.speech.agreement import agreement
from generator.speech.reading import read
from tests.results import Results
from tests.speech.conftest import TRANSCRIPTS
from tests.speech.journeys import JOURNEYS, Journey
from tests.speech.small_site import build_small_site

HEARD = [one for one in JOURNEYS if not one.announced]
"""The pages whose words need no script."""
OPENING = re.compile(r"【打开】\n载入.*\n有 .* 页。\n(.*?)\n\n", re.DOTALL)
"""What is spoken when a page is opened, after its title and the counts of its parts."""
LEAST = 0.75
"""On the page with a table of nine columns, where we say the head of each column and Orca, reading on, does not."""
LEAST_ON_AVERAGE = 0.93


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that Orca read."""
    return build_small_site(tmp_path_factory.mktemp("heard"))


def agreed(site: Path, journey: Journey, browser: str) -> float:
    """How far we say what Orca said up to where it was stopped, from 0 to 1."""
    file = site / journey.address
    page = (file if file.exists() else site / "404.html").read_bytes()
    ours = [phrase for line in read(journey.address, page).lines for phrase in line.phrases]
    transcript = (TRANSCRIPTS / f"{journey.kind}.{browser}.txt").read_text("utf-8")
    opening = OPENING.search(transcript)
    assert opening, f"{journey.kind}.{browser}"
    return agreement(ours, opening[1].split("\n"), whole=False)


@pytest.mark.parametrize("browser", ["firefox", "chromium"])
def test_we_say_what_orca_says(browser: str, site: Path, results: Results) -> None:
    """On every page three phrases in four, on all pages nine in ten, are the same in the same order.

    What differs: the heads of columns, the button that a script adds, where a browser cuts a link or a cell in pieces,
    and lists that a style sheet gives no marks.
    """
    found = {journey.kind: agreed(site, journey, browser) for journey in HEARD}
    lowest = min(found, key=lambda kind: found[kind])
    figure = f"{mean(found.values()):.3f}, lowest {found[lowest]:.3f} on {lowest}"
    results.figures[f"agreement with Orca in {browser}"] = figure
    assert found[lowest] >= LEAST, found
    assert mean(found.values()) >= LEAST_ON_AVERAGE, found


def test_another_page_does_not_agree(site: Path) -> None:
    """The figure is no gift: the words of one page held against another's are far from agreeing."""
    policy, office = (next(j for j in JOURNEYS if j.kind == kind) for kind in ("policy", "office"))
    mixed = Journey(policy.kind, office.address, ())
    assert agreed(site, mixed, "firefox") < LEAST - 0.1
