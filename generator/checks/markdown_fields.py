"""A field with Markdown must render as written: what would be stripped is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Entry
from generator.problem import Problem
from generator.prose import is_changed_by_cleaning
from generator.records import Record
from generator.records.fields import Markdown
from generator.records.shape import marked
from generator.rule import each


@dataclass(frozen=True, kw_only=True)
class NotAllowedInText(Problem):
    """正文里用了页面不显示的写法：网页标签、图片、标题、代码或不安全的链接。

    为什么：正文只用段落、列表、加粗、强调和链接，别的会被去掉，所以先请你改。
    错的例子：who: <b>手指灵活</b>的人。
    对的例子：who: 手指灵活的人。
    """

    code = "M101"
    says = "{label}里有页面不显示的写法（网页标签、图片、标题、代码或不安全的链接）。"
    mend = "只用文字、“- ”开头的列表、**加粗** 和 [说明文字](https://网址) 这样的链接。"
    label: str


@each(Record)
def check(catalogue: Catalogue, entry: Entry[Record]) -> Iterator[Problem]:
    """Fields whose rendering changes when it is cleaned."""
    for path, _, value in marked(entry.record, Markdown):
        if isinstance(value, str) and is_changed_by_cleaning(value):
            yield NotAllowedInText(at=entry.at(*path), label=entry.label(*path))
