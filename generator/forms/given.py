"""What was given for a new record, `fee.kind=free` or `bring=残疾人证`, as nested values."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Any

from generator.records import Record
from generator.records.envelope import Part
from generator.records.shape import Shape, shapes

Values = dict[str, Any]
"""Texts, lists and dicts, as in a record."""


class NotUnderstood(Exception):
    """A setting that names no field, or not as it has to be; the message is Chinese."""


def given(record_type: type[Record], settings: Iterable[str]) -> Values:
    """The values; a list of texts is given text by text, a list of parts as `accommodations.1.code=lift`."""
    values: Values = {}
    for setting in settings:
        name, equals, text = setting.partition("=")
        if not equals:
            raise NotUnderstood(f"“{setting}”应写成 字段名=内容，例如 hours=40。")
        _put(values, name.strip().split("."), text, record_type, setting)
    return values


def _put(values: Values, steps: list[str], text: str, part: type[Part], setting: str) -> None:
    name, *rest = steps
    shape = _field(shapes(part), name, setting)
    if shape.part:
        if not rest:
            raise NotUnderstood(f"“{setting}”：“{shape.title}”有下级字段，写成 {name}.{next(iter(shapes(shape.part)))}=内容。")
        _put(values.setdefault(name, {}), rest, text, shape.part, setting)
    elif shape.items and shape.items.part:
        _put(_item(values.setdefault(name, []), rest, name, setting), rest[1:], text, shape.items.part, setting)
    elif rest:
        raise NotUnderstood(f"“{setting}”：“{shape.title}”没有下级字段，写成 {name}=内容。")
    elif shape.items:
        values.setdefault(name, []).append(_whole(text))
    elif name in values:
        raise NotUnderstood(f"“{name}”写了两次，只能写一次。")
    else:
        values[name] = _whole(text)


def _whole(text: str) -> str:
    """A text of several lines ends its last one, as those of spreadsheets and of the form editor do."""
    lines = text.rstrip("\n")
    return f"{lines}\n" if "\n" in lines else lines


def _item(items: list[Values], rest: list[str], name: str, setting: str) -> Values:
    """The item of this number, which is there or comes next."""
    number = int(rest[0]) if rest and rest[0].isascii() and rest[0].isdigit() else 0
    if len(rest) < 2 or not 1 <= number <= len(items) + 1:  # noqa: PLR2004 - number and field
        raise NotUnderstood(f"“{setting}”：写明第几项和它的字段，从 1 数起不跳号，例如 {name}.1.字段名=内容。")
    if number > len(items):
        items.append({})
    return items[number - 1]


def _field(fields: Mapping[str, Shape], name: str, setting: str) -> Shape:
    by_title = {shape.title: shape for shape in fields.values()}
    found = fields.get(name) or by_title.get(name)
    if found and name in fields:
        return found
    titles = {shape.title: key for key, shape in fields.items()}
    near = [titles[name]] if name in titles else difflib.get_close_matches(name, fields, 3, 0.5)
    words = "、".join(f"{key}（{fields[key].title}）" for key in near)
    raise NotUnderstood(f"“{setting}”：没有叫“{name}”的字段" + (f"，是不是 {words}。" if near else "。"))
