"""An official word and what it means: the glossary."""

from __future__ import annotations

from generator.records.envelope import Record
from generator.records.fields import ClauseRef, RegionCode, Text, field


class GlossaryTerm(Record):
    """One word of the documents, told in plain words."""

    kind = "glossary_term"
    title = "词语"
    measure = "个"
    folder = "catalogue/glossary"

    region: RegionCode = field("地区", "在哪里用这个词。", default="510000", example="510000")
    name: Text = field("词语", "文件里的写法。", max_length=40, example="职业技能等级证书")
    also: list[Text] = field("别的写法", "简称和别的叫法，页面上出现也算这个词。", many=True, example="等级证书")
    plain: Text = field("意思", "一两句平常话，不用别的官方词来解释。", max_length=120, example="证明你的手艺到了哪一级的证书。")
    basis: list[ClauseRef] = field("出自", "哪一条用了这个词。", many=True, example="sc-2021-8#3-z")
