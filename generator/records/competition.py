"""A skills contest: 川残办〔2021〕8号 四（四） 以赛促训."""

from __future__ import annotations

from generator.records.accommodation import Accommodation
from generator.records.envelope import Record
from generator.records.fields import Date, Organisation, Text, field


class Competition(Record):
    """A contest that was held or is planned."""

    kind = "competition"
    title = "技能竞赛"
    measure = "项"
    folder = "catalogue/competitions"

    held_on: Date | None = field("举办日期", "第一天的日期。", default=None, example="2025-10-15")
    held_text: Text | None = field("举办时间说明", "没有准确日期时写。", default=None, max_length=60, example="2026年计划举办")
    place_text: Text | None = field("举办地点", "在什么地方办，照来源写。", default=None, max_length=80, example="成都市")
    organiser: Organisation | None = field("举办单位", "谁办的，照来源写。", default=None, max_length=80, example="四川省残疾人联合会")
    scale: Text | None = field("规模", "来源写了多少写多少。", default=None, max_length=120, example="21个代表队，200名选手")
    events: list[Text] = field("竞赛项目", "比哪些项目，一行一个。", many=True, example="竹编")
    accommodations: list[Accommodation] = field("无障碍服务", "赛场有哪些服务，逐项写状态。", many=True)
