"""A record file into the one form that records have, or left alone with the reasons why."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from generator.problem import Level, Problem
from generator.yamltext import slips
from generator.yamltext.characters import with_ordinary_han
from generator.yamltext.comments import Comments, find, without
from generator.yamltext.quoting import NULL_WORDS
from generator.yamltext.reader import read
from generator.yamltext.source import Source, cut
from generator.yamltext.tree import Mapping, Node, Scalar, Sequence
from generator.yamltext.writing import Order, write

_BOM = "\ufeff"
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Formatted:
    """The text in form, or None and what keeps the file from being read.

    None without a problem: the text in form would not read as the same record.
    """

    text: str | None
    problems: list[Problem]


def format_record(data: bytes, path: str, order: Order, dropped: Container[str] = ()) -> Formatted:
    """The same record in the one form; no value is changed but by a mend.

    Comments are kept, except the lines that are `dropped`.
    """
    mended = mend(data, order)
    tree, problems = read(mended, path)
    if tree is None or any(p.level is Level.ERROR for p in problems):
        return Formatted(None, read(data, path)[1])
    comments = without(find(Source(path, mended.decode()), tree), dropped)
    text = write(tree, comments, order)
    if not _is_same(text, tree, comments, path):
        return Formatted(None, [])
    return Formatted(text, [])


def mend(data: bytes, order: Order) -> bytes:
    """The text with byte order mark, line ends, radicals and full-width slips put right.

    Nothing but a mark and line ends differs in a file that reads without error.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return data
    text = with_ordinary_han(text.removeprefix(_BOM).replace("\r\n", "\n"))
    return "\n".join(slips.mended(text.split("\n"), order.names())).encode()


def _is_same(text: str, tree: Mapping, comments: Comments, path: str) -> bool:
    """Whether the text reads back without fault as this tree, with as many comments."""
    again, problems = read(text.encode(), path)
    if again is None or any(p.level is Level.ERROR for p in problems) or not same(tree, again):
        return False
    return _count(find(Source(path, text), again)) == _count(comments)


def _count(comments: Comments) -> int:
    return sum(
        len([line for line in (*notes.before, notes.beside, *notes.after) if line])
        for notes in comments.values()
    )


def same(one: Node, other: Node) -> bool:
    """Whether two trees say the same; the order of fields does not count."""
    if isinstance(one, Scalar) and isinstance(other, Scalar):
        is_null = one.value in NULL_WORDS
        return one.value == other.value and (not is_null or one.plain == other.plain)
    if isinstance(one, Sequence) and isinstance(other, Sequence):
        return len(one.items) == len(other.items) and all(map(same, one.items, other.items))
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.entries.keys() == other.entries.keys() and all(
            same(node, other.entries[name]) for name, node in one.entries.items()
        )
    return False


def first_difference(data: bytes, text: str) -> tuple[int, str] | None:
    """The first line in which a file is not as it should be, and its words; None when it is in form."""
    wanted = text.encode()
    if data == wanted:
        return None
    found, expected = data.split(b"\n"), wanted.split(b"\n")
    pairs = enumerate(zip(found, expected, strict=False), 1)
    number = next((n for n, (a, b) in pairs if a != b), min(len(found), len(expected)))
    return number, cut(found[number - 1].decode("utf-8", "replace").strip(), _SHOWN) or "（空行）"
