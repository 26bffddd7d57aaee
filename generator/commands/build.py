"""`catalogue build`: check, generate beside the old site, and take its place."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from generator.command_line import ChineseCommand, Count
from generator.commands.options import AS_OF, OUT, RELEASE, ROOT, WITHOUT, site_of, stop, tree_of
from generator.engines import FINDERS
from generator.incremental.explaining import explanation
from generator.incremental.last import Last, choices
from generator.incremental.store import Damaged
from generator.processes import MOST_JOBS, Workers, default_jobs, no_collection
from generator.progress import Progress
from generator.publish import BuildUnderWay, NotASite, marker_of, state_of
from generator.servers import NAMES

if TYPE_CHECKING:
    from generator.building import Checked
    from generator.incremental.memory import Memory
    from generator.render.shell import HostPages

SCHEDULER = re.compile(r"(tcp|tls)://([A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\]):\d{1,5}")


class Scheduler(click.ParamType):
    """The address of a scheduler of Dask."""

    name = "地址"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ANN401 - click's own
        """The address, or wrong use."""
        if SCHEDULER.fullmatch(value):
            return str(value)
        return self.fail(f"应写成 tcp://10.0.0.1:8786 的样子，或 tls:// 开头，现在是“{value}”。", param, ctx)


@click.command(
    cls=ChineseCommand,
    help="检查后生成网站；有错误就什么也不写。",
    exits={0: "已生成。", 1: "没有生成，原来的网站没有动。"},
)
@OUT
@AS_OF
@RELEASE
@WITHOUT
@click.option("--search", type=click.Choice(list(FINDERS)), default=None, help="搜索用哪种索引（默认照网站的设置，没有写就用自带的 own；none 不做，只为比较快慢）。")
@click.option("--server", type=click.Choice(NAMES), default=None, help="为哪种网站服务器准备：另写压缩好的文件等（默认照网站的设置，没有写就不写）。")
@click.option("--jobs", type=Count(MOST_JOBS), default=default_jobs, help="同时用几个进程。")
@click.option("--scheduler", type=Scheduler(), default=None, help="读记录、生成页面交给别的计算机，写调度程序的地址，如 tcp://10.0.0.1:8786（怎样准备见手册的“几台计算机一起生成”）。")
@click.option("--anew", is_flag=True, help="全部重新生成，不用上一次留下的。")
@click.option("--explain", metavar="网页", default=None, help="生成以后说明网站里的这一页（写路径）为什么重新生成或没有。")
@ROOT
def command(  # noqa: PLR0913 - one parameter an option
    *,
    out: str | None,
    as_of: datetime.date,
    release: bool,
    without_samples: bool,
    search: str | None,
    server: str | None,
    jobs: int,
    scheduler: str | None,
    anew: bool,
    explain: str | None,
    root: str | None,
) -> None:
    """Check, then build beside the old site and take its place; nothing is done when nothing changed."""
    tree, target = tree_of(root), site_of(out, root)
    chosen = choices(as_of, release=release, without_samples=without_samples, search=search, server=server)
    last = Last.read(tree, state_of(target), chosen, marker_of(target))
    if anew:
        last.forget()
    if last.is_same:
        click.echo(last.facts["told"], nl=False, err=True)
        click.echo(f"没有改动，不用重新生成：{last.facts['pages']} 页，在 {os.path.relpath(target)}。")
    else:
        with no_collection(), _workers(scheduler, tree, jobs) as (sources, workers):
            made = Made(last, sources, target, search, server, workers)
            try:
                made.build(as_of, release=release, without_samples=without_samples)
            except Damaged:  # and the file that says the same has changed meanwhile
                last.forget()
                stop("有记录在生成的时候又改了。再运行一次。\n没有生成；原来的网站没有动。")
    if explain:
        click.echo(explanation(last.store, explain))


@contextmanager
def _workers(scheduler: str | None, tree: str, jobs: int) -> Iterator[tuple[str, Workers]]:
    """The folder of the sources and who works on them."""
    if scheduler is None:
        yield tree, jobs
        return
    try:
        from generator.cluster.connection import ClusterFailed, connected
    except ModuleNotFoundError:
        stop("没有装几台计算机一起生成要用的软件。\n运行 make cluster，再试一次。\n没有生成；原来的网站没有动。")
    try:
        with connected(scheduler, tree, jobs) as cluster:
            yield cluster.root, cluster
    except ClusterFailed as error:
        stop(f"{error}\n没有生成；原来的网站没有动。")


@dataclass
class Made:
    """A build that has something to do; what it needs is imported only then.

    `sources` is their folder, which the workers find wherever they are.
    """

    last: Last
    sources: str
    target: str
    search: str | None
    server: str | None
    workers: Workers
    progress: Progress = field(default_factory=Progress)

    def build(self, as_of: datetime.date, *, release: bool, without_samples: bool) -> None:
        """Check and build; stop with a message when that cannot be."""
        from generator import building
        from generator.incremental.memory import remembered

        memory = remembered(self.last)
        self.progress.say("读取和检查记录")
        checked = building.check_tree(
            self.sources,
            as_of,
            release=release,
            without_samples=without_samples,
            workers=self.workers,
            memory=memory,
        )
        self.progress.done()
        if checked.problems:
            click.echo(checked.report("text"), nl=False, err=True)
        if checked.has_errors:
            stop("有错误，没有生成网站；原来的网站没有动。")
        pages = self._published(checked, memory)
        shown = os.path.relpath(self.target)
        click.echo(f"已生成 {pages} 页，放在 {shown}。")
        click.echo(f"查看：用浏览器打开 {shown}/index.html；要试搜索，运行 make serve。")

    def _host(self, root: str, out: str) -> HostPages:
        from generator import mkdocs_plugin

        return mkdocs_plugin.render(root, out, search=self.search, server=self.server)

    def _published(self, checked: Checked, memory: Memory) -> int:
        from generator.building import BrokenSite, build
        from generator.render.shell import HostFailed
        from generator.search import IndexFailed

        try:
            return build(checked, self._host, self.target, self.workers, self.progress, memory=memory)
        except BuildUnderWay:
            stop("另一个生成正在进行，等它结束再试。")
        except NotASite:
            stop(f"“{self.target}”里有别的东西，不是以前生成的网站。换一个 --out，或先移走它。")
        except BrokenSite as error:
            stop(f"{error}\n站内有走不通的链接，没有发布；原来的网站没有动。")
        except HostFailed as error:
            stop(f"{error}\n说明页没有生成；原来的网站没有动。")
        except IndexFailed as error:
            stop(f"{error}\n搜索索引没有生成；原来的网站没有动。")
        except OSError as error:
            stop(f"写不进去（{error.strerror}）：{error.filename}\n原来的网站没有动。请检查磁盘空间和权限。")
        finally:
            self.progress.done()
