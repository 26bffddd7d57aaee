"""A field as it could be written, on one line that can be pasted: `bring: [残疾人证]`; a value as it is quoted."""

from __future__ import annotations

import re

from generator.private_numbers import masked
from generator.records.envelope import Part
from generator.records.shape import Path, Shape, shapes

_NEEDS_NO_QUOTES = re.compile(r"[\w·.#/〔〕-]+")
NOTHING = "…"
SHOWN = 40
"""The longest text that a message quotes whole."""


def shown(value: object) -> str:
    """A value as a message quotes it: one line, and not a long one."""
    if isinstance(value, list):
        return "一个列表"
    if isinstance(value, dict):
        return "一组下级字段"
    text = masked(" ".join(str(value).split()))
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"





def pasteable(path: Path, shape: Shape | None) -> str:
    """The field or list item at `path`, with an example of its value."""
    value = _value(shape) if shape else NOTHING
    return f"{path[-1]}: {value}" if path and isinstance(path[-1], str) else f"- {value}"


def _value(shape: Shape) -> str:
    if shape.part is None and shape.items is None:
        return shape.example or NOTHING
    return _in_brackets(shape)


def _in_brackets(shape: Shape) -> str:
    """The value where it stands between brackets and commas."""
    if shape.part is not None:
        fields = (f"{name}: {_in_brackets(field)}" for name, field in _needed(shape.part))
        return "{" + ", ".join(fields) + "}"
    if shape.items is not None:
        item = shape.items
        return f"[{_in_brackets(item) if item.part or item.items else quoted(shape.example)}]"
    return quoted(shape.example)


def quoted(text: str) -> str:
    """The text as it stands between brackets: in quotes when it has any sign of its own."""
    return text if _NEEDS_NO_QUOTES.fullmatch(text) else f'"{text or NOTHING}"'


def _needed(part: type[Part]) -> list[tuple[str, Shape]]:
    """The fields without which the part is refused; else its first one."""
    fields = shapes(part)
    names = [name for name, info in part.model_fields.items() if info.is_required()]
    names += [group[0] for group in part.one_of if not set(group) & set(names)]
    return [(name, fields[name]) for name in names or list(fields)[:1]]
