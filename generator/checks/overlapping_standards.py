"""Two standards of one region for the same training and the same days are perhaps one too many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from generator.catalogue import Catalogue
from generator.problem import Level, Problem
from generator.records import Subsidy
from generator.rule import whole


@dataclass(frozen=True, kw_only=True)
class StandardsOverlap(Problem):
    """同一地区有两条补贴标准，管的类别、项目、证书、等级、对象和日期有重合。

    为什么：读者不知道该按哪一条算。一省一市各有一条不算重合，可以并列。
    错的例子：同一个市，两条标准都管城镇就业技能，都从 2026-01-01 起施行。
    对的例子：旧的一条写 valid_to: 2026-12-31，新的一条写 valid_from: 2027-01-01
    """

    code = "X601"
    level = Level.SUGGESTION
    says = "与同一地区的 {other}（{name}）管的范围和日期有重合。"
    mend = "新标准接替旧标准的，给旧的写 valid_to 和 replaced_by: {own}；各管一部分的，在 applies_to 里写清各管哪些。"
    other: str
    name: str
    own: str


@whole
def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Pairs of current standards of the same division that overlap in every respect."""
    places: dict[tuple[str, bool], list[Subsidy]] = defaultdict(list)
    for subsidy in catalogue.of(Subsidy):
        if subsidy.is_current:
            places[subsidy.region, subsidy.is_sample].append(subsidy)
    for standards in places.values():
        for first, second in combinations(standards, 2):
            if _overlap(first, second):
                yield StandardsOverlap(
                    at=catalogue.entry(second).at("applies_to"),
                    other=catalogue.entry(first).file,
                    name=first.name,
                    own=second.id,
                )


def _overlap(first: Subsidy, second: Subsidy) -> bool:
    one, other = first.applies_to, second.applies_to
    pairs = (
        (one.categories, other.categories),
        (one.projects, other.projects),
        (one.certificates, other.certificates),
        (one.levels, other.levels),
        (one.groups, other.groups),
    )
    return first.period.overlaps(second.period) and all(
        not ours or not theirs or not set(ours).isdisjoint(theirs) for ours, theirs in pairs
    )
