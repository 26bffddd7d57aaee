"""The words of a document must stand in it: clause text against the file in `seeds/`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Entry
from generator.files import read_bytes
from generator.problem import Problem
from generator.records import Policy
from generator.rule import each

_SPACE = re.compile(r"\s+")
_SEED = re.compile(r"seeds/[a-z0-9][a-z0-9.-]*\.txt")
SHOWN = 12


@dataclass(frozen=True, kw_only=True)
class NoSeedFile(Problem):
    """原文文件不在 seeds 文件夹里。

    为什么：没有原文，条款就不能逐字核对。
    错的例子：original: seeds/meiyou.txt
    对的例子：original: seeds/ceshi-banfa.txt
    """

    code = "R105"
    says = "“原文文件”（original）写的“{found}”不存在。"
    mend = "把原文存成 seeds 文件夹里的 .txt 文件，例如 seeds/chuan-can-ban-2021-8.txt"
    found: str


@dataclass(frozen=True, kw_only=True)
class NotVerbatim(Problem):
    """条款原文与原文文件不同（空格和换行除外）。

    为什么：读者会照着去办事，一个字也不能差。
    错的例子：original: 测试课程可以说明有哪些无障碍服务。
    对的例子：original: 测试课程应当说明有哪些无障碍服务。
    """

    code = "R104"
    says = "条款“{clause}”的原文与 {seed} 不同，从“{found}”起对不上。"
    mend = "照 {seed} 重新抄这一段，一个字也不改。"
    clause: str
    seed: str
    found: str


@dataclass(frozen=True, kw_only=True)
class NotHeldAgainst(Problem):
    """条款写了原文，没有写原文文件在哪里。

    为什么：没有原文文件，就不能逐字核对。
    错的例子：条款里有 original，整份政策没有 original: seeds/….txt
    对的例子：original: seeds/ceshi-banfa.txt
    """

    code = "R109"
    says = "条款“{clause}”写了原文，这份政策没有写“原文文件”（original）。"
    mend = "把原文存进 seeds 文件夹，写上 original: seeds/文件名.txt；没有原文的，改写成要点（gist）。"
    clause: str


@each(Policy)
def check(catalogue: Catalogue, entry: Entry[Policy]) -> Iterator[Problem]:
    """Clauses whose words are not in their source."""
    policy = entry.record
    if policy.original is None:
        yield from _unheld(entry)
        return
    seed = seed_words(catalogue, policy)
    if seed is None:
        yield NoSeedFile(at=entry.at("original"), found=policy.original)
        return
    for position, clause in enumerate(policy.clauses):
        words = _SPACE.sub("", clause.original or "")
        if words not in seed:
            yield NotVerbatim(
                at=entry.at("clauses", position, "original"),
                clause=clause.id,
                seed=policy.original,
                found=_first_difference(words, seed),
            )


def seed_words(catalogue: Catalogue, policy: Policy) -> str | None:
    """The whole original without blanks; None where there is none."""
    if policy.original is None or not _SEED.fullmatch(policy.original):
        return None
    ignored: list[Problem] = []
    data = read_bytes(catalogue.root, policy.original, ignored)
    return None if data is None else _SPACE.sub("", data.decode("utf-8", "replace"))


def _unheld(entry: Entry[Policy]) -> Iterator[Problem]:
    """The first clause that quotes; one message is enough for the document."""
    for position, clause in enumerate(entry.record.clauses):
        if clause.original:
            yield NotHeldAgainst(at=entry.at("clauses", position, "original"), clause=clause.heading)
            return


def _first_difference(words: str, seed: str) -> str:
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if words[:middle] in seed else (low, middle - 1)
    return words[low : low + SHOWN]
