"""A field that changes is told by its title and in the words that readers see."""

from __future__ import annotations

import pytest

from generator.changes.fields import GROUNDS, STATES, Effect
from generator.changes.values import excerpts
from generator.records import RECORD_TYPES
from generator.records.fields import Term
from generator.records.shape import markers, shapes
from tests.changes.conftest import States

COURSE = "catalogue/courses/ceshi-zhubian.yml"
SESSION = "catalogue/sessions/ceshi-zhubian-2701.yml"
SUBSIDY = "catalogue/subsidies/ceshi-butie.yml"
BASE = "catalogue/bases/ceshi-jidi.yml"
SCHOOL = "institutions/providers/ceshi-xuexiao.yml"
OFFICE = "institutions/offices/ceshi-canlian.yml"
EDITS = {
    "amount": (SUBSIDY, "value: 1800", "value: 2000.50", Effect.MONEY, "金额：从 1800元 改为 2000.5元"),
    "amount taken out": (SUBSIDY, "  cap: 2400\n", "", Effect.MONEY, "金额的最高：删去 2400元"),
    "item of money": (SUBSIDY, "- value: 200", "- value: 300", Effect.MONEY, "金额的提高标准的提高多少：从 200元 改为 300元"),
    "date": (SESSION, "closes_on: 2026-12-20", "closes_on: 2026-12-31", Effect.DATE, "报名截止：从 2026年12月20日 改为 2026年12月31日"),
    "state": (SESSION, "state: open", "state: full", Effect.STATE, "班次状态：从 报名中 改为 名额已满"),
    "phone": (SESSION, "028-00000000", "028-00000001", Effect.PHONE, "联系谁的电话的号码：从 028-00000000 改为 028-00000001"),
    "phone taken out": (OFFICE, "phones:\n  - number: 12385\n    label: 残疾人服务热线\n", "", Effect.PHONE, "电话：去掉 12385（用途：残疾人服务热线）"),
    "service": (COURSE, "state: unavailable", "state: on_request\n    days_ahead: 3", Effect.STATE, "无障碍服务“速录”的状态：从 没有 改为 可提前申请"),
    "service added": (BASE, "    state: available\n", "    state: available\n  - code: sign_language\n    state: on_request\n    days_ahead: 7\n", Effect.STATE, "无障碍服务：加上 手语翻译（状态：可提前申请；提前天数：7）"),
    "alert": (COURSE, "category: craft", "alert: 因维修停课。\ncategory: craft", Effect.STATE, "临时提示：写上 因维修停课。"),
    "list": (COURSE, "  - hearing\n", "  - visual\n", Effect.CONTENT, "面向残疾类别：去掉 听力残疾；加上 视力残疾"),
    "order": (COURSE, "  - hearing\n  - physical\n", "  - physical\n  - hearing\n", Effect.CONTENT, "面向残疾类别：次序变了"),
    "order of items": (COURSE, "  - code: stenography\n    state: unavailable\n  - code: step_free\n    state: available\n", "  - code: step_free\n    state: available\n  - code: stenography\n    state: unavailable\n", Effect.CONTENT, "无障碍服务：次序变了"),
    "truth": (COURSE, "hours: 40", "hours: 40\ntailored: true", Effect.CONTENT, "量体裁衣式：从 否 改为 是"),
    "number": (COURSE, "hours: 40", "hours: 48", Effect.CONTENT, "课时：从 40 改为 48"),
    "region": (BASE, "region: 510107", "region: 511002", Effect.CONTENT, "地区：从 成都市武侯区 改为 内江市市中区"),
    "reference": (SESSION, "base: ceshi-jidi", "base: shili-jidi", Effect.CONTENT, "上课地点的基地：从 测试培训基地 改为 示例·测试实训基地"),
    "occupation": (COURSE, "occupation:\n  code: 2-05-10-00\n  edition: 2022\n", "", Effect.CONTENT, "对应职业的职业编码：删去"),
    "clause": (COURSE, "- ceshi-banfa#1", "- sc-2021-8#3-1", Effect.CONTENT, "加上 川残办〔2021〕8号"),
    "part": (COURSE, "age:\n  min: 16\n  source: 课程自身要求\n", "", Effect.CONTENT, "年龄的最小年龄：删去 16"),
    "text": (COURSE, "how: 一半讲，一半练。", "how: 边讲边练。", Effect.CONTENT, "怎么学：从 一半讲，一半练。 改为 边讲边练。"),
    "ground": (COURSE, "verified_on: 2026-11-20", "verified_on: 2026-11-23", Effect.GROUNDS, "核实日期：从 2026年11月20日 改为 2026年11月23日"),
    "source": (COURSE, "accessed: 2026-11-20", "accessed: 2026-11-23", Effect.GROUNDS, "来源“测试课程通知”的查阅日期：从 2026年11月20日 改为 2026年11月23日"),
    "truth of the record": (SCHOOL, "data_class: real", "data_class: sample", Effect.STATE, "数据性质：从 真实 改为 示例"),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_told_in_words(name: str, states: States) -> None:
    """The title of the field, what it was and what it is; and what that means to readers."""
    file, old, new, effect, words = EDITS[name]
    states.tree.edit(file, old, new)
    first = states.fields()[0]
    assert words in first.sentence
    assert first.effect is effect


def test_fields_are_told_worst_first(states: States) -> None:
    """Money before dates before content before grounds, whatever the order in the file."""
    states.tree.edit(SUBSIDY, "accessed: 2026-11-20", "accessed: 2026-11-22")
    states.tree.edit(SUBSIDY, "summary: 考核合格后按人补给机构。", "summary: 考核合格后按人补。")
    states.tree.edit(SUBSIDY, "valid_to: 2028-12-31", "valid_to: 2027-12-31")
    states.tree.edit(SUBSIDY, "value: 1800", "value: 1900")
    assert [change.effect for change in states.fields()] == [Effect.MONEY, Effect.DATE, Effect.CONTENT, Effect.GROUNDS]


def test_what_is_only_written_otherwise_is_no_change(states: States) -> None:
    """Quotes, order, comments and 1800.00 in place of 1800 change nothing for readers."""
    text = states.tree.read(SUBSIDY).replace("value: 1800", "value: '1800.00' # 说明")
    states.tree.write(SUBSIDY, "valid_to: 2028-12-31\n" + text.replace("valid_to: 2028-12-31\n", ""))
    assert states.report().records == []


def test_a_private_number_is_masked(states: States) -> None:
    """The report of a change is public, the change is refused by the rules."""
    number = f"{110105}{19491231}002X"  # the example of GB 11643
    states.tree.edit(COURSE, "how: 一半讲，一半练。", f"how: 找{number}")
    (change,) = states.fields()
    assert number not in change.words
    assert "110…X" in change.words


def test_long_texts_are_cut_to_where_they_differ() -> None:
    """What both begin and end with is left out but for a few characters."""
    assert excerpts("甲" * 100 + "一二" + "乙" * 100, "甲" * 100 + "三" + "乙" * 100) == (
        f"……{'甲' * 8}一二{'乙' * 8}……",
        f"……{'甲' * 8}三{'乙' * 8}……",
    )
    assert excerpts("短", "长" * 70) == ("短", f"{'长' * 60}……")
    assert excerpts("", "长" * 70) == ("", f"{'长' * 60}……")
    assert excerpts("长" * 70, "长" * 75) == (f"……{'长' * 8}", f"……{'长' * 13}")
    assert excerpts("一", "二") == ("一", "二")


def test_what_is_urgent_exists() -> None:
    """A field or vocabulary that is renamed takes its effect along."""
    used = {marker.vocabulary for record_type in RECORD_TYPES for marker in markers(record_type, Term)}
    assert used >= STATES
    names = {name for record_type in RECORD_TYPES for name in shapes(record_type)}
    assert names >= {"alert", *GROUNDS}
