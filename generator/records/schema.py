"""JSON Schema (draft-07) of a record type, for editors: every title, help, limit and choice in Chinese.

Made from the same models as the check; what an editor accepts, the check may still refuse, since
rules between records are not in it. Whole numbers of a vocabulary stand as numbers, because an
editor reads `2022` without quotes as one.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from generator.records.envelope import Part, Record
from generator.records.examples import pasteable
from generator.records.fields import Division, Matching, Occupation, Term
from generator.records.shape import Shape, shapes

DRAFT = "http://json-schema.org/draft-07/schema#"
_DAY = r"\d{4}-\d{2}-\d{2}"
_MONEY = r"\d{1,9}(\.\d{1,2})?"
Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a vocabulary or a code of a table, with what it means."""

    value: str
    name: str
    help: str = ""


Choices = Callable[[object], Sequence[Choice] | None]
"""The choices that a marker of a field allows; None where it names no list."""


def schema_of(record_type: type[Record], choices: Choices) -> Schema:
    """The whole schema of a type."""
    definitions: dict[str, Schema] = {}
    writer = _Writer(choices, definitions)
    top = writer.part(record_type)
    title = {"$schema": DRAFT, "title": record_type.title, "description": f"{record_type.title}的记录，一个文件一条。"}
    return title | {"type": "object"} | top | {"definitions": dict(sorted(definitions.items()))}


class _Writer:
    """Collects the parts and the lists of choices that the type uses, each once."""

    def __init__(self, choices: Choices, definitions: dict[str, Schema]) -> None:
        self.choices = choices
        self.definitions = definitions

    def part(self, part: type[Part]) -> Schema:
        """Exactly these fields; what must not be missing is said field by field, in words of its own."""
        fields = shapes(part)
        rules = [
            {"required": [name], "errorMessage": _missing(name, shape)}
            for name, shape in fields.items()
            if shape.is_required
        ]
        rules += [_one_of({name: fields[name] for name in group}) for group in part.one_of]
        schema: Schema = {
            "additionalProperties": False,
            "properties": {name: self.field(name, shape) for name, shape in fields.items()},
        }
        return schema | ({"allOf": rules} if rules else {})

    def field(self, name: str, shape: Shape) -> Schema:
        """A field with its words, and what it may hold."""
        words = f"{shape.help}例如 {pasteable((name,), shape)}"
        told = {"title": shape.title, "description": words, "errorMessage": f"“{shape.title}”（{name}）：{words}"}
        return told | self.value(shape, told)

    def value(self, shape: Shape, told: Schema) -> Schema:
        """A value, a part, or a list of them; `told` are the words of the field."""
        if shape.items is not None:
            limits = {"minItems": shape.limit("min_length"), "maxItems": shape.limit("max_length")}
            return {"type": "array", **_known(limits), "items": told | self.value(shape.items, told)}
        if shape.part is not None:
            self._define(shape.part.__name__, partial(self.part, shape.part))
            return {"type": "object", "allOf": [{"$ref": f"#/definitions/{shape.part.__name__}"}]}
        return self._listed(shape) or _single(shape, told["errorMessage"])

    def _listed(self, shape: Shape) -> Schema | None:
        """A reference to the choices of the field, if it has any."""
        for marker in shape.markers:
            found = self.choices(marker) if isinstance(marker, Term | Division | Occupation) else None
            if found:
                name = marker.vocabulary if isinstance(marker, Term) else type(marker).__name__.lower()
                self._define(name, partial(_enum, found))
                kinds = sorted({"integer" if _is_number(choice.value) else "string" for choice in found})
                return {"type": kinds, "allOf": [{"$ref": f"#/definitions/{name}"}]}
        return None

    def _define(self, name: str, make: Callable[[], Schema]) -> None:
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = make()


def _missing(name: str, shape: Shape) -> str:
    return f"少了必写的“{shape.title}”（{name}）。加上一行，例如 {pasteable((name,), shape)}"


def _one_of(fields: dict[str, Shape]) -> Schema:
    words = "、".join(f"“{shape.title}”（{name}）" for name, shape in fields.items())
    said = f"{words}至少要写一个，现在都没有。"
    return {"anyOf": [{"required": [name], "errorMessage": said} for name in fields], "errorMessage": said}


def _enum(choices: Sequence[Choice]) -> Schema:
    return {
        "enum": [as_written(choice.value) for choice in choices],
        "enumDescriptions": [f"{c.name}：{c.help}" if c.help else c.name for c in choices],
    }


def as_written(value: str) -> int | str:
    """A value as an editor reads it in a record: `2022` without quotes is a number."""
    return int(value) if _is_number(value) else value


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and str(int(text)) == text


def _single(shape: Shape, said: str) -> Schema:
    least, most = shape.limit("ge"), shape.limit("le")
    if shape.value is int:
        return {"type": "integer", **_known({"minimum": 0 if least is None else least, "maximum": most})}
    if shape.value is bool:
        return {"type": "boolean"}
    if shape.value is Decimal:
        return {"type": ["number", "string"], "minimum": 0, **_pattern(_MONEY, said)}
    if shape.value is datetime.date:
        return {"type": "string", **_pattern(_DAY, said)}
    matching = shape.marker(Matching)
    pattern = _pattern(matching.pattern, said) if matching else {}
    return {"type": ["string", "number"], **_known({"maxLength": shape.limit("max_length")}), **pattern}


def _pattern(pattern: str, said: str) -> Schema:
    return {"pattern": f"^(?:{pattern})$", "patternErrorMessage": said}


def _known(limits: dict[str, int | None]) -> Schema:
    return {name: limit for name, limit in limits.items() if limit is not None}
