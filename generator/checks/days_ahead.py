"""What can be asked for ahead says how many days ahead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Entry
from generator.problem import Problem
from generator.records import Record
from generator.records.accommodation import Accommodation
from generator.rule import each

FIELDS = ("accommodations", "accommodations_override")
ON_REQUEST = "on_request"
_DAYS = "days_ahead: 天数"
_WITHIN = f"在 on_request 后面加上半角逗号、空格和 {_DAYS}"


@dataclass(frozen=True, kw_only=True)
class DaysAheadMissing(Problem):
    """服务写着可提前申请，没有写要提前几天。

    为什么：读者要算着日子去说，晚了就请不到手语翻译。
    错的例子：accommodations: [{code: sign_language, state: on_request}]
    对的例子：accommodations: [{code: sign_language, state: on_request, days_ahead: 7}]
    """

    code = "A201"
    says = "“{service}”写着可提前申请（on_request），应写“提前天数”（days_ahead），现在没有。"
    mend = "问清要提前几天的：{where}（写问到的天数）；还没有问清的，把第{line}行的 on_request 改成 unknown。"
    service: str
    line: int
    where: str


@each(Record)
def check(catalogue: Catalogue, entry: Entry[Record]) -> Iterator[Problem]:
    """Services on request without a number of days."""
    for field in FIELDS:
        for position, item in enumerate(getattr(entry.record, field, ())):
            if isinstance(item, Accommodation) and item.state == ON_REQUEST and item.days_ahead is None:
                service = catalogue.name_of("accommodation", item.code)
                at = entry.at(field, position, "state")
                in_one_line = entry.at(field, position, "code").line == at.line
                where = _WITHIN if in_one_line else f"在第{at.line}行下面加一行 {_DAYS}，和 state 左对齐"
                yield DaysAheadMissing(at=at, service=service, line=at.line, where=where)
