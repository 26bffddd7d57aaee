"""A document number in a text is written as on the document: 川残办〔2021〕8号."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.own_words import Words
from generator.problem import Level, Problem
from generator.rule import each_text

_NUMBER = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{2,10}(?:发|办|规|函|字|会|财|社))"
    r"(?P<open>[〔\[［（(【〈])\s*(?P<year>(?:19|20)\d\d)\s*[〕\]］）)】〉]\s*(?P<rest>第?0*)(?P<number>[1-9]\d{0,3})\s*号"
)


@dataclass(frozen=True, kw_only=True)
class DocNumberInText(Problem):
    """文字里的文号，括号或写法与公文格式不同。

    为什么：文号要能照着搜到原文。公文格式用六角括号，序号不加“第”，前面不补0。
    错的例子：household: 四川户籍（川残办[2021]8号二）。
    对的例子：household: 四川户籍（川残办〔2021〕8号二）。
    """

    code = "W107"
    level = Level.SUGGESTION
    says = "文号应写成“{better}”，现在是“{found}”。"
    mend = "改成 {better}"
    found: str
    better: str


@each_text
def check(catalogue: Catalogue, words: Words) -> Iterator[Problem]:
    """Document numbers with other brackets, with 第, or with zeros before the number."""
    for found in _NUMBER.finditer(words.text) if "号" in words.text else ():
        better = f"{found['body']}〔{found['year']}〕{found['number']}号"
        if found[0] != better:
            yield DocNumberInText(at=words.at, found=found[0], better=better)
