"""A sentence that says where it comes from: the clauses and records it rests on."""

from __future__ import annotations

from typing import Annotated

from generator.records.envelope import Part
from generator.records.fields import ClauseRef, Refers, Text, field

CITABLE = ("policy", "channel", "office", "standard", "subsidy")
"""The types of record that a statement may rest on as a whole."""
CitedRef = Annotated[str, Refers(CITABLE)]


class Statement(Part):
    """One statement to readers; without its ground it may not stand."""

    one_of = (("basis", "records"),)

    text: Text = field("说法", "一两句平常话；数字要与依据里的一样。", max_length=200, example="文件没有写要残疾人证。")
    basis: list[ClauseRef] = field("依据条款", "这句话出自哪一条，政策编号#条款，一行一条。", many=True, example="sc-2021-8#2")
    records: list[CitedRef] = field("依据记录", "出自整份文件、热线或机构的，写它的编号，一行一个。", many=True, example="hotline-12385")
