"""The page of the handbook about the commands, made of what the commands say of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

from generator.cli import WRONG_USE, cli
from generator.command_line import ChineseCommand
from generator.page_text import FOLDER, HANDBOOK

FILE = f"{FOLDER}/{HANDBOOK}commands.md"
PROGRAM = "catalogue"
_HEAD = f"""\
---
title: 命令
description: 每个命令做什么，怎样写，有哪些选项，退出码是什么意思。
section: help
kind: commands
contents: true
---

# 命令

在命令行里先进入目录的文件夹，再写命令。加 `--help` 可以看到同样的话，例如 `{PROGRAM} check --help`。用网页和表格改记录，不用命令。

退出码是给程序看的数字，说明命令是怎样结束的。不管哪个命令，退出码 {WRONG_USE} 都是命令写得不对，什么也没有做。
"""
_TYPED = re.compile(r"(?<![A-Za-z0-9`-])--?[a-z][a-z-]*")
"""An option within a sentence."""


def command_guide() -> str:
    """The whole page, as Markdown."""
    top = click.Context(cli, info_name=PROGRAM)
    found = [(name, cli.get_command(top, name)) for name in cli.names]
    parts = [
        "\n".join(_about(name, command, top))
        for name, command in found
        if isinstance(command, ChineseCommand)
    ]
    return "\n".join([_HEAD, *parts])


def _about(name: str, command: ChineseCommand, top: click.Context) -> Iterator[str]:
    context = click.Context(command, info_name=name, parent=top)
    pieces = " ".join(command.collect_usage_pieces(context)).replace("[OPTIONS]", "[选项]")
    yield f"## {PROGRAM} {name}"
    yield ""
    yield _sentence(command.help or "")
    yield ""
    yield f"写法：`{PROGRAM} {name} {pieces}`".strip()
    yield ""
    for param in command.params:
        if isinstance(param, click.Option):
            yield f"`{' '.join(filter(None, (*param.opts, _follows(param))))}`"
            yield f":   {_sentence(param.help or '')}{_choices(param)}"
            yield ""
        elif _choices(param):
            yield f"`{param.make_metavar(context)}`"
            yield f":   {_choices(param)}"
            yield ""
    yield "".join(f"退出码 {code}：{_sentence(meaning)}" for code, meaning in command.exits.items())
    yield ""


def _follows(option: click.Option) -> str:
    """What is written behind an option; nothing behind a switch and before a choice, which is listed."""
    if option.is_flag or isinstance(option.type, click.Choice):
        return ""
    return option.metavar or option.type.name


def _choices(param: click.Parameter) -> str:
    if not isinstance(param.type, click.Choice):
        return ""
    return f"可以写 {'、'.join(f'`{choice}`' for choice in param.type.choices)}。"


def _sentence(text: str) -> str:
    """A text of a command, with options marked as what one types."""
    return _TYPED.sub(lambda option: f"`{option[0]}`", text)
