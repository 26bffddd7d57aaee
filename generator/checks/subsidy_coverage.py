"""A subsidy covers the courses that claim it: category, project, certificate, level and region."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from generator.catalogue import Catalogue, Entry
from generator.problem import Problem
from generator.records import Course, Institution, Subsidy
from generator.rule import each


@dataclass(frozen=True, kw_only=True)
class SubsidyDoesNotCover(Problem):
    """课程写的补贴标准，不管这门课程的类别、项目、证书或等级。

    为什么：读者会以为能拿到这笔补贴，结业后才知道不能。
    错的例子：category: rural
    对的例子：category: craft
    """

    code = "X301"
    says = "补贴标准“{subsidy}”的{what}只有“{covered}”，这门课程是“{found}”。"
    mend = "换成管这门课程的标准，或从 subsidies 里删去；标准收错了的，改 {file} 的 applies_to。"
    subsidy: str
    what: str
    covered: str
    found: str
    file: str


@dataclass(frozen=True, kw_only=True)
class SubsidyOfAnotherRegion(Problem):
    """课程写的补贴标准，不管培训机构所在的地区。

    为什么：补贴由当地按当地的标准发，别处的标准在这里用不上。
    错的例子：region: 510700
    对的例子：region: 510000
    """

    code = "X302"
    says = "补贴标准“{subsidy}”只管{region}，培训机构在{place}。"
    mend = "换成管{place}的标准；没有就从 subsidies 里删去，页面会写暂无标准。"
    subsidy: str
    region: str
    place: str


@each(Course)
def check(catalogue: Catalogue, entry: Entry[Course]) -> Iterator[Problem]:
    """Claims of courses that the subsidy itself does not bear out."""
    for position, wanted in enumerate(entry.record.subsidies if entry.record.is_current else ()):
        found = catalogue.find((Subsidy.kind,), wanted)
        if found:
            subsidy = cast("Entry[Subsidy]", found)
            yield from _terms(catalogue, entry, position, subsidy)
            yield from _region(catalogue, entry, position, subsidy.record)


def _terms(
    catalogue: Catalogue, entry: Entry[Course], position: int, subsidy: Entry[Subsidy]
) -> Iterator[Problem]:
    course, applies, certificate = entry.record, subsidy.record.applies_to, entry.record.certificate
    for what, vocabulary, covered, value in (
        ("培训类别", "training-category", applies.categories, course.category),
        ("项目", "", applies.projects, course.project or "没有写项目"),
        ("证书种类", "certificate-type", applies.certificates, certificate.type),
        ("等级", "certificate-level", applies.levels, certificate.level),
    ):
        if not covered or value in covered:
            continue
        if not vocabulary or value in catalogue.terms.get(vocabulary, {}):
            yield SubsidyDoesNotCover(
                at=entry.at("subsidies", position),
                subsidy=subsidy.record.name,
                what=what,
                covered="、".join(catalogue.name_of(vocabulary, term) for term in covered),
                found=catalogue.name_of(vocabulary, value),
                file=subsidy.file,
            )


def _region(
    catalogue: Catalogue, entry: Entry[Course], position: int, subsidy: Subsidy
) -> Iterator[Problem]:
    institution = catalogue.find((Institution.kind,), entry.record.institution)
    if institution is None or not {subsidy.region, institution.record.region} <= catalogue.regions.keys():
        return
    if not catalogue.contains(subsidy.region, institution.record.region):
        yield SubsidyOfAnotherRegion(
            at=entry.at("subsidies", position),
            subsidy=subsidy.name,
            region=catalogue.regions[subsidy.region].full_name,
            place=catalogue.regions[institution.record.region].full_name,
        )
