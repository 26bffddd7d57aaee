"""What was counted, as a table for people and as JSON for the record of test results."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from tests.tasks.walking import Counted
from tests.tasks.way import Walked

NEVER = "没有听到"
NOTE = (
    "两边正文相同，只有外框和搜索不同。通用模板是MkDocs Material的中文默认设置，搜索另按单字切分。"
    "读者熟悉读屏软件，第一次来：打开首页以后开始数，听到答案为止，首页自己的朗读不算；"
    "每按一次键、每输入一个字算一次。每边试几种走法，取按键最少的。由python -m tests.tasks得到。"
)
"""How it was counted, for readers of the accessibility statement."""


def _figures(walked: Walked | None) -> str:
    return f"按键{walked.keys}次，听{walked.spoken}句（{walked.way}）" if walked else NEVER


def table(counted: Iterable[Counted]) -> str:
    """Three lines a task: its name, our site, the stock site."""
    lines = []
    for one in counted:
        ours, stock = one.best()
        lines += [one.task.name, f"  本站　　　{_figures(ours)}", f"  通用模板　{_figures(stock)}"]
    return "\n".join(lines)


def not_fewer(counted: Sequence[Counted]) -> list[str]:
    """The tasks on which our site does not need fewer keys, or on which the fact was not heard."""
    found = []
    for one in counted:
        ours, stock = one.best()
        if ours is None or stock is None or ours.keys >= stock.keys:
            found.append(f"{one.task.name}：本站{_figures(ours)}，通用模板{_figures(stock)}")
    return found


def _task(one: Counted) -> dict[str, Any]:
    ours, stock = one.best()
    row: dict[str, Any] = {"name": one.task.name}
    for side, walked in (("ours", ours), ("stock", stock)):
        row[f"{side}_keys"] = walked.keys if walked else None
        row[f"{side}_utterances"] = walked.spoken if walked else None
    return row


def report(counted: Sequence[Counted]) -> str:
    """The figures under the names that the record has, and every way with its transcript."""
    ways = {
        one.task.name: {
            side: [walked.transcript().splitlines() for walked in walks]
            for side, walks in (("ours", one.ours), ("stock", one.stock))
        }
        for one in counted
    }
    told = {"tasks": [_task(one) for one in counted], "note": NOTE, "ways": ways}
    return json.dumps(told, ensure_ascii=False, indent=1)
