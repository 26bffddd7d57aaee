"""`catalogue serve`: the site on this machine, made anew when a record changes."""

from __future__ import annotations

import click

from generator import mkdocs_plugin
from generator.command_line import ChineseCommand
from generator.commands.options import ROOT, stop, tree_of
from generator.render.shell import HostFailed


@click.command(
    cls=ChineseCommand,
    help="在本机打开网站，改动后自动重新生成（按 Ctrl+C 结束）。",
    exits={0: "看完关掉了。", 1: "没有打开，说了为什么。"},
)
@click.option("--address", metavar="地址", default="127.0.0.1:8000", help="本机地址和端口。")
@ROOT
def command(address: str, root: str | None) -> None:
    """Serve with live reload."""
    folder = tree_of(root)
    click.echo(f"用浏览器打开 http://{address}/ （按 Ctrl+C 结束）。")
    try:
        mkdocs_plugin.serve(folder, address)
    except HostFailed as error:
        stop(f"{error}\n网站没有打开。")
