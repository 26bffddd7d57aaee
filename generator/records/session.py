"""A session of a course: the record that changes most, so a file of its own."""

from __future__ import annotations

from typing import Annotated

from generator.records.accommodation import Accommodation
from generator.records.contact import Contact
from generator.records.envelope import Part, Record
from generator.records.fields import (
    BaseRef,
    CourseRef,
    Date,
    InstitutionRef,
    Term,
    Text,
    Whole,
    field,
)


class Place(Part):
    """Where it is held: one of a base, an institution or a named platform."""

    one_of = (("base", "institution", "online"),)

    base: BaseRef | None = field("基地", "在基地上课写基地编号。", default=None, example="chengdu-jidi")
    institution: InstitutionRef | None = field("机构", "在机构上课写机构编号。", default=None, example="chengdu-peixun")
    online: Text | None = field("线上", "线上上课写用什么平台、怎么进。", default=None, max_length=120, example="开课前发会议号，用手机打开。")


class Enrolment(Part):
    """When and how to enrol."""

    opens_on: Date = field("报名开始", "从哪一天起可以报名。", example="2026-12-01")
    closes_on: Date = field("报名截止", "当天仍可报名。", example="2026-12-20")
    how: list[Text] = field("怎么报名", "先做什么再做什么，一行一步。", many=True, example="到窗口填报名表")
    documents: list[Text] = field("报名材料", "要带哪些材料，一行一件。", many=True, example="残疾人证")


class Companion(Part):
    """Whether someone may come along."""

    allowed: Annotated[str, Term("permission")] = field("能否陪护", "家人能不能陪着上课。", example="allowed")
    max: Whole | None = field("人数", "一名学员最多带几人陪护。", default=None, ge=1, le=5, example="1")
    covered: Text | None = field("食宿费用", "陪护的食宿谁付。", default=None, max_length=80, example="午餐免费，住宿自付。")


class Residential(Part):
    """Whether one can live in, and whether the rooms are accessible."""

    offered: Annotated[str, Term("accommodation-state")] = field("住宿", "能不能住下。", example="available")
    accessible: Annotated[str, Term("accommodation-state")] = field("无障碍住宿", "房间和卫生间是否无障碍；没看过就写未核实。", example="unknown")


class Session(Record):
    """One run of a course."""

    kind = "session"
    title = "班次"
    measure = "个"
    folder = "catalogue/sessions"

    course: CourseRef = field("课程", "哪一门课程的编号（那个文件的名字，不带 .yml）。", example="chengdu-kafei-zhushou")
    place: Place = field("上课地点", "基地、机构、线上，写一种。")
    enrol: Enrolment = field("报名", "什么时候、怎样报名，要带什么。")
    starts_on: Date = field("开课日期", "第一天上课的日期。", example="2027-01-04")
    ends_on: Date = field("结课日期", "最后一天上课的日期。", example="2027-03-04")
    pattern: list[Annotated[str, Term("time-pattern")]] = field("上课时段", "白天、晚上还是周末，一行一种。", many=True, example="daytime")
    capacity: Whole | None = field("名额", "最多收多少人，只写数字。", default=None, ge=1, le=1000, example="20")
    state: Annotated[str, Term("session-state")] = field("班次状态", "现在能不能报名；状态变了就改这里。", example="open")
    contact: Contact = field("联系谁", "报名和询问找哪个经办机构。")
    companion: Companion | None = field("陪护", "家人能不能陪着来，食宿怎么算。", default=None)
    residential: Residential | None = field("住宿", "能不能住下，房间是否无障碍。", default=None)
    meals: Text | None = field("用餐", "三餐怎么解决，谁付钱。", default=None, max_length=80, example="中午有免费工作餐。")
    travel: Text | None = field("交通", "交通费谁付、有没有接送。", default=None, max_length=120, example="自己来，车票可以报销。")
    accommodations_override: list[Accommodation] = field(
        "本班无障碍服务", "与课程不同的才写。", many=True
    )

    @property
    def takes_place(self) -> bool:
        """Whether it is held, was held or will be; a cancelled one is not."""
        return self.is_current and self.state != "cancelled"
