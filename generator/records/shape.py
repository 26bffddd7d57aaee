"""The shape of a record type, walked once: which field stands where, with its title and markers."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, TypeVar, Union, cast, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.records.envelope import Part

Path = tuple[str | int, ...]
"""Where a value stands in a record: field names and list positions."""

M = TypeVar("M")


@dataclass(frozen=True, slots=True)
class Shape:
    """What stands in one place: markers, the part it opens into, the shape of its items, or a value."""

    markers: tuple[object, ...] = ()
    part: type[Part] | None = None
    items: Shape | None = None
    info: FieldInfo | None = None
    value: object = None
    """The Python type of a single value."""

    @property
    def title(self) -> str:
        """The Chinese title of the field."""
        return (self.info.title if self.info else None) or ""

    @property
    def help(self) -> str:
        """What staff are told about the field."""
        return (self.info.description if self.info else None) or ""

    @property
    def is_required(self) -> bool:
        """Whether a record without the field is refused."""
        return self.info is not None and self.info.is_required()

    def marker(self, wanted: type[M]) -> M | None:
        """The marker of this class."""
        return next((marker for marker in self.markers if isinstance(marker, wanted)), None)

    def limit(self, name: str) -> int | None:
        """A limit of the value or of the number of items: `max_length`, `min_length`, `ge` or `le`."""
        found = (getattr(marker, name, None) for marker in self.markers)
        return next((limit for limit in found if isinstance(limit, int)), None)

    @property
    def example(self) -> str:
        """An example as text, or nothing."""
        examples = self.info.examples if self.info else None
        return str(examples[0]) if examples else ""


def _shape(annotation: object, metadata: tuple[object, ...], info: FieldInfo | None) -> Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(arguments[0], metadata + tuple(arguments[1:]), info)
    if origin in (Union, UnionType):
        kept = [argument for argument in arguments if argument is not NoneType]
        return _shape(kept[0], metadata, info)
    if origin is list:
        return Shape(_flat(metadata), None, _shape(arguments[0], (), info), info)
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return Shape(metadata, annotation, None, info)
    return Shape(_flat(metadata), None, None, info, annotation)


def _flat(metadata: tuple[object, ...]) -> tuple[object, ...]:
    """The markers, with the limits that stand inside a field of pydantic's own."""
    inner = [marker.metadata if isinstance(marker, FieldInfo) else [marker] for marker in metadata]
    return tuple(itertools.chain.from_iterable(inner))


@cache
def shapes(part: type[Part]) -> dict[str, Shape]:
    """The shape of each field of a part, by field name, in order."""
    return {
        name: _shape(info.annotation, tuple(info.metadata), info)
        for name, info in part.model_fields.items()
    }


def shape_at(part: type[Part], path: Path) -> Shape | None:
    """The shape of the place `path`, or None where the type has no such place."""
    current = Shape(part=part)
    for step in path:
        if isinstance(step, int):
            following = current.items
        else:
            following = shapes(current.part).get(step) if current.part else None
        if following is None:
            return None
        current = following
    return current


@cache
def _has_markers(part: type[Part], wanted: type) -> bool:
    return any(_bears(shape, wanted) for shape in shapes(part).values())


def _bears(shape: Shape, wanted: type) -> bool:
    if any(isinstance(marker, wanted) for marker in shape.markers):
        return True
    if shape.items is not None and _bears(shape.items, wanted):
        return True
    return shape.part is not None and _has_markers(shape.part, wanted)


def markers(part: type[Part], wanted: type[M]) -> Iterator[M]:
    """Every marker of this class that the fields of a type bear, however deep."""
    for shape in shapes(part).values():
        yield from _markers_of(shape, wanted)


def _markers_of(shape: Shape, wanted: type[M]) -> Iterator[M]:
    yield from (marker for marker in shape.markers if isinstance(marker, wanted))
    if shape.items is not None:
        yield from _markers_of(shape.items, wanted)
    if shape.part is not None:
        yield from markers(shape.part, wanted)


def marked(part: Part, wanted: type[M], path: Path = ()) -> Iterator[tuple[Path, M, object]]:
    """Every value under `part` whose field bears a marker of this class, with its place.

    Absent values (None) are yielded only for markers on the field itself, so that a rule may ask
    for what is missing.
    """
    for name, shape in _bearing(type(part), cast("type", wanted)):
        value = getattr(part, name)
        if value or shape.markers:
            yield from _marked_value(value, shape, wanted, (*path, name))


@cache
def _bearing(part: type[Part], wanted: type) -> list[tuple[str, Shape]]:
    """The fields that bear such a marker or open into one that does."""
    return [(name, shape) for name, shape in shapes(part).items() if _bears(shape, wanted)]


def _marked_value(
    value: object, shape: Shape, wanted: type[M], path: Path
) -> Iterator[tuple[Path, M, object]]:
    for marker in shape.markers:
        if isinstance(marker, wanted):
            yield path, marker, value
    if isinstance(value, Part):
        yield from marked(value, wanted, path)
    elif isinstance(value, list) and shape.items is not None:
        for position, item in enumerate(value):
            yield from _marked_value(item, shape.items, wanted, (*path, position))


P = TypeVar("P", bound=Part)


def parts(part: Part, wanted: type[P], path: Path = ()) -> Iterator[tuple[Path, P]]:
    """Every part of this type below `part`, with its place."""
    for name, shape in shapes(type(part)).items():
        if _opens_into(shape, wanted):
            yield from _parts_of(getattr(part, name), wanted, (*path, name))


def _parts_of(value: object, wanted: type[P], path: Path) -> Iterator[tuple[Path, P]]:
    if isinstance(value, wanted):
        yield path, value
    elif isinstance(value, Part):
        yield from parts(value, wanted, path)
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _parts_of(item, wanted, (*path, position))


def _opens_into(shape: Shape, wanted: type[Part]) -> bool:
    inner = shape.items.part if shape.items is not None else shape.part
    return inner is not None and (inner is wanted or _has_parts(inner, wanted))


@cache
def _has_parts(part: type[Part], wanted: type[Part]) -> bool:
    return any(_opens_into(shape, wanted) for shape in shapes(part).values())


def is_written(part: Part, path: Path) -> bool:
    """Whether the file has a value at this place; a default that nobody wrote is none."""
    value: object = part
    for step in path:
        if isinstance(value, Part) and step in value.model_fields_set:
            value = getattr(value, str(step))
        elif isinstance(value, list):
            value = value[int(step)]
        else:
            return False
    return True
