"""Dates, money, numbers and states in the words that a page says and a screen reader speaks."""

from __future__ import annotations

import datetime
from decimal import Decimal

from generator.records.course import AgeRange, Course
from generator.records.session import Session

TONES = {"available": "yes", "on_request": "ask", "unavailable": "no", "unknown": "unknown"}
SESSION_TONES = {"open": "yes", "upcoming": "ask", "full": "no", "cancelled": "no"}


def day(date: datetime.date | None) -> str:
    """2026年11月23日, without leading zeros."""
    return f"{date.year}年{date.month}月{date.day}日" if date else ""


def period(start: datetime.date | None, end: datetime.date | None) -> str:
    """From … to …, never with a dash, which some screen readers skip."""
    if start and end:
        return f"{day(start)}到{day(end)}"
    if start:
        return f"{day(start)}起"
    return f"到{day(end)}" if end else ""


def yuan(value: Decimal) -> str:
    """1800元, 62.5元: no separators, no trailing zeros."""
    text = f"{value:f}"
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text}元"


def duration(course: Course) -> str:
    """40课时，共5天."""
    parts = [f"{course.hours}课时"] if course.hours else []
    parts += [f"共{course.days}天"] if course.days else []
    return "，".join(parts)


def age(limits: AgeRange) -> str:
    """16周岁到60周岁."""
    if limits.min is not None and limits.max is not None:
        return f"{limits.min}周岁到{limits.max}周岁"
    return f"满{limits.min}周岁" if limits.min is not None else f"不超过{limits.max}周岁"


def enrolment_state(session: Session, today: datetime.date) -> str:
    """The state of a session on a day: what the record says, unless the dates have overtaken it.

    One of the ids of the vocabulary `session-state`, or `closed` for an enrolment that is over.
    """
    if session.state in {"started", "finished", "cancelled"}:
        return session.state
    if session.enrol.closes_on < today:
        return "closed"
    if session.state in {"upcoming", "open"}:
        return "open" if session.enrol.opens_on <= today else "upcoming"
    return session.state


def is_listed(session: Session, today: datetime.date) -> bool:
    """Whether readers may still enrol or wait for it: until the end of enrolment, not the start."""
    return enrolment_state(session, today) in {"open", "upcoming", "full"}


def shortened(text: str, length: int) -> str:
    """The text on one line, cut at `length` characters with an ellipsis."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 2] + "……"
