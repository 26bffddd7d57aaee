"""`catalogue headers`: what a web server is to be told of the site."""

from __future__ import annotations

import os

import click

from generator.command_line import ChineseCommand
from generator.commands.options import ROOT, stop, tree_of
from generator.files import read_bytes, write_text
from generator.mkdocs_plugin import address
from generator.servers import NAMES
from generator.servers.ready import NOTE, SERVERS, configuration


@click.command(
    cls=ChineseCommand,
    help="写出网站服务器的设置：压缩、缓存、安全、类型和 404 页。服务器写 nginx、apache、caddy 或 pages（静态托管）。",
    exits={0: "已写出。", 1: "写不进去，说了为什么。"},
)
@click.argument("server", type=click.Choice(NAMES), metavar="服务器")
@click.option("--out", metavar="文件", default=None, help="写到哪个文件（不写就显示出来）；以前写出的换成新的。")
@ROOT
def command(*, server: str, out: str | None, root: str | None) -> None:
    """Print the configuration, or write it and say where it belongs."""
    text = configuration(server, address(tree_of(root), "site_url"))
    if not out:
        click.echo(text, nl=False)
        return
    folder, name = os.path.split(os.path.abspath(out))
    if os.path.lexists(out) and not (read_bytes(folder, name, []) or b"").startswith(NOTE.encode()):
        stop(f"“{out}”里是别的东西，没有动它。换一个名字，或先移走它。")
    try:
        write_text(folder, name, text)
    except OSError as error:
        stop(f"写不进去（{error.strerror}）：{error.filename or out}\n请检查磁盘空间和权限。")
    click.echo(f"已写好 {out}。\n{SERVERS[server].where}")
