"""The value of a field in the words that readers see."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from generator.catalogue import Catalogue
from generator.pages import wording
from generator.private_numbers import masked
from generator.records.fields import Clause, Division, Occupation, Refers, Term
from generator.records.shape import Shape, shapes

_TRUTH = {True: "是", False: "否"}
_MOST = 60
_AROUND = 8
"""So many characters are shown around what differs in a long text."""
_CUT = "……"


@dataclass(frozen=True)
class Words:
    """The words of one state: what a value is called in it. A value without a name stands as it is."""

    catalogue: Catalogue

    def of(self, shape: Shape, value: object) -> str:
        """A value, or the whole of a part, on one line and without private numbers; "" for none."""
        if value is None or value == "":
            return ""
        if shape.part:
            return self._part(shape.part, value)
        if isinstance(value, list):
            return "、".join(self.of(shape.items or Shape(), item) for item in value)
        return masked(" ".join(self._single(shape, value).split()))

    def plain(self, value: object) -> str:
        """A value as it stands in the file, where its name would not do."""
        return self.of(Shape(items=Shape()), value if isinstance(value, list) else [value])

    def _part(self, part: type, value: object) -> str:
        """Its first field as a name, the others with their titles."""
        values = ((s, getattr(value, name)) for name, s in shapes(part).items())
        found = [(s.title, self.of(s, one)) for s, one in values if one is not False]
        told = [(title, words) for title, words in found if words]
        rest = "；".join(f"{title}：{words}" for title, words in told[1:])
        return f"{told[0][1]}（{rest}）" if rest else told[0][1] if told else ""

    def _single(self, shape: Shape, value: object) -> str:
        if isinstance(value, bool):
            return _TRUTH[value]
        if isinstance(value, datetime.date):
            return wording.day(value)
        if isinstance(value, Decimal):
            return wording.yuan(value)
        text = str(value)
        return next((name for m in shape.markers if (name := self._name(m, text))), text)

    def _name(self, marker: object, value: str) -> str:
        catalogue = self.catalogue
        if isinstance(marker, Term):
            term = catalogue.terms.get(marker.vocabulary, {}).get(value)
            return term.name if term else ""
        if isinstance(marker, Refers):
            entry = catalogue.find(marker.to, value)
            return entry.record.name if entry else ""
        if isinstance(marker, Division):
            region = catalogue.regions.get(value)
            return region.full_name.removeprefix("四川省") or region.full_name if region else ""
        if isinstance(marker, Occupation):
            occupation = catalogue.occupations.get(value)
            return f"{occupation.name}（{value}）" if occupation else ""
        if isinstance(marker, Clause) and value in catalogue.clauses:
            policy, clause = catalogue.clauses[value]
            return f"{policy.doc_no or f'《{policy.name}》'} {clause.heading}"
        return ""


def excerpts(before: str, after: str) -> tuple[str, str]:
    """Both texts cut down to where they differ, when they are long."""
    if max(len(before), len(after)) <= _MOST:
        return before, after
    head = _alike(before, after)
    room = min(len(before), len(after)) - head
    tail = min(_alike(before[::-1], after[::-1]), room)
    return _window(before, head, tail), _window(after, head, tail)


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _window(text: str, head: int, tail: int) -> str:
    start, end = max(0, head - _AROUND), min(len(text), len(text) - tail + _AROUND)
    middle = text[start:end]
    if len(middle) > _MOST:
        middle, end = middle[:_MOST], 0
    return f"{_CUT if start else ''}{middle}{_CUT if end < len(text) else ''}" if text else ""
