"""The fields of a record type as Decap CMS takes them: label, hint, limits and choices, all from the model."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from generator.records.envelope import Part
from generator.records.fields import Lines, Markdown, Matching
from generator.records.schema import Choice, as_written
from generator.records.shape import Shape, shapes

Field = dict[str, Any]
Choices = Callable[[object], Sequence[Choice] | None]
"""The choices that a marker of a field allows; None where it names no list."""
_A_LINE_EACH = re.compile("，一行一.")  # in a form items have boxes of their own, or are chosen
_SIGN = re.compile(r"([!-/:-@\[-`{-~])")
_LONGEST_LINE = 80
"""Texts that may be longer have a box of several lines."""
_ONE_SIGN = r"(?:[\ud800-\udbff][\udc00-\udfff]|[\s\S])"  # JavaScript counts a rare Han character as two


def fields_of(part: type[Part], choices: Choices) -> list[Field]:
    """The fields of a type, in their order."""
    return _Writer(choices).part(part, must=True)


class _Writer:
    """Makes fields; `must` is False below a group that may be left out.

    Decap asks for the required fields of such a group even when all of it is empty, so there the
    hint says what is required, and the check asks for it.
    """

    def __init__(self, choices: Choices) -> None:
        self.choices = choices

    def part(self, part: type[Part], *, must: bool) -> list[Field]:
        """All fields of a part."""
        fields = shapes(part)
        groups = {name: [fields[other].title for other in group] for group in part.one_of for name in group}
        return [self.field(name, shape, groups.get(name, []), must=must) for name, shape in fields.items()]

    def field(self, name: str, shape: Shape, group: Sequence[str], *, must: bool) -> Field:
        """One field with its words."""
        required = shape.is_required and must
        told = {"name": name, "label": shape.title, "required": required}
        value = self.value(shape, must=required)
        hint = _hint(shape, _example(shape, value), group, left_out=shape.is_required and not required)
        return told | value | {"hint": hint}

    def value(self, shape: Shape, *, must: bool) -> Field:
        """The widget of a value, of a group of fields, or of a list."""
        if shape.items is not None:
            return self.items(shape, shape.items)
        if shape.part is not None:
            below = self.part(shape.part, must=must)
            return {"widget": "object", "fields": below, "collapsed": not must}
        listed = self.listed(shape)
        return {"widget": "select", "options": listed} if listed else _single(shape)

    def items(self, shape: Shape, items: Shape) -> Field:
        """Groups of fields, several choices, or texts."""
        limits = _known({"min": shape.limit("min_length"), "max": shape.limit("max_length")})
        listed = self.listed(items)
        if listed:
            return {"widget": "select", "multiple": True, "options": listed, **limits}
        found: Field = {"widget": "list", "label_singular": f"项（{shape.title}）", **limits}
        if items.part is not None:
            below = self.part(items.part, must=True)
            return found | {"fields": below, **_closed(below)}
        return found | {"field": {"name": "item", "label": shape.title, "required": True, **_single(items)}}

    def listed(self, shape: Shape) -> list[Field]:
        """What may be chosen."""
        for marker in shape.markers:
            found = self.choices(marker)
            if found:
                return [{"label": _label(choice), "value": as_written(choice.value)} for choice in found]
        return []


def _closed(below: list[Field]) -> Field:
    """How an item looks when it is closed: by its first texts; if it begins with a choice it stays open.

    A closed item would show the value of a choice, `step_free`, and not its label.
    """
    if below[0]["widget"] == "select":
        return {"collapsed": False}
    texts = [field["name"] for field in below if field["widget"] in {"string", "text"}]
    return {"summary": " ".join(f"{{{{fields.{name}}}}}" for name in texts[:2])}


def _label(choice: Choice) -> str:
    return f"{choice.name}：{choice.help.removesuffix('。')}" if choice.help else choice.name


def _example(shape: Shape, value: Field) -> str:
    """An example as it is seen in the form: of a choice its label; where nothing is typed, none."""
    if value["widget"] == "select":
        options = value["options"]
        return next((option["label"] for option in options if str(option["value"]) == shape.example), "")
    return shape.example if value["widget"] in {"string", "text", "number"} else ""


def _hint(shape: Shape, example: str, group: Sequence[str], *, left_out: bool) -> str:
    """Help and example, as Markdown that says just this."""
    words = _A_LINE_EACH.sub("", shape.help) if shape.items else shape.help
    words += f"例如 {example}" if example else ""
    if group:
        words += f"（{'、'.join(group)}至少写一个）"
    if left_out:
        words += "（写了这一组，这一项就必写）"
    return _SIGN.sub(r"\\\1", words)


def _single(shape: Shape) -> Field:
    if shape.value is int:
        least, most = shape.limit("ge"), shape.limit("le")
        return {"widget": "number", "value_type": "int", **_known({"min": 0 if least is None else least, "max": most})}
    if shape.value is Decimal:
        return {"widget": "number", "value_type": "float", "min": 0, "step": 0.01}
    if shape.value is bool:
        return {"widget": "boolean"}
    if shape.value is datetime.date:
        return {"widget": "datetime", "format": "YYYY-MM-DD", "date_format": "YYYY-MM-DD", "time_format": False}
    return _text(shape)


def _text(shape: Shape) -> Field:
    matching, most = shape.marker(Matching), shape.limit("max_length")
    is_long = shape.marker(Markdown) or shape.marker(Lines) or (most or 0) > _LONGEST_LINE
    found: Field = {"widget": "text" if is_long else "string"}
    if matching:
        return found | {"pattern": [f"^(?:{matching.pattern})$", f"“{shape.title}”的写法不对。{shape.help}"]}
    if most:
        return found | {"pattern": [f"^{_ONE_SIGN}{{1,{most}}}$", f"“{shape.title}”最多 {most} 个字。"]}
    return found


def _known(limits: dict[str, int | None]) -> Field:
    return {name: limit for name, limit in limits.items() if limit is not None}
