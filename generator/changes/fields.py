"""Two records of a type, compared field by field."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from generator.changes.values import Words, excerpts
from generator.records import Record
from generator.records.contact import PhoneLine
from generator.records.envelope import Part
from generator.records.fields import Term
from generator.records.shape import Shape, shapes


class Effect(IntEnum):
    """What a change means to readers, the worst first."""

    MONEY = 1
    DATE = 2
    PHONE = 3
    STATE = 4
    CONTENT = 5
    GROUNDS = 6

    @property
    def word(self) -> str:
        """As the report names it."""
        return ("金额", "日期", "电话", "状态", "内容", "来源和核实")[self - 1]

    @property
    def is_urgent(self) -> bool:
        """Whether readers lose a journey, money or a call when it is wrong."""
        return self < Effect.CONTENT


GROUNDS = ("sources", "verified_on", "verified_by", "verification", "review_by", "silenced")
"""Fields that say why a record may be believed."""
_BY_NAME = {"alert": Effect.STATE, **dict.fromkeys(GROUNDS, Effect.GROUNDS)}
STATES = frozenset(
    (
        *("session-state", "subsidy-status", "policy-lifecycle", "record-status"),
        *("directory-status", "accommodation-state", "data-class"),
    )
)
"""Vocabularies of what is open, in force or on offer."""
_NAMING = ("id", "redirect_from")
"""What makes a new name, told as such."""
_MOST_PAIRS = 10_000
_REORDERED = "次序变了"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that changes; of a list, what is taken out and what is put in."""

    label: str
    effect: Effect
    before: str
    after: str
    is_list: bool = False

    @property
    def words(self) -> str:
        """从 甲 改为 乙, as it is read aloud."""
        if self.before and self.after and not self.is_list:
            return f"从 {self.before} 改为 {self.after}"
        added, removed = ("加上", "去掉") if self.is_list else ("写上", "删去")
        parts = [f"{removed} {self.before}"] if self.before else []
        parts += [f"{added} {self.after}"] if self.after else []
        return "；".join(parts) or _REORDERED

    @property
    def sentence(self) -> str:
        """The field and what becomes of it."""
        return f"{self.label}：{self.words}"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a field stands: the titles down to it, and what all below it is about."""

    titles: tuple[str, ...] = ()
    effect: Effect | None = None

    def below(self, name: str, shape: Shape) -> _Place:
        """The place of a field; 报名截止 says enough without 报名."""
        repeated = bool(self.titles) and shape.title.startswith(self.titles[-1])
        titles = (*(self.titles[:-1] if repeated else self.titles), shape.title)
        return _Place(titles, self.effect or _BY_NAME.get(name))

    def item(self, name: str) -> _Place:
        return _Place((*self.titles[:-1], f"{self.titles[-1]}“{name}”"), self.effect)

    @property
    def label(self) -> str:
        return "的".join(self.titles)


class _Comparison:
    """Compares values of the state before with those after."""

    def __init__(self, before: Words, after: Words) -> None:
        self._before, self._after = before, after

    def part(self, place: _Place, part: type[Part], old: Part | None, new: Part | None) -> Iterator[FieldChange]:
        for name, shape in shapes(part).items():
            if name not in _NAMING or place.titles:
                there = place.below(name, shape)
                yield from self._field(there, shape, getattr(old, name, None), getattr(new, name, None))

    def _field(self, place: _Place, shape: Shape, old: object, new: object) -> Iterator[FieldChange]:
        if old == new:
            return
        if shape.part:
            yield from self.part(place, shape.part, _part_or_none(old), _part_or_none(new))
        elif shape.items and shape.items.part:
            yield from self._items(place, shape.items.part, _parts(old), _parts(new))
        else:
            yield self._value(place, shape, old, new)

    def _value(self, place: _Place, shape: Shape, old: object, new: object) -> FieldChange:
        effect = place.effect or _effect(shape)
        if shape.items is None:
            before, after = self._before.of(shape, old), self._after.of(shape, new)
            if before == after:  # another record of the same name
                before, after = (self._before.plain(value) for value in (old, new))
            return FieldChange(place.label, effect, *excerpts(before, after))
        gone, come = Counter(_list(old)) - Counter(_list(new)), Counter(_list(new)) - Counter(_list(old))
        before = self._before.of(shape, list(gone.elements()))
        after = self._after.of(shape, list(come.elements()))
        if before == after and gone:
            before, after = (self._before.plain(list(found)) for found in (gone, come))
        return FieldChange(place.label, effect, *excerpts(before, after), is_list=True)

    def _items(self, place: _Place, part: type[Part], old: list[Part], new: list[Part]) -> Iterator[FieldChange]:
        """A list of parts: items are the same by their first field, or when only one field differs."""
        was, now = _without_equal(old, new)
        pairs = _same_items(part, was, now)
        shape, first = Shape(part=part), next(iter(shapes(part)))
        about = place.effect or (Effect.PHONE if part is PhoneLine else None)
        for one, other in pairs:
            key = getattr(other, first)
            named = getattr(one, first) == key
            there = place.item(self._after.of(shapes(part)[first], key)) if named else place
            yield from self.part(_Place(there.titles, about), part, one, other)
        gone, come = _unpaired(was, now, pairs)
        if gone or come or not pairs:
            effect = place.effect or min((_worst(item) for item in [*gone, *come]), default=Effect.CONTENT)
            before = "、".join(self._before.of(shape, item) for item in gone)
            after = "、".join(self._after.of(shape, item) for item in come)
            yield FieldChange(place.label, effect, *excerpts(before, after), is_list=True)


def differences(before: Words, after: Words, old: Record, new: Record) -> list[FieldChange]:
    """The fields in which two records of one type differ, the worst for readers first."""
    found = _Comparison(before, after).part(_Place(), type(new), old, new)
    return sorted(found, key=lambda change: change.effect)


def _effect(shape: Shape) -> Effect:
    single = shape.items or shape
    if single.value is Decimal:
        return Effect.MONEY
    if single.value is datetime.date:
        return Effect.DATE
    term = single.marker(Term)
    return Effect.STATE if term and term.vocabulary in STATES else Effect.CONTENT


def _worst(item: Part) -> Effect:
    """What an item that comes or goes means."""
    if isinstance(item, PhoneLine):
        return Effect.PHONE
    written = (s for name, s in shapes(type(item)).items() if getattr(item, name) not in (None, []))
    return min((_effect(shape) for shape in written), default=Effect.CONTENT)


def _part_or_none(value: object) -> Part | None:
    return value if isinstance(value, Part) else None


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _parts(value: object) -> list[Part]:
    return [item for item in _list(value) if isinstance(item, Part)]


def _without_equal(old: list[Part], new: list[Part]) -> tuple[list[Part], list[Part]]:
    """The items of each list that the other has not."""
    in_old, in_new = (Counter(map(repr, items)) for items in (old, new))
    return _beyond(old, in_new), _beyond(new, in_old)


def _beyond(items: list[Part], others: Counter[str]) -> list[Part]:
    left, kept = others.copy(), []
    for item in items:
        if left[repr(item)] > 0:
            left[repr(item)] -= 1
        else:
            kept.append(item)
    return kept


def _same_items(part: type[Part], was: list[Part], now: list[Part]) -> list[tuple[Part, Part]]:
    """The items of two lists that are one item, changed."""
    first = next(iter(shapes(part)))
    pairs = _by_first_field(first, was, now)
    old, new = _unpaired(was, now, pairs)
    if len(old) * len(new) > _MOST_PAIRS:
        return pairs
    for item in old:
        near = next((one for one in new if _differing(part, item, one) == 1), None)
        if near is not None:
            new = [one for one in new if one is not near]
            pairs.append((item, near))
    return pairs


def _by_first_field(first: str, was: list[Part], now: list[Part]) -> list[tuple[Part, Part]]:
    old, new = ({str(getattr(item, first)): item for item in items} for items in (was, now))
    if len(old) != len(was) or len(new) != len(now):
        return []
    return [(old[key], item) for key, item in new.items() if key in old]


def _differing(part: type[Part], old: Part, new: Part) -> int:
    return sum(getattr(old, name) != getattr(new, name) for name in shapes(part))


def _unpaired(
    was: list[Part], now: list[Part], pairs: list[tuple[Part, Part]]
) -> tuple[list[Part], list[Part]]:
    paired = {id(one) for pair in pairs for one in pair}
    return [one for one in was if id(one) not in paired], [one for one in now if id(one) not in paired]
