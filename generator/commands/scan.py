"""`catalogue scan`: private numbers in the files, and with --history in every version there ever was."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import click

from generator.command_line import ChineseCommand, WrongUse
from generator.commands.options import ROOT, tree_of, within
from generator.git_objects import NoGit
from generator.history import LARGEST, NoHistory, Search, sightings
from generator.private_numbers import find_private, masked

MADE = frozenset({"site", "__pycache__"})
KEPT = frozenset({".github", ".gitlab", ".vscode"})
"""Folders with a dot that are written by hand; the others are made by programs, as are `MADE`."""
SHOWN = 5


@click.command(
    cls=ChineseCommand,
    help="找身份证号、残疾人证号、手机号、银行卡号；加 --history，连改掉、删掉的旧版本一起找。",
    exits={0: "没有找到。", 1: "找到了号码。"},
)
@click.argument("paths", nargs=-1, metavar="[文件或文件夹]…")
@click.option("--history", is_flag=True, help="找 git 历史里每个文件的每个版本，包括全部分支。")
@ROOT
def command(*, paths: tuple[str, ...], history: bool, root: str | None) -> None:
    """Print where numbers stand, masked; exit 1 when there are any."""
    folder = tree_of(root)
    search = Search()
    found = 0
    if history and paths:
        raise WrongUse("--history 找全部历史，不用再写文件。")
    for line in _in_history(folder, search) if history else _in_files(folder, paths, search):
        click.echo(line)
        found += 1
    _say_what_was_searched(search, found, history=history)
    sys.exit(1 if found else 0)


def _in_history(folder: str, search: Search) -> Iterator[str]:
    try:
        yield from map(str, sightings(folder, search))
    except NoGit as error:
        raise WrongUse("--history 要用到 git，这台电脑上没有。") from error
    except NoHistory as error:
        raise WrongUse("这个文件夹没有 git 历史，不用 --history 也能找现在的文件。") from error


def _in_files(folder: str, paths: tuple[str, ...], search: Search) -> Iterator[str]:
    for path in _files(folder, [within(folder, path) for path in paths] or ["."]):
        yield from (f"{masked(path)}:1: {n.kind}（{n.masked}）" for n in find_private(path))
        whole = os.path.join(folder, path)
        search.versions += 1
        if os.path.getsize(whole) > LARGEST:
            search.too_large.append(masked(path))
            continue
        with open(whole, "rb") as file:
            data = file.read(LARGEST)
        if b"\0" in data:
            continue
        text = data.decode("utf-8", "replace")
        for number in find_private(text):
            line = text.count("\n", 0, number.start) + 1
            yield f"{masked(path)}:{line}: {number.kind}（{number.masked}）"


def _files(folder: str, tops: list[str]) -> Iterator[str]:
    """The plain files below, links not followed."""
    for top in tops:
        whole = os.path.join(folder, top)
        if os.path.isfile(whole) and not os.path.islink(whole):
            yield top
        for current, folders, names in os.walk(whole):
            folders[:] = sorted(name for name in folders if name in KEPT or not _is_made(name))
            for name in sorted(names):
                path = os.path.join(current, name)
                if os.path.isfile(path) and not os.path.islink(path):
                    yield os.path.relpath(path, folder).replace(os.sep, "/")


def _is_made(folder: str) -> bool:
    return folder in MADE or folder.startswith(".")


def _say_what_was_searched(search: Search, found: int, *, history: bool) -> None:
    what = "个历史版本" if history else "个文件"
    click.echo(f"找了 {search.versions} {what}，{f'有 {found} 处' if found else '没有找到'}。", err=True)
    if search.too_large:
        shown = "、".join(search.too_large[:SHOWN]) + ("等" if len(search.too_large) > SHOWN else "")
        click.echo(f"有 {len(search.too_large)} 个超过 {LARGEST // 1024} KB，没有找：{shown}。", err=True)
    if found and history:
        click.echo("历史里的号码，要请维护者清除后重新发布；先把现在的文件改好。", err=True)
