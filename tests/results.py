"""What the tests of accessibility examined and found, as rows of the accessibility statement."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Row:
    """A gate as the statement tells it: what was tested, with what, on what, and what was found.

    The fields are those of a record of test results; the texts are Chinese.
    """

    name: str
    tool: str
    scope: str
    findings: int
    note: str = ""
    seconds: float = 0.0


@dataclass
class Results:
    """The rows of a run by the name of their gate, and single figures by name."""

    day: str
    rows: dict[str, Row] = field(default_factory=dict)
    figures: dict[str, str] = field(default_factory=dict)

    def lines(self) -> list[str]:
        """The whole in short."""
        told = [
            f"{row.name}（{row.tool}）：{row.scope}，{row.findings}处，{row.seconds:.1f}秒"
            for row in self.rows.values()
        ]
        return told + [f"{name}: {figure}" for name, figure in self.figures.items()]

    def keep(self, file: Path) -> None:
        """Write to a file of JSON, beside what other runs of the day wrote there."""
        kept = json.loads(file.read_text("utf-8")) if file.exists() else {}
        if kept.get("day") != self.day:
            kept = {"day": self.day, "rows": {}, "figures": {}}
        kept["rows"] |= {name: asdict(row) for name, row in self.rows.items()}
        kept["figures"] |= self.figures
        file.write_text(json.dumps(kept, ensure_ascii=False, indent=2) + "\n", "utf-8")
