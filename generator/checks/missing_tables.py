"""The tables without which codes mean nothing: divisions, and occupations where a record names one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.problem import Location, Problem
from generator.records import OccupationTable, Record, RegionTable
from generator.records.fields import Division, Occupation
from generator.records.shape import marked
from generator.rule import whole


@dataclass(frozen=True, kw_only=True)
class NoTable(Problem):
    """整张对照表不见了，里面的代码就都没有了意思。

    为什么：记录里只写六位代码，网页上的地名都从这张表里查。
    错的例子：删去了 catalogue/regions/ 里的文件
    对的例子：catalogue/regions/ 里有行政区划表
    """

    code = "V111"
    says = "“{title}”一张也没有，可能误删了。"
    mend = "把 {folder}/ 里的文件恢复回来；不会恢复的，请联系维护者。"
    title: str
    folder: str


@whole
def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Tables of which there is none while a record needs one, unless there is one that cannot be read."""
    if not catalogue.regions:
        yield from _missing(catalogue, RegionTable, Division)
    if not catalogue.occupations:
        yield from _missing(catalogue, OccupationTable, Occupation)


def _missing(catalogue: Catalogue, table: type[Record], marker: type) -> Iterator[Problem]:
    needed = any(value for e in catalogue.all_entries() for _, _, value in marked(e.record, marker))
    if needed and all(kind != table.kind for kind, _ in catalogue.unread):
        yield NoTable(at=Location(table.folder), title=table.title, folder=table.folder)
