"""Two records of one type and region with the same name are perhaps one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Entry
from generator.problem import Level, Problem
from generator.records import Record
from generator.rule import each
from generator.ties import ALIKE, name_key


@dataclass(frozen=True, kw_only=True)
class NamesAlike(Problem):
    """同一地区两条同类记录名称几乎一样。

    为什么：可能是重复收录，读者分不清该看哪一条。
    错的例子：同一个县有“盲人按摩初级班”和“盲人按摩（初级班）”两条课程。
    对的例子：名称里写出区别，例如 盲人按摩初级班（晚班）
    """

    code = "I107"
    level = Level.SUGGESTION
    says = "名称“{found}”与同一地区的 {other} 几乎一样。"
    mend = "是同一个就合并成一条；不是就在名称里写出区别，如班型、等级。"
    found: str
    other: str


@each(Record)
def check(catalogue: Catalogue, entry: Entry[Record]) -> Iterator[Problem]:
    """Names that differ only by blanks, punctuation, width or case; told of each but the first."""
    if entry.kind not in ALIKE or not entry.record.is_current:
        return
    first = catalogue.tied(name_key(entry.record))[0]
    if first is not entry:
        yield NamesAlike(at=entry.at("name"), found=entry.record.name, other=first.file)
