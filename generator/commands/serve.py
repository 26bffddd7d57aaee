"""`catalogue serve`: the site on this machine, with what was just saved."""

from __future__ import annotations

import datetime
import signal
from functools import partial

import click

from generator.command_line import ChineseCommand
from generator.commands.options import AS_OF, ROOT, stop, tree_of


@click.command(
    cls=ChineseCommand,
    help="在本机打开网站，存了记录马上看到（按 Ctrl+C 结束）。",
    exits={0: "看完关掉了。", 1: "没有打开，说了为什么。"},
)
@click.option("--address", metavar="地址", default="127.0.0.1:8000", help="本机地址和端口。")
@AS_OF
@ROOT
def command(address: str, as_of: datetime.date, root: str | None) -> None:
    """Serve until interrupted."""
    from generator.serving.run import NotServed, serve

    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends as Ctrl+C does
    try:
        serve(tree_of(root), address, as_of, partial(click.echo, err=True))
    except NotServed as error:
        stop(f"{error}\n网站没有打开。")
    except KeyboardInterrupt:
        click.echo("关掉了。")
