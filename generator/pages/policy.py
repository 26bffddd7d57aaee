"""A policy, clause by clause: the words of the document beside plain ones, and what changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Catalogue
from generator.pages import wording
from generator.pages.cards import policy_card
from generator.pages.clause import lifecycle_note, paragraphs
from generator.pages.context import Context, clause_path
from generator.pages.page import Link, Page
from generator.pages.parts import Card, Envelope, Fact, Heading
from generator.records import GlossaryTerm, Policy, Question, SelfCheck
from generator.records.policy import PolicyClause


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause: the words, what they mean, and where the rest of it stands."""

    id: str
    heading: str
    original: list[str]
    gist: list[str]
    plain: list[str]
    more: Link


@dataclass(frozen=True, slots=True)
class PolicyView:
    """All that the page of a policy says."""

    envelope: Envelope
    lifecycle_title: str
    lifecycle_kind: str
    lifecycle_note: str
    summary: str
    facts: list[Fact]
    based_on: list[Link]
    basis_of: list[Link]
    superseded_by: Link | None
    clauses: list[ClauseView]
    changes: list[Fact]

    @property
    def contents(self) -> list[Heading]:
        """The clauses, for the list at the top of the page."""
        return [Heading(clause.heading, clause.id) for clause in self.clauses]


@dataclass(frozen=True, slots=True)
class PoliciesView:
    """Policies: the seed first, then those in force, then the others."""

    ways: list[Link]
    first: list[Card]
    current: list[Card]
    others: list[Card]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list and one page a policy."""
    context = Context(catalogue, "../")
    yield Page(
        path="policies/index.html",
        kind="policies",
        section="policies",
        title="政策",
        description="残疾人职业技能培训的政策和法律，原文逐条对照白话。",
        template="policies.html",
        build=partial(list_view, context),
        crumbs=context.crumbs(here="政策"),
    )
    for policy in catalogue.of(Policy):
        yield Page(
            path=f"policies/{policy.id}.html",
            kind="policy",
            section="policies",
            title=policy.name,
            description=policy.summary or f"《{policy.name}》{policy.doc_no or ''}。",
            template="policy.html",
            build=partial(view, context, policy),
            found_as=context.found_as("政策", policy, _known_as(policy)),
            crumbs=context.crumbs(("政策", "policies/index.html"), here=policy.name),
        )


def list_view(context: Context) -> PoliciesView:
    """Policies in groups, the newest first."""
    every = sorted(context.catalogue.of(Policy), key=lambda p: (str(p.issued_on or ""), p.id), reverse=True)
    first = [p for p in every if p.id == "sc-2021-8"]
    rest = [p for p in every if p.id != "sc-2021-8"]
    return PoliciesView(
        ways=ways(context),
        first=[policy_card(context, p) for p in first],
        current=[policy_card(context, p) for p in rest if p.lifecycle == "in_force"],
        others=[policy_card(context, p) for p in rest if p.lifecycle != "in_force"],
    )


def ways(context: Context) -> list[Link]:
    """The ways to what the policies say, besides reading them."""
    questions, terms = context.catalogue.of(Question), context.catalogue.of(GlossaryTerm)
    checks = [Link(c.name, context.url("self-check/index.html")) for c in context.catalogue.of(SelfCheck)[:1]]
    return [
        *([Link("常见问题", context.url("policies/questions/index.html"), f"{len(questions)}问")] if questions else []),
        *checks,
        *([Link("词语解释", context.url("glossary.html"), f"{len(terms)}个")] if terms else []),
    ]


def _known_as(policy: Policy) -> str:
    """Its number and its clauses: who asks for 实施对象 wants the clause, not the courses that cite it."""
    return "。".join(filter(None, (policy.doc_no, *(clause.heading for clause in policy.clauses))))


def view(context: Context, policy: Policy) -> PolicyView:
    """The view of one policy."""
    catalogue = context.catalogue
    superseding = policy.superseded_by
    based = [p for p in catalogue.referring(policy, Policy) if policy.id in p.based_on]
    lifecycle, note = lifecycle_note(context, policy)
    return PolicyView(
        envelope=context.envelope(policy),
        lifecycle_title=lifecycle,
        lifecycle_kind="info" if policy.lifecycle == "in_force" else "ended",
        lifecycle_note=note,
        summary=policy.summary or "",
        facts=_facts(context, policy),
        based_on=context.links(catalogue.get(Policy, i) for i in policy.based_on),
        basis_of=context.links(based),
        superseded_by=context.link(catalogue.get(Policy, superseding)) if superseding else None,
        clauses=[_clause(context, policy, clause) for clause in policy.clauses],
        changes=[Fact(wording.day(change.date), [change.text]) for change in policy.changes],
    )


def _facts(context: Context, policy: Policy) -> list[Fact]:
    effective = policy.effective
    in_force = wording.period(effective.starts_on, effective.ends_on) if effective else ""
    note = effective.note if effective else ""
    facts = [
        Fact("文号", [policy.doc_no or ""], note=policy.doc_no_note or ""),
        Fact("文号", [policy.doc_no_note or ""] if not policy.doc_no else []),
        Fact("发文机关", policy.issued_by),
        Fact("成文日期", [wording.day(policy.issued_on)], note=policy.issued_note or ""),
        Fact("成文日期", [policy.issued_note or ""] if not policy.issued_on else []),
        Fact("施行", [in_force], note=note or ""),
        Fact("适用地区", [context.place(policy)]),
        Fact("文件种类", [context.term("policy-type", policy.type)]),
    ]
    return [fact for fact in facts if any(fact.texts)]


def _clause(context: Context, policy: Policy, clause: PolicyClause) -> ClauseView:
    more = Link(f"简明版、谁要做什么、谁在落实：{clause.heading}", context.url(clause_path(policy, clause)))
    return ClauseView(
        id=clause.id,
        heading=clause.heading,
        original=paragraphs(clause.original or ""),
        gist=paragraphs(clause.gist or ""),
        plain=paragraphs(clause.plain or ""),
        more=more,
    )
