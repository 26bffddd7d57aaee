"""An official word in an explanation is one that the glossary explains."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Entry
from generator.problem import Level, Problem
from generator.records import Channel, GlossaryTerm, Record
from generator.rule import each
from generator.statements import sayings_of

VOCABULARIES = ("certificate-type", "priority-group", "base-type", "programme", "fee-kind")
"""The vocabularies whose names are words of documents, not of every day."""
EVERYDAY = frozenset({"其他", "残疾妇女", "免费", "自费", "不发证", "未核实"})


@dataclass(frozen=True, kw_only=True)
class WordNotExplained(Problem):
    """解释里用了官方词，词语表里没有它。

    为什么：读者不认识这个词，就看不懂这句话；词语表里有的，页面会自动在旁边解释。
    错的例子：plain: 合格后发专项职业能力证书。（词语表里没有“专项职业能力证书”）
    对的例子：先在 catalogue/glossary/ 里写好“专项职业能力证书”的意思。
    """

    code = "C104"
    level = Level.SUGGESTION
    says = "官方词“{word}”在词语表里没有解释。"
    mend = "在词语表里加一条“{word}”，写上意思；或在这里换成平常话。"
    word: str


@each(Record)
def check(catalogue: Catalogue, entry: Entry[Record]) -> Iterator[Problem]:
    """Official words that an explanation uses and no entry of the glossary explains; each once a text."""
    for saying in sayings_of(entry):
        unexplained, explained = catalogue.once(official_words)
        for word in unexplained:
            if word in saying.text and not any(word in known and known in saying.text for known in explained):
                yield WordNotExplained(at=saying.at, word=word)


def official_words(catalogue: Catalogue) -> tuple[list[str], list[str]]:
    """The official words that the glossary does not explain, and all words that it explains."""
    explained = sorted({word for term in catalogue.of(GlossaryTerm) for word in (term.name, *term.also)})
    official = sorted(_official(catalogue))
    return [word for word in official if not any(known in word for known in explained)], explained


def _official(catalogue: Catalogue) -> set[str]:
    """Names that documents use: values of vocabularies, and platforms that have no page of their own."""
    terms = (catalogue.terms.get(vocabulary, {}).values() for vocabulary in VOCABULARIES)
    names = {term.name for listed in terms for term in listed}
    return names - EVERYDAY - {channel.name for channel in catalogue.of(Channel)}
