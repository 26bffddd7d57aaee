"""What is said to be paid for is paid for: on the day a session ends, and wherever a course is free."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from generator.catalogue import Catalogue, Entry
from generator.problem import Problem
from generator.records import Course, Session, Subsidy
from generator.rule import each

AFTER_SUBSIDY = "free_after_subsidy"
FREE = frozenset({"free", AFTER_SUBSIDY})
MOST_LISTED = 3


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
class StandardBeginsTooLate(Problem):
    """课程写的补贴标准都从班次结课以后才起算，多半是新标准写在了旧标准的文件里。

    为什么：补贴按结课时有效的标准发。旧标准被盖掉，已经开的班就查不到该补多少。
    错的例子：把 valid_from: 2026-01-01 改成下一年的日期，金额也改成新的。
    对的例子：旧文件照原样留着，加上 valid_to；新标准另写一个文件。
    """

    code = "X403"
    says = "这项标准 {begins} 才起算，可是用它的 {count} 个班在那以前就结课：{sessions}。"
    mend = (
        "标准真的改了的：先把这个文件另存为 {successor}.yml，里面的 id 也写 {successor}，新的金额和日期留在那里；"
        "再照旧文件或备份，把这个文件的名称、金额、日期改回原来的，截止日期写 valid_to: {last}。"
        "标准没有改，只是日期写错的：改正 valid_from。"
    )
    begins: str
    count: int
    sessions: str
    last: str
    successor: str


@dataclass(frozen=True, kw_only=True)
class FreeWithoutGround(Problem):
    """课程写着免费或补贴后免费，却没有写补贴标准，也没有写来源。

    为什么：读者会照着“免费”来报名，所以要说得出钱从哪里来。
    错的例子：subsidies: []
    对的例子：subsidies: [ceshi-butie]
    """

    code = "X402"
    says = "“收费方式”（kind）写着{kind}，却没有“补贴标准”（subsidies），也没有说明费用的“来源”（sources）。"
    mend = (
        "{standard}在文件末尾加一行 subsidies: [{claimed}]（前面不空格）；通知里写明免费、库里没有这项标准的，"
        "在“来源”里那份通知的 title 下面加一行 backs: [fee]，和 title 左对齐。不知道是不是免费的：第{line}行改成 kind: fee_unknown"
    )
    kind: str
    line: int
    standard: str
    claimed: str


@each(Course)
def check(catalogue: Catalogue, entry: Entry[Course]) -> Iterator[Problem]:
    """Free courses for which nobody is said to pay."""
    course = entry.record
    if course.is_current and course.fee.kind in FREE and not course.subsidies and not _has_source(course):
        at = entry.at("fee", "kind")
        kind = catalogue.name_of("fee-kind", course.fee.kind)
        standard, claimed = _to_claim(_covering(catalogue, course))
        yield FreeWithoutGround(at=at, kind=kind, line=at.line, standard=standard, claimed=claimed)


@each(Session)
def in_time(catalogue: Catalogue, entry: Entry[Session]) -> Iterator[Problem]:
    """Sessions that no claimed subsidy covers; those that end before the first of them are told there."""
    session = entry.record
    course = catalogue.find((Course.kind,), session.course) if session.takes_place else None
    subsidies = _claimed(catalogue, cast("Course", course.record)) if course else []
    if not subsidies or session.ends_on < _first(subsidies).record.valid_from:
        return
    if not any(subsidy.record.period.covers(session.ends_on) for subsidy in subsidies):
        periods = "，".join(f"{subsidy.id}（{subsidy.record.period}）" for subsidy in subsidies)
        yield SessionOutsideSubsidy(at=entry.at("ends_on"), ends=str(session.ends_on), periods=periods)


@each(Course)
def begun(catalogue: Catalogue, entry: Entry[Course]) -> Iterator[Problem]:
    """Standards that begin after a session of the course has ended."""
    subsidies = _claimed(catalogue, entry.record)
    if not subsidies:
        return
    first = _first(subsidies)
    begins = first.record.valid_from
    sessions = catalogue.referring(entry.record, Session)
    earlier = [session for session in sessions if session.takes_place and session.ends_on < begins]
    if earlier:
        yield StandardBeginsTooLate(
            at=first.at("valid_from"),
            begins=str(begins),
            sessions="、".join(f"“{s.name}”（{s.ends_on}）" for s in earlier[:MOST_LISTED]),
            count=len(earlier),
            last=str(begins - datetime.timedelta(days=1)),
            successor=f"{first.id}-{begins.year}",
        )


def _claimed(catalogue: Catalogue, course: Course) -> list[Entry[Subsidy]]:
    """The standards that a current course claims; none while the period of one of them is reversed."""
    found = [catalogue.find((Subsidy.kind,), wanted) for wanted in course.subsidies] if course.is_current else []
    subsidies = [cast("Entry[Subsidy]", subsidy) for subsidy in found if subsidy]
    return [] if any(subsidy.record.period.is_reversed for subsidy in subsidies) else subsidies


def _first(subsidies: list[Entry[Subsidy]]) -> Entry[Subsidy]:
    """The standard that begins first."""
    return min(subsidies, key=lambda subsidy: subsidy.record.valid_from)


def _to_claim(standards: list[Subsidy]) -> tuple[str, str]:
    """When to claim a standard, and its id; where it is not the only one, a word that can be no id."""
    if len(standards) == 1:
        return f"按“{standards[0].name}”补的，", standards[0].id
    names = "或".join(f"“{standard.name}”（{standard.id}）" for standard in standards)
    return f"按{names}补的，" if names else "有补贴标准的，", "补贴标准的编号"


def _covering(catalogue: Catalogue, course: Course) -> list[Subsidy]:
    """The standards in force that cover the course's category and place."""
    standards = (s for s in catalogue.of(Subsidy) if s.is_current and s.is_sample == course.is_sample)
    return [
        standard
        for standard in standards
        if catalogue.contains(standard.region, course.region)
        and course.category in (standard.applies_to.categories or [course.category])
    ][:MOST_LISTED]


def _has_source(course: Course) -> bool:
    """Whether a source backs the fee; one that names no fields backs all but that a subsidy is paid."""
    fields = ({field.split(".")[0] for field in source.backs} for source in course.sources)
    backs_all = course.fee.kind != AFTER_SUBSIDY
    return any("fee" in backed or (backs_all and not backed) for backed in fields)
