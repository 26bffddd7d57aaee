"""An office that handles training for disabled people: 残联 or 人社."""

from __future__ import annotations

from typing import Annotated

from generator.records.accommodation import Accommodation
from generator.records.contact import NonVoiceWay, PhoneLine
from generator.records.envelope import Record
from generator.records.fields import OfRealOnly, Term, Text, Url, field


class Office(Record):
    """A public body by its official name; phones and addresses only where a source has them."""

    kind = "office"
    title = "经办机构"
    measure = "个"
    folder = "institutions/offices"
    address = "offices"

    type: Annotated[str, Term("office-type")] = field("机构类别", "残联或人社。", example="cdpf")
    address_text: Annotated[Text | None, OfRealOnly()] = field("地址", "对外办公的门牌地址，照来源抄。", default=None, example="××路××号")
    hours: Annotated[Text | None, OfRealOnly()] = field("办公时间", "对外办公的日子和钟点，照来源抄。", default=None, example="工作日9:00—17:00")
    website: Annotated[Url | None, OfRealOnly()] = field("网站", "官方网站，从浏览器地址栏整条复制。", default=None, example="https://www.example.org/")
    phones: Annotated[list[PhoneLine], OfRealOnly()] = field("电话", "只写对外公开的办事电话。", many=True)
    non_voice: list[NonVoiceWay] = field("不打电话的方式", "不用说话也能办事的方式，一条一种。", many=True)
    accommodations: list[Accommodation] = field("无障碍服务", "窗口有哪些服务，逐项写状态。", many=True)
    duties: Text | None = field("管什么", "与培训有关的职责，照文件写。", default=None, max_length=200, example="组织残疾人参加培训。")
