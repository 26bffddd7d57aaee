"""A clause: what it means, who owes what to whom, its words, and all that carries it out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import cast

from generator.catalogue import Catalogue, Entry
from generator.pages import wording
from generator.pages.citing import Word, words
from generator.pages.context import Context, clause_path, slug
from generator.pages.course_list import Counts, counted
from generator.pages.page import Link, Page
from generator.pages.parts import Cell, Fact, Row, SourceLine
from generator.pages.sheets import Part
from generator.records import (
    RECORD_TYPES,
    Channel,
    Course,
    Policy,
    Question,
    Record,
    SelfCheck,
    Vocabulary,
)
from generator.records.policy import Duty, PolicyClause
from generator.ties import clause_key

SHOWN = 5
UNLISTED = (Course, Question, SelfCheck, Vocabulary, Policy)
"""Courses stand in their lists, questions in a list of their own; the others carry nothing out."""
LISTS = {"training-category": "category", "accommodation": "needs"}


@dataclass(frozen=True, slots=True)
class Group:
    """The records of a type that carry the clause out."""

    title: str
    links: list[Link]
    count: int


@dataclass(frozen=True)
class Users:
    """The records that rest on a clause, as far as its page shows them."""

    courses: list[Course]
    questions: list[Question]
    others: list[Part[Record]]


@dataclass(frozen=True, slots=True)
class ClauseView:
    """All that the page of a clause says."""

    policy: Link
    notice_kind: str
    notice_title: str
    notice: str
    in_text: Link
    easy: list[str]
    plain: list[str]
    words: list[Word]
    duties: list[Row]
    forces: list[Fact]
    original: list[str]
    gist: list[str]
    courses: list[Link]
    groups: list[Group]
    questions: list[Link]
    previous: Link | None
    following: Link | None
    sources: list[SourceLine]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """One page a clause."""
    context, counts = Context(catalogue, "../../"), counted(catalogue)
    for policy in catalogue.of(Policy):
        for position, clause in enumerate(policy.clauses):
            title = f"{clause.heading}（{policy.doc_no or policy.name}）"
            yield Page(
                path=clause_path(policy, clause),
                kind="clause",
                section="policies",
                title=title,
                description=wording.shortened(clause.plain or clause.gist or clause.original or "", 80),
                template="clause.html",
                build=partial(view, context, counts, policy, position, _users(catalogue, policy, clause)),
                found_as=context.found_as("政策条款", policy, clause.heading),
                crumbs=context.crumbs(
                    ("政策", "policies/index.html"), (policy.name, f"policies/{policy.id}.html"), here=clause.heading
                ),
            )


def _users(catalogue: Catalogue, policy: Policy, clause: PolicyClause) -> Users:
    by_type: dict[str, list[Entry[Record]]] = defaultdict(list)
    for entry in catalogue.tied(clause_key(f"{policy.id}#{clause.id}")):
        by_type[entry.kind].append(entry)
    return Users(
        courses=cast("list[Course]", _shown(by_type[Course.kind])),
        questions=cast("list[Question]", [entry.record for entry in by_type[Question.kind]]),
        others=[
            Part(_shown(by_type[one.kind]), len(by_type[one.kind]), "")
            for one in RECORD_TYPES
            if one.address and one not in UNLISTED and by_type[one.kind]
        ],
    )


def _shown(entries: list[Entry[Record]]) -> list[Record]:
    return [entry.record for entry in entries[:SHOWN]]


def view(context: Context, counts: Counts, policy: Policy, position: int, users: Users) -> ClauseView:
    """The view of one clause."""
    clause = policy.clauses[position]
    reference = f"{policy.id}#{clause.id}"
    envelope = context.envelope(policy)
    lifecycle, note = lifecycle_note(context, policy)
    return ClauseView(
        policy=Link(f"《{policy.name}》{policy.doc_no or ''}", context.record_url(policy)),
        notice_kind="info" if policy.lifecycle == "in_force" else "ended",
        notice_title=lifecycle,
        notice=note,
        in_text=Link("在全文里看这一条", f"{context.record_url(policy)}#{clause.id}"),
        easy=sentences(clause.easy_read or ""),
        plain=paragraphs(clause.plain or ""),
        words=words(context, _own_texts(clause)),
        duties=[_duty(context, duty) for duty in clause.duties],
        forces=_forces(context, clause),
        original=paragraphs(clause.original or ""),
        gist=paragraphs(clause.gist or ""),
        courses=_courses(context, counts, reference, users.courses),
        groups=[_group(context, one) for one in users.others],
        questions=context.links(users.questions),
        previous=_neighbour(context, policy, position - 1),
        following=_neighbour(context, policy, position + 1),
        sources=envelope.sources,
    )


def lifecycle_note(context: Context, policy: Policy) -> tuple[str, str]:
    """What a notice is called, and what it says of whether the document holds."""
    lifecycle = context.term("policy-lifecycle", policy.lifecycle)
    words = {
        "in_force": "本文件现行有效。",
        "target_period_over": "目标期已结束，请向当地经办机构核实现行政策。",
        "revised": "本文件已修订，请看新的文件。",
        "revoked": "本文件已废止，不再执行。",
    }
    note = policy.lifecycle_note or words.get(policy.lifecycle, "本文件是否现行还没有核实。")
    return "政策状态" if note.startswith(lifecycle) else f"政策状态：{lifecycle}", note


def paragraphs(text: str) -> list[str]:
    """The lines of a text that say something."""
    return [line for line in text.splitlines() if line.strip()]


def sentences(text: str) -> list[str]:
    """One sentence a line, as short texts are read best."""
    return [f"{part}。" for line in paragraphs(text) for part in line.split("。") if part.strip()]


def _own_texts(clause: PolicyClause) -> list[str]:
    return [clause.easy_read or "", clause.plain or "", *(duty.what for duty in clause.duties)]


def _duty(context: Context, duty: Duty) -> Row:
    to = f"对{duty.to}：" if duty.to else ""
    return Row(Cell(duty.who), [Cell(context.term("duty-force", duty.force)), Cell(to + duty.what), Cell(duty.quote)])


def _forces(context: Context, clause: PolicyClause) -> list[Fact]:
    """What each force that the clause uses means."""
    used = {duty.force for duty in clause.duties}
    terms = context.catalogue.terms["duty-force"]
    return [Fact(term.name, [term.help or ""]) for key, term in terms.items() if key in used]


def _courses(context: Context, counts: Counts, reference: str, courses: list[Course]) -> list[Link]:
    """The lists of courses by the terms that the clause names; else the courses that rest on it."""
    links = []
    for vocabulary, key in LISTS.items():
        for term_id, term in context.catalogue.terms[vocabulary].items():
            if term.clause == reference:
                path = f"lists/{key}-{slug(term_id)}"
                text = f"{term.name}课程" if key == "category" else f"提供“{term.name}”的课程"
                links.append(Link(text, context.url(f"{path}.html"), counts()[path]))
    return links or context.links(courses)


def _group(context: Context, users: Part[Record]) -> Group:
    record_type = type(users.records[0])
    title = "平台、热线和机制" if record_type is Channel else record_type.title
    return Group(title, context.links(users.records), users.count)


def _neighbour(context: Context, policy: Policy, position: int) -> Link | None:
    if not 0 <= position < len(policy.clauses):
        return None
    clause = policy.clauses[position]
    return Link(clause.heading, context.url(clause_path(policy, clause)))
