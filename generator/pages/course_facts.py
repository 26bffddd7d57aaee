"""What a course is, costs and asks, in facts."""

from __future__ import annotations

from generator.pages import wording
from generator.pages.cards import STATE_WORDS, course_state
from generator.pages.context import Context, slug
from generator.pages.parts import Fact
from generator.records import Course, Institution


def main_facts(context: Context, course: Course) -> list[Fact]:
    """The facts at the top of the page."""
    catalogue = context.catalogue
    institution = catalogue.get(Institution, course.institution)
    category = context.term("training-category", course.category)
    subkind = context.term("training-subkind", course.subkind)
    facts = [
        Fact("报名", [STATE_WORDS[course_state(context, course)]]),
        Fact("面向", [context.listed("disability", course.disability_open)], note=course.disability_note or ""),
        Fact("地区", [context.place(course)]),
        Fact("培训类别", [category + (f"（{subkind}）" if subkind else "")], category_url(context, course)),
        Fact("授课方式", [context.term("teaching-mode", course.mode)]),
        Fact("授课语言", [context.listed("language", course.languages)]),
        Fact("时长", [wording.duration(course)]),
        Fact("费用", [_fee(context, course)]),
        Fact("证书", [context.term("certificate-type", course.certificate.type)]),
        Fact("培训机构", [institution.name], context.record_url(institution)),
        *_conditions(context, course),
    ]
    return [fact for fact in facts if any(fact.texts)]


def _conditions(context: Context, course: Course) -> list[Fact]:
    limits = [f"{wording.age(course.age)}（依据：{course.age.source}）"] if course.age else []
    craft = context.term("craft", course.craft)
    occupation = []
    if course.occupation:
        entry = context.catalogue.occupations[course.occupation.code]
        occupation = [f"{entry.name}（编码{entry.code}，{course.occupation.edition}年版职业分类大典）"]
    return [
        Fact("手工技艺", [craft]),
        Fact("对应职业", occupation),
        Fact("年龄", limits),
        Fact("户籍", [course.household or ""]),
        Fact("其他条件", course.other_conditions),
        Fact("优先考虑", [context.listed("priority-group", course.priority)], note="优先不是门槛，别人也可以报名。"),
        Fact("所属计划", [context.term("programme", course.programme)]),
    ]


def _fee(context: Context, course: Course) -> str:
    fee = course.fee
    words = [context.term("fee-kind", fee.kind)]
    if fee.amount:
        words.append(f"收费{wording.yuan(fee.amount)}")
    if fee.advance is not None:
        words.append(f"学员先付{wording.yuan(fee.advance)}" if fee.advance else "学员不用先付钱")
    return "，".join(words)


def costs(context: Context, course: Course) -> list[Fact]:
    """What it costs, and what the trainee pays first."""
    fee = course.fee
    unknown = "未核实，报名前请先问清"
    first = unknown if fee.advance is None else wording.yuan(fee.advance) if fee.advance else "不用先付钱"
    facts = [
        Fact("收费方式", [context.term("fee-kind", fee.kind)]),
        Fact("收费金额", [wording.yuan(fee.amount) if fee.amount is not None else ""]),
        Fact("自己先付多少", [first]),
        Fact("说明", [fee.note or ""]),
    ]
    return [fact for fact in facts if any(fact.texts)]


def category_url(context: Context, course: Course) -> str:
    """The list of courses of the same category."""
    return context.url(f"lists/category-{slug(course.category)}.html")
