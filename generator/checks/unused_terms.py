"""A value of a vocabulary that no record uses, in a vocabulary that is used much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.problem import Level, Problem
from generator.records import Vocabulary
from generator.records.vocabulary import VocabularyTerm
from generator.rule import whole
from generator.ties import term_key, uses_key

TRUTH = "data-class"
"""The vocabulary of 真实 and 示例: a release leaves the samples out."""
MANY = 100
"""Of a vocabulary that is used less, an unused value says nothing: its records are yet to come."""


@dataclass(frozen=True, kw_only=True)
class UnusedTerm(Problem):
    """词表里的值没有一条记录用到，而这个词表用得很多。

    为什么：多半是写错了值，或两个值说的是一回事。筛选里会多出一个空的选项。
    错的例子：词表里添了“low”，几十条记录都没有用它。
    对的例子：只留用得到的值；文件点名的值写上依据条款（clause），没有用到也留着。
    """

    code = "C102"
    level = Level.SUGGESTION
    says = "词表“{vocabulary}”的值“{term}”（{name}）没有记录用到，这个词表已用了{uses}次。"
    mend = "写错的改正，多余的删去；要留着的，在本词表里写 silenced: [{{code: C102, reason: 为什么留着}}]"
    vocabulary: str
    term: str
    name: str
    uses: int


@whole
def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Values that nothing uses and no document names; while some records cannot be read, nobody knows."""
    if catalogue.unread:
        return
    for vocabulary, unused in _unused(catalogue):
        uses = len(catalogue.tied(uses_key(vocabulary.id)))
        for position, term in unused if uses >= MANY else []:
            yield UnusedTerm(
                at=catalogue.entry(vocabulary).at("terms", position, "id"),
                vocabulary=vocabulary.name,
                term=term.id,
                name=term.name,
                uses=uses,
            )


def _unused(catalogue: Catalogue) -> Iterator[tuple[Vocabulary, list[tuple[int, VocabularyTerm]]]]:
    """Each vocabulary with its terms, and their positions, that neither a record nor a document names."""
    for vocabulary in catalogue.of(Vocabulary):
        terms = [
            (position, term)
            for position, term in enumerate(vocabulary.terms if vocabulary.id != TRUTH else ())
            if not term.clause and not catalogue.tied(term_key(vocabulary.id, term.id))
        ]
        if terms:
            yield vocabulary, terms
