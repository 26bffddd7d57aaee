"""`catalogue review`: what a branch would change, for whoever decides on it."""

from __future__ import annotations

import datetime
import os
import sys
import tempfile
from functools import partial

import click

from generator import building, mkdocs_plugin, report, revisions
from generator.command_line import ChineseCommand, WrongUse
from generator.commands.options import AS_OF, ROOT, stop, tree_of
from generator.git_objects import NoGit
from generator.processes import default_jobs
from generator.progress import Progress
from generator.review import Review, review
from generator.review.summary import summary
from generator.speech.difference import as_text

REPORTS = {
    "problems.txt": "text",
    "problems.json": "json",
    "problems.sarif": "sarif",
    "junit.xml": "junit",
    "code-quality.json": "gitlab",
}
"""Every report that a host of repositories may ask for, by the name of its file."""


@click.command(
    cls=ChineseCommand,
    help="看一个分支改了什么、有没有要改的：只取它的记录和文字，用现在这里的程序检查，不运行分支里的任何东西。",
    exits={0: "没有错误，可以合并。", 1: "有错误要改，或没有查完。"},
)
@click.argument("base", metavar="目标版本")
@click.argument("head", metavar="分支版本")
@click.option("--out", metavar="文件夹", default="review", help="结果放在哪里（默认 review，要没有东西）。")
@click.option("--format", "form", type=click.Choice(list(report.FORMATS)), default="text", help="同时打印问题，用哪种格式。")
@click.option("--files", metavar="网址", default="", help="分支的文件在哪个网址下面，摘要里的链接用它。")
@AS_OF
@ROOT
def command(  # noqa: PLR0913 - one parameter an option
    *, base: str, head: str, out: str, form: str, files: str, as_of: datetime.date, root: str | None
) -> None:
    """Write reports, the summary, changed pages and changed speech; exit 1 when something must be mended."""
    folder = tree_of(root)
    try:
        os.makedirs(out, exist_ok=True)
        if os.listdir(out):
            raise WrongUse(f"“{out}”里已有东西。换一个 --out，或先移走它。")
        with tempfile.TemporaryDirectory() as work:
            done = review(folder, base, head, as_of, _build, work, out)
            _write(done, out, files)
    except NoGit as error:
        raise WrongUse("要用到 git，这台电脑上没有。") from error
    except revisions.NoRevision as error:
        raise WrongUse(f"git 里没有“{error}”这个版本。") from error
    except revisions.TooMuch:
        stop("分支里的文件太多，没有检查。请维护程序的人看一看。")
    except OSError as error:
        stop(f"写不进去（{error.strerror}）：{error.filename}\n请检查磁盘空间和权限。")
    click.echo(report.FORMATS[form](done.brought), nl=False)
    click.echo(f"结果在 {out} 里，先看 summary.md。", err=True)
    sys.exit(0 if done.can_be_merged else 1)


def _build(checked: building.Checked, out: str) -> int:
    quiet = Progress(enabled=False)
    return building.build(checked, partial(mkdocs_plugin.render, server=""), out, default_jobs(), quiet)


def _write(done: Review, out: str, files: str) -> None:
    texts = {name: report.FORMATS[form](done.brought) for name, form in REPORTS.items()}
    texts["summary.md"] = summary(done, files)
    texts["speech.txt"] = as_text(done.preview.speech)
    for name, text in texts.items():
        with open(os.path.join(out, name), "wb") as file:
            file.write(text.encode(errors="backslashreplace"))
