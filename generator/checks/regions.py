"""A region must be a division of the region table (GB/T 2260)."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.problem import Problem
from generator.records.fields import Division
from generator.records.shape import marked


@dataclass(frozen=True, kw_only=True)
class NoSuchRegion(Problem):
    """地区写六位行政区划代码，要在行政区划表里。"""

    code = "V106"
    says = "{label}应是行政区划表里的六位代码，现在是“{found}”。"
    mend = "{nearest}"
    label: str
    found: str
    nearest: str


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Codes that are no division, with the new code or the nearest one."""
    if not catalogue.regions:
        return
    for entry in catalogue.all_entries():
        for path, _, value in marked(entry.record, Division):
            if isinstance(value, str) and value not in catalogue.regions:
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
        return f"改成 {now}（{regions[now].full_name}）；{value} 是{name}的旧代码。"
    named = [r for r in regions.values() if value in (r.name, r.short, r.full_name)]
    if named:
        return "改成代码：" + "、".join(f"{r.code}（{r.full_name}）" for r in named)
    close = difflib.get_close_matches(value, regions, 3, 0.8)
    if close:
        return "最接近的是：" + "、".join(f"{code}（{regions[code].full_name}）" for code in close)
    return "在 catalogue/regions/sichuan-divisions.yml 里查，例如 510100（四川省成都市）。"
