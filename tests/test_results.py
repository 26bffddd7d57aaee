"""The file from which the accessibility statement is written."""

from __future__ import annotations

import json
from pathlib import Path

from tests.results import Results, Row


def test_runs_of_one_day_are_kept_together(tmp_path: Path) -> None:
    """The gates are run in several commands; a row that comes again takes the place of its former."""
    file = tmp_path / "report.json"
    Results("2026-11-25", {"a": Row("甲", "x", "1种", 2)}, {"鸟": "1"}).keep(file)
    Results("2026-11-25", {"b": Row("乙", "y", "1种", 0), "a": Row("甲", "x", "1种", 0)}).keep(file)
    kept = json.loads(file.read_text("utf-8"))
    assert (kept["day"], kept["figures"]) == ("2026-11-25", {"鸟": "1"})
    assert {name: row["findings"] for name, row in kept["rows"].items()} == {"a": 0, "b": 0}


def test_another_day_begins_anew(tmp_path: Path) -> None:
    """What was found on one day is not told as if it were of another."""
    file = tmp_path / "report.json"
    Results("2026-11-24", {"a": Row("甲", "x", "1种", 2)}).keep(file)
    Results("2026-11-25", {"b": Row("乙", "y", "1种", 0)}).keep(file)
    assert list(json.loads(file.read_text("utf-8"))["rows"]) == ["b"]
