"""Every kind of page, read by Orca in both browsers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.speech.browsers import NAMES
from tests.speech.capture import Capture
from tests.speech.journeys import FAST, JOURNEYS, Journey
from tests.speech.rules import faults
from tests.speech.small_site import SmallSite


def _cases(browser: str) -> list[object]:
    return [
        pytest.param(
            journey,
            browser,
            id=f"{journey.kind}-{browser}",
            marks=() if browser == "chromium" and journey.kind in FAST else pytest.mark.speech,
        )
        for journey in JOURNEYS
    ]


every_page = pytest.mark.parametrize(
    ("journey", "browser"), [case for browser in NAMES for case in _cases(browser)]
)


@every_page
def test_speech_is_the_reviewed_one(reading: Capture, reviewed: Callable[[Capture], None]) -> None:
    """What is spoken is what was reviewed."""
    reviewed(reading)


@every_page
def test_speech_keeps_every_rule(
    reading: Capture, journey: Journey, site: SmallSite, note: Callable[[Capture, list[str]], None]
) -> None:
    """Nothing meaningless, all headings, names and roles, row headers, landmarks, numbers."""
    page = site.page(journey.address, with_script=bool(journey.announced))
    found = faults(reading, page)
    note(reading, found)
    assert found == []
