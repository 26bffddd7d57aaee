"""The order in which the fields of a record are written: that of its model."""

from __future__ import annotations

from functools import cache

from generator.records.envelope import Part
from generator.records.shape import Shape, shapes
from generator.yamltext.writing import Order


@cache
def order(part: type[Part]) -> Order:
    """The order of the fields of a type, however deep."""
    return Order({name: _below(shape) for name, shape in shapes(part).items()})


def _below(shape: Shape) -> Order:
    if shape.items is not None:
        return _below(shape.items)
    return order(shape.part) if shape.part else Order()
