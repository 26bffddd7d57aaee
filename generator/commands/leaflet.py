"""`catalogue leaflet`: the booklet of a place as PDF, as plain text, and in braille where liblouis is present."""

from __future__ import annotations

import datetime
import os
import re
from typing import Any

import click

from generator.building import check_tree
from generator.command_line import ChineseCommand, WrongUse
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
from generator.leaflets import plain, sheets
from generator.leaflets.booklet import Booklet
from generator.leaflets.braille import CannotTranslate, braille
from generator.leaflets.compiling import compiled
from generator.machine.programs import fonts

FOLDER = "册子"
ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]{1,100}(:\d{1,5})?(/[A-Za-z0-9._~%-]{1,60}){0,6}/?")
SHOULD = "应写成 https://www.example.org/ 的样子"


class Address(click.ParamType):
    """The address of the site; it is given with a stroke at its end."""

    name = "网址"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401 - click's own
        """The address, or wrong use."""
        if ADDRESS.fullmatch(value):
            return f"{value.rstrip('/')}/"
        return self.fail(f"{SHOULD}，现在是“{value}”。", param, ctx)


@click.command(cls=ChineseCommand, help="做一个地区的册子：大字 PDF、适合转成盲文的纯文字；装了盲文程序的，还有盲文文件。")
@click.argument("region", metavar="地区")
@click.option("--out", metavar="文件夹", default=FOLDER, help=f"放在哪里（默认 {FOLDER}）。")
@click.option("--site", type=Address(), default=None, help="网站的地址；写了才印二维码（默认照网站的设置）。")
@AS_OF
@RELEASE
@WITHOUT
@ROOT
def command(  # noqa: PLR0913 - one parameter an option
    *,
    region: str,
    out: str,
    site: str | None,
    as_of: datetime.date,
    release: bool,
    without_samples: bool,
    root: str | None,
) -> None:
    """Write the files named by the code of the place; exit 1 when there is no PDF."""
    tree = tree_of(root)
    checked = check_tree(tree, as_of, release=release, without_samples=without_samples)
    locality = locality_of(without_errors(checked).catalogue, region)
    booklet = compiled(locality, site or _site_of(tree))
    files, left_out = _files(booklet, tree, as_of)
    try:
        for ending, data in files.items():
            write_bytes(os.path.abspath(out), f"{locality.region.code}.{ending}", data)
    except OSError as error:
        stop(f"写不进去（{error.strerror}）：{error.filename}\n请检查磁盘空间和权限。")
    names = "、".join(f"{locality.region.code}.{ending}" for ending in files)
    click.echo(f"{locality.name}的册子放在 {out}：{names}。")
    for text in left_out:
        click.echo(text, err=True)
    if "pdf" not in files:
        stop("PDF 没有做，别的已经做好。")


def _site_of(tree: str) -> str:
    """The address in the settings of the site, "" when there is none."""
    from generator.mkdocs_plugin import address

    found = address(tree, "site_url")
    if found and not ADDRESS.fullmatch(found):
        raise WrongUse(f"mkdocs.yml：site_url {SHOULD}，现在是“{found}”。")
    return f"{found.rstrip('/')}/" if found else ""


def _files(booklet: Booklet, tree: str, as_of: datetime.date) -> tuple[dict[str, bytes], list[str]]:
    """Ending → content of what could be made, and in words what was left out or needs a look."""
    told = plain.lines(booklet)
    files, left_out = {"txt": plain.as_text(told).encode()}, []
    try:
        files["pdf"] = sheets.pdf(sheets.markup(booklet, tree, as_of.isoformat()))
        if not fonts().is_there:
            left_out.append(f"没有找到中文字体，PDF 里的字可能印不出来。补上：{fonts().remedy}")
    except sheets.CannotDraw as error:
        left_out.append(str(error))
    try:
        found = braille(told)
        files["brf"] = found.brf
        left_out.append("盲文是程序译的，没有分词连写，多音字可能有错。印以前请懂盲文的人校对。")
        if found.unknown:
            left_out.append(f"盲文表里没有这些字，没有印：{'、'.join(found.unknown)}。")
    except CannotTranslate as error:
        left_out.append(f"没有做盲文文件：{error}")
    return files, left_out
