"""A fact has a source, or it is a sample and says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Entry
from generator.problem import Problem
from generator.records import Record
from generator.records.fields import OfRealOnly, Refers
from generator.records.shape import marked
from generator.rule import each

MARK = "示例·"


@dataclass(frozen=True, kw_only=True)
class RealWithoutSource(Problem):
    """真实的记录没有写来源。

    为什么：有来源，读者才能自己去核对。
    错的例子：真实的课程没有 sources。
    对的例子：加上 sources，写明标题、发布者、网址和查阅日期。
    """

    code = "S101"
    says = "真实记录至少要有一个“来源”（sources），现在没有。"
    mend = "加上 sources，写明标题、发布者、网址或位置、查阅日期、可信度；没有来源就改成 data_class: sample"


@dataclass(frozen=True, kw_only=True)
class RealRestsOnSample(Problem):
    """真实的记录引用了示例。

    为什么：示例是编的，真实的内容不能靠它。
    错的例子：institution: shili-xuexiao
    对的例子：institution: ceshi-xuexiao
    """

    code = "S102"
    says = "真实记录的{label}指向示例“{found}”。"
    mend = "换成真实的记录，或把本条改成 data_class: sample"
    label: str
    found: str


@dataclass(frozen=True, kw_only=True)
class SampleInRelease(Problem):
    """正式发布的资料里有示例。

    为什么：免得读者当真，照着去报名。
    错的例子：正式发布时还有 data_class: sample 的记录。
    对的例子：加上 --without-samples，发布时不读示例。
    """

    code = "S103"
    says = "正式发布不收示例记录“{found}”。"
    mend = "换成真实记录，或从发布的资料里删去；也可以加上 --without-samples，让发布时不读示例。"
    found: str


@dataclass(frozen=True, kw_only=True)
class SampleNotMarked(Problem):
    """示例的名称没有以“示例·”开头。

    为什么：在清单、搜索和朗读里，都要看得到、听得到它是示例。
    错的例子：示例记录写 name: 盲人保健按摩初级班
    对的例子：示例记录写 name: 示例·盲人保健按摩初级班
    """

    code = "S104"
    says = "示例的“名称”（name）应以“示例·”开头，现在是“{found}”。"
    mend = "改成 name: 示例·{found}"
    found: str


@dataclass(frozen=True, kw_only=True)
class RealMarkedSample(Problem):
    """真实记录的名称写了“示例·”。

    为什么：读者会以为是编的，不敢用。
    错的例子：name: 示例·测试竹编课程
    对的例子：name: 测试竹编课程
    """

    code = "S105"
    says = "真实记录的“名称”（name）以“示例·”开头。"
    mend = "真实的就去掉“示例·”；不是真的就改成 data_class: sample"


@dataclass(frozen=True, kw_only=True)
class SampleSaysTooMuch(Problem):
    """示例里写了电话、地址或网址。

    为什么：免得有人照着去打、去找。
    错的例子：示例基地写 address_text: ××路××号
    对的例子：示例基地不写 address_text
    """

    code = "S106"
    says = "示例不得写{label}。"
    mend = "删去这一项。"
    label: str


@dataclass(frozen=True, kw_only=True)
class RealLacks(Problem):
    """真实的记录缺了读者要用的一项。

    为什么：真实的基地没有地址，读者去不了。
    错的例子：真实的基地没有 address_text。
    对的例子：address_text: 测试路0号
    """

    code = "S107"
    says = "真实记录应写{label}，现在没有。"
    mend = "照来源写上；查不到就先不收这一条。"
    label: str


@dataclass(frozen=True, kw_only=True)
class VerifiedWithoutDate(Problem):
    """写了核实方式，没有写哪一天核实的。

    为什么：页面要告诉读者：谁、哪一天、怎样核实的。
    错的例子：verification: office_confirmed
    对的例子：verification: unverified
    """

    code = "S108"
    says = "写了“核实方式”（verification），就应写“核实日期”（verified_on），现在没有。"
    mend = "加上 verified_on: 年-月-日；没有核实过就删去 verification"


@each(Record)
def check(catalogue: Catalogue, entry: Entry[Record]) -> Iterator[Problem]:
    """Facts without source, samples that could be taken for true, and the reverse."""
    if entry.record.is_sample:
        yield from _sample(catalogue, entry)
    elif entry.record.data_class == "real":
        yield from _real(catalogue, entry)
    if entry.record.verification != "unverified" and not entry.record.verified_on:
        yield VerifiedWithoutDate(at=entry.at("verification"))


def _sample(catalogue: Catalogue, entry: Entry[Record]) -> Iterator[Problem]:
    name = entry.record.name
    if catalogue.release:
        yield SampleInRelease(at=entry.at("data_class"), found=name)
    if not name.startswith(MARK):
        yield SampleNotMarked(at=entry.at("name"), found=name)
    for path, _, value in marked(entry.record, OfRealOnly):
        if value:
            yield SampleSaysTooMuch(at=entry.at(*path), label=entry.label(*path))


def _real(catalogue: Catalogue, entry: Entry[Record]) -> Iterator[Problem]:
    if not entry.record.sources:
        yield RealWithoutSource(at=entry.at())
    if entry.record.name.startswith(MARK):
        yield RealMarkedSample(at=entry.at("name"))
    for path, marker, value in marked(entry.record, OfRealOnly):
        if marker.required and not value:
            yield RealLacks(at=entry.at(), label=entry.label(*path))
    for path, target, value in marked(entry.record, Refers):
        found = catalogue.find(target.to, str(value)) if value else None
        if found and found.record.is_sample:
            yield RealRestsOnSample(at=entry.at(*path), label=entry.label(*path), found=found.record.name)
