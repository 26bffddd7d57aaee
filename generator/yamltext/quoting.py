"""How one value is written: plain where every program reads the same text, else quoted or as `|` text.

The form depends on the value alone, so that a record has one form whoever wrote it. A value stays
without quotes when YAML takes it for text, or for something that is written back as the same text:
`510100`, `2026-11-23`, `true`; but `0735`, `9:30`, `yes`, `1e5` and `2026-1-5` are quoted.
"""

from __future__ import annotations

import datetime
import re

from generator.yamltext import slips
from generator.yamltext.source import quoted
from generator.yamltext.tree import Scalar

NULL_WORDS = frozenset({"", "~", "null", "Null", "NULL"})
"""What means nothing at all when it has no quotes."""
_OTHER_WORDS = frozenset(
    word
    for lower in ("y", "n", "yes", "no", "on", "off", "true", "false")
    for word in (lower, lower.title(), lower.upper())
) - {"true", "false"}
_NUMBER = re.compile(
    r"[-+]?(0b[01_]+|0o?[0-7_]+|0x[0-9a-fA-F_]+|\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
    r"|(\.[0-9_]+|[0-9][0-9_]*(:[0-5]?[0-9])*(\.[0-9_]*)?)([eE][-+]?[0-9]+)?)",
    re.ASCII,
)
_SAME_NUMBER = re.compile(r"0|-?([1-9][0-9]{0,14}|(0|[1-9][0-9]{0,8})\.[0-9]{0,5}[1-9])", re.ASCII)
_TIME = re.compile(r"\d{4}-\d\d?-\d\d?([Tt \t].*)?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_NEVER_FIRST = re.compile(r"[,\[\]{}#&*!|>'\"%@`=]|[-?:](?!\d)|<<")
_NEVER_INSIDE = re.compile(r":(?: |$)| #|[\t\n]")
_ESCAPED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})


def one_line(value: str, *, plain: bool = False) -> str:
    """The value on one line; `plain` says that null words stood without quotes and mean nothing."""
    if value in NULL_WORDS:
        return value if plain else quoted(value)
    if _stays_plain(value):
        return value
    if "\n" in value or "\t" in value:
        return f'"{value.translate(_ESCAPED)}"'
    return quoted(value)


def block(scalar: Scalar) -> tuple[str, list[str]] | None:
    """The sign and the lines of a text of several lines; None for a value that has to be on one."""
    value = scalar.value
    text = value.rstrip("\n")
    lines = text.split("\n")
    first = next((line for line in lines if line), "")
    blank = any(line.isspace() for line in lines)
    if "\n" not in value or "\t" in value or blank or not first or first.startswith(" "):
        return None
    ends = len(value) - len(text)
    sign = ("|-", "|", "|+")[min(ends, 2)]
    return sign, lines + [""] * (ends - 1)


def _stays_plain(value: str) -> bool:
    if value.strip(" \u3000") != value or _NEVER_FIRST.match(value) or _NEVER_INSIDE.search(value):
        return False
    return not _read_otherwise(value) and not slips.in_line(f"key: {value}") and not slips.in_line(f"- {value}")


def _read_otherwise(value: str) -> bool:
    """Whether YAML 1.1 or 1.2 takes it for something that is not written back as the same text."""
    if value in _OTHER_WORDS:
        return True
    if _TIME.fullmatch(value):
        return not _is_day(value)
    return bool(_NUMBER.fullmatch(value)) and not _SAME_NUMBER.fullmatch(value)


def _is_day(value: str) -> bool:
    try:
        return bool(_DAY.fullmatch(value) and datetime.date.fromisoformat(value))
    except ValueError:
        return False
