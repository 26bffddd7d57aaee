"""The courses of a place that one can enrol in now or soon: what, for whom, which help, what it costs, how and until when."""

from __future__ import annotations

from generator.leaflets import facts
from generator.leaflets.booklet import EMPTY, Group, Item, Part
from generator.locality import Locality
from generator.pages import course as course_page
from generator.pages.cards import STATE_ORDER, course_state
from generator.pages.context import Context
from generator.pages.course_sessions import SessionView
from generator.pages.parts import Fact
from generator.prose import to_lines
from generator.records import Course

ELSEWHERE = ("费用", "证书", "地区", "培训类别")
"""Facts of the page that stand in the booklet in other words, or say nothing more to its readers."""
SAMPLE = "这一条是示例，不是真实课程，不能报名。"


def courses(context: Context, locality: Locality, *, with_closed: bool) -> Part:
    """Those that are open first, then those that are coming, then the full ones; the others by name.

    `with_closed` tells those too of which no session is listed.
    """
    found = locality.concerning(Course)
    states = {course.id: course_state(context, course) for course in found}
    shown = (*STATE_ORDER, "none") if with_closed else STATE_ORDER
    listed = [c for state in shown for c in found if states[c.id] == state]
    others = [c.name for c in found if c not in listed]
    lines = [] if listed else ["现在没有可以报名的班次。" + EMPTY]
    if others:
        lines.append(f"另有{len(others)}门课程现在没有可以报名的班次：{'；'.join(others)}。")
    title = "课程" if with_closed else "可以报名和即将报名的课程"
    return Part("courses", title, [_item(context, c) for c in listed], lines + _nearby(context, locality))


def _nearby(context: Context, locality: Locality) -> list[str]:
    """For a county, how many real courses stand in the rest of its 市（州）."""
    prefecture = locality.prefecture
    real = [c for c in context.catalogue.of(Course) if c.is_current and not c.is_sample]
    number = sum(context.catalogue.contains(prefecture.code, c.region) and not locality.concerns(c) for c in real)
    return [f"{prefecture.name}别的地方还有{number}门课程，请向上面的经办机构询问。"] if number else []


def _item(context: Context, course: Course) -> Item:
    view = course_page.view(context, course)
    words = {text.id: to_lines(text.text) for text in view.texts}
    about = [
        Fact("学什么", words.get("learn", [])),
        Fact("适合谁", words.get("who", [])),
        *facts.without(view.facts, *ELSEWHERE),
        Fact("怎么考", words.get("assess", [])),
        Fact("要带什么", view.bring),
    ]
    groups = [
        *(_session(session) for session in view.sessions),
        Group("能提供什么帮助", facts=facts.services(view.services)),
        Group("要花多少钱", facts=[*view.costs, *_subsidies(view.subsidies)]),
        Group("发什么证", facts=view.certificate),
    ]
    sample = SAMPLE if course.is_sample else ""
    return Item(course.name, context.record_url(course), [view.summary], facts.told(about), groups, sample)


def _session(session: SessionView) -> Group:
    offered = [
        Fact("状态", [session.state]),
        *session.facts,
        Fact("怎么报名", facts.steps(session.steps)),
        Fact("报名材料", session.documents),
        Fact("联系谁", [session.contact.office]),
        *facts.contact(session.contact),
        *(Fact(f"本班不同：{fact.term}", fact.texts) for fact in facts.services(session.differences)),
    ]
    return Group(f"报名：{session.name}", facts=facts.told(offered))


def _subsidies(subsidies: list[course_page.SubsidyView]) -> list[Fact]:
    return [
        Fact(f"补贴，{fact.term}", fact.texts, note=fact.note)
        for subsidy in subsidies
        for fact in [Fact("名称", [subsidy.link.text]), *facts.without(subsidy.facts, "有效期")]
    ]
