"""A clause of a policy says something to readers: in plain words, or through the records that carry it out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Entry
from generator.problem import Level, Problem
from generator.records import Policy
from generator.rule import each
from generator.ties import clause_key


@dataclass(frozen=True, kw_only=True)
class BareClause(Problem):
    """条款既没有白话，也没有记录用到它。

    为什么：只有原文，读者看不懂它与自己有什么关系。
    错的例子：条款只写了 id、heading 和 original。
    对的例子：plain: 户口在四川的残疾人可以参加。
    """

    code = "C101"
    level = Level.SUGGESTION
    says = "条款“{clause}”没有“白话”（plain），也没有记录用到它。"
    mend = "加上 plain: 用平常话说的意思；或在相关记录的 policy_basis 里写 {reference}"
    clause: str
    reference: str


@each(Policy)
def check(catalogue: Catalogue, entry: Entry[Policy]) -> Iterator[Problem]:
    """Clauses with neither plain words nor records; while some records cannot be read, nobody knows."""
    if catalogue.unread:
        return
    clauses = entry.record.clauses
    for clause in {clause.id: clause for clause in clauses}.values():
        reference = f"{entry.id}#{clause.id}"
        if not (clause.plain or clause.easy_read or catalogue.tied(clause_key(reference))):
            at = entry.at("clauses", clauses.index(clause))
            yield BareClause(at=at, clause=clause.heading, reference=reference)
