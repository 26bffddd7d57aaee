"""`catalogue check`: every problem of the records at once."""

from __future__ import annotations

import datetime
import sys

import click

from generator import building, report
from generator.command_line import ChineseCommand, WrongUse
from generator.commands.options import AS_OF, RELEASE, ROOT, WITHOUT, is_below, tree_of, within
from generator.git_objects import NoGit
from generator.revisions import NoRevision, files_at


@click.command(
    cls=ChineseCommand,
    help="检查全部记录；给了文件或文件夹，就只显示其中的问题。",
    exits={0: "没有错误；可以有建议。", 1: "有错误要改。"},
)
@click.argument("paths", nargs=-1, metavar="[文件或文件夹]…")
@click.option("--format", "form", type=click.Choice(list(report.FORMATS)), default="text", help="输出格式。")
@click.option("--since", metavar="版本", default=None, help="与哪个 git 版本比，看有没有丢失的编号，如 origin/main。")
@AS_OF
@RELEASE
@WITHOUT
@ROOT
def command(  # noqa: PLR0913 - one parameter an option
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
    folder = tree_of(root)
    wanted = [within(folder, path) for path in paths]
    checked = building.check_tree(
        folder,
        as_of,
        release=release,
        without_samples=without_samples,
        former_files=_files_at(folder, since) if since else frozenset(),
    )
    shown = [p for p in checked.problems if not wanted or any(is_below(p.at.path, w) for w in wanted)]
    click.echo(report.FORMATS[form](shown), nl=False)
    if not shown and form == "text":
        total = sum(map(len, checked.catalogue.entries.values()))
        click.echo(f"检查了 {total} 条记录，没有要改的。", err=True)
    sys.exit(1 if report.counts(shown)["errors"] else 0)


def _files_at(root: str, revision: str) -> frozenset[str]:
    try:
        return files_at(root, revision)
    except NoGit as error:
        raise WrongUse("--since 要用到 git，这台电脑上没有。") from error
    except NoRevision as error:
        raise WrongUse(f"git 里没有“{revision}”这个版本。") from error
