"""An id is the name of its file, used once, and never lost: old addresses keep working."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.catalogue import Catalogue, Entry
from generator.problem import Location, Problem
from generator.records import RECORD_TYPES, Record
from generator.records.fields import ID_PATTERN, RESERVED
from generator.rule import each, whole
from generator.ties import MOVED


@dataclass(frozen=True, kw_only=True)
class IdIsNotFileName(Problem):
    """编号与文件名不同。

    为什么：两者相同，才能从网址找到文件。
    错的例子：id: ceshi-zhubian-xin
    对的例子：id: ceshi-zhubian
    """

    code = "I103"
    says = "“编号”（id）应与文件名“{stem}”相同，现在是“{found}”。"
    mend = "{remedy_text}"
    stem: str
    found: str
    remedy_text: str


@dataclass(frozen=True, kw_only=True)
class IdUsedTwice(Problem):
    """同一类记录里，一个编号用了两次（大小写和全角半角不同也算相同）。

    为什么：两条记录会争一个网址，其中一条看不到。
    错的例子：两个文件夹里各有一条 id: chengdu-anmo 的课程。
    对的例子：第二条写 id: chengdu-anmo-2，文件名一起改。
    """

    code = "I104"
    says = "编号“{found}”已被 {other} 用了。"
    mend = "换一个编号，例如 {found}-2，文件名一起改。"
    found: str
    other: str


@dataclass(frozen=True, kw_only=True)
class IdLost(Problem):
    """发布过的编号没有了，也没有写明由谁接替。

    为什么：别人收藏的网址会打不开。
    错的例子：直接删去停办课程的文件。
    对的例子：停办的写 status: ended；换了编号的，在新记录里写 redirect_from。
    """

    code = "I105"
    says = "编号“{found}”的文件没有了，也没有别的记录把它写进“旧编号”（redirect_from）。"
    mend = "在接替它的那条记录里加上 redirect_from: [{found}]；停办的不删文件，改写 status: ended"
    found: str


@dataclass(frozen=True, kw_only=True)
class OldIdInUse(Problem):
    """旧编号还有记录在用，或两条记录写了同一个旧编号。

    为什么：程序不知道旧网址该转到哪里。
    错的例子：redirect_from: [shili-miandian]
    对的例子：redirect_from: [ceshi-zhubian-jiu]
    """

    code = "I106"
    says = "“旧编号”（redirect_from）里的“{found}”还被 {other} 用着。"
    mend = "删去这个旧编号，或改掉那一条的编号。"
    found: str
    other: str


@each(Record)
def check(catalogue: Catalogue, entry: Entry[Record]) -> Iterator[Problem]:
    """Ids that differ from the file."""
    if not _is_file_name(entry):
        yield _not_file_name(catalogue, entry)


@whole
def twice(catalogue: Catalogue) -> Iterator[Problem]:
    """Ids that are used twice; where the file has another name, that is told."""
    for again, first in catalogue.duplicates:
        if _is_file_name(again):
            yield IdUsedTwice(at=again.at("id"), found=again.id, other=first.file)
        else:
            yield _not_file_name(catalogue, again)


def _is_file_name(entry: Entry[Record]) -> bool:
    return entry.file.endswith(f"/{entry.id}.yml")


def _not_file_name(catalogue: Catalogue, entry: Entry[Record]) -> Problem:
    stem = PurePosixPath(entry.file).stem
    rename = f"把文件改名为 {entry.id}.yml"
    usable = ID_PATTERN.fullmatch(stem) and stem not in RESERVED
    taken = catalogue.find((entry.kind,), entry.id)
    if taken and taken is not entry and usable:
        text = f"改成 id: {stem}（编号 {entry.id} 是 {taken.file} 的）"
    else:
        text = f"改成 id: {stem}，或{rename}" if usable else rename
    return IdIsNotFileName(at=entry.at("id"), stem=stem, found=entry.id, remedy_text=text)


def misnamed(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Type and name of the file of each record whose id is another: who refers to the name means it."""
    for entry in catalogue.all_entries():
        if not _is_file_name(entry):
            yield entry.kind, PurePosixPath(entry.file).stem


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


@whole
def alike(catalogue: Catalogue) -> Iterator[Problem]:
    """Files whose names differ only by case or form: on some disks they are one file."""
    seen: dict[str, str] = {}
    for file in catalogue.files:
        first = seen.setdefault(_folded(file), file)
        if first != file:
            yield IdUsedTwice(at=Location(file), found=PurePosixPath(file).stem, other=first)


@whole
def old_ids(catalogue: Catalogue) -> Iterator[Problem]:
    """Old ids that a record has, or that one named before."""
    users: dict[tuple[str, str], Entry[Record]] = {}
    for entry in catalogue.tied(MOVED):
        for position, old in enumerate(catalogue.record_of(entry).redirect_from):
            other = catalogue.find((entry.kind,), old) or users.get((entry.kind, old))
            if other:
                yield OldIdInUse(at=entry.at("redirect_from", position), found=old, other=other.file)
            users.setdefault((entry.kind, old), entry)


@whole
def gone(catalogue: Catalogue) -> Iterator[Problem]:
    """Ids that had pages and are lost."""
    for (_, record_id), file in lost(catalogue).items():
        yield IdLost(at=Location(file), found=record_id)


def lost(catalogue: Catalogue) -> dict[tuple[str, str], str]:
    """(type, id) of the records that had pages and are gone without a successor, and their files."""
    if not catalogue.former_files:
        return {}
    kept = {(entry.kind, old) for entry in catalogue.tied(MOVED) for old in entry.record.redirect_from}
    files = sorted(catalogue.former_files.difference(catalogue.files))
    return {
        (record_type.kind, stem): file
        for record_type in RECORD_TYPES
        for file in files
        if file.startswith(f"{record_type.folder}/") and record_type.address
        if (key := (record_type.kind, stem := PurePosixPath(file).stem)) not in kept
        and key not in catalogue.unread
        and not catalogue.find((record_type.kind,), stem)
    }
