"""The command line: finds the command, and tells wrong use in Chinese."""

from __future__ import annotations

import io
import sys

import click

from generator import commands
from generator.command_line import ChineseGroup, explain

WRONG_USE = 2


@click.group(cls=ChineseGroup, names=commands.NAMES, help="川残技能目录：检查记录，生成网站。")
def cli() -> None:
    """The program."""


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
