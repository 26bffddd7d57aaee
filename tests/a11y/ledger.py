"""What the gates of this folder examined on which pages, and the row that tells it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from tests.a11y.findings import Finding, Gate
from tests.results import Row


@dataclass
class Ledger:
    """Of each gate the pages with how much was found there, and the seconds it took."""

    tool: str
    findings: defaultdict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))

    def add(self, gate: Gate, page: str, found: list[Finding], seconds: float) -> Row:
        """Note what a gate found on a page; the row of the gate up to now."""
        pages = self.findings[gate.name]
        pages[page] = len(found)
        self.seconds[gate.name] += seconds
        scope = f"{len(pages)}种页面和状态，各{len(gate.modes)}种情形，{len(gate.rules)}条规则"
        whole = self.seconds[gate.name]
        return Row(gate.title, self.tool, scope, sum(pages.values()), seconds=whole)
