"""A policy, clause by clause; each clause with the records that carry it out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Catalogue
from generator.pages import wording
from generator.pages.cards import policy_card
from generator.pages.context import Context, slug
from generator.pages.page import Link, Page
from generator.pages.parts import Card, Envelope, Fact, Heading
from generator.records import RECORD_TYPES, Course, Policy, Record
from generator.records.policy import PolicyClause

SHOWN = 3
TITLES = {record_type.kind: record_type.title for record_type in RECORD_TYPES}


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause: the words, what they mean, and what carries it out."""

    id: str
    heading: str
    original: list[str]
    plain: str
    easy: str
    links: list[Link]


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

    @property
    def contents(self) -> list[Heading]:
        """The clauses, for the list at the top of the page."""
        return [Heading(clause.heading, clause.id) for clause in self.clauses]


@dataclass(frozen=True, slots=True)
class PoliciesView:
    """Policies: the seed first, then those in force, then the others."""

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
        first=[policy_card(context, p) for p in first],
        current=[policy_card(context, p) for p in rest if p.lifecycle == "in_force"],
        others=[policy_card(context, p) for p in rest if p.lifecycle != "in_force"],
    )


def _known_as(policy: Policy) -> str:
    """Its number and its clauses: who asks for 实施对象 wants the clause, not the courses that cite it."""
    return "。".join(filter(None, (policy.doc_no, *(clause.heading for clause in policy.clauses))))


def view(context: Context, policy: Policy) -> PolicyView:
    """The view of one policy."""
    catalogue = context.catalogue
    superseding = policy.superseded_by
    based = [p for p in catalogue.referring(policy, Policy) if policy.id in p.based_on]
    lifecycle, note = context.term("policy-lifecycle", policy.lifecycle), _lifecycle_note(policy)
    return PolicyView(
        envelope=context.envelope(policy),
        lifecycle_title="政策状态" if note.startswith(lifecycle) else f"政策状态：{lifecycle}",
        lifecycle_kind="info" if policy.lifecycle == "in_force" else "ended",
        lifecycle_note=note,
        summary=policy.summary or "",
        facts=_facts(context, policy),
        based_on=context.links(catalogue.get(Policy, i) for i in policy.based_on),
        basis_of=context.links(based),
        superseded_by=context.link(catalogue.get(Policy, superseding)) if superseding else None,
        clauses=[_clause(context, policy, clause) for clause in policy.clauses],
    )


def _lifecycle_note(policy: Policy) -> str:
    if policy.lifecycle_note:
        return policy.lifecycle_note
    words = {
        "in_force": "本文件现行有效。",
        "target_period_over": "目标期已结束，请向当地经办机构核实现行政策。",
        "revised": "本文件已修订，请看新的文件。",
        "revoked": "本文件已废止，不再执行。",
    }
    return words.get(policy.lifecycle, "本文件是否现行还没有核实。")


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
    reference = f"{policy.id}#{clause.id}"
    users = [entry.record for entry in context.catalogue.clause_users.get(reference, [])]
    return ClauseView(
        id=clause.id,
        heading=clause.heading,
        original=[line for line in clause.original.splitlines() if line.strip()],
        plain=clause.plain or "",
        easy=clause.easy_read or "",
        links=[*_category_links(context, reference), *_user_links(context, users)],
    )


def _category_links(context: Context, reference: str) -> list[Link]:
    """Lists of courses by the terms that the clause names."""
    links = []
    for key, vocabulary in (("category", "training-category"), ("needs", "accommodation")):
        for term_id, term in context.catalogue.terms[vocabulary].items():
            if term.clause == reference:
                text = f"{term.name}课程" if key == "category" else f"提供“{term.name}”的课程"
                links.append(Link(text, context.url(f"lists/{key}-{slug(term_id)}.html")))
    return links


def _user_links(context: Context, users: list[Record]) -> list[Link]:
    """The first records of each type that rest on the clause; courses stand in their lists."""
    links = []
    kinds = dict.fromkeys(record.kind for record in users if context.record_url(record))
    for kind in kinds:
        records = [r for r in users if r.kind == kind]
        if kind == Course.kind:
            continue
        links += [Link(f"{TITLES[kind]}：{r.name}", context.record_url(r)) for r in records[:SHOWN]]
    return links
