"""Every gate on every kind of page; a gate is used after it has seen the faults of its canaries."""

from __future__ import annotations

import time

import pytest

from tests.a11y.canary import GOOD, Canaries, rule_of
from tests.a11y.desk import Desk, Target
from tests.a11y.findings import Finding, Gate
from tests.a11y.keyboard import KEYBOARD
from tests.a11y.kinds import KINDS
from tests.a11y.ledger import Ledger
from tests.a11y.modes import BARE, FORCED, LAYOUT, MOTION, PAPER_GATE, RINGS, TARGETS
from tests.a11y.serving import Served
from tests.conftest import REPOSITORY
from tests.results import Results

GATES = {
    gate.name: gate for gate in (KEYBOARD, RINGS, LAYOUT, TARGETS, FORCED, MOTION, PAPER_GATE, BARE)
}
CANARIES = sorted(
    path.name for path in (REPOSITORY / "tests/a11y/canaries").glob("*.html") if path.name != GOOD
)


@pytest.fixture
def gate(name: str, canaries: Canaries, desk: Desk) -> Gate:
    """A gate that has seen the faults of its canaries."""
    canaries.prove(GATES[name], desk)
    return GATES[name]


@pytest.mark.parametrize("canary", CANARIES)
def test_a_gate_sees_its_canary(canary: str, canaries: Canaries, desk: Desk) -> None:
    """Each bad page is found to break the rule that it breaks, and no other."""
    found = canaries.seen(GATES[canary.partition(".")[0]], canary, desk)
    assert {one.rule for one in found} == {rule_of(canary)}


def test_every_rule_has_a_canary() -> None:
    """No rule is trusted without a page on which it must fail."""
    rules = {(gate.name, rule) for gate in GATES.values() for rule in gate.rules}
    assert {tuple(name.split(".")[:2]) for name in CANARIES} == rules


@pytest.mark.parametrize("name", GATES)
def test_a_good_page_passes(name: str, canaries: Canaries, desk: Desk) -> None:
    """The page without a fault has none in any gate."""
    assert canaries.seen(GATES[name], GOOD, desk) == []


def test_a_fault_of_one_mode_is_seen_in_that_mode_alone(canaries: Canaries, desk: Desk) -> None:
    """Text that only wider spacing cuts off, and rings that only some colours hide."""

    def modes(name: str) -> set[str]:
        return {one.mode for one in canaries.seen(GATES[name.partition(".")[0]], name, desk)}

    assert modes("layout.clipped.spacing.html") == {"spacing", "spacing, 320"}
    assert "1280" not in modes("layout.clipped.html")
    assert "320×256" in modes("layout.clipped.html")
    assert modes("rings.ringless.dark.html") == {"dark"}
    assert modes("rings.ringless.forced.html") == {"forced colours"}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", GATES)
def test_a_kind_of_page_passes(  # noqa: PLR0913, PLR0917 - one fixture a thing
    gate: Gate, kind: str, desk: Desk, real_site: Served, ledger: Ledger, results: Results
) -> None:
    """Nothing is found on any kind of page in any mode."""
    began = time.monotonic()
    found = gate.examine(desk, Target(real_site.address + KINDS[kind].path, KINDS[kind].ready))
    took = time.monotonic() - began
    results.rows[gate.name] = ledger.add(gate, KINDS[kind].title, found, took)
    assert found == [], told(found)


def told(found: list[Finding]) -> str:
    """Findings a line each."""
    return "\n".join(map(str, found))
