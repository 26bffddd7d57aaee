"""A page as it is read aloud, line by line, for people to look through."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.speech.names import name_of
from generator.speech.outline import heard, with_role
from generator.speech.role import FIELDS, LANDMARKS, Role
from generator.speech.roles import heading_level, role_of
from generator.speech.tables import CELL_ROLES
from generator.speech.tree import Element, Page, parse
from generator.speech.utterances import Spoken, utterances_of

BETWEEN = " ｜ "
"""Stands between the phrases of a line."""
_MARKS = {
    Role.BUTTON: "按钮",
    Role.CAPTION: "表名",
    Role.COLUMN_HEADER: "表头",
    Role.DEFINITION: "说明",
    Role.DISCLOSURE: "折叠",
    Role.IMAGE: "图片",
    Role.LINK: "链接",
    Role.LIST_ITEM: "列表项",
    Role.SEPARATOR: "分隔",
    Role.TERM: "术语",
}


@dataclass(frozen=True, slots=True)
class Line:
    """What one press of the down arrow reads."""

    phrases: tuple[str, ...]
    mark: str
    """What kind of thing it is, in a word or two for the reader; it is not spoken."""
    depth: int
    """How many lists, tables, landmarks and so on it stands in."""
    heading: str
    """The words of the heading, if it is one."""

    @property
    def words(self) -> str:
        """All that is spoken."""
        return BETWEEN.join(self.phrases)

    def __str__(self) -> str:
        """The words behind the indented mark."""
        return f"{'  ' * self.depth}〔{self.mark}〕{self.words}"


@dataclass(frozen=True, slots=True)
class Reading:
    """A page read from its top to its end."""

    path: str
    title: str
    lines: tuple[Line, ...]
    counts: dict[str, int]
    """How many landmarks, headings, tables, links and fields there are."""


def read(path: str, html: bytes, *, unfold: bool = False) -> Reading:
    """Read a page; `unfold` reads closed details as if they were open."""
    return read_parsed(path, parse(html), unfold=unfold)


def read_parsed(path: str, page: Page, *, unfold: bool = False) -> Reading:
    """The same for a page that is parsed already."""
    lines = tuple(_line(page, each) for each in utterances_of(page, unfold=unfold))
    return Reading(path, page.title, lines, _counts(page, unfold=unfold))


def _line(page: Page, spoken: Spoken) -> Line:
    around = (spoken.owner, *spoken.owner.ancestors())
    heading = next((each for each in around if role_of(each) is Role.HEADING), None)
    depth = sum(1 for each in spoken.containers if role_of(each) not in CELL_ROLES)
    words = name_of(page, heading) if heading else ""
    return Line(spoken.phrases, _mark(spoken.owner, heading), depth, words)


def _mark(owner: Element, heading: Element | None) -> str:
    if heading is not None:
        return f"标题{heading_level(heading)}"
    role = role_of(owner)
    if role is not Role.COLUMN_HEADER and owner.inside("td", "th", "tr"):
        return "表格行"
    return "填写" if role in FIELDS else _MARKS.get(role, "文字")


def _counts(page: Page, *, unfold: bool) -> dict[str, int]:
    elements = heard(page, unfold=unfold)
    kinds = {
        "界标": tuple(LANDMARKS),
        "标题": (Role.HEADING,),
        "表格": (Role.TABLE,),
        "链接": (Role.LINK,),
        "要填的": tuple(FIELDS),
    }
    return {kind: len(with_role(elements, *roles)) for kind, roles in kinds.items()}


def as_text(readings: Sequence[Reading]) -> str:
    """The readings for a person: a head of two lines, then a spoken line a line."""
    return "\n".join(map(_text, readings))


def _text(reading: Reading) -> str:
    counts = "，".join(f"{count} 个{kind}" for kind, count in reading.counts.items() if count)
    head = f"{reading.path}　{reading.title}\n共 {len(reading.lines)} 行；{counts}\n\n"
    return head + "".join(f"{line}\n" for line in reading.lines)


def as_json(readings: Sequence[Reading]) -> str:
    """The readings for a program."""
    return json.dumps([_plain(each) for each in readings], ensure_ascii=False, indent=1) + "\n"


def _plain(reading: Reading) -> dict[str, object]:
    lines = [
        {"mark": line.mark, "depth": line.depth, "phrases": list(line.phrases)}
        for line in reading.lines
    ]
    return {
        "page": reading.path,
        "title": reading.title,
        "counts": reading.counts,
        "lines": lines,
    }


FORMATS: dict[str, Callable[[Sequence[Reading]], str]] = {"text": as_text, "json": as_json}
