"""Problems as plain JSON, for any program."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.problem import Problem
from generator.report.tally import counts


def as_json(problems: Sequence[Problem]) -> str:
    """One object: `problems` and `counts`."""
    rows = [
        {
            "code": p.code,
            "level": p.level.value,
            "path": p.at.shown_path,
            "line": p.at.line,
            "column": p.at.column,
            "message": p.message,
            "remedy": p.remedy,
        }
        for p in problems
    ]
    return json.dumps({"problems": rows, "counts": counts(problems)}, ensure_ascii=False, indent=2) + "\n"
