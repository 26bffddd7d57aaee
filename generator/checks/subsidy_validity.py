"""What is said to be paid for is paid for: on the day a session ends, and wherever a course is free."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.problem import Problem
from generator.records import Course, Session, Subsidy

FREE = frozenset({"free", "free_after_subsidy"})


@dataclass(frozen=True, kw_only=True)
class SessionOutsideSubsidy(Problem):
    """班次结课的那一天，课程写的补贴标准都不在有效期里。

    为什么：补贴按结课时有效的标准发。没有标准的时期，页面写暂无标准，不拿最近的来充数。
    错的例子：ends_on: 2029-01-31
    对的例子：ends_on: 2027-04-30
    """

    code = "X401"
    says = "这个班 {ends} 结课，课程写的补贴标准到那天都不管：{periods}。"
    mend = "新标准已经公布的，先收进 catalogue/subsidies，再写进课程的 subsidies；还没有公布的，这个班先不收。"
    ends: str
    periods: str


@dataclass(frozen=True, kw_only=True)
class FreeWithoutGround(Problem):
    """课程写着免费或补贴后免费，却没有写补贴标准，也没有写来源。

    为什么：读者会照着“免费”来报名，所以要说得出钱从哪里来。
    错的例子：subsidies: []
    对的例子：subsidies: [ceshi-butie]
    """

    code = "X402"
    says = "“收费方式”（kind）写着{kind}，却没有“补贴标准”（subsidies），也没有说明费用的“来源”（sources）。"
    mend = "加上 subsidies: [补贴标准的编号]，或在 sources 里写出处；都没有就改成 kind: fee_unknown"
    kind: str


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Sessions that no claimed subsidy covers; free courses for which nobody is said to pay."""
    for course in catalogue.of(Course):
        if not course.is_current:
            continue
        found = [catalogue.find((Subsidy.kind,), wanted) for wanted in course.subsidies]
        subsidies = [e.record for e in found if e and isinstance(e.record, Subsidy)]
        if subsidies and not any(subsidy.period.is_reversed for subsidy in subsidies):
            yield from _sessions(catalogue, course, subsidies)
        if course.fee.kind in FREE and not course.subsidies and not _has_source(course):
            yield FreeWithoutGround(
                at=catalogue.entry(course).at("fee", "kind"),
                kind=catalogue.name_of("fee-kind", course.fee.kind),
            )


def _sessions(catalogue: Catalogue, course: Course, subsidies: list[Subsidy]) -> Iterator[Problem]:
    periods = "，".join(f"{subsidy.id}（{subsidy.period}）" for subsidy in subsidies)
    for session in catalogue.referring(course, Session):
        if session.takes_place and not any(s.period.covers(session.ends_on) for s in subsidies):
            at = catalogue.entry(session).at("ends_on")
            yield SessionOutsideSubsidy(at=at, ends=str(session.ends_on), periods=periods)


def _has_source(course: Course) -> bool:
    """Whether a source backs the fee; one that names no fields backs all."""
    fields = ({field.split(".")[0] for field in source.backs} for source in course.sources)
    return any(not backed or "fee" in backed for backed in fields)
