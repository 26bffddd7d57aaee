"""A tree of text into a record of its type, or into all that is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache, partial
from typing import Any, cast

from pydantic import ValidationError

from generator.problem import Problem
from generator.records.draft import Draft, label
from generator.records.envelope import Part, Record
from generator.records.examples import pasteable
from generator.records.faults import explain
from generator.records.messages import EmptyValue, NoneOfGroup, WrongStructure
from generator.records.shape import Path, Shape, shapes
from generator.records.stray_fields import Fault, explained, unknown_field
from generator.yamltext import Mapping, Node, Scalar, Sequence
from generator.yamltext.limits import MOST_OF_A_KIND
from generator.yamltext.source import MoreOfTheSame
from generator.yamltext.structure_problems import TextOverLines

NULL_WORDS = frozenset({"", "~", "null", "Null", "NULL"})


def read_record(tree: Mapping, file: str, record_type: type[Record]) -> tuple[Record | None, list[Problem]]:
    """The record that the tree says, or None and every problem of its fields."""
    draft = Draft(tree, file, record_type)
    blank: list[Node] = []
    plain = _plain(tree, blank)
    empty = list(_empty_places(tree)) if blank else []
    faults = [*_empty(draft, empty), *_groups(draft, tree, (), record_type)]
    record = None
    try:
        record = record_type.model_validate(plain)
    except ValidationError as error:
        faults += _refused(draft, error, set(empty))
    return (None if faults else record), _told(draft, explained(draft, faults))


def values(tree: Mapping) -> dict[str, Any]:
    """What the type is given of a tree: text, lists and dicts, without fields that have no content."""
    return cast("dict[str, Any]", _plain(tree, []))


def unexplained(of_text: list[Problem], of_fields: list[Problem]) -> list[Problem]:
    """The problems of a text without those of lines that should have been the items of a list."""
    lists = [p for p in of_fields if isinstance(p, WrongStructure) and p.last]
    return [
        p
        for p in of_text
        if not (isinstance(p, TextOverLines) and any(one.at.line <= p.at.line <= one.last for one in lists))
    ]


def _plain(node: Node, empty: list[Node]) -> Any:  # noqa: ANN401 - text, list or dict
    """Text, lists and dicts; fields without content are left out, and all of them noted."""
    if type(node) is Scalar:
        return node.value
    if type(node) is Sequence:
        empty += filter(_blank, node.items)
        return [_plain(item, empty) for item in node.items]
    plain = {}
    for key, value in cast("Mapping", node).entries.items():
        if _blank(value):
            empty.append(value)
        else:
            plain[key] = _plain(value, empty)
    return plain


def _blank(node: Node) -> bool:
    return type(node) is Scalar and (
        not node.value or (node.plain and node.value in NULL_WORDS) or node.value.isspace()
    )


def _empty_places(node: Node, path: Path = ()) -> Iterator[Path]:
    """Where fields and items without content stand."""
    if _blank(node):
        yield path
    elif isinstance(node, Sequence):
        for position, item in enumerate(node.items):
            yield from _empty_places(item, (*path, position))
    elif isinstance(node, Mapping):
        for key, value in node.entries.items():
            yield from _empty_places(value, (*path, key))


def _empty(draft: Draft, empty: list[Path]) -> Iterator[Fault]:
    """Fields without content; those that the type does not have are unknown instead."""
    for path in empty:
        if draft.shape(path):
            yield "empty", path, partial(_empty_value, draft, path)
        elif draft.part(path[:-1]):
            yield "unknown", path, partial(unknown_field, draft, path)


def _empty_value(draft: Draft, path: Path) -> Problem:
    return EmptyValue(**draft.facts(path))


def _groups(draft: Draft, node: Node, path: Path, part: type[Part]) -> Iterator[Fault]:
    """For each part in the tree, the groups of fields of which none is written."""
    if not isinstance(node, Mapping):
        return
    for group in part.one_of:
        if not any(name in node.entries for name in group):
            yield "group", (*path, group[0]), partial(_none_of, draft, path, part, group)
    for name, shape in _leading_to_groups(part):
        child = node.entries.get(name)
        if child is not None:
            yield from _groups_below(draft, child, (*path, name), shape)


@cache
def _leading_to_groups(part: type[Part]) -> list[tuple[str, Shape]]:
    """The fields of a part below which there are groups."""
    return [(name, shape) for name, shape in shapes(part).items() if _has_groups(shape)]


def _has_groups(shape: Shape) -> bool:
    inner = shape.items.part if shape.items is not None else shape.part
    return inner is not None and bool(inner.one_of or _leading_to_groups(inner))


def _groups_below(draft: Draft, node: Node, path: Path, shape: Shape) -> Iterator[Fault]:
    if shape.part is not None:
        yield from _groups(draft, node, path, shape.part)
    elif shape.items is not None and isinstance(node, Sequence):
        for position, item in enumerate(node.items):
            yield from _groups_below(draft, item, (*path, position), shape.items)


def _none_of(draft: Draft, path: Path, part: type[Part], group: tuple[str, ...]) -> Problem:
    easiest = next((name for name in group if shapes(part)[name].example), group[0])
    return NoneOfGroup(
        at=draft.at(path),
        label="、".join(label(part, (name,)) for name in group),
        example=pasteable((easiest,), shapes(part)[easiest]),
    )


def _refused(draft: Draft, error: ValidationError, told: set[Path]) -> Iterator[Fault]:
    """What pydantic refused, unless its place is told already."""
    for item in error.errors(include_url=False):
        path = tuple(item["loc"])
        if path not in told:
            yield str(item["type"]), path, partial(explain, draft, path, item)


def _told(draft: Draft, faults: list[Fault]) -> list[Problem]:
    """The problems; of very many of a kind the first ones, and how many more there are."""
    problems, counts, last = [], Counter[str](), dict[str, Path]()
    for kind, path, tell in faults:
        counts[kind] += 1
        last[kind] = path
        if counts[kind] <= MOST_OF_A_KIND:
            problems.append(tell())
    for kind, count in counts.items():
        if count > MOST_OF_A_KIND:
            problems.append(MoreOfTheSame(at=draft.at(last[kind]), count=count - MOST_OF_A_KIND))
    return problems
