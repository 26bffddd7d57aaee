"""A course claims a subsidy only while its institution stands in 职业技能培训机构目录清单."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Entry
from generator.problem import Problem
from generator.records import Course, Institution
from generator.rule import each

LISTED = "listed"


@dataclass(frozen=True, kw_only=True)
class SubsidyOfUnlistedInstitution(Problem):
    """课程写了补贴标准，它的培训机构却不在职业技能培训机构目录清单里。

    为什么：补贴只发给目录清单里的机构（川残办〔2021〕8号五（三））。读者照着来报名，可能拿不到补贴。
    错的例子：status: removed
    对的例子：status: listed
    """

    code = "X101"
    says = "课程写了“补贴标准”（subsidies），但培训机构“{institution}”的目录状态是“{state}”，不是“在目录”。"
    mend = "查最新的目录清单：机构在清单里，就改 {file} 的 directory；不在，就删去本条的 subsidies，并改 fee。"
    institution: str
    state: str
    file: str


@each(Course)
def check(catalogue: Catalogue, entry: Entry[Course]) -> Iterator[Problem]:
    """Courses whose subsidies rest on an institution that is suspended, removed or not yet checked."""
    course = entry.record
    if not (course.is_current and course.subsidies):
        return
    found = catalogue.find((Institution.kind,), course.institution)
    institution = found.record if found else None
    if found and isinstance(institution, Institution) and institution.directory.status != LISTED:
        yield SubsidyOfUnlistedInstitution(
            at=entry.at("subsidies"),
            institution=institution.name,
            state=catalogue.name_of("directory-status", institution.directory.status),
            file=found.file,
        )
