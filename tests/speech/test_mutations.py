"""The rules of speech hear the faults that they are for."""

from __future__ import annotations

import pytest

from tests.speech.capture import Capture
from tests.speech.journeys import Journey
from tests.speech.mutations import MUTATIONS
from tests.speech.rules import faults
from tests.speech.small_site import SmallSite

pytestmark = pytest.mark.speech


@pytest.mark.parametrize(
    ("journey", "browser", "rule"),
    [
        pytest.param(one.journey, "chromium", one.rule, id=f"{one.kind}: {one.rule}")
        for one in MUTATIONS
    ],
)
def test_fault_is_heard(reading: Capture, journey: Journey, rule: str, site: SmallSite) -> None:
    """The rule speaks up on the page with the fault, and no other does."""
    found = faults(reading, site.page(journey.address))
    assert {fault.partition(":")[0] for fault in found} == {rule}, found
