"""`catalogue rollback`: the site before this one."""

from __future__ import annotations

import click

from generator.command_line import ChineseCommand
from generator.commands.options import OUT, ROOT, site_of, stop
from generator.publish import BuildUnderWay, rollback


@click.command(cls=ChineseCommand, help="换回上一次生成的网站。")
@OUT
@ROOT
def command(out: str | None, root: str | None) -> None:
    """Swap the site with the one before it."""
    try:
        found = rollback(site_of(out, root))
    except BuildUnderWay:
        stop("有一个生成正在进行，等它结束再试。")
    if not found:
        stop("没有上一次的网站可换。")
    click.echo("已换回上一次的网站；再运行一次就换回来。")
