"""Every message about the text of a record, word for word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.problem import Problem
from generator.yamltext import Mapping, Node, Scalar, Sequence, read

CASES = [
    pytest.param(case, id=f"{file.stem}: {case['fact']}")
    for file in sorted((Path(__file__).parent / "cases").glob("*.yml"))
    for case in yaml.safe_load(file.read_bytes())
]


def said(problems: list[Problem]) -> str:
    """One line for each problem, as the cases keep them."""
    return "".join(f"{p.at}: {p.level.value} {p.code} {p.message} / {p.remedy}\n" for p in problems)


def plain(node: Node | None) -> object:
    """Text, lists and dicts."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.entries.items()}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.value if isinstance(node, Scalar) else None


@pytest.mark.parametrize("case", CASES)
def test_the_record_and_every_word_about_its_text(case: dict[str, Any]) -> None:
    """A text gives this record and these messages, no more and no fewer."""
    record, problems = read(case["input"].encode(case.get("encoding", "utf-8")), "a.yml")
    assert said(problems) == case["output"]
    assert plain(record) == case["record"]
