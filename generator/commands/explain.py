"""`catalogue explain`: what a code of a report means, why, and what is wrong and right."""

from __future__ import annotations

import click

import generator.building  # noqa: F401 - every kind of problem is defined once this is imported
from generator import checks
from generator.command_line import ChineseCommand, WrongUse
from generator.explanation import explanations, nearest


@click.command(
    cls=ChineseCommand,
    help="说明报告里的一个代码：什么意思，为什么，错的和对的例子。",
    exits={0: "说明了。"},
)
@click.argument("code", metavar="代码")
def command(code: str) -> None:
    """Print the page of a code; an unknown one is wrong use, with the nearest."""
    checks.discover()
    known = explanations()
    found = known.get(code.upper())
    if found is None:
        near = nearest(code, known)
        rest = f"最接近的是 {'、'.join(near)}" if near else "代码是一个字母加三位数字，例如 F110"
        raise WrongUse(f"没有“{code}”这个代码，{rest}。")
    click.echo(str(found), nl=False)
