"""A region must be a division of the region table (GB/T 2260)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Entry
from generator.problem import Problem
from generator.records import Record
from generator.records.fields import Division
from generator.records.shape import marked
from generator.rule import each

SHOWN = 3
LEAST_SHARED = 4


@dataclass(frozen=True, kw_only=True)
class NoSuchRegion(Problem):
    """地区代码不在行政区划表里。

    为什么：找不到的地区，课程就不会出现在任何一地的清单里。
    错的例子：region: 510199
    对的例子：region: 510107
    """

    code = "V106"
    says = "{label}应是行政区划表里的六位代码，现在是“{found}”。"
    mend = "{nearest}"
    label: str
    found: str
    nearest: str


@each(Record)
def check(catalogue: Catalogue, entry: Entry[Record]) -> Iterator[Problem]:
    """Codes that are no division, with the new code or the nearest one."""
    known = catalogue.regions
    for path, _, value in marked(entry.record, Division) if known else ():
        if isinstance(value, str) and value not in known:
            yield NoSuchRegion(
                at=entry.at(*path),
                label=entry.label(*path),
                found=value,
                nearest=_nearest(catalogue, value),
            )


def _nearest(catalogue: Catalogue, value: str) -> str:
    regions = catalogue.regions
    if value in catalogue.former_regions:
        name, now = catalogue.former_regions[value]
        return f"改成 {now} （只写这六位数字；它是{regions[now].full_name}，{value} 是{name}的旧代码）"
    named = [r for r in regions.values() if value in (r.name, r.short, r.full_name)]
    if len(named) == 1:
        return f"改成 {named[0].code} （只写这六位数字；它是{named[0].full_name}）"
    if named:
        return "改成代码：" + "、".join(f"{r.code}（{r.full_name}）" for r in named)
    close = _same_beginning(value, list(regions))
    if close:
        return "最接近的是：" + "、".join(f"{code}（{regions[code].full_name}）" for code in close)
    return "在 catalogue/regions/sichuan-divisions.yml 里查，例如 510100（四川省成都市）。"


def _same_beginning(value: str, codes: list[str]) -> list[str]:
    """The codes that share most of their beginning with a wrong one; a code begins with its place."""
    shared = {code: _shared(code, value) for code in codes}
    most = max(shared.values())
    return [code for code in codes if shared[code] == most][:SHOWN] if most >= LEAST_SHARED else []


def _shared(one: str, other: str) -> int:
    """How many characters two texts have in common from the beginning."""
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
