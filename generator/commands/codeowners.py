"""`catalogue codeowners`: the file that asks the people of a place to look at changes of its records."""

from __future__ import annotations

import datetime
import re

import click

from generator import mkdocs_plugin
from generator.command_line import ChineseCommand, WrongUse
from generator.commands.options import ROOT, stop, tree_of
from generator.files import read_bytes, write_text
from generator.forge import organisation_of
from generator.loading import load
from generator.owners import FILE, codeowners

_ORGANISATION = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*(/[A-Za-z0-9][A-Za-z0-9_.-]*)*")


@click.command(
    cls=ChineseCommand,
    help="生成 CODEOWNERS：谁来看哪些文件的改动。改了行政区划表或代码库的网址后运行一次。",
    exits={0: "做完了；加 --check 时，是最新的。", 1: "没有做成；加 --check 时，不是最新的。"},
)
@click.option("--check", is_flag=True, help="只看不写；不是最新的，退出码是 1。")
@click.option("--org", metavar="组织", default=None, help="小组属于哪个组织（默认从设置里的代码库网址看出来）。")
@ROOT
def command(*, check: bool, org: str | None, root: str | None) -> None:
    """Write the file, or with --check say whether it is what would be written."""
    tree = tree_of(root)
    organisation = organisation_of(mkdocs_plugin.address(tree, "repo_url")) if org is None else org
    if organisation and not _ORGANISATION.fullmatch(organisation):
        raise WrongUse(f"组织的名字只有字母、数字、连字符、点和“/”，现在是“{organisation}”。")
    catalogue, _ = load(tree, datetime.date.min)  # divisions do not depend on the day
    if not catalogue.regions:
        stop("行政区划表读不出来，没有生成。请先运行 catalogue check。")
    text = codeowners(catalogue, organisation)
    if check:
        if read_bytes(tree, FILE, []) != text.encode():
            stop(f"{FILE} 不是最新的。运行 catalogue codeowners，把结果一起提交。")
        return
    try:
        write_text(tree, FILE, text)
    except OSError as error:
        stop(f"写不进去（{error.strerror}）：{error.filename}\n请检查磁盘空间和权限。")
    click.echo(f"已生成 {FILE}。")
