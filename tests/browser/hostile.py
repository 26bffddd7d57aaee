"""Records whose every text is an attack, as far as the checks let it through."""

from __future__ import annotations

import copy
import itertools
import types
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Union, get_args, get_origin

import yaml

from generator.records import RECORD_TYPES, Record
from generator.records.envelope import Part
from generator.records.shape import Path, Shape, shapes
from tests.conftest import REPOSITORY, Tree

Values = dict[str, Any]
KINDS = {record_type.folder: record_type for record_type in RECORD_TYPES}
SMALL = REPOSITORY / "tests/fixtures/small"
FILES = sorted(str(path.relative_to(SMALL)) for path in SMALL.rglob("*.yml"))
"""Every record of the small catalogue: one or two of each type that people write."""


@dataclass(frozen=True)
class Spot:
    """A text of a record."""

    file: str
    path: Path


def _is_text(shape: Shape) -> bool:
    annotation = shape.info.annotation if shape.info else None
    while get_origin(annotation) in {list, Union, types.UnionType}:
        annotation = next(a for a in get_args(annotation) if a is not type(None))
        annotation = getattr(annotation, "__origin__", annotation)
    return annotation is str


def texts(part: type[Part], values: Values, path: Path = ()) -> Iterator[Path]:
    """Where a text may stand in a part: what is written, and what is left out."""
    for name, shape in shapes(part).items():
        value = values.get(name)
        if shape.part and isinstance(value, dict):
            yield from texts(shape.part, value, (*path, name))
        elif shape.items and shape.items.part:
            for number, item in enumerate(value or []):
                yield from texts(shape.items.part, item, (*path, name, number))
        elif shape.items:
            yield (*path, name, len(value or []))
        elif not shape.part and _is_text(shape):
            yield (*path, name)


def put(values: Values, path: Path, text: str) -> None:
    """Write a text; at the end of a list, add it."""
    place: Any = values
    for step, following in itertools.pairwise(path):
        if isinstance(place, dict):
            place = place.setdefault(step, [] if isinstance(following, int) else {})
        else:
            place = place[step]
    if isinstance(place, list) and path[-1] == len(place):
        place.append(text)
    else:
        place[path[-1]] = text


def _lines(node: yaml.Node, path: Path = ()) -> Iterator[tuple[int, Path]]:
    """The line of each value and where it stands."""
    yield node.start_mark.line + 1, path
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key.start_mark.line + 1, (*path, key.value)
            yield from _lines(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield from _lines(item, (*path, number))


class _Dumper(yaml.SafeDumper):
    """Writes a text of several lines as a block."""


def _written(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _written)


class Attack:
    """A small catalogue in which every text that the checks allow is this one."""

    def __init__(self, tree: Tree, payload: str) -> None:
        self.tree, self.payload = tree, payload
        self._plain = {file: yaml.safe_load(tree.read(file)) for file in FILES}
        self.spots = {
            Spot(file, path) for file in FILES for path in texts(_kind(file), self._plain[file])
        }
        self.tried = len(self.spots)
        while self._refused():
            pass

    def _refused(self) -> bool:
        """Write what is left, and give up the spots that the checks name; whether there were any."""
        for file in FILES:
            written = yaml.dump(
                self._attacked(file), Dumper=_Dumper, allow_unicode=True, width=10**9
            )
            self.tree.write(file, written)
        checked = self.tree.check()
        if not checked.has_errors:
            return False
        named = {spot for p in checked.problems for spot in self._at(p.at.path, p.at.line)}
        assert named & self.spots, checked.report("text")
        self.spots -= named
        return True

    def _attacked(self, file: str) -> Values:
        values: Values = copy.deepcopy(self._plain[file])
        for spot in sorted((s for s in self.spots if s.file == file), key=lambda s: str(s.path)):
            put(values, spot.path, self.payload)
        return values

    def _at(self, file: str, line: int) -> Iterator[Spot]:
        if file in FILES:
            node = yaml.compose(self.tree.read(file), yaml.SafeLoader)
            assert node
            yield from (Spot(file, path) for at, path in _lines(node) if at == line)


def _kind(file: str) -> type[Record]:
    return KINDS[file.rpartition("/")[0]]
