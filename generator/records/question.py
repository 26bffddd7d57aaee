"""A question that readers ask, and its answer: one question, one page."""

from __future__ import annotations

from typing import Annotated

from generator.records.envelope import Record
from generator.records.fields import Refers, RegionCode, Term, field
from generator.records.statement import Statement

QuestionRef = Annotated[str, Refers(("question",))]
ContactRef = Annotated[str, Refers(("channel", "office"))]


class Question(Record):
    """The answer in its first sentence, what it rests on, what to do, whom to ask."""

    kind = "question"
    title = "问答"
    measure = "问"
    folder = "catalogue/questions"
    address = "policies/questions"

    region: RegionCode = field("地区", "答案管到哪里。", default="510000", example="510000")
    topic: Annotated[str, Term("question-topic")] = field("主题", "问的是哪一方面。", example="eligibility")
    answer: Statement = field("回答", "第一句就回答，最好不超过40个字。")
    grounds: list[Statement] = field("文件怎么写", "回答的根据，一条一个意思。", min_length=1)
    compare: list[Statement] = field("文件说法不同", "几份文件写得不一样的，一份一条，并排写，不合成一句。", many=True)
    steps: list[Statement] = field("怎么办", "读者可以做什么，按先后写。", min_length=1)
    contacts: list[ContactRef] = field("问谁", "热线、平台或机构的编号，至少一个。", min_length=1, example="hotline-12385")
    categories: list[Annotated[str, Term("training-category")]] = field("有关的培训类别", "页面会列出这一类的课程。", many=True, example="rural")
    needs: list[Annotated[str, Term("accommodation")]] = field("有关的无障碍服务", "页面会列出有这项服务的课程。", many=True, example="sign_language")
    disabilities: list[Annotated[str, Term("disability")]] = field("有关的残疾类别", "页面会列出面向这一类的课程。", many=True, example="hearing")
    related: list[QuestionRef] = field("相关的问题", "读者接着会问的，写问答的编号。", many=True, example="fei-yong")
