"""Words that hurt, and words that the rules have replaced, with those to use instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.own_words import Words
from generator.problem import Level, Problem
from generator.records import Course
from generator.rule import each_text

BETTER = {
    "残废": "残疾",
    "残障者": "残疾人",
    "废人": "残疾人",
    "瘫子": "肢体残疾人",
    "瞎子": "视力残疾人”或“盲人",
    "聋子": "听力残疾人”或“聋人",
    "聋哑人": "听力残疾人”“言语残疾人",
    "哑巴": "言语残疾人",
    "傻子": "智力残疾人",
    "弱智": "智力残疾人",
    "疯子": "精神残疾人",
    "精神病人": "精神残疾人",
    # 财社〔2023〕181号 renamed it.
    "职业技能鉴定补贴": "职业技能评价补贴",
}
"""What not to write → what to write. Words inside quotation marks are quoted and stay."""
_TO_AVOID = re.compile("|".join(sorted(BETTER, key=len, reverse=True)).replace("废人", "(?<!作)废人"))
SKILL_LEVEL = "skill_level"
QUALIFICATION, LEVEL = "职业资格证书", "职业技能等级证书"


@dataclass(frozen=True, kw_only=True)
class TermToAvoid(Problem):
    """文字里有伤人的称呼，或已经改名的说法。

    为什么：读者就是被称呼的人。引用文件原文时可以保留，放在引号里。
    错的例子：who: 适合聋哑人。
    对的例子：who: 适合听力残疾人、言语残疾人。
    """

    code = "W101"
    level = Level.SUGGESTION
    says = "这里写了“{found}”。"
    mend = "改成“{better}”；是引用原文的，加上引号。"
    found: str
    better: str


@dataclass(frozen=True, kw_only=True)
class CertificateMisnamed(Problem):
    """发的是职业技能等级证书，文字里叫它职业资格证书。

    为什么：两种证书不同，2021年以后大多数职业改发职业技能等级证书。叫错了，读者会去找一种没有的证。
    错的例子：next: 拿到职业资格证书后可以上岗。
    对的例子：next: 拿到职业技能等级证书后可以上岗。
    """

    code = "W102"
    level = Level.SUGGESTION
    says = "“证书种类”（type）是职业技能等级证书，这里写的是“职业资格证书”。"
    mend = "把“职业资格证书”改成“职业技能等级证书”；发的确是职业资格证书的，改 certificate 的 type。"


@each_text
def check(catalogue: Catalogue, words: Words) -> Iterator[Problem]:
    """Words to avoid in texts of our own; certificates of a course under the name of another kind."""
    unquoted = words.unquoted
    for found in _TO_AVOID.finditer(unquoted):
        yield TermToAvoid(at=words.at, found=found[0], better=BETTER[found[0]])
    if QUALIFICATION in unquoted and LEVEL not in words.text and _gives_level(catalogue, words.file):
        yield CertificateMisnamed(at=words.at)


def _gives_level(catalogue: Catalogue, file: str) -> bool:
    """Whether a file is a course that ends with a 职业技能等级证书."""
    entry = catalogue.entry_of(file)
    return entry is not None and isinstance(entry.record, Course) and entry.record.certificate.type == SKILL_LEVEL
