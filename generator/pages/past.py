"""过去办过什么: trainings and contests that were really held, with their sources; none to enrol in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Catalogue
from generator.pages import wording
from generator.pages.context import Context
from generator.pages.page import FoundAs, Page
from generator.pages.parts import Envelope, Fact
from generator.records import Competition, PastTraining


@dataclass(frozen=True, slots=True)
class PastItem:
    """One training or contest."""

    id: str
    envelope: Envelope
    facts: list[Fact]
    details: list[str]


@dataclass(frozen=True, slots=True)
class PastView:
    """All of them."""

    trainings: list[PastItem]
    competitions: list[PastItem]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """One page."""
    context = Context(catalogue, "")
    yield Page(
        path="past.html",
        kind="past",
        section="courses",
        title="过去办过什么",
        description="四川过去办过的残疾人培训和技能竞赛，有出处，都已结束，不能报名。",
        template="past.html",
        build=partial(view, context),
        found_as=FoundAs("往期"),
        crumbs=context.crumbs(("找课程", "courses/index.html"), here="过去办过什么"),
    )


def view(context: Context) -> PastView:
    """Trainings and contests."""
    catalogue = context.catalogue
    return PastView(
        trainings=[_training(context, t) for t in catalogue.of(PastTraining)],
        competitions=[_competition(context, c) for c in catalogue.of(Competition)],
    )


def _training(context: Context, training: PastTraining) -> PastItem:
    facts = [
        Fact("地区", [context.place(training)]),
        Fact("什么时候", [training.held_text or ""]),
        Fact("在哪里", [training.place_text or ""]),
        Fact("谁办的", [training.organiser or ""]),
        Fact("面向", [training.target or ""]),
    ]
    return _item(context, training, facts, training.facts)


def _competition(context: Context, competition: Competition) -> PastItem:
    facts = [
        Fact("什么时候", [wording.day(competition.held_on) or competition.held_text or ""]),
        Fact("在哪里", [competition.place_text or ""]),
        Fact("谁办的", [competition.organiser or ""]),
        Fact("规模", [competition.scale or ""]),
        Fact("项目", ["、".join(competition.events)]),
    ]
    return _item(context, competition, facts, [])


def _item(
    context: Context, record: PastTraining | Competition, facts: list[Fact], details: list[str]
) -> PastItem:
    shown = [fact for fact in facts if any(fact.texts)]
    return PastItem(record.id, context.envelope(record), shown, details)
