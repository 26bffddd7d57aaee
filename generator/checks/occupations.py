"""An occupation code must be one on which two sources agree."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Entry
from generator.problem import Problem
from generator.records import Record
from generator.records.fields import Occupation
from generator.records.shape import marked
from generator.rule import each


@dataclass(frozen=True, kw_only=True)
class NoSuchOccupation(Problem):
    """职业编码不在职业编码表里。

    为什么：表里只收两个来源一致的编码，别的还不能当真。
    错的例子：code: 2-05-10-99
    对的例子：code: 2-05-10-00
    """

    code = "V107"
    says = "{label}写的职业编码“{found}”不在职业编码表里。"
    mend = "{nearest}"
    label: str
    found: str
    nearest: str


@each(Record)
def check(catalogue: Catalogue, entry: Entry[Record]) -> Iterator[Problem]:
    """Codes that the table does not have."""
    for path, _, value in marked(entry.record, Occupation):
        if not isinstance(value, str):
            continue
        known = catalogue.occupations
        if known and value not in known:
            close = difflib.get_close_matches(value, known, 3, 0.7)
            words = "、".join(f"{code}（{known[code].name}）" for code in close)
            yield NoSuchOccupation(
                at=entry.at(*path),
                label=entry.label(*path),
                found=value,
                nearest=f"最接近的是：{words}" if close else "核对编码；查不到就先不写这个字段。",
            )
