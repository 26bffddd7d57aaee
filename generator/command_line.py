"""Click's help and its messages of wrong use, in Chinese."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any

import click


class WrongUse(click.UsageError):
    """A command that cannot be carried out as it was written; the message is Chinese."""


class Day(click.ParamType):
    """A date of the form 2026-11-23."""

    name = "日期"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:  # noqa: ANN401 - click's own
        """The date, or wrong use."""
        if isinstance(value, datetime.date):
            return value
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
            with suppress(ValueError):
                return datetime.date.fromisoformat(value)
        return self.fail(f"日期应写成 2026-11-23 的样子，现在是“{value}”。", param, ctx)


class Count(click.ParamType):
    """A whole number from 1 to a limit."""

    name = "个数"

    def __init__(self, most: int) -> None:
        self.most = most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:  # noqa: ANN401 - click's own
        """The number, or wrong use."""
        text = str(value)
        if re.fullmatch(r"\d{1,9}", text, re.ASCII) and 1 <= int(text) <= self.most:
            return int(text)
        return self.fail(f"应写 1 到 {self.most} 的整数，现在是“{value}”。", param, ctx)


class _ChineseHelp(click.Command):
    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """用法：catalogue check [选项] …"""
        pieces = " ".join(self.collect_usage_pieces(ctx)).replace("[OPTIONS]", "[选项]")
        pieces = pieces.replace("COMMAND [ARGS]...", "命令 …")
        formatter.write_usage(ctx.command_path, pieces, prefix="用法：")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """--help, explained in Chinese."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示这段帮助。"
        return option

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Options under 选项."""
        rows = [row for param in self.get_params(ctx) if (row := param.get_help_record(ctx))]
        if rows:
            with formatter.section("选项"):
                formatter.write_dl(rows)


EXITS = {0: "做完了。", 1: "没有做成，说了为什么。"}
"""How most commands end; 2 is wrong use, whatever the command."""


class ChineseCommand(_ChineseHelp):
    """A command whose help is Chinese; `exits` says what each exit code of it means."""

    def __init__(self, *given: Any, exits: dict[int, str] = EXITS, **more: Any) -> None:  # noqa: ANN401 - click's own
        super().__init__(*given, **more)
        self.exits = exits

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The exit codes, below the options."""
        del ctx
        with formatter.section("退出码"):
            formatter.write_dl([(str(code), meaning) for code, meaning in self.exits.items()])


class ChineseGroup(_ChineseHelp, click.Group):
    """A group whose help is Chinese.

    The command of a name is `command` of the module `generator.commands.<name>`, imported when it is
    asked for: reading a page need not wait for what only building uses.
    """

    def __init__(self, *given: Any, names: tuple[str, ...], **more: Any) -> None:  # noqa: ANN401 - click's own
        super().__init__(*given, **more)
        self.names = names

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own
        """The names, in their order."""
        return list(self.names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's own
        """The command of a name."""
        if cmd_name not in self.names:
            return None
        found: click.Command = import_module(f"generator.commands.{cmd_name}").command
        found.name = cmd_name
        return found

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Options, then commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Commands under 命令, in their order."""
        found = [(name, self.get_command(ctx, name)) for name in self.names]
        rows = [(name, command.help or "") for name, command in found if command]
        with formatter.section("命令"):
            formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant, or wrong use with the nearest one."""
        if args[0] not in self.names:
            near = difflib.get_close_matches(args[0], self.names, 1)
            rest = f"，是不是 {near[0]}" if near else f"；可以用的有：{'、'.join(self.names)}"
            raise WrongUse(f"没有“{args[0]}”这个命令{rest}。", ctx)
        return super().resolve_command(ctx, args)


def explain(error: click.ClickException) -> str:
    """What was wrong with the command, in plain Chinese, and where to look."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.message  # the help itself
    told = next((tell(error) for kind, tell in _TOLD if isinstance(error, kind)), "")
    return f"{told or '命令的写法不对。'}\n用 --help 查看用法。"


def _no_such_option(error: Any) -> str:  # noqa: ANN401 - one of click's exceptions, as in `_TOLD`
    near = f"，是不是 {'、'.join(error.possibilities)}" if error.possibilities else ""
    return f"没有 {error.option_name} 这个选项{near}。"


def _bad_option(error: Any) -> str:  # noqa: ANN401
    does = "不写" if "does not take" in error.message else "要写一个"
    return f"选项 {error.option_name} 后面{does}值。"


def _bad_parameter(error: Any) -> str:  # noqa: ANN401
    is_option = isinstance(error.param, click.Option)
    name = "、".join(error.param.opts) if is_option else getattr(error.param, "metavar", "") or "参数"
    if error.param and isinstance(error.param.type, click.Choice):
        return f"{name} 只能写：{'、'.join(map(str, error.param.type.choices))}。"
    return f"{name}：{error.message}"


def _extra_argument(error: Any) -> str:  # noqa: ANN401
    found = re.fullmatch(r"Got unexpected extra arguments? \((.*)\)", error.message, re.DOTALL)
    return f"多写了“{found[1]}”。" if found else ""


_TOLD: tuple[tuple[type[click.ClickException], Callable[[Any], str]], ...] = (
    (WrongUse, lambda error: str(error.message)),
    (click.NoSuchOption, _no_such_option),
    (click.BadOptionUsage, _bad_option),
    (click.BadParameter, _bad_parameter),
    (click.UsageError, _extra_argument),
)
"""How each kind of wrong use is told; first match wins."""
