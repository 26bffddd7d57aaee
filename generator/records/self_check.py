"""A self-check: questions that are answered 是, 不是 or 不清楚, and where each answer leads."""

from __future__ import annotations

from typing import Annotated

from generator.records.envelope import Part, Record
from generator.records.fields import Id, Refers, RegionCode, Text, field
from generator.records.statement import Statement

AskRef = Annotated[str, Refers(("channel", "office"))]


class CheckQuestion(Part):
    """One question, one page."""

    id: Id = field("编号", "网址的一部分，定了就不改。", example="hukou")
    name: Text = field("问题", "一句话，能用“是”回答。", max_length=60, example="你的户口在四川吗？")
    help: list[Statement] = field("说明", "这一问从哪里来，要不要紧。", min_length=1)
    if_yes: Id = field("回答“是”", "接着去的问题或结果的编号。", example="nianling")
    if_no: Id = field("回答“不是”", "接着去的问题或结果的编号。", example="bu-zai-sichuan")
    if_unsure: Id = field("回答“不清楚”", "接着去的问题或结果的编号。", example="hukou-bu-qingchu")


class CheckOutcome(Part):
    """What an answer means; it never turns anyone away, and says whom to ask."""

    id: Id = field("编号", "网址的一部分，定了就不改。", example="bu-zai-sichuan")
    name: Text = field("标题", "一句话说清结果。", max_length=60, example="户口不在四川，也可以问")
    says: list[Statement] = field("怎么说", "一条一个意思，先说还能怎么办。", min_length=1)
    ask: list[AskRef] = field("问谁", "热线、平台或机构的编号，至少一个。", min_length=1, example="hotline-12385")
    then: Id | None = field("继续", "看完接着去的问题；不写就去选地区。", default=None, example="nianling")


class SelfCheck(Record):
    """A graph of questions and outcomes; every way through it ends."""

    kind = "self_check"
    title = "自查"
    measure = "份"
    folder = "catalogue/self-checks"

    region: RegionCode = field("地区", "管到哪里。", default="510000", example="510000")
    intro: list[Statement] = field("开头", "写在第一页的话。", min_length=1)
    start: Id = field("从哪一问开始", "第一个问题的编号。", example="hukou")
    questions: list[CheckQuestion] = field("问题", "一条一问。", min_length=1)
    outcomes: list[CheckOutcome] = field("结果", "一条一种。", min_length=1)
    bring: list[Statement] = field("要带什么", "最后一页写的：要带什么、先想好什么。", min_length=1)
