"""Dates must be in order, and a state must fit the date it is looked at."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.catalogue import Catalogue, Entry
from generator.problem import Level, Problem
from generator.records import Institution, Policy, Record, Session, Subsidy
from generator.records.shape import Path
from generator.rule import each

GRACE = datetime.timedelta(days=90)
LEAP_DAY = "02-29"


@dataclass(frozen=True, kw_only=True)
class DatesOutOfOrder(Problem):
    """日期的先后颠倒了：有效期先起后止；报名开始、报名截止、开课、结课依次往后。

    为什么：颠倒的日期一定有一个写错了，读者会错过。
    错的例子：ends_on: 2027-02-01
    对的例子：ends_on: 2027-04-30
    """

    code = "D103"
    says = "{later_label}（{later}）不应早于{earlier_label}（{earlier}）。"
    mend = "{nearest}核对这两个日期，改正写错的一个。"
    nearest: str = ""
    earlier_label: str
    earlier: str
    later_label: str
    later: str


@dataclass(frozen=True, kw_only=True)
class OpenAfterClosing(Problem):
    """报名已经截止的班次还写着“报名中”。

    为什么：读者会白跑一趟。
    错的例子：closes_on: 2026-11-05
    对的例子：closes_on: 2026-12-20
    """

    code = "D104"
    says = "“班次状态”（state）写着报名中，但报名已于 {closed} 截止（今天按 {today} 算）。"
    mend = "{nearest}报名延期的，改 closes_on。"
    closed: str
    today: str
    nearest: str


@dataclass(frozen=True, kw_only=True)
class ReviewPassed(Problem):
    """过了复核期限还没有重新核实。

    为什么：内容可能已经变了，页面会提醒读者先去问。
    错的例子：review_by: 2026-10-31
    对的例子：review_by: 2027-05-31
    """

    code = "D105"
    level = Level.SUGGESTION
    says = "复核期限 {due} 已过（今天按 {today} 算）。"
    mend = "重新核实后，改写 verified_on 和 review_by。"
    due: str
    today: str


@dataclass(frozen=True, kw_only=True)
class ReviewLongPassed(ReviewPassed):
    """正式发布时，过期超过90天未复核的记录不能发布。

    为什么：太久没有核实的内容，读者不该当真。
    错的例子：正式发布那天，review_by 已过了半年。
    对的例子：review_by: 2027-05-31
    """

    code = "D106"
    level = Level.ERROR
    says = "复核期限 {due} 已过90天以上（今天按 {today} 算），正式发布不收。"


@each(Record)
def check(catalogue: Catalogue, entry: Entry[Record]) -> Iterator[Problem]:
    """Dates out of order, and reviews that are due."""
    for path in _orders(entry.record):
        yield from _order(entry, path)
    yield from _review(catalogue, entry)


@each(Session)
def closed(catalogue: Catalogue, entry: Entry[Session]) -> Iterator[Problem]:
    """Open sessions past their closing."""
    session = entry.record
    if session.state == "open" and session.enrol.closes_on < catalogue.as_of:
        yield OpenAfterClosing(
            at=entry.at("state"),
            closed=str(session.enrol.closes_on),
            today=str(catalogue.as_of),
            nearest=_after_closing(session, catalogue.as_of),
        )


def _after_closing(session: Session, today: datetime.date) -> str:
    if session.starts_on > today:
        return "改成 state: full（页面会写“报名已截止”）；"
    return f"改成 state: {'finished' if session.ends_on < today else 'started'}；"


def _orders(record: Record) -> list[tuple[Path, ...]]:
    """Chains of fields whose dates must not go back."""
    if isinstance(record, Session):
        return [(("enrol", "opens_on"), ("enrol", "closes_on"), ("starts_on",), ("ends_on",))]
    if isinstance(record, Subsidy):
        return [(("valid_from",), ("valid_to",))]
    if isinstance(record, Policy):
        return [(("effective", "starts_on"), ("effective", "ends_on"))]
    if isinstance(record, Institution):
        scopes = range(len(record.scope))
        return [(("scope", i, "valid_from"), ("scope", i, "valid_to")) for i in scopes]
    return []


def _value(record: object, path: Path) -> datetime.date | None:
    for step in path:
        record = record[step] if isinstance(step, int) else getattr(record, step, None)  # type: ignore[index]
    return record if isinstance(record, datetime.date) else None


def _order(entry: Entry[Record], chain: tuple[Path, ...]) -> Iterator[Problem]:
    for first, second in pairwise(chain):
        earlier, later = _value(entry.record, first), _value(entry.record, second)
        if earlier and later and later < earlier:
            yield DatesOutOfOrder(
                at=entry.at(*second),
                earlier_label=entry.label(*first),
                earlier=str(earlier),
                later_label=entry.label(*second),
                later=str(later),
                nearest=_other_year(earlier, later),
            )


def _other_year(earlier: datetime.date, later: datetime.date) -> str:
    """The same day in a year in which it comes soon after the earlier date."""
    for year in (earlier.year, earlier.year + 1):
        day = f"{year}-{later:%m-%d}"
        if str(earlier) <= day and year != later.year and f"{later:%m-%d}" != LEAP_DAY:
            return f"多半是年份写错：对照通知，是的就改成 {day}；不是这样就"
    return ""


def _review(catalogue: Catalogue, entry: Entry[Record]) -> Iterator[Problem]:
    due = entry.record.review_by
    if due is None or due >= catalogue.as_of:
        return
    kind = ReviewLongPassed if catalogue.release and catalogue.as_of - due > GRACE else ReviewPassed
    yield kind(at=entry.at("review_by"), due=str(due), today=str(catalogue.as_of))
