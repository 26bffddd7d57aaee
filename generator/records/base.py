"""A training base: 川残办〔2021〕8号 四（四）."""

from __future__ import annotations

from typing import Annotated

from generator.records.accommodation import Accommodation
from generator.records.envelope import Record
from generator.records.fields import (
    Date,
    OfRealOnly,
    OperatorRef,
    Organisation,
    Term,
    Text,
    Whole,
    field,
)


class Base(Record):
    """A place where training is held and that was designated as a base."""

    kind = "base"
    title = "培训基地"
    measure = "个"
    folder = "catalogue/bases"
    address = "bases"

    types: list[Annotated[str, Term("base-type")]] = field("基地类型", "是哪一种基地，一行一种，至少一种。", min_length=1, example="training_base")
    level: Annotated[str, Term("base-level")] = field("级别", "哪一级命名的；不清楚就不写。", default="undetermined", example="city")
    build_mode: Annotated[str, Term("build-mode")] | None = field("建设方式", "用人单位自建，还是与谁共建。", default=None, example="own")
    operator: OperatorRef = field("运营单位", "日常管理的机构或经办机构的编号。", example="chengdu-peixun")
    partners: list[OperatorRef] = field("合作单位", "合作的机构或经办机构的编号，一行一个。", many=True, example="chengdu-hezuo")
    address_text: Annotated[Text | None, OfRealOnly(required=True)] = field(
        "地址", "门牌地址，真实基地必写；示例不得写。", default=None, example="××路××号"
    )
    arrive_text: Text | None = field("到达方式", "最后200米怎么走，用文字说清。", default=None, max_length=300, example="出站后左转，沿盲道走到头，门在右手边。")
    transport: list[Text] = field("公共交通", "坐什么车、在哪里下，一行一种；示例不得写真实线路。", many=True, example="乘地铁，出站后有直梯。")
    accommodations: list[Accommodation] = field("无障碍服务", "逐项写有、可提前申请、没有或未核实，至少一项。", min_length=1)
    capacity: Whole | None = field("可容纳人数", "同时最多容纳多少人，只写数字。", default=None, ge=1, le=5000, example="40")
    designated_by: Organisation | None = field("命名单位", "谁命名、挂牌的。", default=None, example="成都市残疾人联合会")
    designated_on: Date | None = field("命名日期", "哪一天命名、挂牌的。", default=None, example="2023-05-20")
    specialities: list[Text] = field("特色", "擅长教什么，一行一样。", many=True, example="蜀绣入门")
