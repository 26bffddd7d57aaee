"""How far a line must be indented that stands beside none of the lines above."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.yamltext.fault import indent_of, line_above
from generator.yamltext.source import Source, cut

_ANYHOW = "同一层的行左对齐；属于上一行的内容才多缩进两格，并且上一行冒号后面不再写内容。"
_ITEM = re.compile(r" *+-(?: |$)")
_KEY = re.compile(r" *+(?:- ++)*+([^\s:]++):(?: |$)")


def how_to_align(source: Source, number: int) -> str:
    """What to do with a line, in words; the line above is the likeliest neighbour."""
    line, above = source.line(number), source.line(line_above(source, number))
    found, before = indent_of(line), indent_of(above)
    is_item = _ITEM.match(line) is not None
    if is_item != (_ITEM.match(above) is not None):
        return _ANYHOW
    if found > before:
        return f"{_spaces(before)}，和上一行对齐；它是上一行的下级内容的，上一行冒号后面不再写内容。"
    if is_item:
        return f"{_spaces(before)}，和上一行对齐。"
    outer = [(abs(found - indent), indent, key) for indent, key, _ in _outer(source, number, before)]
    if not outer:
        return _ANYHOW
    _, indent, key = min(outer)
    return f"{_spaces(before)}，和上一行对齐；它要是和“{cut(key)}”同一层，{_spaces(indent)}。"


def beside_above(source: Source, number: int) -> tuple[str, tuple[str, ...]]:
    """The field in a line, and the fields that the line above stands under, from without."""
    key = _KEY.match(source.line(number))
    before = indent_of(source.line(line_above(source, number)))
    within = [name for _, name, is_item in _outer(source, number, before) if not is_item]
    return key[1] if key else "", tuple(reversed(within))


def _spaces(count: int) -> str:
    return f"行首改成 {count} 个空格" if count else "行首不留空格"


def _outer(source: Source, number: int, below: int) -> Iterator[tuple[int, str, bool]]:
    """The lines that the line above stands under, from within: indentation, field, whether it begins an item."""
    for above in range(number - 1, 0, -1):
        line = source.line(above)
        key = _KEY.match(line)
        if key and indent_of(line) < below:
            below = indent_of(line)
            yield below, key[1], _ITEM.match(line) is not None
