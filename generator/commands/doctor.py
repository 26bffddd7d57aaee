"""`catalogue doctor`: what this machine lacks for each thing that one may want to do."""

from __future__ import annotations

import json
import sys

import click

from generator.command_line import ChineseCommand
from generator.commands.options import ROOT, tree_of
from generator.machine.examination import as_text, examine
from generator.machine.finding import Purpose
from generator.progress import Progress


@click.command(
    cls=ChineseCommand,
    help="看这台电脑上缺什么：生成网站、用表格、提交、测试各要什么，缺的怎样补上。生成网站要用的缺了，退出码是 1。",
    exits={0: "可以生成网站。", 1: "生成网站要用的缺了。"},
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出格式。")
@ROOT
def command(*, form: str, root: str | None) -> None:
    """Print what is there and what is missing; exit 1 when the site cannot be built."""
    tree = tree_of(root)
    progress = Progress()
    progress.say("看这台电脑上有什么")
    found = examine(tree)
    progress.done()
    click.echo(as_text(found) if form == "text" else _as_json(found), nl=False)
    sys.exit(0 if found[0].is_possible else 1)


def _as_json(purposes: list[Purpose]) -> str:
    rows = [
        {
            "purpose": purpose.title,
            "possible": purpose.is_possible,
            "findings": [
                {"there": f.is_there, "needed": f.needed, "what": f.what, "remedy": "" if f.is_there else f.remedy}
                for f in purpose.findings
            ],
        }
        for purpose in purposes
    ]
    return json.dumps({"purposes": rows}, ensure_ascii=False, indent=2) + "\n"
