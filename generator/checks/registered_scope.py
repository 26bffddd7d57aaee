"""A course lies within what its institution is registered to teach, by kind, level and period: 备案范围."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from generator.catalogue import Catalogue, Entry
from generator.problem import Problem
from generator.records import Course, Institution, Session
from generator.records.institution import Scope
from generator.records.period import Period
from generator.rule import each

NO_LEVEL = "none"


@dataclass(frozen=True, kw_only=True)
class CourseOutsideScope(Problem):
    """课程的类别、项目、职业或等级，不在培训机构的备案范围里。

    为什么：机构只能办备案过的培训，超出范围的课程拿不到补贴，也可能发不了证。
    错的例子：category: student
    对的例子：category: craft
    """

    code = "X201"
    says = "{label}{found}，不在培训机构“{institution}”的备案范围（scope）里。"
    mend = "核对备案：备案里有，就在 {file} 的 scope 里补上；没有，就改本条，或换一家机构。现在备案的有：{known}。"
    label: str
    found: str
    institution: str
    file: str
    known: str


@dataclass(frozen=True, kw_only=True)
class SessionOutsideScope(Problem):
    """班次的日期超出了培训机构备案的有效期。

    为什么：备案到期后办的班不算数，学员拿不到补贴。
    错的例子：ends_on: 2029-04-30
    对的例子：ends_on: 2027-04-30
    """

    code = "X202"
    says = "这个班从 {starts} 到 {ends}，培训机构“{institution}”的备案有效期是 {periods}。"
    mend = "备案已经延期的，改 {file} 里 scope 的 valid_to；没有延期的，改班次的日期。"
    starts: str
    ends: str
    institution: str
    periods: str
    file: str


@dataclass(frozen=True, kw_only=True)
class ScopeExpired(Problem):
    """培训机构对这门课程的备案已经到期，课程还写着在用。

    为什么：备案到期的课程不能再招生，读者会白跑一趟。
    错的例子：valid_to: 2026-06-30
    对的例子：valid_to: 2028-12-31
    """

    code = "X203"
    says = "培训机构“{institution}”对这门课程的备案到 {ended} 为止（今天按 {today} 算）。"
    mend = "已经续办的，改 {file} 里 scope 的 valid_to；没有续办的，本条改成 status: paused"
    institution: str
    ended: str
    today: str
    file: str


@each(Course)
def check(catalogue: Catalogue, entry: Entry[Course]) -> Iterator[Problem]:
    """Courses outside the scope of their institution, and after the end of its registration."""
    course, found = entry.record, _registered(catalogue, entry.record)
    if found is None:
        return
    scopes, lost = _matching(found.record.scope, course)
    if lost:
        yield from _outside(catalogue, entry, found, lost)
    elif course.status == "active" and not any(scope.period.is_reversed for scope in scopes):
        yield from _expired(catalogue, entry, found, scopes)


@each(Session)
def in_time(catalogue: Catalogue, entry: Entry[Session]) -> Iterator[Problem]:
    """Sessions outside the periods for which the institution of their course is registered."""
    session = entry.record
    course = catalogue.find((Course.kind,), session.course) if session.takes_place else None
    if course is None or not isinstance(course.record, Course):
        return
    found = _registered(catalogue, course.record)
    periods = [scope.period for scope in _matching(found.record.scope, course.record)[0]] if found else []
    if found and periods and not any(period.is_reversed for period in periods):
        yield from _outside_periods(entry, found, periods)


def _registered(catalogue: Catalogue, course: Course) -> Entry[Institution] | None:
    """The institution of a current course."""
    found = catalogue.find((Institution.kind,), course.institution) if course.is_current else None
    return cast("Entry[Institution] | None", found)


def _matching(scopes: list[Scope], course: Course) -> tuple[list[Scope], str]:
    """The scopes that cover the course; when there is none, the field at which the last ones fail."""
    for step in ("category", "project", "occupation", "level"):
        left = [scope for scope in scopes if _covers(scope, course, step)]
        if not left:
            return [], step
        scopes = left
    return scopes, ""


def _covers(scope: Scope, course: Course, step: str) -> bool:
    if step == "category":
        return scope.category == course.category
    if step == "project":
        return scope.project in (None, course.project)
    if step == "occupation":
        return scope.occupation in (None, course.occupation.code if course.occupation else "")
    return not scope.levels or course.certificate.level in (NO_LEVEL, *scope.levels)


def _outside(
    catalogue: Catalogue, entry: Entry[Course], institution: Entry[Institution], step: str
) -> Iterator[Problem]:
    course = entry.record
    certificate, occupation = course.certificate, course.occupation
    path, vocabulary, value = {
        "category": (("category",), "training-category", course.category),
        "project": (("project",), "", course.project),
        "occupation": (("occupation", "code"), "", occupation.code if occupation else None),
        "level": (("certificate", "level"), "certificate-level", certificate.level),
    }[step]
    if vocabulary and value not in catalogue.terms.get(vocabulary, {}):
        return  # told where the vocabulary is asked
    yield CourseOutsideScope(
        at=entry.at(*path),
        label=entry.label(*path),
        found=f"是“{catalogue.name_of(vocabulary, value)}”" if value else "没有写",
        institution=institution.record.name,
        file=institution.file,
        known="、".join(dict.fromkeys(_words(catalogue, scope) for scope in institution.record.scope)) or "没有",
    )


def _words(catalogue: Catalogue, scope: Scope) -> str:
    """What a scope covers, in words: 岗位技能提升（项目：企业新型学徒制；等级：中级工、高级工）."""
    levels = "、".join(catalogue.name_of("certificate-level", level) for level in scope.levels)
    limits = (("项目", scope.project), ("职业", scope.occupation), ("等级", levels))
    more = "；".join(f"{title}：{value}" for title, value in limits if value)
    return catalogue.name_of("training-category", scope.category) + (f"（{more}）" if more else "")


def _outside_periods(
    entry: Entry[Session], institution: Entry[Institution], periods: list[Period]
) -> Iterator[Problem]:
    days = (entry.record.starts_on, entry.record.ends_on)
    if not any(all(map(period.covers, days)) for period in periods):
        yield SessionOutsideScope(
            at=entry.at("starts_on"),
            starts=str(entry.record.starts_on),
            ends=str(entry.record.ends_on),
            institution=institution.record.name,
            periods="，".join(dict.fromkeys(map(str, periods))),
            file=institution.file,
        )


def _expired(
    catalogue: Catalogue, entry: Entry[Course], institution: Entry[Institution], scopes: list[Scope]
) -> Iterator[Problem]:
    ends = [scope.period.last for scope in scopes if scope.period.last]
    if len(ends) == len(scopes) and max(ends) < catalogue.as_of:
        yield ScopeExpired(
            at=entry.at("institution"),
            institution=institution.record.name,
            ended=str(max(ends)),
            today=str(catalogue.as_of),
            file=institution.file,
        )
