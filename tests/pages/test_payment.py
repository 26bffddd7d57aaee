"""What is paid is computed from the records, at most the cap, and the sum is told in words."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from generator.loading import load
from generator.pages.context import Context
from generator.pages.payment import calculator, examples, for_trainee, paid
from generator.records import Course, Subsidy
from tests.conftest import AS_OF, Tree
from tests.pages.conftest import PagesOf

SUBSIDY = "catalogue/subsidies/ceshi-butie.yml"
COURSE = "catalogue/courses/ceshi-zhubian.yml"


def context_of(small: Tree, **amount: str) -> Context:
    """The small catalogue with another amount in its standard."""
    text = small.read(SUBSIDY)
    head, _, rest = text.partition("amount:\n")
    tail = rest[rest.index("payee:") :]
    lines = "".join(f"  {key}: {value}\n" for key, value in amount.items())
    small.write(SUBSIDY, f"{head}amount:\n{lines}{tail}")
    return Context(load(str(small), AS_OF)[0], "../")


@pytest.mark.parametrize(
    ("amount", "quantity", "value", "formula"),
    [
        ({"basis": "per_person", "value": "1800"}, 40, "1800", "每人1800元"),
        ({"basis": "per_certificate", "value": "300.5"}, None, "300.5", "每证书300.5元"),
        ({"basis": "per_hour", "value": "18"}, 40, "720", "每课时18元，乘40课时，等于720元"),
        ({"basis": "per_hour", "value": "0.1"}, 3, "0.3", "每课时0.1元，乘3课时，等于0.3元"),
        ({"basis": "per_day", "value": "100", "cap": "300"}, 3, "300", "每天100元，乘3天，等于300元"),
        ({"basis": "per_day", "value": "100", "cap": "300"}, 4, "300", "每天100元，乘4天，等于400元，超过最高300元，按最高的算"),
    ],
)
def test_a_standard_times_the_length(
    small: Tree, amount: dict[str, str], quantity: int, value: str, formula: str
) -> None:
    """Once a person or a certificate, else times the hours or days, never more than the cap."""
    context = context_of(small, **amount)
    total = paid(context, context.catalogue.get(Subsidy, "ceshi-butie"), quantity)
    assert (total.value, total.formula) == (Decimal(value), formula)


def test_what_cannot_be_known_is_not_filled_in(small: Tree) -> None:
    """A standard by the hour says nothing of a course that does not tell its hours."""
    context = context_of(small, basis="per_hour", value="18")
    subsidy = context.catalogue.get(Subsidy, "ceshi-butie")
    total = paid(context, subsidy, None)
    assert total.value is None
    assert "算不出来" in total.formula


def facts(context: Context) -> dict[str, list[str]]:
    """The facts on the page of the course by their terms."""
    catalogue = context.catalogue
    found = for_trainee(context, catalogue.get(Course, "ceshi-zhubian"), catalogue.get(Subsidy, "ceshi-butie"))
    return {fact.term: fact.texts for fact in found}


def test_what_is_left_to_pay_is_told_only_where_the_money_comes_to_the_trainee(small: Tree) -> None:
    """A fee of 2000 less 1800 leaves 200; where the institution is paid, nothing is promised."""
    head, _, rest = small.read(COURSE).partition("fee:\n")
    after = rest[rest.index("\nsubsidies:") + 1 :]
    small.write(COURSE, f"{head}fee:\n  kind: pay_first\n  amount: 2000\n  advance: 2000\n{after}")
    context = context_of(small, basis="per_person", value="1800")
    assert "最后自己付多少" not in facts(context)
    small.edit(SUBSIDY, "payee: institution", "payee: individual")
    assert facts(Context(load(str(small), AS_OF)[0], "../"))["最后自己付多少"] == ["200元"]


def test_who_claims_is_told_in_words(small: Tree) -> None:
    """Who need not go anywhere is told so."""
    context = context_of(small, basis="per_person", value="1800")
    assert facts(context)["谁去申领"] == ["培训机构代领，你不用去申领"]


def test_the_table_and_the_calculator_stand_where_something_is_counted(small: Tree, pages_of: PagesOf) -> None:
    """A standard a person has neither; one by the hour has a table that needs no script."""
    context = context_of(small, basis="per_person", value="1800")
    subsidy = context.catalogue.get(Subsidy, "ceshi-butie")
    assert (examples(context, subsidy), calculator(subsidy)) == ([], None)
    assert "calculator" not in pages_of(small, datetime.date(2026, 11, 23)).body("subsidies/ceshi-butie.html")
    context_of(small, basis="per_hour", value="18", cap="1000")
    body = pages_of(small, datetime.date(2026, 11, 23)).body("subsidies/ceshi-butie.html")
    assert "每课时18元，乘80课时，等于1440元，超过最高1000元，按最高的算" in body
    assert 'data-value="18" data-unit="课时" data-cap="1000"' in body
