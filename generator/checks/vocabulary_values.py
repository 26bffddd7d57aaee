"""A value must stand in its vocabulary."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.problem import Problem
from generator.records.fields import Term
from generator.records.shape import marked
from generator.records.vocabulary import Vocabulary, VocabularyTerm

SHOWN = 8


@dataclass(frozen=True, kw_only=True)
class NotInVocabulary(Problem):
    """这个字段只能写词表里的值，页面靠它显示统一的中文、靠它筛选。"""

    code = "V105"
    says = "{label}应写词表“{vocabulary}”里的值，现在是“{found}”。"
    mend = "{nearest}"
    label: str
    vocabulary: str
    found: str
    nearest: str


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Every value outside its vocabulary, with the nearest ones."""
    names = {v.id: v.name for v in catalogue.of(Vocabulary)}
    for entry in catalogue.all_entries():
        for path, marker, value in marked(entry.record, Term):
            known = catalogue.terms.get(marker.vocabulary)
            if known is None or value is None or isinstance(value, list) or value in known:
                continue
            yield NotInVocabulary(
                at=entry.at(*path),
                label=entry.label(*path),
                vocabulary=names[marker.vocabulary],
                found=str(value),
                nearest=_nearest(str(value), known, marker.vocabulary),
            )


def _nearest(found: str, known: dict[str, VocabularyTerm], vocabulary: str) -> str:
    by_name = {term.name: term_id for term_id, term in known.items()}
    close = [by_name[found]] if found in by_name else []
    close += difflib.get_close_matches(found.lower(), known, 3, 0.5)
    close += [by_name[name] for name in difflib.get_close_matches(found, by_name, 3, 0.5)]
    if close:
        words = "、".join(f"{term_id}（{known[term_id].name}）" for term_id in dict.fromkeys(close))
        return f"改成最接近的：{words}"
    some = "、".join(f"{term_id}（{term.name}）" for term_id, term in list(known.items())[:SHOWN])
    more = f" 等，全部见 catalogue/vocabularies/{vocabulary}.yml" if len(known) > SHOWN else ""
    return f"可以写：{some}{more}"
