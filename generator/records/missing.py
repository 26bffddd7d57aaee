"""Where a field that is lacking is to be added: below the field that it follows in its part."""

from __future__ import annotations

from generator.problem import Location
from generator.records.draft import Draft
from generator.records.shape import Path, shapes
from generator.yamltext import Mapping, Scalar


def place_of(draft: Draft, path: Path) -> tuple[Location, str]:
    """A place that the text has, and in words what to add there."""
    name, node, part = str(path[-1]), draft.node(path[:-1]), draft.part(path[:-1])
    if not isinstance(node, Mapping) or not node.keys or part is None:
        return draft.at(path[:-1]), f"加上一行“{name}: ”"
    order = list(shapes(part))
    earlier = [one for one in order[: order.index(name)] if one in node.keys]
    above = earlier[-1] if earlier else next(iter(node.keys))
    if _in_braces(node):
        return draft.at(path[:-1]), f"在花括号里加上“{name}: ”，和别的字段用半角逗号隔开"
    at = Location(draft.file, node.keys[above].line, node.keys[above].column)
    return at, _words(node, above, name, before=not earlier)


def _in_braces(node: Mapping) -> bool:
    """Whether something stands before the first field: `{code: step_free}`."""
    first = next(iter(node.keys.values()))
    return (first.line, first.column) != (node.line, node.column)


def _words(node: Mapping, above: str, name: str, *, before: bool) -> str:
    """One line has the field above it, or the one that follows below it: no long value is cut in two."""
    key, value = node.keys[above], node.entries[above]
    line, aligned = f"加一行“{name}: ”", f"和 {above} 左对齐"
    following = [other for other in node.keys.values() if other.line > key.line]
    if before and key.column == 1:
        return f"在第{key.line}行（{above}）上面{line}，{aligned}"
    if isinstance(value, Scalar) and value.line == key.line and value.last <= key.line and "\n" not in value.value:
        return f"在第{key.line}行（{above}）下面{line}，{aligned}"
    if following:
        nearest = min(following, key=lambda other: other.line)
        return f"在第{nearest.line}行（{nearest.value}）上面{line}，和 {nearest.value} 左对齐"
    return f"在 {above} 这一段的下面{line}，{aligned}"
