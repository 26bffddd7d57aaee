"""Writes the record from which the accessibility statement tells what was tested.

`python -m tests.statement RESULTS TASKS` reads what the gates left behind (`--a11y-report`) and what
`python -m tests.tasks --report` counted; `make statement` does all of it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import yaml

from generator.records import TestReport
from tests.conftest import REPOSITORY

RECORD = REPOSITORY / TestReport.folder / "newest.yml"
ORDER = (
    *("axe", "ibm", "nu"),
    *("keyboard", "rings", "targets", "layout", "forced-colours", "motion", "print", "bare"),
    *("orca-firefox", "orca-chromium"),
)
"""The gates as the statement lists them; one that was not run is missed."""
KNOWN_FAULTS = (
    "站内搜索要用脚本；没有脚本时给出清单，清单里的内容是一样的。",
    "“阅读设置”要用脚本；浏览器自己的放大和系统的高对比度不用脚本也有效。",
    "只用Orca实听过。NVDA、争渡、旁白（VoiceOver）和手机上的TalkBack还没有人系统地听过。",
    "国家通用手语的视频还没有。",
    "“简明版”还没有请读者试读，所以不叫“易读版”。",
)


class Incomplete(Exception):
    """A gate was not run; the message names it."""


def record(results: dict[str, Any], tasks: dict[str, Any]) -> dict[str, Any]:
    """The fields of the record, from the results of one day and the counted tasks."""
    missed = [name for name in ORDER if name not in results["rows"]]
    if missed:
        raise Incomplete(", ".join(missed))
    return {
        "id": RECORD.stem,
        "name": "无障碍测试结果",
        "data_class": "real",
        "region": "510000",
        "sources": [
            {
                "title": "本目录程序仓库里的无障碍测试",
                "publisher": "川残技能目录",
                "place": "程序仓库，运行 make statement 得到",
                "accessed": results["day"],
                "confidence": "high",
            }
        ],
        "tested_on": results["day"],
        "gates": [_gate(results["rows"][name]) for name in ORDER],
        "tasks": tasks["tasks"],
        "tasks_note": tasks["note"],
        "known_faults": list(KNOWN_FAULTS),
    }


def _gate(row: dict[str, Any]) -> dict[str, Any]:
    told = {key: row[key] for key in ("name", "tool", "scope", "findings")}
    return told | ({"note": row["note"]} if row["note"] else {})


def written(fields: dict[str, Any]) -> str:
    """The text of the record; dates and codes in quotes stay texts."""
    return yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=1000)


def main() -> None:
    """Write the record."""
    results, tasks = (json.loads(Path(name).read_text("utf-8")) for name in sys.argv[1:3])
    RECORD.parent.mkdir(exist_ok=True)
    RECORD.write_text(written(record(results, tasks)), encoding="utf-8")


if __name__ == "__main__":
    main()
