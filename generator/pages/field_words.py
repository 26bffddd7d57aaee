"""What may be written in a field, in words: from the markers that the check and the schema read."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from generator.catalogue import Catalogue
from generator.choices import choices_of
from generator.explanation import of_kind
from generator.pages.parts import Heading
from generator.records import RECORD_TYPES, OccupationTable, Part, RegionTable, Vocabulary
from generator.records.faults import RULES
from generator.records.fields import (
    Clause,
    Division,
    Markdown,
    Matching,
    Occupation,
    OfOffice,
    OfRealOnly,
    Refers,
    SeedFile,
    Term,
)
from generator.records.schema import Choice
from generator.records.shape import Shape

MOST_INLINE = 6
"""So many values are named beside the field; more are listed below, where each can be explained."""
Headings = dict[type[Part], Heading]
RULE_OF_TYPE = {int: "whole_number", Decimal: "money", bool: "truth", datetime.date: "date_form"}
TYPES = {record_type.kind: record_type for record_type in RECORD_TYPES}


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence on what may be written; `code` is typed as it stands, `values` can be chosen from."""

    text: str
    url: str = ""
    code: str = ""
    values: Sequence[Choice] = field(default_factory=list)


def words_of(catalogue: Catalogue, shape: Shape, parts: Headings) -> list[Words]:
    """All that is known of what a field may hold; `parts` are the places of the parts on the page."""
    single = shape.items or shape
    return [
        *_how_many(shape),
        *_opens_into(single, parts),
        *_listed(catalogue, single),
        *_named(single),
        *_form(single),
        *_range(single),
        *_who_may(shape),
        *_default(shape),
    ]


def _how_many(shape: Shape) -> Iterator[Words]:
    if shape.items is None:
        return
    least, most = shape.limit("min_length"), shape.limit("max_length")
    yield Words(f"{f'至少{least}项，' if least else ''}最多{most}项。")


def _opens_into(single: Shape, parts: Headings) -> Iterator[Words]:
    if single.part is not None:
        yield Words(f"写{parts[single.part].text}。", f"#{parts[single.part].id}")


def _listed(catalogue: Catalogue, single: Shape) -> Iterator[Words]:
    """The values of a vocabulary; tables of hundreds of codes are named by their file."""
    term = single.marker(Term)
    if term:
        found = choices_of(catalogue, term) or []
        if len(found) <= MOST_INLINE:
            yield Words("只能写：", values=found)
        else:
            name = catalogue.get(Vocabulary, term.vocabulary).name
            yield Words(f"“{name}”里的一个值，共{len(found)}个。", f"#{values_id(term.vocabulary)}")
    for marker, table, title in ((Division, RegionTable, "行政区划"), (Occupation, OccupationTable, "职业")):
        if single.marker(marker):
            files = "、".join(catalogue.entry(record).file for record in catalogue.of(table))
            yield Words(f"{title}代码，在这个文件里查：", code=files)


def values_id(vocabulary: str) -> str:
    """Where the values of a vocabulary stand on the page."""
    return f"values-{vocabulary}"


def _named(single: Shape) -> Iterator[Words]:
    """What the value is the name of."""
    refers = single.marker(Refers)
    for kind in refers.to if refers else ():
        record_type = TYPES[kind]
        yield Words(f"收录了的{record_type.title}的编号。", f"{kind}.html")
    if single.marker(SeedFile):
        yield Words("原文副本的路径，写法如", code="seeds/chuan-can-ban-2021-8.txt")
    if single.marker(Clause):
        yield Words("收录了的政策和条款。", "policy.html")
    if single.marker(OfOffice):
        yield Words("单位名称，不写个人。")


def _form(single: Shape) -> Iterator[Words]:
    """How it is spelled: the first sentence of the rule that refuses any other spelling."""
    matching = single.marker(Matching)
    kind = matching.kind if matching else next((k for t, k in RULE_OF_TYPE.items() if single.value is t), None)
    if kind:
        rule = RULES[kind]
        yield Words(of_kind(rule).meaning, f"../rules/{rule.code.lower()}.html")
    elif single.marker(Markdown):
        yield Words(f"文字{_length(single)}；可以分段，列点，加粗，写链接。")
    elif not single.part and not any(single.marker(m) for m in (Term, Division, Refers, SeedFile)):
        yield Words(f"文字{_length(single)}。")


def _length(single: Shape) -> str:
    shortest, longest = single.limit("min_length"), single.limit("max_length")
    least = f"，最少{shortest}字" if shortest and shortest > 1 else ""
    return f"{least}，最多{longest}字" if longest else least


def _range(single: Shape) -> Iterator[Words]:
    least, most = single.limit("ge"), single.limit("le")
    if least is not None:
        yield Words(f"不小于{least}。")
    if most is not None:
        yield Words(f"不大于{most}。")


def _who_may(shape: Shape) -> Iterator[Words]:
    real = shape.marker(OfRealOnly)
    if real:
        yield Words("真实记录必须写，示例不得写。" if real.required else "示例不得写。")


def _default(shape: Shape) -> Iterator[Words]:
    default = shape.info.get_default() if shape.info and not shape.is_required else None
    if isinstance(default, bool):
        yield Words("不写就是", code=str(default).lower())
    elif isinstance(default, str):
        yield Words("不写就是", code=default)
