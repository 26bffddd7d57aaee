"""How to reach an office, with a way that needs no voice named first."""

from __future__ import annotations

from typing import Annotated

from generator.records.envelope import Part
from generator.records.fields import OfficeRef, OfRealOnly, Phone, Term, Text, Truth, Url, field


class PhoneLine(Part):
    """A public number of an office; never a person's."""

    number: Phone = field("号码", "单位公开的号码，座机带区号。", example="12385")
    label: Text = field("用途", "打这个号码能办什么。", example="残疾人服务热线")
    office_owned: Truth = field("单位手机", "手机号归单位、不归个人的，写 true；座机和热线不用写。", default=False, example="true")


class NonVoiceWay(Part):
    """A way to ask or enrol without speaking."""

    kind: Annotated[str, Term("non-voice-way")] = field("方式", "不用说话的联系方式。", example="text_message")
    detail: Text = field("怎么用", "一句话说清怎么用。", max_length=120, example="到窗口用纸笔或手机打字说明来意。")
    url: Annotated[Url | None, OfRealOnly()] = field("网址", "网上办理的网址；示例不得写。", default=None, example="https://www.example.org/baoming")


class Contact(Part):
    """Whom to contact."""

    office: OfficeRef = field("经办机构", "办这件事的机构编号。", example="chengdu-canlian")
    phones: Annotated[list[PhoneLine], OfRealOnly()] = field("电话", "示例不得写电话。", many=True)
    non_voice: list[NonVoiceWay] = field("不打电话的方式", "至少写一种。", many=True)
