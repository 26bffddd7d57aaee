"""Occupation codes (职业分类大典 2022) on which two independent sources agree."""

from __future__ import annotations

from typing import Annotated

from generator.records.envelope import Part, Record
from generator.records.fields import LONGEST_TABLE, RegionCode, Text, field, matching


class OccupationEntry(Part):
    """A code, its name, and the course topics it covers."""

    code: Annotated[str, matching("occupation_form", r"[1-8]-\d{2}-\d{2}-\d{2}")] = field("编码", "四段数字，照职业分类大典写。", example="4-10-04-02")
    name: Text = field("名称", "职业的名称，照职业分类大典写。", example="保健按摩师")
    topics: list[Text] = field("课程主题", "哪些课程主题对应它，一行一个，至少一个。", min_length=1, example="盲人保健按摩")
    relation: Text | None = field("关系说明", "它与课程主题不完全对应时，说明差别。", default=None, example="只对应其中的揉面工序")


class OccupationTable(Record):
    """The occupations a course may name."""

    kind = "occupation_table"
    title = "职业编码表"
    measure = "张"
    folder = "catalogue/occupations"

    region: RegionCode = field("地区", "职业编码全省通用。", default="510000", example="510000")
    edition: Text = field("版本", "哪一年的职业分类大典。", example="2022")
    occupations: list[OccupationEntry] = field("职业", "一条一个职业；只收两个来源一致的编码。", min_length=1, max_length=LONGEST_TABLE)
