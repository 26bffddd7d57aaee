"""A problem of a record's text, told at the cell that the text came from."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import fields, replace

from generator.problem import Problem
from generator.records.messages import FieldProblem, MissingField
from generator.spreadsheets.problems import CellPlace, NotFilledIn
from generator.yamltext import Mapping
from generator.yamltext.comments import Path, places

_NAME = re.compile(r"（(\w+)）$", re.ASCII)
_KEY = re.compile(r"^(\w+: |- )", re.ASCII)


def in_cell(problem: Problem, tree: Mapping, cells: dict[Path, CellPlace], start: CellPlace) -> Problem:
    """The problem at its cell; `start` is where the record begins in the sheets."""
    path = _path_at(tree, problem.at.line, problem.at.column)
    if isinstance(problem, MissingField):
        name = _NAME.search(problem.label)
        below = _known(problem.part, cells, (name[1],) if name else ())
        return NotFilledIn(at=below or _known(problem.part, cells) or start, label=problem.label)
    told = replace(problem, at=_known(path, cells) or start)
    if isinstance(told, FieldProblem) and "example" in {field.name for field in fields(told)}:
        return replace(told, example=_KEY.sub("", told.example))
    return told


def _path_at(tree: Mapping, line: int, column: int) -> Path:
    """The last field or item that begins at or before a place."""
    found = list(places(tree))
    index = bisect_right([(place.line, place.column) for place in found], (line, column))
    return found[index - 1].path if index else ()


def _known(path: Path, cells: dict[Path, CellPlace], name: Path = ()) -> CellPlace | None:
    """The cell of the deepest part of a path that has one; with `name`, of that field below it.

    A part has no cell of its own: the first of its fields stands for it.
    """
    for length in range(len(path), -1, -1):
        sought = (*path[:length], *name)
        place = next((cells[key] for key in cells if sought and key[: len(sought)] == sought), None)
        if place is not None:
            return place
    return None
