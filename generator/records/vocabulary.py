"""A controlled vocabulary: the values a field may take, in one place that staff can extend."""

from __future__ import annotations

import difflib
import re

from generator.records.envelope import Part, Record
from generator.records.fields import LONGEST_TABLE, ClauseRef, RegionCode, TermId, Text, field

SHOWN = 8
"""How many values a message lists."""
_PEOPLE = re.compile("(残疾|障碍)?(人士|人|者)?$")
_CALLED = {"盲": "视力", "视障": "视力", "聋": "听力", "听障": "听力", "肢残": "肢体", "智障": "智力"}
"""What people with one disability are called → how the name of that disability begins."""
_BETWEEN = re.compile("[、，,；;和与及 ]+")


class VocabularyTerm(Part):
    """One value: its id in records, its Chinese name on the page."""

    id: TermId = field("值", "记录里写的值。", example="on_request")
    name: Text = field("显示名", "页面上显示的中文。", max_length=40, example="可提前申请")
    help: Text | None = field("说明", "一句话说明，给写记录的人看。", default=None, max_length=160, example="为演示而写，不是真实信息。")
    group: Text | None = field("分组", "较长的词表按组显示；同组写同样的字。", default=None, max_length=20, example="设施")
    words: list[Text] = field("用词", "文件里用哪些词表示这个意思；只有“语气”词表要写。", many=True, example="鼓励")
    parent: TermId | None = field("上级值", "属于另一词表的哪个值。", default=None, example="rural")
    clause: ClauseRef | None = field("依据条款", "文件点名的写政策编号#条款。", default=None, example="sc-2021-8#4-3")
    code: Text | None = field("国标代码", "国家标准里的代码；没有就不写。", default=None, max_length=10, example="1")


class Vocabulary(Record):
    """An ordered list of terms; the order is the order of display."""

    kind = "vocabulary"
    title = "词表"
    measure = "个"
    folder = "catalogue/vocabularies"

    region: RegionCode = field("地区", "词表全省通用。", default="510000", example="510000")
    terms: list[VocabularyTerm] = field("词条", "一条一个值，按显示顺序排。", min_length=1, max_length=LONGEST_TABLE)


def near_terms(found: str, known: dict[str, VocabularyTerm]) -> list[str]:
    """The terms that may be meant by a text, the likeliest first."""
    by_name = {term.name: term_id for term_id, term in known.items()}
    close = [by_name[found]] if found in by_name else []
    close += difflib.get_close_matches(found.lower(), known, 3, 0.5)
    close += [by_name[name] for name in difflib.get_close_matches(found, by_name, 3, 0.5)]
    return list(dict.fromkeys(close))


def meant_terms(said: str, known: dict[str, VocabularyTerm]) -> list[str]:
    """The terms that a text names in Chinese, where each can be only one: 聋人、肢体残疾."""
    by_name = {_bare(term.name): term_id for term_id, term in known.items()}
    words = [said] if _bare(said) in by_name else [word for word in _BETWEEN.split(said) if word]
    found = [by_name.get(_CALLED.get(_bare(word), _bare(word)), "") for word in words]
    return list(dict.fromkeys(found)) if all(found) and len(by_name) == len(known) else []


def _bare(name: str) -> str:
    """The name without what only says that it is a disability, or people."""
    return _PEOPLE.sub("", name) or name


def terms_listed(known: dict[str, VocabularyTerm], vocabulary: str, only: list[str]) -> str:
    """Values with their names: those of `only`, or the first ones and where all stand."""
    some = "、".join(f"{term_id}（{known[term_id].name}）" for term_id in only or list(known)[:SHOWN])
    more = f" 等，全部见 {Vocabulary.folder}/{vocabulary}.yml" if not only and len(known) > SHOWN else ""
    return some + more
