"""A duty is told in the words of its clause, with the word that says how strong it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Entry
from generator.checks.quotations import seed_words
from generator.problem import Problem
from generator.records import Policy
from generator.records.policy import Duty
from generator.records.shape import Path
from generator.rule import each
from generator.statements import words_of

FORCES = "duty-force"
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, kw_only=True)
class DutyNotQuoted(Problem):
    """“谁要做什么”的原话在这一条里找不到。

    为什么：谁要做什么，要能在原文里一字不差地找到。
    错的例子：quote: 机构必须提供手语翻译
    对的例子：quote: 测试课程应当说明有哪些无障碍服务
    """

    code = "R107"
    says = "这句原话在条款“{clause}”里找不到：“{found}”。"
    mend = "从这一条的原文（没有原文的从要点）里照抄一段，一个字也不改。"
    clause: str
    found: str


@dataclass(frozen=True, kw_only=True)
class ForceNotInQuote(Problem):
    """原话里没有表示这种语气的词。

    为什么：“鼓励”不等于“应当”。写错了，读者会以为自己有了一项权利。
    错的例子：force: encourage
    对的例子：force: must
    """

    code = "R108"
    says = "语气写的是“{force}”（{value}），原话里没有这种语气的词（{words}）：“{found}”。"
    mend = "按原话里的词改语气，例如 force: {nearest}；或把原话抄到含这个词为止。"
    force: str
    value: str
    words: str
    found: str
    nearest: str


@each(Policy)
def check(catalogue: Catalogue, entry: Entry[Policy]) -> Iterator[Problem]:
    """Duties whose quotation is not in the clause, or has no word of their force."""
    policy = entry.record
    seed = (seed_words(catalogue, policy) or "") if any(clause.duties for clause in policy.clauses) else ""
    for position, clause in enumerate(policy.clauses):
        words = _SPACE.sub("", words_of(clause)) + seed if clause.duties else ""
        for number, duty in enumerate(clause.duties):
            at = ("clauses", position, "duties", number)
            if _SPACE.sub("", duty.quote) not in words:  # what differs from the seed is told by R104
                yield DutyNotQuoted(at=entry.at(*at, "quote"), clause=clause.heading, found=duty.quote)
            else:
                yield from _force(catalogue, entry, (*at, "force"), duty)


def _force(catalogue: Catalogue, entry: Entry[Policy], at: Path, duty: Duty) -> Iterator[Problem]:
    terms = catalogue.terms.get(FORCES, {})
    term = terms.get(duty.force)
    if term and term.words and not any(word in duty.quote for word in term.words):
        fitting = (key for key, other in terms.items() if any(word in duty.quote for word in other.words))
        yield ForceNotInQuote(
            at=entry.at(*at),
            force=term.name,
            value=duty.force,
            words="、".join(term.words),
            found=duty.quote,
            nearest=next(fitting, "state"),
        )
