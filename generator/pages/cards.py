"""Records as they stand in lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from generator.pages import wording
from generator.pages.context import Context
from generator.pages.parts import Card, CardFact, CardPart, Tag
from generator.pages.sheets import Part
from generator.records import Base, Channel, Course, Institution, Policy, Record, Session, Subsidy

R = TypeVar("R", bound=Record)

STATE_ORDER = ("open", "upcoming", "full")
STATE_WORDS = {"open": "报名中", "upcoming": "即将报名", "full": "名额已满", "none": "暂无报名"}


def cards(context: Context, records: Iterable[R], make: Callable[[Context, R], Card]) -> list[Card]:
    """The card of each record, made once for all pages at the same depth."""
    kept = context.catalogue.kept
    return [kept(("card", context.root, r.kind, r.id), partial(make, context, r)) for r in records]


def card_part(context: Context, part: Part[R], make: Callable[[Context, R], Card]) -> CardPart:
    """The cards of the first records of a list, and the way to all of them."""
    return CardPart(cards(context, part.records, make), part.count, context.url(part.path) if part.path else "")


def listed_sessions(context: Context, course: Course) -> list[Session]:
    """The sessions one may still enrol in or wait for, the one that closes first in front."""
    today = context.catalogue.as_of
    found = [s for s in context.catalogue.referring(course, Session) if wording.is_listed(s, today)]
    return sorted(found, key=lambda s: (s.enrol.closes_on, s.id))


def course_state(context: Context, course: Course) -> str:
    """`open`, `upcoming`, `full`, or `none`: the best of its sessions."""
    today = context.catalogue.as_of
    sessions = context.catalogue.referring(course, Session)
    states = {wording.enrolment_state(session, today) for session in sessions}
    return next((state for state in STATE_ORDER if state in states), "none")


def course_card(context: Context, course: Course) -> Card:
    """Region, what it costs, whom it is open to, and until when one can enrol."""
    state = course_state(context, course)
    facts = [
        CardFact("面向", context.listed("disability", course.disability_open)),
        CardFact("费用", context.term("fee-kind", course.fee.kind)),
        CardFact("方式", context.term("teaching-mode", course.mode)),
    ]
    if state == "open":
        closing = min(
            s.enrol.closes_on
            for s in listed_sessions(context, course)
            if wording.enrolment_state(s, context.catalogue.as_of) == "open"
        )
        facts.append(CardFact("报名截止", wording.day(closing)))
    return Card(
        title=course.name,
        url=context.record_url(course),
        kind=context.term("training-category", course.category),
        region=context.place(course),
        summary=course.summary,
        facts=facts,
        tags=[Tag(STATE_WORDS[state], wording.SESSION_TONES.get(state, "unknown"))],
        sample=course.is_sample,
    )


def institution_card(context: Context, institution: Institution) -> Card:
    """Type and listing state."""
    return Card(
        title=institution.name,
        url=context.record_url(institution),
        kind=context.term("institution-type", institution.type),
        region=context.place(institution),
        summary=institution.about or "",
        facts=[
            CardFact("目录清单", context.term("directory-status", institution.directory.status)),
            CardFact("课程", f"{context.catalogue.number_referring(institution, Course)}门"),
        ],
        sample=institution.is_sample,
    )


def base_card(context: Context, base: Base) -> Card:
    """Types, level and what it is good at."""
    return Card(
        title=base.name,
        url=context.record_url(base),
        kind=context.listed("base-type", base.types),
        region=context.place(base),
        summary="、".join(base.specialities),
        facts=[
            CardFact("级别", context.term("base-level", base.level)),
            CardFact("课程", f"{context.catalogue.number_referring(base, Course)}门"),
        ],
        sample=base.is_sample,
    )


def subsidy_card(context: Context, subsidy: Subsidy) -> Card:
    """Status, amount and period."""
    basis = context.term("amount-basis", subsidy.amount.basis)
    tone = "yes" if subsidy.status == "in_force" else "no"
    return Card(
        title=subsidy.name,
        url=context.record_url(subsidy),
        kind="补贴标准",
        region=context.place(subsidy),
        summary=subsidy.summary,
        facts=[
            CardFact("金额", f"{basis}{wording.yuan(subsidy.amount.value)}"),
            CardFact("补给", context.term("payee", subsidy.payee)),
            CardFact("有效期", wording.period(subsidy.valid_from, subsidy.valid_to)),
        ],
        tags=[Tag(context.term("subsidy-status", subsidy.status), tone)],
        sample=subsidy.is_sample,
    )


def policy_card(context: Context, policy: Policy) -> Card:
    """Number, date and lifecycle."""
    facts = [CardFact("文号", policy.doc_no)] if policy.doc_no else []
    date = wording.day(policy.issued_on) or policy.issued_note or ""
    facts += [CardFact("成文日期", date)] if date else []
    tone = "yes" if policy.lifecycle == "in_force" else "no"
    return Card(
        title=policy.name,
        url=context.record_url(policy),
        kind=context.term("policy-type", policy.type),
        region=context.place(policy),
        summary=policy.summary or "",
        facts=facts,
        tags=[Tag(context.term("policy-lifecycle", policy.lifecycle), tone)],
        sample=policy.is_sample,
    )


def channel_card(context: Context, channel: Channel) -> Card:
    """What it is, in a line."""
    facts = [CardFact(p.label, p.number) for p in channel.phones]
    return Card(
        title=channel.name,
        url=context.record_url(channel),
        kind=context.term("channel-type", channel.type),
        region=context.place(channel),
        summary=channel.summary,
        facts=facts,
        sample=channel.is_sample,
    )
