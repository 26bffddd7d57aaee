"""A sentence is short enough to be kept in mind while it is heard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.own_words import Words
from generator.problem import Level, Problem
from generator.rule import each_text

LONGEST = 80
LONGEST_EASY = 20
EASY = "easy_read"
_END = re.compile(r"[。！？；!?;\n|]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LINK = re.compile(r"\]\([^)]*\)")
SHOWN = 10


@dataclass(frozen=True, kw_only=True)
class SentenceTooLong(Problem):
    """一句话太长，听到后面忘了前面。

    为什么：用读屏软件的人只能从头听到尾；简明版一句只说一件事。
    错的例子：easy_read: 你可以参加培训，培训是免费的，培训后还可以得到一个证书。
    对的例子：easy_read: 你可以参加培训。培训是免费的。培训后可以得到证书。
    """

    code = "W108"
    level = Level.SUGGESTION
    says = "这句话有{length}个字，最好不超过{limit}个字：“{found}…”。"
    mend = "拆成几句，一句说一件事，用句号分开。"
    found: str
    length: int
    limit: int


@each_text
def check(catalogue: Catalogue, words: Words) -> Iterator[Problem]:
    """Sentences longer than the limit of the text they stand in; quotations do not count."""
    limit = LONGEST_EASY if words.field == EASY else LONGEST
    if len(words.text) <= limit:
        return
    for sentence in _END.split(_LINK.sub("", words.unquoted)):
        kept = sentence.strip()
        length = len(kept.replace(" ", ""))
        if length > limit and _HAN.search(kept):
            yield SentenceTooLong(at=words.at, found=kept[:SHOWN], length=length, limit=limit)
