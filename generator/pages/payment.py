"""What a trainee pays and what is paid for the training, computed from the records, with the sum in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.pages import wording
from generator.pages.context import Context
from generator.pages.parts import Cell, Fact, Row
from generator.records import Course, Subsidy

COUNTED = {"per_hour": "课时", "per_day": "天"}
"""What a standard is counted by, where it grows with the course; a person and a certificate are one."""
EXAMPLES = {"per_hour": (10, 20, 40, 80, 120), "per_day": (1, 3, 5, 10, 20)}
"""How much of it the table of a standard shows."""
UNKNOWN = "未核实，报名前请先问清"
COLLECTS = {
    "by_individual": "本人去申领",
    "by_institution": "培训机构代领，你不用去申领",
    "by_employer": "用人单位去申领，你不用去申领",
}


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount in yuan, None where it cannot be known, and how it came about."""

    value: Decimal | None
    formula: str


@dataclass(frozen=True, slots=True)
class Calculator:
    """What the calculator of a standard needs: yuan a unit, the unit, and the most in yuan or ""."""

    value: str
    unit: str
    cap: str


def paid(context: Context, subsidy: Subsidy, quantity: int | None) -> Sum:
    """What a standard comes to for so many hours or days, at most its cap."""
    amount = subsidy.amount
    each = f"{context.term('amount-basis', amount.basis)}{wording.yuan(amount.value)}"
    unit = COUNTED.get(amount.basis)
    if unit is None:
        return Sum(amount.value, each)
    if quantity is None:
        return Sum(None, f"{each}，课程没有写{unit}数，算不出来")
    product = amount.value * quantity
    formula = f"{each}，乘{quantity}{unit}，等于{wording.yuan(product)}"
    if amount.cap is None or product <= amount.cap:
        return Sum(product, formula)
    return Sum(amount.cap, f"{formula}，超过最高{wording.yuan(amount.cap)}，按最高的算")


def of_course(context: Context, course: Course, subsidy: Subsidy) -> Sum:
    """What a standard comes to for a course."""
    quantity = {"per_hour": course.hours, "per_day": course.days}.get(subsidy.amount.basis)
    return paid(context, subsidy, quantity)


def for_trainee(context: Context, course: Course, subsidy: Subsidy) -> list[Fact]:
    """How much, who receives it, who claims, when, with what, and what is left to pay."""
    total = of_course(context, course, subsidy)
    facts = [
        Fact("补贴多少", [wording.yuan(total.value) if total.value is not None else UNKNOWN], note=f"算法：{total.formula}。"),
        Fact("谁收到钱", [context.term("payee", subsidy.payee)]),
        Fact("谁去申领", [COLLECTS.get(mode, context.term("claim-mode", mode)) for mode in subsidy.claim_mode]),
        Fact("什么时候给", subsidy.requires),
        Fact("要什么材料" if "by_individual" in subsidy.claim_mode else "申领材料，不用你交", subsidy.documents),
        Fact("还可能多补", [f"{u.reason}：{wording.yuan(u.value)}" for u in subsidy.amount.uplift]),
        Fact("有效期", [wording.period(subsidy.valid_from, subsidy.valid_to)]),
        *_left(course, subsidy, total),
    ]
    return [fact for fact in facts if any(fact.texts)]


def _left(course: Course, subsidy: Subsidy, total: Sum) -> Iterator[Fact]:
    """What the trainee bears in the end, where all of it is known and the money comes to the trainee."""
    fee = course.fee.amount
    if fee is None or total.value is None or subsidy.payee != "individual":
        return
    rest = max(fee - total.value, Decimal(0))
    note = f"算法：收费{wording.yuan(fee)}，减去补贴{wording.yuan(total.value)}，不够减的算0元。"
    yield Fact("最后自己付多少", [wording.yuan(rest)], note=note)


def examples(context: Context, subsidy: Subsidy) -> list[Row]:
    """What a counted standard comes to for courses of some lengths."""
    unit = COUNTED.get(subsidy.amount.basis, "")
    rows = []
    for quantity in EXAMPLES.get(subsidy.amount.basis, ()):
        total = paid(context, subsidy, quantity)
        value = wording.yuan(total.value) if total.value is not None else ""
        rows.append(Row(Cell(f"{quantity}{unit}"), [Cell(value), Cell(total.formula)]))
    return rows


def calculator(subsidy: Subsidy) -> Calculator | None:
    """The calculator of a counted standard."""
    unit = COUNTED.get(subsidy.amount.basis)
    cap = subsidy.amount.cap
    return Calculator(f"{subsidy.amount.value:f}", unit, f"{cap:f}" if cap is not None else "") if unit else None
