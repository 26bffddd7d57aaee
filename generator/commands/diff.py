"""`catalogue diff`: what changes for readers between two states of the records, in words."""

from __future__ import annotations

import datetime
import os
import sys
from contextlib import AbstractContextManager, nullcontext

import click

from generator.changes.formats import FORMATS
from generator.changes.report import Report, report_of
from generator.changes.states import State, state_at, state_in
from generator.command_line import ChineseCommand, WrongUse
from generator.commands.options import AS_OF, ROOT, stop, tree_of
from generator.git_objects import NoGit
from generator.progress import Progress
from generator.render.bodies import bodies
from generator.revisions import NoRevision, TooMuch


@click.command(
    cls=ChineseCommand,
    help="用话写出目录有什么改动：新增、删去、改了什么，影响哪些页面。比较两个 git 版本，或两个放着目录的文件夹；只写一个，就与现在的文件比。",
    exits={0: "比完了。", 1: "有读不出的，没有比完。"},
)
@click.argument("base", metavar="原来的")
@click.argument("head", metavar="[改后的]", required=False)
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", help="输出格式。")
@AS_OF
@ROOT
def command(*, base: str, head: str | None, form: str, as_of: datetime.date, root: str | None) -> None:
    """Tell what changes; exit 1 when a state has errors, so that not all of it was compared."""
    tree = tree_of(root)
    progress = Progress()
    try:
        report = _compared(tree, base, head or tree, as_of, progress)
    except NoGit:
        raise WrongUse("比较版本要用到 git，这台电脑上没有。也可以写两个文件夹。") from None
    except NoRevision as error:
        raise WrongUse(f"git 里没有“{error}”这个版本，也没有这个名字、放着目录的文件夹。") from None
    except TooMuch:
        stop("这个版本里的文件太多，没有比较。")
    except OSError as error:
        stop(f"没有比完（{error.strerror}）：{error.filename}\n请检查磁盘空间和权限。")
    finally:
        progress.done()
    click.echo(FORMATS[form](report), nl=False)
    sys.exit(1 if report.has_errors else 0)


def _compared(tree: str, base: str, head: str, as_of: datetime.date, progress: Progress) -> Report:
    progress.say("读取原来的记录")
    with _state(tree, base, as_of) as old:
        progress.say("读取改后的记录")
        with _state(tree, head, as_of) as new:
            progress.say("比较记录和页面")
            # The templates of this tree: those of a state that is only compared are never run.
            return report_of(old, new, bodies(tree))


def _state(tree: str, given: str, as_of: datetime.date) -> AbstractContextManager[State]:
    if os.path.isfile(os.path.join(given, "mkdocs.yml")):
        return nullcontext(state_in(os.path.abspath(given), as_of))
    return state_at(tree, given, as_of)
