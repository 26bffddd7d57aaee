"""`catalogue schema`: what is kept although it is made: files for editors, the handbook on the commands."""

from __future__ import annotations

import datetime
import os

import click

from generator.command_guide import FILE as GUIDE
from generator.command_guide import command_guide
from generator.command_line import ChineseCommand
from generator.commands.options import ROOT, stop, tree_of
from generator.editor_files import FOLDER, SETTINGS, schemas, settings
from generator.files import write_text
from generator.loading import load


@click.command(cls=ChineseCommand, help="生成编辑器要用的字段说明和手册里的命令说明；改了字段、词表或命令后运行一次，和改动一起提交。")
@click.option("--out", metavar="文件夹", default=None, help="字段说明放在哪里（默认放在目录里，同时更新编辑器的设置和手册）。")
@ROOT
def command(*, out: str | None, root: str | None) -> None:
    """Write one schema a record type, and in the tree itself the settings that name them and the handbook."""
    tree = tree_of(root)
    catalogue, _ = load(tree, datetime.date.min)  # no list of values depends on the day
    if not catalogue.terms or not catalogue.regions:
        stop("词表或行政区划表读不出来，没有生成。请先运行 catalogue check。")
    base, folder = (os.path.abspath(out), "") if out else (tree, f"{FOLDER}/")
    files = {f"{folder}{name}": text for name, text in schemas(catalogue).items()}
    if not out:
        files |= {SETTINGS: settings(), GUIDE: command_guide()}
    try:
        for name, text in files.items():
            write_text(base, name, text)
    except OSError as error:
        stop(f"写不进去（{error.strerror}）：{error.filename}\n请检查磁盘空间和权限。")
    click.echo(f"已生成 {len(files)} 个文件，放在 {os.path.relpath(os.path.join(base, folder))}。")
