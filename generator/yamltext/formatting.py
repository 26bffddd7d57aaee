"""A record file into the one form that records have, or left alone with the reasons why."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from generator.problem import Level, Location, Problem
from generator.yamltext import slips
from generator.yamltext.characters import with_ordinary_han
from generator.yamltext.comments import Comments, find, without
from generator.yamltext.quoting import NULL_WORDS
from generator.yamltext.reader import read
from generator.yamltext.source import Source
from generator.yamltext.tree import Mapping, Node, Scalar, Sequence
from generator.yamltext.writing import Order, write

_BOM = "\ufeff"


@dataclass(frozen=True, kw_only=True)
class NotInForm(Problem):
    """记录的写法与统一的样子不同：字段顺序、引号、缩进、行尾等。内容没有错。

    为什么：写法统一，比较改动时只看得到真正改了的地方；表格、表单和手写的记录也才一样。
    错的例子：region: "510100"
    对的例子：region: 510100
    """

    code = "T160"
    says = "写法与统一的样子不同，从这一行起：{found}"
    mend = "运行 catalogue fmt {path}，内容不会变。"

    found: str
    path: str


@dataclass(frozen=True, kw_only=True)
class WouldChange(Problem):
    """整理写法以后，读出来的内容会和原来不一样，所以没有动这个文件。

    为什么：整理只改写法，从不改内容；遇到拿不准的写法就留给人来改。
    错的例子：程序没有料到的引号或缩进。
    对的例子：照同类记录的写法手工改写这一处。
    """

    code = "T161"
    says = "整理写法会改变内容，所以这个文件没有动。"
    mend = "照同类记录手工改写；请把这个文件发给维护程序的人，这是程序的缺陷。"


@dataclass(frozen=True, slots=True)
class Formatted:
    """The text in form, or None and what keeps the file from being read."""

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
        return Formatted(None, [WouldChange(at=Location(path))])
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


def first_difference(data: bytes, text: str, path: str) -> NotInForm | None:
    """Where a file is first not as it should be; None when it is in form."""
    wanted = text.encode()
    if data == wanted:
        return None
    found, expected = data.split(b"\n"), wanted.split(b"\n")
    pairs = enumerate(zip(found, expected, strict=False), 1)
    number = next((n for n, (a, b) in pairs if a != b), min(len(found), len(expected)))
    shown = found[number - 1].decode("utf-8", "replace").strip()[:40] or "（空行）"
    return NotInForm(at=Location(path, number), found=shown, path=path)
