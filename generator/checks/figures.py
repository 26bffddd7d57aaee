"""A figure in an explanation stands in what the explanation rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Entry
from generator.figures import figures_of
from generator.problem import Problem
from generator.records import Record
from generator.rule import each
from generator.statements import Saying, sayings_of


@dataclass(frozen=True, kw_only=True)
class FigureWithoutGround(Problem):
    """解释里的数字，在它依据的条款或记录里找不到。

    为什么：读者会照着数字去办事。没有出处的数字不能写。
    错的例子：plain: 每人补贴1800元。（条款里没有1800）
    对的例子：plain: 文件没有写补贴多少钱。
    """

    code = "C103"
    says = "“{found}”在依据（{grounds}）里找不到。"
    mend = "照依据改这个数字；数字出自别处的，在 basis 或 records 里写上出处；没有出处的删去。"
    found: str
    grounds: str


@each(Record)
def check(catalogue: Catalogue, entry: Entry[Record]) -> Iterator[Problem]:
    """Figures that no cited clause and no cited record has."""
    for saying in sayings_of(entry):
        figures = figures_of(saying.text)
        if figures and saying.has_its_grounds(catalogue):
            known = {figure for words in saying.grounds(catalogue) for figure in figures_of(words)}
            for found in figures:
                if found not in known:
                    yield FigureWithoutGround(at=saying.at, found=found, grounds=_cited(saying))


def _cited(saying: Saying) -> str:
    return "、".join((*saying.clauses, *saying.records))
