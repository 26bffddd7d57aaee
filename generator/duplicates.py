"""Records that are perhaps one and the same: pairs, with the reason and the fields that differ."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import IntEnum
from itertools import combinations

from generator.catalogue import Catalogue, Entry
from generator.changes.fields import Effect, differences
from generator.changes.values import Words
from generator.checks.truth import MARK
from generator.records import (
    Base,
    Channel,
    Disclosure,
    Institution,
    Office,
    PastTraining,
    Policy,
    Record,
    Session,
    Subsidy,
)
from generator.ties import ALIKE, essence

NEAR = 0.85
"""Names are alike when so much of them is the same."""
NAMED = (*ALIKE, "policy", "channel", "competition", "past_training", "disclosure")
"""Types whose records are known by their names; a session is known by its course and day."""
_TELLS_APART = re.compile(r"[0-9一二三四五六七八九十甲乙丙丁ABCDabcd初中高上下春夏秋冬东南西北男女]")
"""Two names that differ in such a sign are meant to be two: 初级班, 2026年, 二期."""


class Reason(IntEnum):
    """Why two records are perhaps one, the surest first."""

    SAME_CREDIT_CODE = 0
    SAME_DOCUMENT = 1
    SAME_ADDRESS = 2
    SAME_PLACE = 3
    SAME_RUN = 4
    SAME_NAME = 5
    SAME_SIGNS = 6
    NEAR_NAME = 7
    OTHER_TYPE = 8

    @property
    def words(self) -> str:
        """As the report says it."""
        return (
            "统一社会信用代码一样",
            "文号一样",
            "网址一样",
            "地址一样",
            "同一门课程，同一天在同一个地方开课",
            "名称一样，只差空格、标点或“示例·”",
            "名称用的字一样，只是次序不同",
            "名称相近，地区相同",
            "种类不同，名称和地区一样",
        )[self]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records, why they are perhaps one, and the titles of the fields in which they differ."""

    reason: Reason
    first: Entry[Record]
    second: Entry[Record]
    differing: list[str]


Key = Callable[[Record], Hashable]
"""What records are told apart by; None for one that has nothing of the kind."""


def _same_run(record: Record) -> Hashable:
    return (record.course, record.starts_on, repr(record.place)) if isinstance(record, Session) else None


_IDENTITIES: tuple[tuple[Reason, type[Record], Key], ...] = (
    (Reason.SAME_CREDIT_CODE, Institution, lambda r: getattr(r, "uscc", None)),
    (Reason.SAME_DOCUMENT, Policy, lambda r: getattr(r, "doc_no", None)),
    (Reason.SAME_ADDRESS, Channel, lambda r: getattr(r, "url", None)),
    (Reason.SAME_ADDRESS, Disclosure, lambda r: getattr(r, "url", None)),
    (Reason.SAME_ADDRESS, Office, lambda r: getattr(r, "website", None)),
    (Reason.SAME_PLACE, Base, lambda r: _where(r, getattr(r, "address_text", None))),
    (Reason.SAME_PLACE, Institution, lambda r: _where(r, getattr(r, "address_text", None))),
    (Reason.SAME_RUN, Session, _same_run),
)
"""What no two records of a type should share."""


def pairs(catalogue: Catalogue) -> list[Pair]:
    """Every pair once, for its surest reason, in order of reason and file."""
    found: dict[tuple[str, str], tuple[Reason, Entry[Record], Entry[Record]]] = {}
    for reason, one, other in sorted(_all(catalogue), key=lambda pair: pair[0]):
        first, second = sorted((one, other), key=lambda entry: entry.file)
        found.setdefault((first.file, second.file), (reason, first, second))
    told = sorted(found.items(), key=lambda item: (item[1][0], item[0]))
    return [Pair(*pair, _differing(catalogue, pair[1], pair[2])) for _, pair in told]


def _all(catalogue: Catalogue) -> Iterator[tuple[Reason, Entry[Record], Entry[Record]]]:
    for reason, record_type, key in _IDENTITIES:
        for one, other in _sharing(_current(catalogue, record_type.kind), key):
            yield reason, one, other
    for kind in NAMED:
        yield from _of_name(catalogue, kind)
    yield from _of_other_types(catalogue)


def _current(catalogue: Catalogue, kind: str) -> list[Entry[Record]]:
    """The records that nothing took the place of; a training of the past has always ended."""
    return [
        entry
        for entry in catalogue.entries[kind].values()
        if entry.record.is_current or (kind == PastTraining.kind and not entry.record.replaced_by)
    ]


def _sharing(
    entries: list[Entry[Record]], key: Key
) -> Iterator[tuple[Entry[Record], Entry[Record]]]:
    """The first entry with a key, with each other that has the same."""
    seen: dict[Hashable, Entry[Record]] = {}
    for entry in entries:
        value = key(entry.record)
        if value is not None:
            first = seen.setdefault(value, entry)
            if first is not entry:
                yield first, entry


def _where(record: Record, address: str | None) -> Hashable:
    return (record.region, essence(address)) if address else None


def _named(record: Record) -> str:
    return essence(record.name.removeprefix(MARK))


def _of_name(catalogue: Catalogue, kind: str) -> Iterator[tuple[Reason, Entry[Record], Entry[Record]]]:
    """Records of a type with the same name in a 市（州）, or nearly the same in one division."""
    entries = _current(catalogue, kind)

    def area(record: Record) -> str:
        prefecture = catalogue.prefecture(record.region)
        return prefecture.code if prefecture else record.region

    for one, other in _sharing(entries, lambda record: (area(record), _named(record))):
        yield Reason.SAME_NAME, one, other
    for one, other in _sharing(entries, lambda record: (area(record), "".join(sorted(_named(record))))):
        yield Reason.SAME_SIGNS, one, other
    by_region: dict[str, list[Entry[Record]]] = defaultdict(list)
    for entry in entries:
        by_region[entry.record.region].append(entry)
    for of_region in by_region.values():
        for one, other in _near(of_region):
            if not _refer(catalogue, one, other):
                yield Reason.NEAR_NAME, one, other


def _near(entries: list[Entry[Record]]) -> Iterator[tuple[Entry[Record], Entry[Record]]]:
    """The pairs whose names differ in little, and in nothing that tells two apart."""
    names = [_named(entry.record) for entry in entries]
    matcher = SequenceMatcher(autojunk=False)
    for later, name in enumerate(names):
        matcher.set_seq2(name)  # what is learnt of it serves for all the others
        for earlier in range(later):
            matcher.set_seq1(names[earlier])
            if _is_near(matcher) and not _TELLS_APART.search(_difference(matcher, names[earlier], name)):
                yield entries[earlier], entries[later]


def _is_near(matcher: SequenceMatcher[str]) -> bool:
    """Asked first of what costs little, since hardly any are."""
    return matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR and matcher.ratio() >= NEAR


def _difference(matcher: SequenceMatcher[str], one: str, other: str) -> str:
    parts = (one[a:b] + other[c:d] for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal")
    return "".join(parts)


def _of_other_types(catalogue: Catalogue) -> Iterator[tuple[Reason, Entry[Record], Entry[Record]]]:
    """Records of two types with one name, unless one refers to the other and so knows of it."""
    by_name: dict[tuple[str, str], list[Entry[Record]]] = defaultdict(list)
    for kind in NAMED:
        if kind != Subsidy.kind:  # a standard is named after what it pays
            for entry in _current(catalogue, kind):
                by_name[entry.record.region, _named(entry.record)].append(entry)
    for entries in by_name.values():
        for one, other in combinations(entries, 2):
            if one.record.kind != other.record.kind and not _refer(catalogue, one, other):
                yield Reason.OTHER_TYPE, one, other


def _refer(catalogue: Catalogue, one: Entry[Record], other: Entry[Record]) -> bool:
    return any(
        entry.record is by
        for entry, of in ((one, other), (other, one))
        for by in catalogue.referring(of.record, type(entry.record))
    )


def _differing(catalogue: Catalogue, first: Entry[Record], second: Entry[Record]) -> list[str]:
    if first.record.kind != second.record.kind:
        return []
    words = Words(catalogue)
    changes = differences(words, words, first.record, second.record)
    return list(dict.fromkeys(c.label for c in changes if c.effect is not Effect.GROUNDS))
