"""A course lies within what its institution is registered to teach, by kind, level and period: 备案范围."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.problem import Problem
from generator.records import Course, Institution, Session
from generator.records.institution import Scope

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


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Courses outside the scope of their institution, and sessions outside its periods."""
    for course in catalogue.of(Course):
        found = catalogue.find((Institution.kind,), course.institution)
        if not (course.is_current and found and isinstance(found.record, Institution)):
            continue
        scopes, lost = _matching(found.record.scope, course)
        if lost:
            yield from _outside(catalogue, course, found.record, lost)
        elif not any(scope.period.is_reversed for scope in scopes):
            yield from _in_time(catalogue, course, found.record, scopes)


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


def _outside(catalogue: Catalogue, course: Course, institution: Institution, step: str) -> Iterator[Problem]:
    certificate, occupation = course.certificate, course.occupation
    path, vocabulary, value = {
        "category": (("category",), "training-category", course.category),
        "project": (("project",), "", course.project),
        "occupation": (("occupation", "code"), "", occupation.code if occupation else None),
        "level": (("certificate", "level"), "certificate-level", certificate.level),
    }[step]
    if vocabulary and value not in catalogue.terms.get(vocabulary, {}):
        return  # told where the vocabulary is asked
    entry = catalogue.entry(course)
    yield CourseOutsideScope(
        at=entry.at(*path),
        label=entry.label(*path),
        found=f"是“{catalogue.name_of(vocabulary, value)}”" if value else "没有写",
        institution=institution.name,
        file=catalogue.entry(institution).file,
        known="、".join(dict.fromkeys(_words(catalogue, scope) for scope in institution.scope)) or "没有",
    )


def _words(catalogue: Catalogue, scope: Scope) -> str:
    """What a scope covers, in words: 岗位技能提升（项目：企业新型学徒制；等级：中级工、高级工）."""
    levels = "、".join(catalogue.name_of("certificate-level", level) for level in scope.levels)
    limits = (("项目", scope.project), ("职业", scope.occupation), ("等级", levels))
    more = "；".join(f"{title}：{value}" for title, value in limits if value)
    return catalogue.name_of("training-category", scope.category) + (f"（{more}）" if more else "")


def _in_time(
    catalogue: Catalogue, course: Course, institution: Institution, scopes: list[Scope]
) -> Iterator[Problem]:
    file = catalogue.entry(institution).file
    periods = [scope.period for scope in scopes]
    for session in catalogue.referring(course, Session):
        days = (session.starts_on, session.ends_on)
        if session.takes_place and not any(all(map(p.covers, days)) for p in periods):
            yield SessionOutsideScope(
                at=catalogue.entry(session).at("starts_on"),
                starts=str(session.starts_on),
                ends=str(session.ends_on),
                institution=institution.name,
                periods="，".join(dict.fromkeys(map(str, periods))),
                file=file,
            )
    ends = [period.last for period in periods if period.last]
    if course.status == "active" and len(ends) == len(periods) and max(ends) < catalogue.as_of:
        yield ScopeExpired(
            at=catalogue.entry(course).at("institution"),
            institution=institution.name,
            ended=str(max(ends)),
            today=str(catalogue.as_of),
            file=file,
        )
