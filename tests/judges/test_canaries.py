"""An engine that does not see the faults of its canary is refused before it judges anything."""

from __future__ import annotations

import pytest

from tests.judges.finding import Finding
from tests.judges.in_page import MODES
from tests.judges.planted import FAULTS, SAID_BY_NU, Blind, require_sight, require_sight_of_nu


def sight(engine: str) -> list[Finding]:
    """What a good engine says of its canary, in every mode."""
    return [
        Finding(engine, rule, "html", "", "canary", mode, certain=True)
        for mode in MODES
        for part, rules in FAULTS[engine].items()
        for rule in sorted(rules)
        if part in mode
    ]


@pytest.mark.parametrize("engine", FAULTS)
def test_an_engine_that_sees_all_is_believed(engine: str) -> None:
    """All planted faults, and no others, are what is asked for."""
    require_sight(engine, sight(engine))


@pytest.mark.parametrize("engine", FAULTS)
def test_an_engine_that_misses_one_fault_in_one_mode_is_refused(engine: str) -> None:
    """Silence about any one fault in any one mode is enough."""
    seen = sight(engine)
    for place in range(len(seen)):
        with pytest.raises(Blind, match="missed"):
            require_sight(engine, [*seen[:place], *seen[place + 1 :]])


@pytest.mark.parametrize("engine", FAULTS)
def test_a_fault_of_the_dark_mode_seen_in_the_light_means_that_modes_do_not_change(
    engine: str,
) -> None:
    """The canary has faults that stand in one mode only."""
    (rule,) = FAULTS[engine]["dark"]
    ghost = Finding(engine, rule, "html", "", "canary", "light-360", certain=True)
    with pytest.raises(Blind, match="invented"):
        require_sight(engine, [*sight(engine), ghost])


def test_what_an_engine_only_asks_about_does_not_count_as_seen() -> None:
    """A question to a person is no finding."""
    asked = [
        Finding(f.engine, f.rule, f.selector, f.message, f.kind, f.mode, certain=False)
        for f in sight("axe")
    ]
    with pytest.raises(Blind):
        require_sight("axe", asked)


@pytest.mark.parametrize("fault", SAID_BY_NU)
def test_the_checker_of_sources_must_see_every_fault_of_its_canary(fault: str) -> None:
    """A page, a style sheet and a picture with faults."""
    seen = [
        Finding("nu", "error", "", f"… {said} …", "nu.html", "source", certain=True)
        for said in SAID_BY_NU
    ]
    require_sight_of_nu(seen)
    with pytest.raises(Blind, match="nu missed"):
        require_sight_of_nu(one for one in seen if fault not in one.message)
