"""`catalogue export`: the records as a workbook or CSV files, to be filled in and imported again."""

from __future__ import annotations

import datetime
import os

import click

from generator import report
from generator.catalogue import Catalogue
from generator.choices import choices_of
from generator.command_line import ChineseCommand
from generator.commands.options import ROOT, record_type_of, stop, tree_of
from generator.files import write_bytes
from generator.loading import load
from generator.problem import Level
from generator.records import RECORD_TYPES, Record
from generator.spreadsheets.cells import Cells
from generator.spreadsheets.tables import tables
from generator.spreadsheets.writing import csv_file, file_name, workbook


@click.command(cls=ChineseCommand, help="把记录导出成表格，填好以后可以导入。读不了的记录不在表格里，会列出来。")
@click.option("--format", "form", type=click.Choice(["xlsx", "csv"]), default="xlsx", help="一个工作簿，或一个文件夹的文字表格。")
@click.option("--type", "kinds", metavar="种类", multiple=True, help="只要这一种记录，如 课程；可以写多次，不写就是全部。")
@click.option("--out", metavar="文件", default=None, help="导出到哪里（默认 记录）；已经有的文件不会覆盖。")
@ROOT
def command(*, form: str, kinds: tuple[str, ...], out: str | None, root: str | None) -> None:
    """Write the sheets; exit 1 when a record could not be read."""
    tree = tree_of(root)
    types = tuple(map(record_type_of, kinds)) or RECORD_TYPES
    out = out or {"xlsx": "记录.xlsx", "csv": "记录"}[form]
    if os.path.lexists(out):
        stop(f"“{out}”已经有了，没有动它。换一个名字，或先移走它。")
    catalogue, problems = load(tree, datetime.date.min)  # a sheet does not depend on the day
    problems = [p for p in problems if p.level is Level.ERROR and any(_is_of(p.at.path, t) for t in types)]
    try:
        _write(catalogue, types, form, out)
    except OSError as error:
        stop(f"写不进去（{error.strerror}）：{error.filename}\n请检查磁盘空间和权限。")
    count = sum(len(catalogue.entries[t.kind]) for t in types)
    click.echo(f"已导出 {count} 条记录，放在 {out}。")
    if problems:
        click.echo(report.as_text(problems), nl=False, err=True)
        stop("上面这些文件有错，里面的记录没有导出。")


def _is_of(path: str, record_type: type[Record]) -> bool:
    return path.startswith(f"{record_type.folder}/")


def _write(catalogue: Catalogue, types: tuple[type[Record], ...], form: str, out: str) -> None:
    cells = Cells(lambda marker: choices_of(catalogue, marker))
    found = tables(catalogue, types, cells)
    folder, name = os.path.split(os.path.abspath(out))
    if form == "xlsx":
        write_bytes(folder, name, workbook(found, cells), new=True)
        return
    os.makedirs(out)
    for table in found:
        write_bytes(os.path.abspath(out), file_name(table.sheet), csv_file(table), new=True)
