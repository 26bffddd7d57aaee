"""Who does not hear or speak can enrol: where a course is open to them, some way needs no voice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Entry
from generator.problem import Problem
from generator.records import Course, Office, Session
from generator.rule import each

WITHOUT_VOICE = ("hearing", "speech")
OVER = frozenset({"finished", "cancelled"})


@dataclass(frozen=True, kw_only=True)
class NoWayWithoutVoice(Problem):
    """课程面向听力或言语残疾人，班次却没有不打电话的报名方式。

    为什么：打不了电话的人就报不了名。窗口、短信、网上填表，有一种就行。
    错的例子：联系谁（contact）只写了经办机构，经办机构也没有写不打电话的方式。
    对的例子：non_voice: [{kind: in_person, detail: 到窗口用纸笔或手机打字说明来意。}]
    """

    code = "A202"
    says = "课程面向{disabilities}，这个班和它的经办机构都没有写“不打电话的方式”（non_voice）。"
    mend = "在 contact 里加上 non_voice: [{{kind: in_person, detail: 到窗口用纸笔或手机打字说明来意。}}]，方式照实写。"
    disabilities: str


@each(Session)
def check(catalogue: Catalogue, entry: Entry[Session]) -> Iterator[Problem]:
    """Sessions that one can only phone about, of courses open to those who cannot phone."""
    session = entry.record
    if not session.is_current or session.state in OVER or _has_way(catalogue, session):
        return
    found = catalogue.find((Course.kind,), session.course)
    course = found.record if found else None
    if isinstance(course, Course) and course.is_current:
        silent = [d for d in course.disability_open if d in WITHOUT_VOICE]
        if silent:
            disabilities = "、".join(catalogue.name_of("disability", d) for d in silent)
            yield NoWayWithoutVoice(at=entry.at("contact"), disabilities=disabilities)


def _has_way(catalogue: Catalogue, session: Session) -> bool:
    """Whether the session or, as on its page, the office it names has such a way."""
    if session.contact.non_voice:
        return True
    found = catalogue.find((Office.kind,), session.contact.office)
    return found is None or (isinstance(found.record, Office) and bool(found.record.non_voice))
