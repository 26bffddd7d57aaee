"""A platform, hotline or website that readers may turn to: 川残办〔2021〕8号 五（一）、五（二）."""

from __future__ import annotations

from typing import Annotated

from generator.records.contact import PhoneLine
from generator.records.envelope import Record
from generator.records.fields import (
    ClauseRef,
    Date,
    OfRealOnly,
    Organisation,
    Term,
    Text,
    Url,
    field,
)
from generator.records.statement import Statement


class Channel(Record):
    """Where to look, ask or register; never a login of ours."""

    kind = "channel"
    title = "渠道"
    measure = "个"
    folder = "catalogue/channels"
    address = "channels"

    type: Annotated[str, Term("channel-type")] = field("渠道种类", "平台、热线、网站还是目录。", example="hotline")
    summary: Text = field("是什么", "一句话说清它是什么、谁用。", max_length=160, example="残疾人服务热线。")
    operator: Organisation | None = field("运营单位", "谁办的，照来源写。", default=None, max_length=80, example="中国残疾人联合会")
    purpose: list[Text] = field("能做什么", "一行一件，照来源写。", many=True, example="查培训信息")
    url: Annotated[Url | None, OfRealOnly()] = field("网址", "从浏览器地址栏整条复制。", default=None, example="https://www.example.org/")
    phones: Annotated[list[PhoneLine], OfRealOnly()] = field("电话", "只写对外公开的号码，一条一个。", many=True)
    fallback: Text | None = field("用不了怎么办", "打不通、打不开时还能找谁。", default=None, max_length=120, example="打不通请拨12345。")
    login_required: Annotated[str, Term("need")] = field("要不要登录", "看内容要不要先登录；没试过就写未核实。", default="unknown", example="not_needed")
    screen_reader_checked_on: Date | None = field("读屏测试日期", "哪一天用读屏软件试过；没试过不写。", default=None, example="2026-11-23")
    screen_reader_note: Text | None = field("读屏测试结果", "用什么读屏软件，哪里读不出。", default=None, max_length=160, example="验证码没有语音。")
    policy_basis: list[ClauseRef] = field("政策依据", "政策编号#条款，一行一条。", many=True, example="sc-2021-8#5-2")
    registers: list[Statement] = field("谁登记谁", "谁来登记、登记谁；文件没有写也要说明。", many=True)
    means: list[Statement] = field("对你意味着什么", "学员能得到什么、要做什么。", many=True)
    go: list[Statement] = field("去哪里办", "去哪里问、去哪里办。", many=True)
    open: list[Text] = field("还没有查到的", "一行一件，写明没有查到的事。", many=True, example="登记的网址没有查到。")
