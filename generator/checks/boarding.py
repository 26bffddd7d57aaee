"""Where trainees live in, the record says whether the rooms are accessible."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Entry
from generator.problem import Level, Problem
from generator.records import Session
from generator.rule import each

BOARDING = "boarding"


@dataclass(frozen=True, kw_only=True)
class BoardingWithoutRooms(Problem):
    """上课时段写着住班，没有写住宿和无障碍住宿的情况。

    为什么：要住下来的人，先要知道房间和卫生间能不能用。
    错的例子：pattern: [boarding]
    对的例子：pattern: [daytime]
    """

    code = "A203"
    level = Level.SUGGESTION
    says = "“上课时段”（pattern）写着住班，没有写“住宿”（residential）里的“无障碍住宿”（accessible）。"
    mend = "加上 residential: {{offered: available, accessible: unknown}}，照实写；没看过房间就写 unknown"


@each(Session)
def check(catalogue: Catalogue, entry: Entry[Session]) -> Iterator[Problem]:
    """Sessions that one lives in, and that say nothing of the rooms."""
    session = entry.record
    if session.takes_place and BOARDING in session.pattern and session.residential is None:
        yield BoardingWithoutRooms(at=entry.at("pattern"))
