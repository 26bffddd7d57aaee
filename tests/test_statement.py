"""The record of what was tested is written from results, and from all of them."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest
import yaml

from tests.conftest import Tree
from tests.results import Row
from tests.statement import ORDER, RECORD, Incomplete, record, written

TASKS = {
    "note": "从首页打开后数起。",
    "tasks": [
        {
            "name": "有没有课",
            "ours_keys": 3,
            "ours_utterances": 4,
            "stock_keys": 5,
            "stock_utterances": 6,
        }
    ],
}


def results() -> dict[str, Any]:
    """What a run leaves behind, one row a gate."""
    rows = {
        name: asdict(Row(f"测试{name}", "软件1", "1种页面", 0, "两处" * (name == "ibm")))
        for name in ORDER
    }
    return {"day": "2026-11-20", "rows": rows, "figures": {}}


def test_the_record_is_a_record(small: Tree) -> None:
    """What is written is read without a problem, gates in order, the task with its figures."""
    small.remove("catalogue/test-reports/ceshi-jieguo.yml")
    small.write(f"catalogue/test-reports/{RECORD.name}", written(record(results(), TASKS)))
    assert small.check().report("text") == ""
    fields = yaml.safe_load(small.read(f"catalogue/test-reports/{RECORD.name}"))
    assert [gate["name"] for gate in fields["gates"]] == [f"测试{name}" for name in ORDER]
    assert [gate["name"] for gate in fields["gates"] if "note" in gate] == ["测试ibm"]
    assert fields["tasks"] == TASKS["tasks"]


def test_a_gate_that_was_not_run_is_missed() -> None:
    """Nothing is told of a day on which a gate was left out."""
    told = results()
    del told["rows"]["orca-firefox"]
    with pytest.raises(Incomplete, match="orca-firefox"):
        record(told, TASKS)


def test_the_record_of_this_repository_is_of_all_gates() -> None:
    """The newest record names every gate and five tasks, each with fewer keys than the stock site."""
    fields = yaml.safe_load(RECORD.read_text("utf-8"))
    assert len(fields["gates"]) == len(ORDER)
    assert len(fields["tasks"]) == 5
    assert all(task["ours_keys"] < task["stock_keys"] for task in fields["tasks"])
    assert all(gate["findings"] == 0 for gate in fields["gates"])
