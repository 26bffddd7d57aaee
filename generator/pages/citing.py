"""Statements with what they rest on, and the official words they use, as they stand on a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.pages.context import Context
from generator.pages.page import Link
from generator.records import Channel, Office, Policy, Record
from generator.records.contact import PhoneLine
from generator.records.statement import CITABLE, Statement


@dataclass(frozen=True, slots=True)
class Said:
    """A statement and the clauses and records that it rests on."""

    text: str
    cites: list[Link]


@dataclass(frozen=True, slots=True)
class Word:
    """An official word in plain words."""

    name: str
    url: str
    plain: str


@dataclass(frozen=True, slots=True)
class AskLine:
    """Whom to ask: a hotline with its number, a platform, an office."""

    link: Link
    note: str
    phones: list[PhoneLine]


def said(context: Context, statement: Statement) -> Said:
    """One statement."""
    return Said(statement.text, cited(context, statement.basis, statement.records))


def all_said(context: Context, statements: Iterable[Statement]) -> list[Said]:
    """Each statement."""
    return [said(context, statement) for statement in statements]


def cited(context: Context, clauses: Iterable[str], record_ids: Iterable[str]) -> list[Link]:
    """What a text rests on: its clauses, then its records."""
    found = (context.catalogue.find(CITABLE, record_id) for record_id in record_ids)
    records = [_record_cited(context, entry.record) for entry in found if entry]
    return [*(clause_cited(context, clause) for clause in clauses), *records]


def clause_cited(context: Context, reference: str) -> Link:
    """A clause, and in words whether its document is past."""
    policy, _ = context.catalogue.clauses[reference]
    link = context.clause(reference)
    return Link(link.text + past(context, policy), link.url)


def past(context: Context, policy: Policy) -> str:
    """（目标期已结束）, or nothing while the document is in force."""
    if policy.lifecycle == "in_force":
        return ""
    return f"（{context.term('policy-lifecycle', policy.lifecycle)}）"


def _record_cited(context: Context, record: Record) -> Link:
    link = context.link(record)
    if not isinstance(record, Policy):
        return link
    number = f"（{record.doc_no}）" if record.doc_no else ""
    return Link(f"《{record.name}》{number}{past(context, record)}", link.url)


def words(context: Context, texts: Iterable[str]) -> list[Word]:
    """The words of the glossary that the texts use, in the order in which they are met."""
    found = {term.id: term for text in texts for term in context.official_words(text)}
    return [Word(t.name, context.url(f"glossary.html#{t.id}"), t.plain) for t in found.values()]


def asked(context: Context, record_ids: Iterable[str]) -> list[AskLine]:
    """Whom to ask, in the order of the record."""
    lines = []
    for record_id in record_ids:
        entry = context.catalogue.find(("channel", "office"), record_id)
        record = entry.record if entry else None
        if isinstance(record, Channel):
            lines.append(AskLine(context.link(record), record.fallback or "", record.phones))
        elif isinstance(record, Office):
            lines.append(AskLine(context.link(record), "", record.phones))
    return lines
