"""`catalogue read`: what a screen reader says on a built page, and what changes in it."""

from __future__ import annotations

import os
import sys

import click

from generator.command_line import ChineseCommand, WrongUse
from generator.commands.options import ROOT, site_of
from generator.speech import difference, reading
from generator.speech.site import NoSuchPage, NoSuchSite, read_pages


@click.command(
    cls=ChineseCommand,
    help="读屏软件读一页会说什么，一行一行写出来，不用打开浏览器。",
    exits={0: "读出来了；加 --diff 时，读起来一样。", 1: "加 --diff 时，有读起来不一样的。"},
)
@click.argument("pages", nargs=-1, metavar="[页面]…")
@click.option("--site", metavar="文件夹", default=None, help="生成好的网站（默认 site）。")
@click.option("--diff", "base", metavar="文件夹", default=None, help="与以前生成的网站比，只写读起来不一样的；有不一样，退出码是 1。")
@click.option("--unfold", is_flag=True, help="收起的内容也读；比较时总是读。")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出格式。")
@ROOT
def command(  # noqa: PLR0913 - one parameter an option
    *, pages: tuple[str, ...], site: str | None, base: str | None, unfold: bool, form: str, root: str | None
) -> None:
    """Say what is heard on pages; with --diff what changed, exit 1 when something did."""
    folder = site or os.path.relpath(site_of(None, root))
    if not pages and not base:
        raise WrongUse("要写明读哪一页，例如 catalogue read courses/index.html。")
    try:
        if base:
            found = list(difference.differences(base, folder, pages))
            click.echo(difference.FORMATS[form](found), nl=False)
            sys.exit(1 if found else 0)
        click.echo(reading.FORMATS[form](read_pages(folder, pages, unfold=unfold)), nl=False)
    except NoSuchSite as error:
        raise WrongUse(f"“{error}”里没有网页。请先运行 make site，或写对文件夹。") from error
    except NoSuchPage as error:
        near = f"，是不是 {'、'.join(error.near)}" if error.near else ""
        raise WrongUse(f"网站里没有“{error.wanted}”这一页{near}。") from error
