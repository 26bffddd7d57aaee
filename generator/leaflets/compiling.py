"""The booklet of a place out of a catalogue."""

from __future__ import annotations

from generator.leaflets.booklet import Booklet
from generator.leaflets.parts import parts
from generator.locality import Locality
from generator.pages import wording
from generator.pages.context import Context
from generator.pages.course_list import counted
from generator.records import (
    Base,
    Channel,
    Course,
    Institution,
    Office,
    Policy,
    Question,
    Record,
    Subsidy,
)

SAMPLE = "这里有示例，示例不是真的，不能照着报名。"

TOLD: tuple[type[Record], ...] = (Base, Channel, Course, Institution, Office, Policy, Question, Subsidy)


def compiled(locality: Locality, site: str = "", *, with_closed: bool = False) -> Booklet:
    """Everything that the catalogue says of the place; `site` is an address with its last stroke.

    `with_closed` tells of courses too in which one cannot enrol now.
    """
    context = Context(locality.catalogue, "")
    chapters = parts(context, locality, counted(locality.catalogue), with_closed=with_closed)
    day = wording.day(locality.catalogue.as_of)
    return Booklet(
        title=f"{locality.name}残疾人职业技能培训",
        day=day,
        lines=[
            f"这里写的是川残技能目录在{day}收录的内容。",
            "以后会有变化，报名前请先向经办机构核实。",
            "没有写的，不代表没有。",
        ],
        parts=chapters,
        site=site,
        path=f"regions/{locality.prefecture.code}.html",
        sample=SAMPLE if _has_samples(locality) else "",
    )


def _has_samples(locality: Locality) -> bool:
    """Whether a sample is told or named, even one without a chapter of its own."""
    return any(record.is_sample for record_type in TOLD for record in locality.concerning(record_type))
