"""`catalogue build`: check, generate beside the old site, and take its place."""

from __future__ import annotations

import datetime
import os
from functools import partial

import click

from generator import building, mkdocs_plugin
from generator.command_line import ChineseCommand, Count
from generator.commands.options import AS_OF, OUT, RELEASE, ROOT, WITHOUT, site_of, stop, tree_of
from generator.pages.search import FINDERS
from generator.progress import Progress
from generator.publish import BuildUnderWay, NotASite
from generator.search import IndexFailed


@click.command(
    cls=ChineseCommand,
    help="检查后生成网站；有错误就什么也不写。",
    exits={0: "已生成。", 1: "没有生成，原来的网站没有动。"},
)
@OUT
@AS_OF
@RELEASE
@WITHOUT
@click.option("--search", type=click.Choice(list(FINDERS)), default=None, help="搜索用哪种索引（默认照网站的设置，没有写就用自带的 own）。")
@click.option("--jobs", type=Count(building.MOST_JOBS), default=building.default_jobs, help="同时用几个进程。")
@ROOT
def command(  # noqa: PLR0913 - one parameter an option
    *,
    out: str | None,
    as_of: datetime.date,
    release: bool,
    without_samples: bool,
    search: str | None,
    jobs: int,
    root: str | None,
) -> None:
    """Check, then build beside the old site and take its place."""
    folder = tree_of(root)
    target = site_of(out, root)
    progress = Progress()
    progress.say("读取和检查记录")
    checked = building.check_tree(
        folder, as_of, release=release, without_samples=without_samples, jobs=jobs
    )
    progress.done()
    if checked.problems:
        click.echo(checked.report("text"), nl=False, err=True)
    if checked.has_errors:
        stop("有错误，没有生成网站；原来的网站没有动。")
    pages = _built(checked, partial(mkdocs_plugin.render, search=search), target, jobs, progress)
    shown = os.path.relpath(target)
    click.echo(f"已生成 {pages} 页，放在 {shown}。")
    click.echo(f"查看：用浏览器打开 {shown}/index.html；要试搜索，运行 make serve。")


def _built(
    checked: building.Checked, host: building.Host, target: str, jobs: int, progress: Progress
) -> int:
    try:
        return building.build(checked, host, target, jobs, progress)
    except BuildUnderWay:
        stop("另一个生成正在进行，等它结束再试。")
    except NotASite:
        stop(f"“{target}”里有别的东西，不是以前生成的网站。换一个 --out，或先移走它。")
    except building.BrokenSite as error:
        stop(f"{error}\n站内有走不通的链接，没有发布；原来的网站没有动。")
    except mkdocs_plugin.HostFailed as error:
        stop(f"{error}\n说明页没有生成；原来的网站没有动。")
    except IndexFailed as error:
        stop(f"{error}\n搜索索引没有生成；原来的网站没有动。")
    except OSError as error:
        stop(f"写不进去（{error.strerror}）：{error.filename}\n原来的网站没有动。请检查磁盘空间和权限。")
    finally:
        progress.done()
