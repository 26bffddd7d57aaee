"""Problems as a Code Quality report of GitLab, which stands on the lines of a merge request."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.problem import Level, Problem
from generator.report.tally import with_fingerprints, worst_first

SEVERITIES = {Level.ERROR: "blocker", Level.SUGGESTION: "minor"}


def as_gitlab(problems: Sequence[Problem]) -> str:
    """A list of issues, the worst first."""
    rows = [
        {
            "description": f"{p.message}改法：{p.remedy}",
            "check_name": p.code,
            "fingerprint": fingerprint,
            "severity": SEVERITIES[p.level],
            "location": {"path": p.at.shown_path, "lines": {"begin": p.at.line}},
        }
        for p, fingerprint in with_fingerprints(worst_first(problems))
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
