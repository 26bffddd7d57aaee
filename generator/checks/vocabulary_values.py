"""A value must stand in its vocabulary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Entry
from generator.problem import Location, Problem
from generator.records import RECORD_TYPES, Record
from generator.records.fields import Term
from generator.records.shape import marked, markers
from generator.records.vocabulary import Vocabulary, VocabularyTerm, near_terms, terms_listed
from generator.rule import each, whole


@dataclass(frozen=True, kw_only=True)
class NotInVocabulary(Problem):
    """字段写了词表里没有的值。

    为什么：这个字段只能写词表里的值，页面靠它显示统一的中文、靠它筛选。
    错的例子：mode: 面授
    对的例子：mode: in_person
    """

    code = "V105"
    says = "{label}应写词表“{vocabulary}”里的值，现在是“{found}”。"
    mend = "{nearest}"
    label: str
    vocabulary: str
    found: str
    nearest: str


@dataclass(frozen=True, kw_only=True)
class NoVocabulary(Problem):
    """有字段要用这个词表，词表文件却不在了。

    为什么：页面就没有中文可显示。
    错的例子：删去 catalogue/vocabularies/fee-kind.yml。
    对的例子：词表文件都留着；用不到的值从里面删。
    """

    code = "V109"
    says = "词表“{found}”不在了，记录里有字段要用它。"
    mend = "把这个文件放回来；要改名字，请维护者连程序一起改。"
    found: str


@each(Record)
def check(catalogue: Catalogue, entry: Entry[Record]) -> Iterator[Problem]:
    """Every value outside its vocabulary, with the nearest ones."""
    terms = catalogue.terms
    for path, term, value in marked(entry.record, Term):
        known = terms.get(term.vocabulary)
        if known is None or value is None or isinstance(value, list) or value in known:
            continue
        yield NotInVocabulary(
            at=entry.at(*path),
            label=entry.label(*path),
            vocabulary=catalogue.get(Vocabulary, term.vocabulary).name,
            found=str(value),
            nearest=_nearest(str(value), known, term.vocabulary),
        )


@whole
def missing(catalogue: Catalogue) -> Iterator[Problem]:
    """Vocabularies that are missing."""
    used = {term.vocabulary for record_type in RECORD_TYPES for term in markers(record_type, Term)}
    for name in sorted(used - set(catalogue.terms)):
        if (Vocabulary.kind, name) not in catalogue.unread:
            yield NoVocabulary(at=Location(f"{Vocabulary.folder}/{name}.yml"), found=name)


def _nearest(found: str, known: dict[str, VocabularyTerm], vocabulary: str) -> str:
    close = near_terms(found, known)
    return f"{'改成最接近的' if close else '可以写'}：{terms_listed(known, vocabulary, close)}"
