"""What is current rests on policies and standards that are in force."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Entry
from generator.problem import Problem
from generator.records import Course, Policy, Record, Subsidy
from generator.records.fields import Clause
from generator.records.shape import Path, marked
from generator.rule import each

EXPLAINED = "basis"
"""The field of statements and of words."""


@dataclass(frozen=True, kw_only=True)
class RestsOnRevokedPolicy(Problem):
    """在用的记录，依据的却是已废止或被取代的政策。

    为什么：读者会拿着作废的文件去办事。政策换了，说法要跟着换。
    错的例子：lifecycle: revoked
    对的例子：lifecycle: in_force
    """

    code = "X501"
    says = "{label}依据的《{policy}》{state}。"
    mend = "{nearest}"
    label: str
    policy: str
    state: str
    nearest: str


@dataclass(frozen=True, kw_only=True)
class RestsOnRevokedStandard(Problem):
    """在用的课程，写的却是已废止或被取代的补贴标准。

    为什么：读者会照旧金额算钱。标准换了，课程要跟着换。
    错的例子：status: revoked
    对的例子：status: in_force
    """

    code = "X502"
    says = "补贴标准“{subsidy}”{state}，在用的课程不能再写它。"
    mend = "{nearest}"
    subsidy: str
    state: str
    nearest: str


@each(Record)
def check(catalogue: Catalogue, entry: Entry[Record]) -> Iterator[Problem]:
    """Clauses of policies that have been revoked or superseded.

    What a policy itself is based on is history and stays as it was written; an explanation may tell
    of an old document, since its page says of each document whether it still holds.
    """
    if not entry.record.is_current:
        return
    for path, _, value in marked(entry.record, Clause):
        found = None if EXPLAINED in path else catalogue.once(gone).get(str(value).split("#", 1)[0])
        if found:
            yield _on_policy(entry, path, *found)


def gone(catalogue: Catalogue) -> dict[str, tuple[str, str | None]]:
    """Id → name and successor of each policy that has been revoked or superseded."""
    policies = catalogue.of(Policy)
    return {p.id: (p.name, p.superseded_by) for p in policies if p.lifecycle == "revoked" or p.superseded_by}


def _on_policy(entry: Entry[Record], path: Path, name: str, after: str | None) -> Problem:
    return RestsOnRevokedPolicy(
        at=entry.at(*path),
        label=entry.label(*path),
        policy=name,
        state=f"已被 {after} 取代" if after else "已废止",
        nearest=f"改引 {after} 的条款；那里没有相应条款的，本条改成 status: ended"
        if after
        else "改引现行政策的条款；没有现行政策的，本条改成 status: ended",
    )


@each(Course)
def standards(catalogue: Catalogue, entry: Entry[Course]) -> Iterator[Problem]:
    """Subsidies of courses that have been revoked or superseded."""
    for position, wanted in enumerate(entry.record.subsidies if entry.record.is_current else ()):
        found = catalogue.find((Subsidy.kind,), wanted)
        if found is None or found.record.is_current:
            continue
        after = found.record.replaced_by
        yield RestsOnRevokedStandard(
            at=entry.at("subsidies", position),
            subsidy=found.record.name,
            state=f"已被 {after} 取代" if after else "已废止",
            nearest=f"改成 {after}" if after else "换成现行的标准；没有就从 subsidies 里删去。",
        )
