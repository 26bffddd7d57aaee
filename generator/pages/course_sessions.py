"""The sessions of a course as its page shows them: those still listed in full, the others in a row."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages import wording
from generator.pages.context import Context
from generator.pages.page import Link
from generator.pages.parts import Cell, ContactBlock, Fact, Row, ServiceGroup
from generator.records import Base, Institution, Session


@dataclass(frozen=True, slots=True)
class SessionView:
    """One session that is still listed, in full."""

    id: str
    name: str
    state: str
    tone: str
    facts: list[Fact]
    steps: list[str]
    documents: list[str]
    contact: ContactBlock
    differences: list[ServiceGroup]


def _place_of(context: Context, session: Session) -> Cell:
    place = session.place
    if place.base:
        return Cell(*_pair(context.link(context.catalogue.get(Base, place.base))))
    if place.institution:
        return Cell(*_pair(context.link(context.catalogue.get(Institution, place.institution))))
    return Cell(f"线上：{place.online}")


def _pair(link: Link) -> tuple[str, str]:
    return link.text, link.url


def _state(context: Context, session: Session) -> Cell:
    state = wording.enrolment_state(session, context.catalogue.as_of)
    text = "报名已截止" if state == "closed" else context.term("session-state", state)
    return Cell(text, tone=wording.SESSION_TONES.get(state, "unknown"))


def listed_row(context: Context, session: Session) -> Row:
    """State, enrolment, course and place, the name leading to the details below."""
    return Row(
        Cell(session.name, f"#{session.id}"),
        [
            _state(context, session),
            Cell(wording.period(session.enrol.opens_on, session.enrol.closes_on)),
            Cell(wording.period(session.starts_on, session.ends_on)),
            _place_of(context, session),
        ],
    )


def past_row(context: Context, session: Session) -> Row:
    """State, course and place of a session that is over."""
    return Row(
        Cell(session.name),
        [
            _state(context, session),
            Cell(wording.period(session.starts_on, session.ends_on)),
            _place_of(context, session),
        ],
    )


def session_view(context: Context, session: Session) -> SessionView:
    """One session in full."""
    state = _state(context, session)
    return SessionView(
        id=session.id,
        name=session.name,
        state=state.text,
        tone=state.tone,
        facts=_session_facts(context, session),
        steps=session.enrol.how,
        documents=session.enrol.documents,
        contact=context.contact(session.contact, sample=session.is_sample),
        differences=context.services(session.accommodations_override),
    )


def _session_facts(context: Context, session: Session) -> list[Fact]:
    place = _place_of(context, session)
    facts = [
        Fact("报名时间", [wording.period(session.enrol.opens_on, session.enrol.closes_on)], note="截止当天仍可报名。"),
        Fact("上课时间", [wording.period(session.starts_on, session.ends_on)]),
        Fact("上课时段", [context.listed("time-pattern", session.pattern)]),
        Fact("上课地点", [place.text], place.url),
        Fact("名额", [f"{session.capacity}人" if session.capacity else ""]),
        Fact("陪护", [_companion(context, session)]),
        Fact("住宿", [_lodging(context, session)]),
        Fact("用餐", [session.meals or ""]),
        Fact("交通", [session.travel or ""]),
    ]
    return [fact for fact in facts if any(fact.texts)]


def _companion(context: Context, session: Session) -> str:
    companion = session.companion
    if companion is None:
        return ""
    words = [context.term("permission", companion.allowed)]
    words += [f"最多{companion.max}人"] if companion.max else []
    words += [companion.covered.rstrip("。")] if companion.covered else []
    return "，".join(words)


def _lodging(context: Context, session: Session) -> str:
    residential = session.residential
    if residential is None:
        return ""
    offered = context.term("accommodation-state", residential.offered)
    accessible = context.term("accommodation-state", residential.accessible)
    return f"住宿：{offered}；无障碍住宿：{accessible}"
