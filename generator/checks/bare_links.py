"""The text of a link says where it leads, also when it is heard alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.own_words import Words
from generator.problem import Level, Problem
from generator.rule import each_text

_LINK = re.compile(r"(?<!!)\[(?P<text>[^\]]*)\]\((?P<to>[^)\s]*)")
_BARE = re.compile(
    r"(?:请?(?:点击|点|戳|单击)?(?:这里|此处|这|下面|链接|网址|查看|进入|打开|详情|更多|了解更多|查看更多|查看详情|全文|原文)?"
    r"|https?://\S*|www\.\S*|[a-z0-9.-]+\.(?:cn|com|org|net)\S*)[。>＞→…]*"
)


@dataclass(frozen=True, kw_only=True)
class BareLink(Problem):
    """链接的文字没有说清通到哪里。

    为什么：读屏软件可以只听一页里的链接，一串“点击这里”听不出区别；网址要一个字母一个字母地听。
    错的例子：who: 要求见[这里](https://www.example.org/)。
    对的例子：who: 要求见[报名须知](https://www.example.org/)。
    """

    code = "W109"
    level = Level.SUGGESTION
    says = "链接的文字是“{found}”，没有说清通到哪里。"
    mend = "写出那一页的名字，例如 [报名须知]({to})"
    found: str
    to: str


@each_text
def check(catalogue: Catalogue, words: Words) -> Iterator[Problem]:
    """Links of Markdown in fields and pages whose text is 这里, 更多 or an address."""
    for found in _LINK.finditer(words.text) if "](" in words.text else ():
        text = found["text"].strip(" *“”")
        if _BARE.fullmatch(text):
            yield BareLink(at=words.at, found=text, to=found["to"])
