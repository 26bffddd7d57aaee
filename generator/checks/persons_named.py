"""No field names a private person: who verified, issued or organised is an office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Entry
from generator.own_words import Words
from generator.problem import Problem
from generator.records import Record
from generator.records.fields import OfOffice
from generator.records.shape import marked
from generator.rule import each, each_text

# The 120 commonest surnames (about 85 of 100 people), and the commonest of two characters.
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余于杜叶程苏魏吕丁任"
    "沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔"
    "向汤常温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕"
)
_TWO = "欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯"
_NAME = re.compile(rf"(?:[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}|(?:{_TWO})[\u4e00-\u9fff]{{1,2}})")
_TITLE = r"(?:老师|先生|女士|小姐|同志|师傅|医生|主任|科长|局长|校长|经理|理事长)"
# 向老师请教 and 高校长期 are no names.
_ADDRESSABLE = re.sub("[向高]", "", _SURNAMES)
# Nor are 课程老师, 历史老师, 任何老师: what stands before a name is a sign, a blank or one of these.
_BEFORE = r"(?:^|(?<=[^\u4e00-\u9fff])|(?<=[找请由跟与给问向是叫的系询]))"
_ADDRESSED = re.compile(
    rf"{_BEFORE}(?:[{_ADDRESSABLE}]|{_TWO}){_TITLE}"
    rf"|(?:联系人|负责人|经办人|报名人)(?:是|为|：|:)?\s*{_NAME.pattern}(?![\u4e00-\u9fff])"
)
_HINT = re.compile(rf"{_TITLE}|[系责办名]人")
_ENDS_OFFICE = frozenset("省市州县区局委会办院校部厅处科站所社团网报台司厂店队组镇乡村")


@dataclass(frozen=True, kw_only=True)
class PersonNamed(Problem):
    """字段里写了个人的姓名。核实、发布、联系都写单位，不写个人。

    为什么：姓名是个人信息；换了人，读者还会去找他。
    错的例子：verified_by: 张三
    对的例子：verified_by: 成都市残疾人联合会
    """

    code = "P203"
    says = "{where}应写单位，现在的“{found}”像是个人的姓名。"
    mend = "改成单位的全称，例如 成都市残疾人联合会；要有人接待的，写岗位，如“报名窗口”。"
    where: str
    found: str


@each(Record)
def check(catalogue: Catalogue, entry: Entry[Record]) -> Iterator[Problem]:
    """Fields for offices that hold a name and nothing else."""
    for path, _, value in marked(entry.record, OfOffice):
        if isinstance(value, str) and _NAME.fullmatch(value) and value[-1] not in _ENDS_OFFICE:
            yield PersonNamed(at=entry.at(*path), where=entry.label(*path), found=value)


@each_text
def addressed(catalogue: Catalogue, words: Words) -> Iterator[Problem]:
    """Texts that send readers to a person."""
    found = _ADDRESSED.search(words.text) if _HINT.search(words.text) else None
    if found:
        yield PersonNamed(at=words.at, where="这里", found=found[0])
