"""Bad pages, one fault each: a gate that does not see the fault of its canary is not trusted.

A file is called `<gate>.<rule>[.<variant>].html`; `good.html` has no fault at all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.a11y.desk import Desk, Target
from tests.a11y.findings import Finding, Gate

GOOD = "good.html"


@dataclass(frozen=True)
class Canaries:
    """The folder of bad pages; each is examined once a run."""

    folder: Path
    target: Callable[[str], Target]
    _seen: dict[tuple[str, str], list[Finding]] = field(default_factory=dict)

    def of(self, gate: Gate) -> list[str]:
        """The names of the canaries of a gate."""
        return sorted(path.name for path in self.folder.glob(f"{gate.name}.*.html"))

    def seen(self, gate: Gate, name: str, desk: Desk) -> list[Finding]:
        """What a gate finds on a bad page."""
        key = (gate.name, name)
        if key not in self._seen:
            self._seen[key] = gate.examine(desk, self.target(name))
        return self._seen[key]

    def prove(self, gate: Gate, desk: Desk) -> None:
        """Fail unless the gate finds the one fault of each of its canaries, and none where none is."""
        for name in self.of(gate):
            found = self.seen(gate, name, desk)
            assert {one.rule for one in found} == {rule_of(name)}, f"{name}: {found}"
        assert self.seen(gate, GOOD, desk) == []


def rule_of(name: str) -> str:
    """The rule that a canary breaks."""
    return name.split(".")[1]
