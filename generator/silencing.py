"""Suggestions that a record asks, with a reason, not to be made of it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Entry
from generator.problem import Level, Problem, kinds
from generator.records import Record
from generator.ties import silence_key

OURS = "generator."
"""Where the kinds of problem are defined; tests may define others."""


@dataclass(frozen=True, kw_only=True)
class NothingToSilence(Problem):
    """记录写了不再提示某条建议，这条建议却没有出现。

    为什么：多半是文字已经改好了。留着它，以后同样的毛病就没有人提醒。
    错的例子：silenced: [{code: W108, reason: 这句照抄上级通知。}]
    对的例子：silenced: []
    """

    code = "L101"
    level = Level.SUGGESTION
    says = "“不再提示”（silenced）里的 {found} 没有出现。"
    mend = "删去这一项。"
    found: str


@dataclass(frozen=True, kw_only=True)
class NotToBeSilenced(Problem):
    """想放过的不是建议：是错误，或没有这个代码。

    为什么：错误会让读者白跑、上当或泄露个人信息，只能改好，不能放过。
    错的例子：silenced: [{code: P201, reason: 这个号码大家都知道。}]
    对的例子：silenced: [{code: W108, reason: 这句照抄上级通知。}]
    """

    code = "L102"
    says = "“不再提示”（silenced）只能写建议的代码，{found} {state}。"
    mend = "{nearest}"
    found: str
    state: str
    nearest: str


def without_silenced(catalogue: Catalogue, problems: Iterable[Problem]) -> list[Problem]:
    """The problems that are left, and what is wrong with the silences themselves."""
    levels = {kind.code: kind.level for kind in kinds() if kind.__module__.startswith(OURS)}
    silences = {
        (entry.file, silence.code): entry.at("silenced", position, "code")
        for entry in catalogue.tied(silence_key())
        for position, silence in enumerate(entry.record.silenced)
        if levels.get(silence.code) is Level.SUGGESTION
    }
    left, used = [], set()
    for problem in problems:
        key = (problem.at.path, problem.code)
        if key in silences:
            used.add(key)
        else:
            left.append(problem)
    left += [NothingToSilence(at=at, found=key[1]) for key, at in silences.items() if key not in used]
    return left + [p for e in catalogue.tied(silence_key()) for p in _wrong(e, levels)]


def _wrong(entry: Entry[Record], levels: dict[str, Level]) -> Iterator[Problem]:
    for position, silence in enumerate(entry.record.silenced):
        at = entry.at("silenced", position, "code")
        if silence.code not in levels:
            suggestions = [code for code, level in levels.items() if level is Level.SUGGESTION]
            near = "、".join(difflib.get_close_matches(silence.code, suggestions, 3, 0.5))
            nearest = f"最接近的是：{near}" if near else "照报告里的代码写。"
            yield NotToBeSilenced(at=at, found=silence.code, state="这个代码没有", nearest=nearest)
        elif levels[silence.code] is Level.ERROR:
            nearest = f"删去这一项，把 {silence.code} 说的问题改好。"
            yield NotToBeSilenced(at=at, found=silence.code, state="是错误", nearest=nearest)
