"""A standard of accessibility, criterion by criterion, with how the site meets it."""

from __future__ import annotations

from typing import Annotated

from generator.records.envelope import Part, Record
from generator.records.fields import Term, Text, field, matching


class Criterion(Part):
    """One criterion: its number and level in the standard, and what the site says of it."""

    number: Annotated[str, matching("clause_id", r"[0-9]+(\.[0-9]+)*")] = field(
        "编号", "标准里的编号，照抄。", example="1.1.1"
    )
    name: Text = field("名称", "准则的中文名称。", max_length=40, example="非文本内容")
    level: Text = field("级别", "标准里的级别，照抄。", max_length=10, example="AA")
    status: Annotated[str, Term("conformance")] = field("是否符合", "本站自评。", example="met")
    how: Text = field("怎样做到", "一句话说明依据。", max_length=80, example="图片都有替代文字。")


class Standard(Record):
    """What the accessibility statement measures the site against."""

    kind = "standard"
    title = "无障碍标准"
    measure = "份"
    folder = "catalogue/standards"

    goal: Text = field("目标", "本站按它的哪一级做。", max_length=80, example="AA 级。")
    note: Text | None = field("说明", "读者要知道的，如原文没有查到。", default=None, max_length=200, example="原文没有查到。")
    criteria: list[Criterion] = field("准则", "一条一条写；没有原文的不写。", many=True)
