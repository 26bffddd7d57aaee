"""`catalogue new`: a record to be filled in, in the right place and with everything explained."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable

import click

from generator.choices import choices_of, file_of
from generator.command_line import ChineseCommand, WrongUse
from generator.commands.options import ROOT, record_type_of, region_of, stop, tree_of
from generator.files import write_text
from generator.forms import NotUnderstood, form, given
from generator.loading import load
from generator.records import Record
from generator.records.fields import is_id


@click.command(cls=ChineseCommand, help="新建一条记录：问几个问题，写好一份带说明的空表。种类写课程、班次、培训基地等。")
@click.argument("kind", metavar="种类")
@click.option("--id", "record_id", metavar="编号", default=None, help="编号，也是文件名和网址的一部分。")
@click.option("--name", metavar="名称", default=None, help="读者看到的名称。")
@click.option("--region", metavar="地区", default=None, help="六位代码，或名称，如 成都市。")
@click.option("--set", "settings", metavar="字段=内容", multiple=True, help="填好一个字段，可以写多次。")
@ROOT
def command(  # noqa: PLR0913 - one parameter an option
    *,
    kind: str,
    record_id: str | None,
    name: str | None,
    region: str | None,
    settings: tuple[str, ...],
    root: str | None,
) -> None:
    """Write the form; nothing that is there is ever overwritten."""
    tree = tree_of(root)
    record_type = record_type_of(kind)
    catalogue, _ = load(tree, datetime.date.min)  # a form does not depend on the day
    found = _given(record_type, settings)
    asked = {
        "id": _answer("编号（小写字母、数字和连字符，如 chengdu-anmo）", record_id or found.get("id"), _checked_id),
        "name": _answer("名称", name or found.get("name"), _checked_name),
        "region": _answer("地区（代码或名称）", region or found.get("region"), lambda text: region_of(catalogue, text)),
    }
    file = file_of(catalogue, record_type, asked["region"], asked["id"])
    other = catalogue.find([record_type.kind], asked["id"])
    if other or os.path.lexists(os.path.join(tree, file)):
        stop(f"{other.file if other else file} 已经有了，没有动它。换一个编号，或直接改那个文件。")
    text = form(record_type, found | asked, lambda marker: choices_of(catalogue, marker))
    try:
        write_text(tree, file, text, new=True)
    except OSError as error:
        stop(f"写不进去（{error.strerror}）：{error.filename}\n请检查磁盘空间和权限。")
    click.echo(f"已新建 {file}")
    click.echo(f"用编辑器打开它，照说明填写；填好后运行 catalogue check {file}")


def _given(record_type: type[Record], settings: tuple[str, ...]) -> dict[str, str]:
    try:
        return given(record_type, settings)
    except NotUnderstood as error:
        raise WrongUse(str(error)) from error


def _answer(question: str, answer: str | None, checked: Callable[[str], str]) -> str:
    """The answer that was given; else it is asked for until it can be used."""
    if answer is not None:
        return checked(answer)
    while True:
        try:
            return checked(click.prompt(question, prompt_suffix="："))
        except WrongUse as error:
            click.echo(error.message, err=True)


def _checked_id(text: str) -> str:
    if not is_id(text):
        raise WrongUse(f"编号只能用小写字母、数字和连字符，以字母开头，最长64个字符，现在是“{text}”。例如 chengdu-anmo。")
    return text


def _checked_name(text: str) -> str:
    if not text.strip():
        raise WrongUse("名称不能是空的。")
    return text.strip()
