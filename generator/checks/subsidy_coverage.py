"""A subsidy covers the courses that claim it: category, project, certificate, level and region."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.problem import Problem
from generator.records import Course, Institution, Subsidy


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


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Claims of courses that the subsidy itself does not bear out."""
    for course in catalogue.of(Course):
        if not course.is_current:
            continue
        for position, wanted in enumerate(course.subsidies):
            found = catalogue.find((Subsidy.kind,), wanted)
            if found and isinstance(found.record, Subsidy):
                yield from _terms(catalogue, course, position, found.record)
                yield from _region(catalogue, course, position, found.record)


def _terms(catalogue: Catalogue, course: Course, position: int, subsidy: Subsidy) -> Iterator[Problem]:
    applies, certificate = subsidy.applies_to, course.certificate
    for what, vocabulary, covered, value in (
        ("培训类别", "training-category", applies.categories, course.category),
        ("项目", "", applies.projects, course.project or "没有写项目"),
        ("证书种类", "certificate-type", applies.certificates, certificate.type),
        ("等级", "certificate-level", applies.levels, certificate.level),
    ):
        known = not vocabulary or value in catalogue.terms.get(vocabulary, {})
        if known and covered and value not in covered:
            yield SubsidyDoesNotCover(
                at=catalogue.entry(course).at("subsidies", position),
                subsidy=subsidy.name,
                what=what,
                covered="、".join(catalogue.name_of(vocabulary, term) for term in covered),
                found=catalogue.name_of(vocabulary, value),
                file=catalogue.entry(subsidy).file,
            )


def _region(
    catalogue: Catalogue, course: Course, position: int, subsidy: Subsidy
) -> Iterator[Problem]:
    institution = catalogue.find((Institution.kind,), course.institution)
    if institution is None or not {subsidy.region, institution.record.region} <= set(catalogue.regions):
        return
    if not catalogue.contains(subsidy.region, institution.record.region):
        yield SubsidyOfAnotherRegion(
            at=catalogue.entry(course).at("subsidies", position),
            subsidy=subsidy.name,
            region=catalogue.regions[subsidy.region].full_name,
            place=catalogue.regions[institution.record.region].full_name,
        )
