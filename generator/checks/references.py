"""A reference must lead to a record of the right type; a clause must exist; a seed file too."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Catalogue, Entry
from generator.checks.ids import lost, misnamed
from generator.digits import HAN
from generator.problem import Problem
from generator.records import RECORD_TYPES, Record
from generator.records.fields import Clause, Refers
from generator.records.shape import Path, marked
from generator.rule import each
from generator.ties import referring_key

TITLES = {record_type.kind: record_type.title for record_type in RECORD_TYPES}
FOLDERS = {record_type.kind: record_type.folder for record_type in RECORD_TYPES}
MOST_PLACES = 3
_HAN = str.maketrans(HAN)
Reference = tuple[Entry[Record], Path, Refers]
"""Where a reference stands, and what it must lead to."""


@dataclass(frozen=True, kw_only=True)
class NoSuchRecord(Problem):
    """引用的编号在库里找不到。

    为什么：读者点了会落空。
    错的例子：institution: meiyou-xuexiao
    对的例子：institution: ceshi-xuexiao
    """

    code = "R101"
    says = "{label}指向的{wanted}“{found}”不存在{also}。"
    mend = "{nearest}"
    label: str
    wanted: str
    found: str
    nearest: str
    also: str = ""


@dataclass(frozen=True, kw_only=True)
class WrongTypeOfRecord(Problem):
    """引用到了另一类记录。

    为什么：培训机构那里写了基地，页面就不知道该怎样说。
    错的例子：institution: ceshi-jidi
    对的例子：institution: ceshi-xuexiao
    """

    code = "R102"
    says = "{label}应写{wanted}的编号，现在的“{found}”是{other}。"
    mend = "换成{wanted}的编号；要引用{other}请写到相应的字段。"
    label: str
    wanted: str
    found: str
    other: str


@dataclass(frozen=True, kw_only=True)
class NoSuchClause(Problem):
    """引用的政策或条款不存在。

    为什么：每句话都要能回到原文，所以条款必须对得上。
    错的例子：policy: ceshi-banfa#9
    对的例子：policy: ceshi-banfa#2
    """

    code = "R103"
    says = "{label}写的条款“{found}”不存在。"
    mend = "{nearest}"
    label: str
    found: str
    nearest: str


@dataclass(frozen=True, kw_only=True)
class RefersToItself(Problem):
    """记录引用了自己。

    为什么：读者点了还在原处。
    错的例子：replaced_by: ceshi-zhubian
    对的例子：replaced_by: shili-miandian
    """

    code = "R106"
    says = "{label}写的是本条自己“{found}”。"
    mend = "换成别的记录的编号，或删去这一项。"
    label: str
    found: str


@each(Record)
def check(catalogue: Catalogue, entry: Entry[Record]) -> Iterator[Problem]:
    """References that resolve to nothing, with the nearest ones."""
    broken: dict[str, None] = {}
    for path, marker, value in marked(entry.record, Refers):
        if not isinstance(value, str):
            continue
        if entry.kind in marker.to and value == entry.id:
            yield RefersToItself(at=entry.at(*path), label=entry.label(*path), found=value)
        elif not catalogue.find(marker.to, value):
            broken[value] = None
    for value in broken:
        yield from _unresolved(catalogue, entry, value)


@each(Record)
def clauses(catalogue: Catalogue, entry: Entry[Record]) -> Iterator[Problem]:
    """Clauses that resolve to nothing, with the nearest ones."""
    for path, _, value in marked(entry.record, Clause):
        if isinstance(value, str) and value not in catalogue.clauses:
            yield from _no_clause(catalogue, entry, path, value)


def gone(catalogue: Catalogue) -> dict[tuple[str, str], None]:
    """(type, id) of the records that are lost or go by the name of their file: told where they stand."""
    return dict.fromkeys(sorted({*lost(catalogue), *misnamed(catalogue)}))


def _broken(catalogue: Catalogue, value: str) -> list[Reference]:
    """The places at which an id leads nowhere, the one that says most exactly what it should be first."""
    places = [
        (entry, path, marker)
        for record_type in RECORD_TYPES
        for entry in catalogue.tied(referring_key(value, record_type.kind))
        for path, marker, found in marked(entry.record, Refers)
        if found == value and _leads_nowhere(catalogue, entry, marker, value)
    ]
    return sorted(places, key=lambda place: len(place[2].to))


def _leads_nowhere(catalogue: Catalogue, entry: Entry[Record], marker: Refers, value: str) -> bool:
    of_itself = entry.kind in marker.to and value == entry.id
    if of_itself or catalogue.find(marker.to, value):
        return False
    return not any((kind, value) in catalogue.once(gone) for kind in marker.to)


def _unresolved(catalogue: Catalogue, asked: Entry[Record], value: str) -> Iterator[Problem]:
    """An id that leads nowhere, told once; so by one of the records that say it alone."""
    places = catalogue.kept(("broken reference", value), partial(_broken, catalogue, value))
    entry, path, marker = places[0] if places else (None, (), None)
    if entry is not asked or marker is None:
        return
    if any((kind, value) in catalogue.unread for kind in marker.to):
        return  # that record has problems of its own, told where it stands
    wanted = "或".join(TITLES[kind] for kind in marker.to)
    common = {"at": entry.at(*path), "label": entry.label(*path), "found": value, "wanted": wanted}
    other = next((kind for kind, records in catalogue.entries.items() if value in records), None)
    if other:
        yield WrongTypeOfRecord(**common, other=TITLES[other])  # type: ignore[arg-type]
        return
    if len(places) > 1:
        yield NoSuchRecord(**common, nearest=_put_back(value, marker), also=_also(places, entry, path))  # type: ignore[arg-type]
        return
    known = {i: e.record.name for kind in marker.to for i, e in catalogue.entries[kind].items()}
    yield NoSuchRecord(**common, nearest=_nearest(value, known))  # type: ignore[arg-type]


def _put_back(value: str, marker: Refers) -> str:
    files = " 或 ".join(f"{FOLDERS[kind]}/{value}.yml" for kind in marker.to)
    return (
        f"先不改这个文件。几处都写着它，多半是 {files} 被删了或改了文件名：从回收站、备份或管仓库的同事那里找回来，放回原处；"
        "只改了文件名的，改回来。确实没有这条记录的，再逐处改成别的编号。"
    )


def _also(places: list[Reference], entry: Entry[Record], path: Path) -> str:
    """The other places that say the same."""
    at = sorted(e.at(*p) for e, p, _ in places if e is not entry or p != path)
    said = "、".join(f"{place.shown_path}:{place.line}" for place in at[:MOST_PLACES])
    return f"，另有 {len(at)} 处也写着它（{said}{' 等' if len(at) > MOST_PLACES else ''}）"


def _nearest(value: str, known: dict[str, str]) -> str:
    close = difflib.get_close_matches(value, known, 3, 0.6)
    close += [i for i, name in known.items() if value in name][:2]
    if not close:
        return "核对编号（就是那个文件的名字，不带 .yml）；还没有这条记录就先新建一条。"
    return "最接近的是：" + "、".join(f"{i}（{known[i]}）" for i in dict.fromkeys(close))


def _no_clause(catalogue: Catalogue, entry: Entry[Record], path: Path, value: str) -> Iterator[Problem]:
    policy = value.split("#", 1)[0]
    if ("policy", policy) in catalogue.unread:
        return
    known = {key: clause.heading for key, (_, clause) in catalogue.clauses.items()}
    same = {key: heading for key, heading in known.items() if key.startswith(f"{policy}#")}
    close = difflib.get_close_matches(value, same or known, 3, 0.3)
    nearest = "最接近的是：" + "、".join(f"{key}（{known[key]}）" for key in close)
    meant = f"{policy}#{_clause_id(value.partition('#')[2])}"
    if meant in known:
        nearest = f"改成 {meant} （只写到这里；这一条是“{known[meant]}”）"
    yield NoSuchClause(
        at=entry.at(*path),
        label=entry.label(*path),
        found=value,
        nearest=nearest if close else "核对政策编号和条款编号，例如 sc-2021-8#3-1",
    )


def _clause_id(said: str) -> str:
    """How a clause is written in a reference: 3.5, 3（5） and 三（五） are 3-5."""
    return re.sub("[^0-9a-z]+", "-", unicodedata.normalize("NFKC", said).translate(_HAN)).strip("-")


@each(Record)
def replacements(catalogue: Catalogue, entry: Entry[Record]) -> Iterator[Problem]:
    """Records that nothing, or they themselves, took the place of."""
    after = entry.record.replaced_by
    if after == entry.id:
        yield RefersToItself(at=entry.at("replaced_by"), label=entry.label("replaced_by"), found=after)
    elif after and not catalogue.find((entry.kind,), after):
        known = {i: e.record.name for i, e in catalogue.entries[entry.kind].items()}
        yield NoSuchRecord(
            at=entry.at("replaced_by"),
            label=entry.label("replaced_by"),
            wanted=TITLES[entry.kind],
            found=after,
            nearest=_nearest(after, known),
        )
