"""All that changes between two states, and the one sentence that says it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.changes.fields import Effect, FieldChange
from generator.changes.pages import PageChanges, page_changes
from generator.changes.records import RecordChange, What, compare
from generator.changes.states import State
from generator.problem import Problem
from generator.records import Record
from generator.render.bodies import Body

Line = tuple[RecordChange, FieldChange]


@dataclass(frozen=True)
class Report:
    """The records and pages that change, and what must be mended in either state."""

    records: list[RecordChange]
    pages: PageChanges
    base_errors: list[Problem]
    head_errors: list[Problem]

    @property
    def has_errors(self) -> bool:
        """Whether something of a state could not be taken into account."""
        return bool(self.base_errors or self.head_errors)

    def of(self, what: What) -> list[RecordChange]:
        """The records that this becomes of."""
        return [change for change in self.records if change.what is what]

    @cached_property
    def urgent(self) -> list[Line]:
        """The changes by which readers lose money or a journey, the worst first."""
        lines = [(r, f) for r in self.records for f in r.fields if f.effect.is_urgent]
        return sorted(lines, key=lambda line: line[1].effect)

    @property
    def sentence(self) -> str:
        """新增 2 门课程，1 项补贴标准的金额从 … 改为 …，影响 3 个页面."""
        parts = [*self._counted(), *self._changed()]
        pages = len(self.pages.pages)
        if pages:
            parts.append(f"影响 {pages} 个页面")
        return f"{'，'.join(parts)}。" if parts else "记录和说明页没有改动。"

    def _counted(self) -> Iterator[str]:
        for what in (What.ADDED, What.REMOVED, What.RENAMED):
            counts = Counter(change.record_type for change in self.of(what))
            if counts:
                yield f"{what.word} {'、'.join(_count(n, t) for t, n in counts.items())}"

    def _changed(self) -> Iterator[str]:
        """The urgent changes by type and effect; the number of the other records that change."""
        groups: dict[tuple[Effect, type[Record]], list[Line]] = defaultdict(list)
        for record, change in self.urgent:
            groups[change.effect, record.record_type].append((record, change))
        yield from (_said(effect, lines) for (effect, _), lines in groups.items())
        others = Counter(r.record_type for r in self.of(What.CHANGED) if not r.worst.is_urgent)
        if others:
            yield f"改动 {'、'.join(_count(n, t) for t, n in others.items())}"


def report_of(base: State, head: State, body: Body) -> Report:
    """Compare two states; the pages are made by `body`, never by templates of a state."""
    return Report(compare(base, head), page_changes(base, head, body), base.errors, head.errors)


def _count(number: int, record_type: type[Record]) -> str:
    return f"{number} {record_type.measure}{record_type.title}"


def _said(effect: Effect, lines: list[Line]) -> str:
    """In full when all of them say the same; else only what they are about."""
    records = {record.id: record for record, _ in lines}
    counted = _count(len(records), lines[0][0].record_type)
    words = {change.sentence for _, change in lines}
    change = lines[0][1]
    if len(words) > 1:
        return f"{counted}的{effect.word}有改动"
    joint = "" if change.words.startswith("从 ") else "："
    return f"{counted}的{change.label}{joint}{change.words}"
