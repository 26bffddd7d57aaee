"""The chapters of a booklet: whom to contact, courses, bases, institutions, standards, questions, rights."""

from __future__ import annotations

from collections.abc import Iterable

from generator.leaflets import facts
from generator.leaflets.booklet import EMPTY, Group, Item, Part
from generator.leaflets.courses import courses
from generator.locality import Locality
from generator.pages import base, institution, office, question, subsidy
from generator.pages.clause import lifecycle_note, sentences
from generator.pages.context import Context
from generator.pages.course_list import Counts
from generator.pages.parts import Fact
from generator.records import Base, Channel, Institution, Office, Policy, Question, Record, Subsidy

QUESTIONS = "policies/questions/index.html"


def parts(context: Context, locality: Locality, counts: Counts, *, with_closed: bool) -> list[Part]:
    """Every chapter, in order; one with nothing in it says so."""
    return [
        _part("contact", "联系谁", [*_offices(context, locality), *_hotlines(context, locality)]),
        courses(context, locality, with_closed=with_closed),
        _part("bases", "培训基地", [_base(context, b) for b in locality.concerning(Base)]),
        _part("institutions", "培训机构", [_institution(context, i) for i in locality.concerning(Institution)]),
        _part("subsidies", "补贴标准", [_subsidy(context, s) for s in locality.concerning(Subsidy)]),
        _part("questions", "常见问题", [_question(context, counts, q) for q in locality.concerning(Question)], QUESTIONS),
        _part("rights", "你有哪些权利：政策的简明版", list(_rights(context, locality))),
    ]


def _part(part_id: str, title: str, items: list[Item], code: str = "") -> Part:
    return Part(part_id, title, items, [] if items else [EMPTY], code if items else "")


def _offices(context: Context, locality: Locality) -> list[Item]:
    items = []
    for record in locality.concerning(Office):
        view = office.view(context, record)
        more = facts.told([Fact("网站", [view.website]), Fact("管什么", [view.duties])])
        found, sample = [*facts.contact(view.contact), *more], _sample(record, "不是真实机构")
        items.append(Item(record.name, context.record_url(record), [], found, [], sample, is_coded=False))
    return items


def _hotlines(context: Context, locality: Locality) -> list[Item]:
    items = []
    for channel in locality.concerning(Channel):
        if channel.type == "hotline":
            found = facts.told([
                Fact("电话", [f"{line.label}，{line.number}" for line in channel.phones]),
                Fact("用不了怎么办", [channel.fallback or ""]),
            ])  # fmt: skip
            sample = _sample(channel, "打不通")
            items.append(Item(channel.name, context.record_url(channel), [channel.summary], found, [], sample, is_coded=False))
    return items


def _base(context: Context, record: Base) -> Item:
    view = base.view(context, record, base.courses(context.catalogue, record))
    arrive = [*([view.arrive] if view.arrive else []), *view.transport]
    groups = [
        Group("怎么去", arrive or ["到达方式还没有收录，请先向运营单位询问。"]),
        Group("能提供什么帮助", facts=facts.services(view.services)),
    ]
    return Item(record.name, context.record_url(record), [], view.facts, groups, _sample(record, "不是真实基地"))


def _institution(context: Context, record: Institution) -> Item:
    view = institution.view(context, record, institution.held(context.catalogue, record))
    groups = [
        Group(f"联系谁：{view.contact.office}", facts=facts.contact(view.contact)),
        Group("能提供什么帮助", facts=facts.services(view.services)),
    ]
    lines = [view.about] if view.about else []
    sample = _sample(record, "不是真实机构，不能报名")
    return Item(record.name, context.record_url(record), lines, view.facts, groups, sample)


def _subsidy(context: Context, record: Subsidy) -> Item:
    view = subsidy.view(context, record, subsidy.courses(context.catalogue, record))
    more = facts.told([
        Fact("什么时候给", view.requires),
        Fact("要什么材料", view.documents),
        Fact("怎么申领", facts.steps(view.steps)),
        Fact("依据", [view.clause.text]),
    ])  # fmt: skip
    lines = [view.notice, view.summary] if view.notice else [view.summary]
    sample = _sample(record, "不能照它申领")
    return Item(record.name, context.record_url(record), lines, [*view.facts, *more], [], sample)


def _question(context: Context, counts: Counts, record: Question) -> Item:
    view = question.view(context, counts, record)
    groups = [
        Group("怎么办", [said.text for said in view.steps], is_ordered=True),
        Group("问谁", ["；".join(map(facts.asked, view.contacts))]),
    ]
    found, sample = [Fact("依据", facts.grounds([view.answer]))], _sample(record, "不是真实的回答")
    return Item(record.name, context.record_url(record), [view.answer.text], found, groups, sample, is_coded=False)


def _rights(context: Context, locality: Locality) -> Iterable[Item]:
    """A document an item, a clause a group: only what is written in short sentences."""
    for policy in locality.concerning(Policy):
        groups = [Group(c.heading, sentences(c.easy_read)) for c in policy.clauses if c.easy_read]
        if groups and policy.lifecycle != "revoked":
            title, note = lifecycle_note(context, policy)
            stop = "。" if "：" in title else "："
            name = f"《{policy.name}》{policy.doc_no or ''}"
            yield Item(name, context.record_url(policy), [f"{title}{stop}{note}"], [], groups)


def _sample(record: Record, meaning: str) -> str:
    return f"这一条是示例，{meaning}。" if record.is_sample else ""
