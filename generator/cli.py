"""The command line: the only place that asks the clock, reads options and prints."""

from __future__ import annotations

import datetime
import io
import os
import subprocess
import sys
from typing import NoReturn

import click

from generator import building, mkdocs_plugin, report
from generator.command_line import ChineseCommand, ChineseGroup, Count, Day, WrongUse, explain
from generator.progress import Progress
from generator.publish import BuildUnderWay, NotASite, rollback
from generator.search import IndexFailed

WRONG_USE = 2


def _today() -> datetime.date:
    return datetime.date.today()  # noqa: DTZ011 - the day where the command is run


def _root(given: str | None) -> str:
    """The folder with mkdocs.yml, here or above; wrong use when there is none."""
    folder = os.path.abspath(given or os.getcwd())
    while not os.path.isfile(os.path.join(folder, "mkdocs.yml")):
        above = os.path.dirname(folder)
        if above == folder or given:
            raise WrongUse("这里不是川残技能目录的文件夹（没有 mkdocs.yml）。请先进入那个文件夹。")
        folder = above
    return folder


AS_OF = click.option("--as-of", type=Day(), default=_today, help="按哪一天算（默认今天），如 2026-11-23。")
RELEASE = click.option("--release", is_flag=True, help="按正式发布的要求：不收示例，不收过期太久的记录。")
WITHOUT = click.option("--without-samples", is_flag=True, help="不读示例记录。")
ROOT = click.option("--root", metavar="文件夹", default=None, help="目录所在的文件夹（默认从当前文件夹往上找）。")
OUT = click.option("--out", metavar="文件夹", default=None, help="网站放在哪里（默认 site）。")


@click.group(cls=ChineseGroup, help="川残技能目录：检查记录，生成网站。")
def cli() -> None:
    """The program."""


@cli.command(cls=ChineseCommand, help="检查全部记录；给了文件或文件夹，就只显示其中的问题。")
@click.argument("paths", nargs=-1, metavar="[文件或文件夹]…")
@click.option("--format", "form", type=click.Choice(list(report.FORMATS)), default="text", help="输出格式。")
@click.option("--since", metavar="版本", default=None, help="与哪个 git 版本比，看有没有丢失的编号，如 origin/main。")
@AS_OF
@RELEASE
@WITHOUT
@ROOT
def check(  # noqa: PLR0913 - one parameter an option
    *,
    paths: tuple[str, ...],
    form: str,
    since: str | None,
    as_of: datetime.date,
    release: bool,
    without_samples: bool,
    root: str | None,
) -> None:
    """Report every problem; exit 0 clean (suggestions do not count), 1 problems."""
    folder = _root(root)
    wanted = [_within(folder, path) for path in paths]
    checked = building.check_tree(
        folder,
        as_of,
        release=release,
        without_samples=without_samples,
        former_files=_files_at(folder, since) if since else frozenset(),
    )
    shown = [p for p in checked.problems if not wanted or any(_is_below(p.at.path, w) for w in wanted)]
    click.echo(report.FORMATS[form](shown), nl=False)
    if not shown and form == "text":
        total = sum(map(len, checked.catalogue.entries.values()))
        click.echo(f"检查了 {total} 条记录，没有要改的。", err=True)
    sys.exit(1 if report.counts(shown)["errors"] else 0)


def _within(root: str, path: str) -> str:
    whole = os.path.abspath(path)
    if not os.path.lexists(whole):
        raise WrongUse(f"找不到“{path}”。请核对文件或文件夹的名字。")
    inner = os.path.relpath(whole, root).replace(os.sep, "/")
    if inner.startswith("../"):
        raise WrongUse(f"“{path}”不在目录的文件夹里。")
    return inner


def _is_below(path: str, folder: str) -> bool:
    return folder in {".", path} or path.startswith(folder + "/")


def _files_at(root: str, revision: str) -> frozenset[str]:
    """The files of a git revision, as paths from `root`."""
    command = ["git", "-C", root, "ls-tree", "-r", "-z", "--name-only", "--end-of-options", revision, "."]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError as error:
        raise WrongUse("--since 要用到 git，这台电脑上没有。") from error
    if done.returncode != 0:
        raise WrongUse(f"git 里没有“{revision}”这个版本。")
    return frozenset(done.stdout.decode("utf-8", "replace").split("\0")) - {""}


@cli.command(cls=ChineseCommand, help="检查后生成网站；有错误就什么也不写。")
@OUT
@AS_OF
@RELEASE
@WITHOUT
@click.option("--jobs", type=Count(building.MOST_JOBS), default=building.default_jobs, help="同时用几个进程。")
@ROOT
def build(  # noqa: PLR0913 - one parameter an option
    *,
    out: str | None,
    as_of: datetime.date,
    release: bool,
    without_samples: bool,
    jobs: int,
    root: str | None,
) -> None:
    """Check, then build beside the old site and take its place."""
    folder = _root(root)
    target = os.path.abspath(out) if out else os.path.join(folder, "site")
    progress = Progress()
    progress.say("读取和检查记录")
    checked = building.check_tree(folder, as_of, release=release, without_samples=without_samples)
    progress.done()
    if checked.problems:
        click.echo(checked.report("text"), nl=False, err=True)
    if checked.has_errors:
        _stop("有错误，没有生成网站；原来的网站没有动。")
    pages = _built(checked, target, jobs, progress)
    shown = os.path.relpath(target)
    click.echo(f"已生成 {pages} 页，放在 {shown}。")
    click.echo(f"查看：用浏览器打开 {shown}/index.html；要试搜索，运行 make serve。")


def _built(checked: building.Checked, target: str, jobs: int, progress: Progress) -> int:
    try:
        return building.build(checked, mkdocs_plugin.render, target, jobs, progress)
    except BuildUnderWay:
        _stop("另一个生成正在进行，等它结束再试。")
    except NotASite:
        _stop(f"“{target}”里有别的东西，不是以前生成的网站。换一个 --out，或先移走它。")
    except building.BrokenSite as error:
        _stop(f"{error}\n站内有走不通的链接，没有发布；原来的网站没有动。")
    except mkdocs_plugin.HostFailed as error:
        _stop(f"{error}\n说明页没有生成；原来的网站没有动。")
    except IndexFailed as error:
        _stop(f"{error}\n搜索索引没有生成；原来的网站没有动。")
    except OSError as error:
        _stop(f"写不进去（{error.strerror}）：{error.filename}\n原来的网站没有动。请检查磁盘空间和权限。")
    finally:
        progress.done()


def _stop(text: str) -> NoReturn:
    click.echo(text, err=True)
    sys.exit(1)


@cli.command(cls=ChineseCommand, help="在本机打开网站，改动后自动重新生成（按 Ctrl+C 结束）。")
@click.option("--address", metavar="地址", default="127.0.0.1:8000", help="本机地址和端口。")
@ROOT
def serve(address: str, root: str | None) -> None:
    """Serve with live reload."""
    folder = _root(root)
    click.echo(f"用浏览器打开 http://{address}/ （按 Ctrl+C 结束）。")
    try:
        mkdocs_plugin.serve(folder, address)
    except mkdocs_plugin.HostFailed as error:
        _stop(f"{error}\n网站没有打开。")


@cli.command("rollback", cls=ChineseCommand, help="换回上一次生成的网站。")
@OUT
@ROOT
def roll_back(out: str | None, root: str | None) -> None:
    """Swap the site with the one before it."""
    target = os.path.abspath(out) if out else os.path.join(_root(root), "site")
    try:
        found = rollback(target)
    except BuildUnderWay:
        _stop("有一个生成正在进行，等它结束再试。")
    if not found:
        _stop("没有上一次的网站可换。")
    click.echo("已换回上一次的网站；再运行一次就换回来。")


@cli.command(cls=ChineseCommand, help="读屏软件读一页会说什么，一行一行写出来，不用打开浏览器。")
@click.argument("pages", nargs=-1, metavar="[页面]…")
@click.option("--site", metavar="文件夹", default=None, help="生成好的网站（默认 site）。")
@click.option("--diff", "base", metavar="文件夹", default=None, help="与以前生成的网站比，只写读起来不一样的；有不一样，退出码是 1。")
@click.option("--unfold", is_flag=True, help="收起的内容也读；比较时总是读。")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="输出格式。")
@ROOT
def read(  # noqa: PLR0913 - one parameter an option
    *, pages: tuple[str, ...], site: str | None, base: str | None, unfold: bool, form: str, root: str | None
) -> None:
    """Say what is heard on pages; with --diff what changed, exit 1 when something did."""
    from generator.speech import difference, reading
    from generator.speech.site import NoSuchPage, NoSuchSite, read_pages

    folder = site or os.path.relpath(os.path.join(_root(root), "site"))
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


def main() -> None:
    """Run, with wrong use told in Chinese and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a file name may hold what the terminal cannot show
            stream.reconfigure(errors="backslashreplace")
    try:
        cli.main(prog_name="catalogue", standalone_mode=False)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.Abort:
        sys.exit(130)
    except click.ClickException as error:
        click.echo(explain(error), err=True)
        sys.exit(WRONG_USE)


if __name__ == "__main__":
    main()
