"""Which field a line belongs under that stands beside none: the type knows where its name can stand."""

from __future__ import annotations

from dataclasses import replace

from generator.problem import Problem
from generator.records.draft import label
from generator.records.envelope import Record
from generator.records.shape import Shape, shape_at, shapes
from generator.yamltext.syntax_problems import WrongIndent


def with_owner(problem: Problem, record_type: type[Record]) -> Problem:
    """A problem of indentation with the one remedy, where the field can stand beside the line above only."""
    if not isinstance(problem, WrongIndent) or not problem.within:
        return problem
    inner, outer = (_fields(record_type, path) for path in (problem.within, problem.within[:-1]))
    if problem.field not in inner or problem.field in outer:
        return problem
    owner = label(record_type, problem.within)
    return replace(problem, how=f"{problem.field} 是{owner}的下级字段：把行首改成 {problem.above} 个空格，和上一行对齐。")


def _fields(record_type: type[Record], names: tuple[str, ...]) -> dict[str, Shape]:
    """The fields of the part that stands under these names, or of each of its items."""
    shape: Shape | None = Shape(part=record_type)
    for name in names:
        part = (shape.items or shape).part if shape else None
        shape = shape_at(part, (name,)) if part else None
    part = (shape.items or shape).part if shape else None
    return shapes(part) if part else {}
