"""A training that was really held, and is over: shown only as 过去办过什么."""

from __future__ import annotations

from generator.records.envelope import Record
from generator.records.fields import Organisation, Text, field


class PastTraining(Record):
    """A record of the past with its source; never offered for enrolment."""

    kind = "past_training"
    title = "往期培训"
    measure = "次"
    folder = "catalogue/past-trainings"

    organiser: Organisation | None = field("举办单位", "谁办的，照来源写。", default=None, max_length=80, example="达州市残疾人联合会")
    held_text: Text | None = field("什么时候", "哪年哪月办的，知道多少写多少。", default=None, max_length=60, example="2021年4月")
    place_text: Text | None = field("在哪里", "在什么地方办的，照来源写。", default=None, max_length=80, example="眉山市东坡区太和镇")
    target: Text | None = field("面向谁", "哪些人参加，照来源写。", default=None, max_length=120, example="视力残疾人")
    facts: list[Text] = field("情况", "来源写了什么写什么，一行一条。", many=True, example="参加的有61户。")
