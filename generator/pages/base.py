"""A training base: what kind it is, how to get there, its help, its courses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Catalogue
from generator.pages import wording
from generator.pages.cards import base_card, course_card
from generator.pages.context import Context
from generator.pages.page import Link, Page
from generator.pages.parts import Card, Envelope, Fact, ServiceGroup
from generator.records import Base, Course, Record

OPERATORS = ("institution", "office")
ABOVE = ("培训机构", "institutions/index.html")


@dataclass(frozen=True, slots=True)
class BaseView:
    """All that the page of a base says."""

    envelope: Envelope
    facts: list[Fact]
    partners: list[Link]
    arrive: str
    transport: list[str]
    services: list[ServiceGroup]
    courses: list[Card]
    clause: Link | None


@dataclass(frozen=True, slots=True)
class BasesView:
    """All bases."""

    cards: list[Card]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list; beside it stands one page a base."""
    context = Context(catalogue, "../")
    yield Page(
        path="bases/index.html",
        kind="bases",
        section="institutions",
        title="培训基地",
        description="残疾人职业培训基地和残健融合型实训基地，写明怎么到达、有什么无障碍服务。",
        template="bases.html",
        build=partial(list_view, context),
        crumbs=context.crumbs(ABOVE, here="培训基地"),
    )


def page(catalogue: Catalogue, base: Base) -> Page:
    """The page of a base."""
    context = Context(catalogue, "../")
    return Page(
        path=f"bases/{base.id}.html",
        kind="base",
        section="institutions",
        title=base.name,
        description=f"{base.name}，{context.place(base)}：{'、'.join(base.specialities)}。",
        template="base.html",
        build=partial(view, context, base),
        found_as=context.found_as("培训基地", base),
        crumbs=context.crumbs(ABOVE, ("培训基地", "bases/index.html"), here=base.name),
    )


def list_view(context: Context) -> BasesView:
    """Bases in order of region."""
    every = sorted(context.catalogue.of(Base), key=lambda b: (b.region, b.id))
    return BasesView([base_card(context, b) for b in every])


def view(context: Context, base: Base) -> BaseView:
    """The view of one base."""
    catalogue = context.catalogue
    clause = "sc-2021-8#4-4"
    return BaseView(
        envelope=context.envelope(base),
        facts=_facts(context, base),
        partners=context.links(_operator(context, partner) for partner in base.partners),
        arrive=base.arrive_text or "",
        transport=base.transport,
        services=context.services(base.accommodations),
        courses=[course_card(context, c) for c in catalogue.referring(base, Course)],
        clause=context.clause(clause) if clause in catalogue.clauses else None,
    )


def _operator(context: Context, operator_id: str) -> Record:
    entry = context.catalogue.find(OPERATORS, operator_id)
    if entry is None:
        raise KeyError(operator_id)
    return entry.record


def _facts(context: Context, base: Base) -> list[Fact]:
    operator = _operator(context, base.operator)
    designated = "，".join(w for w in (base.designated_by or "", wording.day(base.designated_on)) if w)
    facts = [
        Fact("基地类型", [context.listed("base-type", base.types)]),
        Fact("级别", [context.term("base-level", base.level)]),
        Fact("建设方式", [context.term("build-mode", base.build_mode)]),
        Fact("运营单位", [operator.name], context.record_url(operator)),
        Fact("地区", [context.place(base)]),
        Fact("地址", [base.address_text or ""]),
        Fact("可容纳", [f"{base.capacity}人" if base.capacity else ""]),
        Fact("命名", [designated]),
        Fact("特色", base.specialities),
    ]
    return [fact for fact in facts if any(fact.texts)]
