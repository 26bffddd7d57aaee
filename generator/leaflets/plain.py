"""A booklet as plain text fit for braille translation: a statement a line, headings between empty lines, no tables."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from generator.leaflets.booklet import Booklet, Group, Item, Part
from generator.pages.parts import Fact

_STATEMENT = re.compile(r"[^。！？；]+[。！？；]*[”’）》」]*")
_STOPS = tuple("。！？；：，、")
_AS_BLANK = dict.fromkeys(map(ord, "·•\t\n\u3000\xa0"), " ")
_UNSPEAKABLE = frozenset({"So", "Sk", "Cc", "Cf", "Co", "Cn", "Cs"})
"""Pictures, marks and what is not seen: no translator has a sign for them."""


@dataclass(frozen=True, slots=True)
class Line:
    """A statement, or a heading of a rank from 1 to 4; 0 is no heading."""

    text: str
    rank: int = 0


def lines(booklet: Booklet) -> list[Line]:
    """Every line, in the order of the paper."""
    told = [*_heading(booklet.title, 1), *_statements(booklet.day)]
    for text in [*booklet.lines, booklet.sample]:
        told += _statements(text)
    told += _address("网站", booklet.address)
    for part in booklet.parts:
        told += _part(booklet, part)
    return told


def as_text(told: list[Line]) -> str:
    """An empty line before and after each heading; lines are never wrapped."""
    written: list[str] = []
    for line in told:
        if line.rank and written and written[-1]:
            written.append("")
        written.append(line.text)
        if line.rank:
            written.append("")
    return "\n".join(written).rstrip("\n") + "\n"


def clean(text: str) -> str:
    """The text without what a translator stumbles over."""
    kept = "".join(c for c in text.translate(_AS_BLANK) if unicodedata.category(c) not in _UNSPEAKABLE)
    return " ".join(kept.split())


def _heading(text: str, rank: int) -> list[Line]:
    return [Line(found, rank)] if (found := clean(text)) else []


def _statements(text: str) -> Iterator[Line]:
    """A line a statement, each with its stop."""
    for found in _STATEMENT.findall(clean(text)):
        statement = found.strip()
        if statement:
            yield Line(statement if _is_ended(statement) else f"{statement}。")


def _is_ended(statement: str) -> bool:
    """Whether it has its stop; one that ends in an address is left without, as it might be read as a part of it."""
    return statement.rstrip("”’）》」")[-1:] in _STOPS or "://" in statement


def _address(what: str, address: str) -> list[Line]:
    """An address stands alone on its line, without a stop that could be taken for a part of it."""
    return [Line(f"{what}：{address}")] if address else []


def _part(booklet: Booklet, part: Part) -> Iterator[Line]:
    yield from _heading(part.title, 2)
    for item in part.items:
        yield from item_lines(item)
        yield from _address("网址", booklet.address_of(item.code))
    for text in part.lines:
        yield from _statements(text)
    yield from _address("网站上还有", booklet.address_of(part.code))


def item_lines(item: Item) -> Iterator[Line]:
    """The lines of one thing, its title first."""
    yield from _heading(item.title, 3)
    for text in [item.sample, *item.lines]:
        yield from _statements(text)
    yield from _facts(item.facts)
    for group in item.groups:
        yield from _heading(group.title, 4)
        yield from _group(group)


def _group(group: Group) -> Iterator[Line]:
    is_counted = group.is_ordered and len(group.lines) > 1
    for number, text in enumerate(group.lines, 1):
        yield from _statements(f"第{number}步：{text}" if is_counted else text)
    yield from _facts(group.facts)


def _facts(facts: list[Fact]) -> Iterator[Line]:
    for fact in facts:
        if len(fact.texts) == 1:
            yield from _statements(f"{fact.term}：{fact.texts[0]}")
        else:
            yield from _statements(f"{fact.term}：")
            for text in fact.texts:
                yield from _statements(text)
        yield from _statements(fact.note)
