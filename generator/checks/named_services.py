"""A course says something of each service that the document names for those it is open to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Entry
from generator.problem import Problem
from generator.records import Course
from generator.rule import each

# 川残办〔2021〕8号 四（三）: of 肢体 and 多重 the document names no service of their own.
NAMED = {
    "visual": ("assistive_device", "daily_care"),
    "hearing": ("sign_language", "stenography"),
    "speech": ("sign_language", "stenography"),
    "intellectual": ("daily_care", "job_adaptation", "psychological_adaptation", "social_adaptation"),
    "mental": ("daily_care", "job_adaptation", "psychological_adaptation", "social_adaptation"),
}
"""残疾类别 → the services named for it."""


@dataclass(frozen=True, kw_only=True)
class SilentOnNamedServices(Problem):
    """课程面向某类残疾人，却没有写文件为他们点名的服务。

    为什么：川残办〔2021〕8号四（三）逐项点了名。没有也要写没有，不写，读者就不知道该不该来问。
    错的例子：disability_open: [visual]
    对的例子：disability_open: [physical]
    """

    code = "A101"
    says = "课程面向{disabilities}，“无障碍服务”（accommodations）没有写川残办〔2021〕8号四（三）点名的：{services}。"
    mend = "在 accommodations 的最后一项下面另起一行，加上 {lines}，和上面各项左对齐；问过的，把 unknown（未核实）换成问到的状态，没有也照实写。"
    disabilities: str
    services: str
    lines: str


@each(Course)
def check(catalogue: Catalogue, entry: Entry[Course]) -> Iterator[Problem]:
    """Courses that are silent on services named for a disability they are open to."""
    course = entry.record
    told = {item.code for item in course.accommodations}
    lacking = {
        disability: missing
        for disability in course.disability_open
        if (missing := [code for code in NAMED.get(disability, ()) if code not in told])
    }
    if course.is_current and lacking:
        services = list(dict.fromkeys(code for codes in lacking.values() for code in codes))
        yield SilentOnNamedServices(
            at=entry.at("accommodations"),
            disabilities="、".join(catalogue.name_of("disability", d) for d in lacking),
            services="、".join(f"{catalogue.name_of('accommodation', s)}（{s}）" for s in services),
            lines="，再另起一行，加上 ".join(f"- {{code: {s}, state: unknown}}" for s in services),
        )
