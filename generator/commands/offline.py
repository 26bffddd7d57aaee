"""`catalogue offline`: the edition of a place that is opened from a folder or a memory stick, without a server."""

from __future__ import annotations

import datetime
import os

import click

from generator.building import check_tree
from generator.command_line import ChineseCommand
from generator.commands.options import (
    AS_OF,
    RELEASE,
    ROOT,
    WITHOUT,
    locality_of,
    stop,
    tree_of,
    without_errors,
)
from generator.files import write_bytes
from generator.offline.archive import MOST, Archive, LeadsNowhere, archive
from generator.offline.edition import edition


@click.command(cls=ChineseCommand, help="做一个县（市、区）的离线版：一个压缩文件，解开后不用上网、不用服务器，用浏览器打开就能看、能搜。")
@click.argument("region", metavar="地区")
@click.option("--out", metavar="文件", default=None, help="放在哪里（默认 离线版，后面是地区代码）。")
@AS_OF
@RELEASE
@WITHOUT
@ROOT
def command(  # noqa: PLR0913 - one parameter an option
    *, region: str, out: str | None, as_of: datetime.date, release: bool, without_samples: bool, root: str | None
) -> None:
    """Write the zip file; exit 1 when its pages weigh more than they may."""
    tree = tree_of(root)
    checked = check_tree(tree, as_of, release=release, without_samples=without_samples)
    locality = locality_of(without_errors(checked).catalogue, region)
    target = out or f"离线版-{locality.region.code}.zip"
    try:
        made = archive(edition(locality), tree, locality.region.code)
        write_bytes(*os.path.split(os.path.abspath(target)), made.data)
    except LeadsNowhere as error:
        stop(f"{error}\n有走不通的链接，没有做离线版。")
    except OSError as error:
        stop(f"写不进去（{error.strerror}）：{error.filename}\n请检查磁盘空间和权限。")
    click.echo(f"{locality.name}的离线版放在 {target}。{_weight(made)}")
    click.echo(f"用的时候先解开，再用浏览器打开 {locality.region.code}/index.html。")
    if made.pages > MOST:
        stop(f"页面超过 {MOST:,} 字节，旧手机下载会慢。可以换一个县（市、区），不要用整个市（州）。")


def _weight(made: Archive) -> str:
    return f"压缩后，页面和样式 {made.pages:,} 字节，搜索 {made.search:,} 字节，一共 {len(made.data):,} 字节。"
