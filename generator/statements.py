"""What the site says in its own words of what documents say, and the words that each saying rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Entry
from generator.problem import Location
from generator.records import Policy, Record
from generator.records.policy import PolicyClause
from generator.records.shape import Path, parts
from generator.records.statement import CITABLE, Statement
from generator.yamltext import texts

EXPLANATIONS = ("plain", "easy_read")
"""The fields of a clause that explain it."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A text that explains, and the clauses and records that it rests on."""

    entry: Entry[Record]
    path: Path
    text: str
    clauses: tuple[str, ...]
    records: tuple[str, ...] = ()

    @property
    def at(self) -> Location:
        """Where it stands."""
        return self.entry.at(*self.path)

    def has_its_grounds(self, catalogue: Catalogue) -> bool:
        """Whether all that it cites is there; what is not is told elsewhere, and nothing follows from it."""
        records = all(catalogue.find(CITABLE, record_id) for record_id in self.records)
        return records and all(reference in catalogue.clauses for reference in self.clauses)

    def grounds(self, catalogue: Catalogue) -> Iterator[str]:
        """The words of the clauses and records cited; what does not exist is told elsewhere."""
        for reference in self.clauses:
            if reference in catalogue.clauses:
                yield from _of_clause(*catalogue.clauses[reference])
        for record_id in self.records:
            cited = catalogue.find(CITABLE, record_id)
            if cited:
                yield from texts(cited.tree)


def all_sayings(catalogue: Catalogue) -> Iterator[Saying]:
    """The explanations of clauses, then the statements of all records."""
    for policy in catalogue.of(Policy):
        yield from of_policy(catalogue, policy)
    for entry in catalogue.all_entries():
        yield from of_entry(entry)


def of_entry(entry: Entry[Record]) -> Iterator[Saying]:
    """The statements of a record."""
    for path, statement in parts(entry.record, Statement):
        yield Saying(entry, (*path, "text"), statement.text, tuple(statement.basis), tuple(statement.records))


def of_policy(catalogue: Catalogue, policy: Policy) -> Iterator[Saying]:
    """The explanations of its clauses; each rests on its clause."""
    entry = catalogue.entry(policy)
    for position, clause in enumerate(policy.clauses):
        reference = (f"{policy.id}#{clause.id}",)
        for name in EXPLANATIONS:
            if text := getattr(clause, name):
                yield Saying(entry, ("clauses", position, name), text, reference)
        for number, duty in enumerate(clause.duties):
            yield Saying(entry, ("clauses", position, "duties", number, "what"), duty.what, reference)


def words_of(clause: PolicyClause) -> str:
    """The words of the document, or what sources report of them."""
    return clause.original or clause.gist or ""


def _of_clause(policy: Policy, clause: PolicyClause) -> Iterator[str]:
    """Its words, and what the head of the document says: number, name and dates."""
    yield from (policy.name, policy.doc_no or "", clause.heading, words_of(clause))
    effective = policy.effective
    days = (policy.issued_on, *((effective.starts_on, effective.ends_on) if effective else ()))
    yield from (day.isoformat() for day in days if day)
