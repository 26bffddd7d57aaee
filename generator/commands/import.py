"""`catalogue import`: what a filled-in workbook changes; with --write it is written."""

from __future__ import annotations

import datetime
import os
import sys

import click

from generator import report
from generator.choices import choices_of
from generator.command_line import ChineseCommand, WrongUse
from generator.commands.options import AS_OF, ROOT, stop, tree_of
from generator.files import write_bytes, write_text
from generator.loading import load
from generator.problem import Problem
from generator.progress import Progress
from generator.spreadsheets import preview
from generator.spreadsheets.cells import Cells
from generator.spreadsheets.importing import Change, changes
from generator.spreadsheets.reading import ReadSheet, read_sheets
from generator.spreadsheets.returned import returned


@click.command(
    cls=ChineseCommand,
    help="导入填好的表格：先列出会改什么，加 --write 才写。有问题的行另存一份，写明怎样改。",
    exits={0: "每一行都能收。", 1: "有的行不能收，另存了一份。"},
)
@click.argument("file", metavar="文件")
@click.option("--write", is_flag=True, help="写进记录文件；不加就只看不改。")
@AS_OF
@ROOT
def command(*, file: str, write: bool, as_of: datetime.date, root: str | None) -> None:
    """Tell and, when asked, write; exit 1 when a row could not be taken."""
    tree = tree_of(root)
    if not os.path.exists(file):
        raise WrongUse(f"找不到“{file}”。请核对文件的名字。")
    progress = Progress()
    progress.say("读取表格，检查改动")
    catalogue, _ = load(tree, as_of)
    problems: list[Problem] = []
    sheets = read_sheets(file, os.path.basename(os.path.normpath(file)), problems)
    found = changes(catalogue, sheets, problems)
    preview.check(tree, found, as_of)
    progress.done()
    _tell(found, problems)
    if write:
        _write(tree, [change for change in found if not change.has_errors])
    cells = Cells(lambda marker: choices_of(catalogue, marker))
    refused = bool(problems) or any(change.has_errors for change in found)
    if refused:
        back = _return(file, sheets, found, problems, cells)
        _say_refused(os.path.basename(os.path.normpath(file)), back, is_any_good=any(not change.has_errors for change in found))
    _say_result(found, written=write, refused=refused)
    sys.exit(1 if refused else 0)


def _tell(found: list[Change], problems: list[Problem]) -> None:
    for change in found:
        if not change.has_errors:
            click.echo(f"{'新增' if change.is_new else '修改'} {change.file}")
            for line in change.lines:
                click.echo(f"    {line}")
    told = [*problems, *(problem for change in found for problem in change.problems)]
    click.echo(report.as_text(told), nl=False, err=True)


def _write(tree: str, written: list[Change]) -> None:
    try:
        for change in written:
            write_text(tree, change.file, change.text, new=change.is_new)
    except OSError as error:
        stop(f"写不进去（{error.strerror}）：{error.filename}\n前面列出的文件可能已经写了。请检查磁盘空间和权限，再导入一次。")


def _return(file: str, sheets: list[ReadSheet], found: list[Change], problems: list[Problem], cells: Cells) -> str:
    """Put the refused rows beside the file; the name of the copy, or nothing where there is none."""
    data = returned(sheets, found, problems, cells)
    if data is None:
        return ""
    folder, name = os.path.split(os.path.normpath(os.path.abspath(file)))
    back = f"{os.path.splitext(name)[0]}-要改.xlsx"
    try:
        write_bytes(folder, back, data)
    except OSError as error:
        stop(f"写不进去（{error.strerror}）：{back}\n请检查磁盘空间和权限。")
    return back


def _say_refused(file: str, back: str, *, is_any_good: bool) -> None:
    """Which file to mend: the whole one when nothing of it is taken, else the copy of what is not."""
    if is_any_good and back:
        said = f"有问题的行不导入，另存在 {back}，最后一列写明怎样改，行号可能和原表不同；改好后导入它。"
    elif is_any_good:
        said = f"有问题的工作表不导入。请改 {file}，改好后再导入它。"
    else:
        copy = f"有问题的行在 {back} 里，最后一列写明怎样改，行号可能和原表不同。" if back else ""
        said = f"这次什么也没有导入。请改 {file}，改好后导入它。{copy}"
    click.echo(said, err=True)


def _say_result(found: list[Change], *, written: bool, refused: bool) -> None:
    good = [change for change in found if not change.has_errors]
    new = sum(change.is_new for change in good)
    counts = {"新增": new, "修改": len(good) - new}
    words = "，".join(f"{word} {count} 条" for word, count in counts.items() if count)
    if not good and not refused:
        click.echo("没有要写的改动。", err=True)
    elif not good:
        return
    elif written:
        click.echo(f"已写：{words}。", err=True)
    else:
        click.echo(f"将会{words}，还没有写。确认后加 --write 再运行一次。", err=True)
