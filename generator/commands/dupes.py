"""`catalogue dupes`: records that are perhaps one and the same."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Sequence

import click

from generator.catalogue import Entry
from generator.command_line import ChineseCommand
from generator.commands.options import ROOT, catalogue_of, tree_of
from generator.duplicates import Pair, pairs
from generator.private_numbers import masked
from generator.progress import Progress
from generator.records import Record

SHOWN = 8
WHAT_TO_DO = "是同一个，就留一条，把另一条的编号写进它的 redirect_from，再删去另一条；不是，就在名称里写出区别。"


@click.command(
    cls=ChineseCommand,
    help="找可能重复收录的记录：代码、文号、网址、地址一样的，名称一样或相近的，也看不同种类之间。",
    exits={0: "列出来了；有没有重复都是 0。"},
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出格式。")
@ROOT
def command(*, form: str, root: str | None) -> None:
    """Print the pairs; exit 0, for only a person can tell."""
    catalogue = catalogue_of(tree_of(root), datetime.date.min)  # the day plays no part
    progress = Progress()
    progress.say("比较名称")
    found = pairs(catalogue)
    progress.done()
    click.echo(FORMATS[form](found), nl=False)


def _place(entry: Entry[Record]) -> str:
    return f"{entry.at('name')}: {masked(f'{type(entry.record).title}《{entry.record.name}》')}"


def as_text(found: Sequence[Pair]) -> str:
    """Three or four lines a pair, and what to do."""
    if not found:
        return "没有找到可能重复的记录。\n"
    lines: list[str] = []
    for pair in found:
        lines += [pair.reason.words, f"  {_place(pair.first)}", f"  {_place(pair.second)}"]
        if pair.first.record.kind == pair.second.record.kind:
            rest = f"等 {len(pair.differing)} 项" if len(pair.differing) > SHOWN else ""
            shown = "、".join(pair.differing[:SHOWN]) + rest
            lines.append(f"    不同的字段：{shown or '没有'}")
        lines.append("")
    return "\n".join([*lines, f"共 {len(found)} 对，可能是重复收录。{WHAT_TO_DO}"]) + "\n"


def _as_object(entry: Entry[Record]) -> dict[str, object]:
    at = entry.at("name")
    return {
        "path": at.shown_path,
        "line": at.line,
        "type": entry.record.kind,
        "id": entry.record.id,
        "name": masked(entry.record.name),
    }


def as_json(found: Sequence[Pair]) -> str:
    """One object: `pairs`, each with its reason, both records and the fields that differ."""
    rows = [
        {
            "reason": pair.reason.name.lower(),
            "words": pair.reason.words,
            "records": [_as_object(pair.first), _as_object(pair.second)],
            "differing": pair.differing,
        }
        for pair in found
    ]
    return json.dumps({"pairs": rows}, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Sequence[Pair]], str]] = {"text": as_text, "json": as_json}
