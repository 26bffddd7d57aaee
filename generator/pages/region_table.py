"""What is known of each of the 21 市（州）: one table, and a picture with the same facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.pages.context import Context
from generator.pages.parts import Cell, Row
from generator.pages.places import by_prefecture, prefectures
from generator.records import Base, Course, Disclosure, Institution, Office, Policy, Record, Subsidy
from generator.records.region_table import Region

COLUMNS = ("经办机构", "官方网站", "实施方案", "补贴标准", "课程", "培训机构", "培训基地", "公示")
SHORT = ("经办", "网站", "方案", "标准", "课程", "机构", "基地", "公示")
"""The same, in the picture."""
NONE = "尚未收录"
STEP, LEFT, TOP = 36, 90, 30
"""Distances of the picture in its own units: between marks, and of the first mark from the edges."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of the picture: a place, and `real`, `sample` or `none`."""

    x: int
    y: int
    kind: str


@dataclass(frozen=True, slots=True)
class Label:
    """A word of the picture at a place."""

    x: int
    y: int
    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The table as marks: a filled disc, a ring, a short line."""

    width: int
    height: int
    columns: list[Label]
    rows: list[Label]
    marks: list[Mark]
    summary: str
    legend: str


@dataclass(frozen=True, slots=True)
class Known:
    """How much of one thing is recorded of a place: real records and samples."""

    real: int
    samples: int

    @property
    def kind(self) -> str:
        """`real`, `sample` where there are only samples, or `none`."""
        return "real" if self.real else "sample" if self.samples else "none"

    @property
    def words(self) -> str:
        """2条, 示例3条, or 尚未收录."""
        return f"{self.real}条" if self.real else f"示例{self.samples}条" if self.samples else NONE


Table = dict[str, list[Known]]
"""Code of a 市（州） → what is recorded of it, in the order of COLUMNS."""


def table(catalogue: Catalogue) -> Table:
    """What is recorded of each place."""
    offices = catalogue.listed(Office)
    every: list[Sequence[Record]] = [
        offices,
        [o for o in offices if o.website],
        [p for p in catalogue.listed(Policy) if p.type == "plan"],
        catalogue.listed(Subsidy),
        [c for c in catalogue.listed(Course) if c.status != "ended"],
        catalogue.listed(Institution),
        catalogue.listed(Base),
        catalogue.listed(Disclosure),
    ]
    columns = [by_prefecture(catalogue, records) for records in every]
    return {r.code: [_known(column[r.code]) for column in columns] for r in prefectures(catalogue)}


def _known(found: list[Record]) -> Known:
    return Known(sum(not r.is_sample for r in found), sum(r.is_sample for r in found))


def row(context: Context, region: Region, found: list[Known]) -> Row:
    """The row of a place in the table."""
    return Row(Cell(region.name, context.url(f"regions/{region.code}.html")), [Cell(one.words) for one in found])


def picture(regions: list[Region], known: Table) -> Picture:
    """The same facts as marks."""
    every = [known[region.code] for region in regions]
    marks = [
        Mark(LEFT + STEP * column, TOP + 24 * line, one.kind)
        for line, found in enumerate(every, 1)
        for column, one in enumerate(found)
    ]
    return Picture(
        width=LEFT + STEP * len(COLUMNS),
        height=TOP + 24 * (len(regions) + 1),
        columns=[Label(LEFT + STEP * i, 22, text) for i, text in enumerate(SHORT)],
        rows=[Label(LEFT - 24, TOP + 24 * line + 5, _short(r)) for line, r in enumerate(regions, 1)],
        marks=marks,
        summary=_summary(every, len(regions)),
        legend=_legend(every),
    )


def _legend(every: list[list[Known]]) -> str:
    kinds = {one.kind for found in every for one in found}
    words = {"real": "实心圆是已收录", "sample": "圆圈是只有示例", "none": "短横是尚未收录"}
    return "，".join(text for kind, text in words.items() if kind in kinds) + "。"


def _short(region: Region) -> str:
    """成都 for 成都市, 凉山 for 凉山彝族自治州."""
    return region.name[:2] if region.name.endswith("自治州") else region.name.removesuffix("市")


def _summary(every: list[list[Known]], count: int) -> str:
    parts = []
    for column, name in enumerate(COLUMNS):
        real = sum(found[column].kind == "real" for found in every)
        samples = sum(found[column].kind == "sample" for found in every)
        if real == count:
            parts.append(f"{name}：{count}个市（州）都已收录")
        else:
            only = f"，{samples}个只有示例" if samples else ""
            parts.append(f"{name}：{real}个已收录{only}，{count - real - samples}个尚未收录")
    return "；".join(parts) + "。"
