"""What the gates examined and found: for the end of the run, and as data for the statement."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.a11y.findings import Finding, Gate


@dataclass
class Examined:
    """The pages that a gate examined, and what it found on each."""

    gate: Gate
    seconds: float = 0
    pages: dict[str, list[Finding]] = field(default_factory=dict)

    @property
    def findings(self) -> int:
        """How many faults, each in each mode, were found on all pages."""
        return sum(map(len, self.pages.values()))

    def told(self, tool: str) -> dict[str, Any]:
        """As data; name, tool, scope and findings are those of a record of test results."""
        rules, modes = len(self.gate.rules), len(self.gate.modes)
        return {
            "name": self.gate.title,
            "tool": tool,
            "scope": f"{len(self.pages)}种页面和状态，各{modes}种情形，{rules}条规则",
            "findings": self.findings,
            "gate": self.gate.name,
            "rules": dict(self.gate.rules),
            "modes": list(self.gate.modes),
            "pages": list(self.pages),
            "found": [
                {
                    "page": page,
                    "rule": one.rule,
                    "mode": one.mode,
                    "where": one.where,
                    "saw": one.saw,
                }
                for page, found in self.pages.items()
                for one in found
            ],
        }


@dataclass
class Results:
    """All gates of a run, and single figures by name."""

    tool: str = ""
    gates: dict[str, Examined] = field(default_factory=dict)
    figures: dict[str, str] = field(default_factory=dict)

    def add(self, gate: Gate, page: str, found: list[Finding], seconds: float) -> None:
        """Note what a gate found on a page."""
        examined = self.gates.setdefault(gate.name, Examined(gate))
        examined.pages[page] = found
        examined.seconds += seconds

    def lines(self) -> list[str]:
        """The whole in short."""
        told = [
            f"{name}: {len(one.pages)} pages × {len(one.gate.modes)} modes,"
            f" {one.findings} findings, {one.seconds:.1f} s"
            for name, one in self.gates.items()
        ]
        return told + [f"{name}: {figure}" for name, figure in self.figures.items()]

    def keep(self, file: Path) -> None:
        """Write to a file of JSON, beside what others wrote there."""
        kept = json.loads(file.read_text("utf-8")) if file.exists() else {}
        kept["gates"] = [one.told(self.tool) for one in self.gates.values()]
        kept["figures"] = self.figures
        file.write_text(json.dumps(kept, ensure_ascii=False, indent=2) + "\n", "utf-8")
