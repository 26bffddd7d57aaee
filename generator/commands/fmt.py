"""`catalogue fmt`: every record in one form, without changing what it says."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Container
from functools import cache

import click

from generator import report
from generator.choices import choices_of
from generator.command_line import ChineseCommand
from generator.commands.options import ROOT, is_below, stop, tree_of, within
from generator.formatting import Formatting, format_tree, no_help
from generator.forms import help_lines
from generator.loading import load
from generator.problem import in_order
from generator.records import Record


@click.command(
    cls=ChineseCommand,
    help="把记录的写法统一：字段顺序、引号、缩进、行尾、全角冒号和空格、部首字。不改内容，保留说明；不给文件就是全部。",
    exits={0: "写法都统一了。", 1: "有读不出的文件；加 --check 时，也可能是写法不同。"},
)
@click.argument("paths", nargs=-1, metavar="[文件或文件夹]…")
@click.option("--check", is_flag=True, help="只看不改；有写法不同的，退出码是 1。")
@click.option("--drop-help", is_flag=True, help="同时删去新建记录时写的说明（catalogue new）；自己写的说明不动。")
@ROOT
def command(*, paths: tuple[str, ...], check: bool, drop_help: bool, root: str | None) -> None:
    """Write the files in form; exit 1 when one cannot be read, or with --check is not in form."""
    folder = tree_of(root)
    wanted = [within(folder, path) for path in paths]
    help_of = _help_of(folder) if drop_help else no_help
    try:
        done = format_tree(
            folder,
            lambda path: not wanted or any(is_below(path, one) for one in wanted),
            write=not check,
            help_of=help_of,
        )
    except OSError as error:
        stop(f"写不进去（{error.strerror}）：{error.filename}\n请检查磁盘空间和权限，再运行一次。")
    _tell(done, check=check)
    sys.exit(1 if done.problems or (check and done.untidy) else 0)


def _help_of(folder: str) -> Callable[[type[Record]], Container[str]]:
    """What `catalogue new` writes into a form of each type."""
    catalogue, _ = load(folder, datetime.date.min)  # a form does not depend on the day
    return cache(lambda record_type: help_lines(record_type, lambda marker: choices_of(catalogue, marker)))


def _tell(done: Formatting, *, check: bool) -> None:
    shown = [*done.problems, *(done.untidy if check else [])]
    click.echo(report.as_text(in_order(shown)), nl=False)
    if not check:
        for file in done.untidy:
            click.echo(f"已整理 {file.at.shown_path}")
    if done.problems:
        click.echo("读不了的文件没有动；照上面的改法改好，再运行一次。", err=True)
    elif not done.untidy:
        click.echo(f"看了 {done.seen} 个文件，写法都是统一的。", err=True)
