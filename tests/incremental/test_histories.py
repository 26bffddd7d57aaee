"""A site made from what stood of the last one is the site made anew, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.incremental.faults import FAULTS, plant
from tests.incremental.histories import Ground, play

STEPS, MOST_STEPS = 8, 40


@pytest.mark.parametrize("seed", range(4))
def test_a_site_made_from_the_last_one_is_the_site_made_anew(seed: int, tmp_path: Path) -> None:
    """After edits, additions, renames, deletions, other words and other templates, in any order."""
    assert play(Ground(tmp_path).site(), seed, STEPS).wrong == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_the_noting_is_found(
    fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each way of reading that goes unnoticed leaves a page as it was, and a history shows it."""
    plant(fault, monkeypatch.setattr)
    assert play(Ground(tmp_path).site(FAULTS[fault]), 0, MOST_STEPS).wrong
