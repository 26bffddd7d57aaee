"""The text of a form: required fields first, optional ones as comments, each with title, help and example."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.records import Record
from generator.records.envelope import Part
from generator.records.order import order
from generator.records.schema import Choices
from generator.records.shape import Shape, shapes
from generator.yamltext import Mapping, Node, Scalar, Sequence
from generator.yamltext.comments import Comments, Notes, Path
from generator.yamltext.writing import write

MOST_LISTED = 15
_REQUIRED = "（必写）"
_OPTIONAL = "# 下面的字段可以不写；要写就删去行首的“# ”。"


def form(record_type: type[Record], values: dict[str, Any], choices: Choices) -> str:
    """The record with these values, in the one form that records have."""
    filler = _Filler(choices)
    tree = filler.part(record_type, values, ())
    ends = filler.comments.setdefault((), Notes())
    optional = [line for block in filler.optional(record_type, values) for line in (*block, "")]
    if optional:
        ends.after += ["", _OPTIONAL, "", *optional]
    return write(tree, filler.comments, order(record_type))


def help_lines(record_type: type[Record], choices: Choices) -> frozenset[str]:
    """Every line of comment that a form may have, whatever is given."""
    filler = _Filler(choices)
    return frozenset([_OPTIONAL, *_all_help(filler, record_type)])


def _all_help(filler: _Filler, part: type[Part]) -> Iterator[str]:
    for name, shape in shapes(part).items():
        yield from filler.example(name, shape)
        yield from filler.help(shape, required=True)
        yield from filler.help(shape, required=False)
        below = shape.part or (shape.items.part if shape.items else None)
        if below:
            yield from _all_help(filler, below)


class _Filler:
    """Makes the tree, and puts the help of each field beside it."""

    def __init__(self, choices: Choices) -> None:
        self.choices = choices
        self.comments: Comments = {}

    def part(self, part: type[Part], values: dict[str, Any], path: Path) -> Mapping:
        """What is given and what has to be filled in; below the top, optional fields as comments."""
        fields = shapes(part)
        needed = [name for name in fields if name in values or name in _needed(part, values)]
        entries: dict[str, Node] = {}
        for name in needed:
            below = (*path, name)
            self.comments[below] = Notes(before=list(self.help(fields[name], required=name in _needed(part, values))))
            entries[name] = self.node(fields[name], values.get(name), below)
        if path and needed:
            rest = [line for block in self.optional(part, values) for line in block]
            self.comments[(*path, needed[-1])].after += rest
        return Mapping(entries, {name: _scalar(name) for name in entries}, 0, 0)

    def node(self, shape: Shape, value: Any, path: Path) -> Node:  # noqa: ANN401 - text, list or dict
        """A value that is given, or an empty place for it."""
        if shape.part is not None:
            return self.part(shape.part, value or {}, path)
        if shape.items is not None:
            items = value or [None]
            return Sequence([self.node(shape.items, item, (*path, n)) for n, item in enumerate(items)], 0, 0)
        return _scalar("" if value is None else str(value))

    def help(self, shape: Shape, *, required: bool) -> Iterator[str]:
        """Title, help, example and what may be chosen."""
        example = f"例如 {shape.example}" if shape.example else ""
        yield f"# {shape.title}{_REQUIRED if required else ''}：{shape.help}{example}"
        listed = self._listed(shape)
        if listed:
            yield f"# 可以写：{listed}"

    def _listed(self, shape: Shape) -> str:
        single = shape.items or shape
        for marker in single.markers:
            found = self.choices(marker) or ()
            if 0 < len(found) <= MOST_LISTED:
                return "；".join(f"{choice.value} {choice.name}" for choice in found)
        return ""

    def optional(self, part: type[Part], values: dict[str, Any]) -> Iterator[list[str]]:
        """The fields that may be left out, each as lines that count once their `# ` is taken away."""
        for name, shape in shapes(part).items():
            if name not in values and name not in _needed(part, values):
                yield [*self.help(shape, required=False), *self.example(name, shape)]

    @staticmethod
    def example(name: str, shape: Shape) -> list[str]:
        """The field with an example, as lines that count once their `# ` is taken away."""
        text = write(Mapping({name: _example(shape)}, {name: _scalar(name)}, 0, 0))
        return [f"# {line}" for line in text.splitlines()]


def _needed(part: type[Part], values: dict[str, Any]) -> set[str]:
    """The fields that must be written: the required ones, and of each group the first unless another is given."""
    needed = {name for name, info in part.model_fields.items() if info.is_required()}
    return needed | {group[0] for group in part.one_of if not (needed | set(values)) & set(group[1:])}


def _example(shape: Shape) -> Node:
    if shape.part is not None:
        names = _needed(shape.part, {}) or {next(iter(shapes(shape.part)))}
        fields = {name: below for name, below in shapes(shape.part).items() if name in names}
        return Mapping({n: _example(s) for n, s in fields.items()}, {n: _scalar(n) for n in fields}, 0, 0)
    if shape.items is not None:
        return Sequence([_example(shape.items)], 0, 0)
    return _scalar(shape.example)


def _scalar(text: str) -> Scalar:
    """A value; an empty one means that nothing is written yet."""
    return Scalar(text, plain=not text, line=0, column=0)
