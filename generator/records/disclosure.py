"""A public notice, evaluation or review: 川残办〔2021〕8号 五（三）."""

from __future__ import annotations

from typing import Annotated

from generator.records.envelope import Record
from generator.records.fields import (
    AboutRef,
    Date,
    OfRealOnly,
    Organisation,
    Term,
    Text,
    Url,
    field,
)


class Disclosure(Record):
    """What an authority published about an institution, a course or money."""

    kind = "disclosure"
    title = "公示信息"
    folder = "catalogue/disclosures"

    type: Annotated[str, Term("disclosure-type")] = field("公示种类", "补贴公示、绩效评价、第三方评估等。", example="subsidy_notice")
    about: list[AboutRef] = field("关于", "与谁有关：机构、课程等的编号，一行一个。", min_length=1, example="chengdu-peixun")
    issued_by: Organisation = field("发布单位", "谁发布的，写单位全称。", max_length=80, example="成都市人力资源和社会保障局")
    issued_on: Date | None = field("发布日期", "公布的日期。", default=None, example="2026-09-10")
    url: Annotated[Url | None, OfRealOnly(required=True)] = field("网址", "公示原文的网址，真实记录必写；示例不得写。", default=None, example="https://www.example.org/a.html")
    result: Text | None = field("结果", "照公布的写，不写人名。", default=None, max_length=160, example="公示期内没有收到意见。")
