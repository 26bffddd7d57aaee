"""What was tested for accessibility, with what and when; written from the results of the tests."""

from __future__ import annotations

from generator.records.envelope import Part, Record
from generator.records.fields import Date, Text, Whole, field


class Gate(Part):
    """One kind of test over the page kinds of the site."""

    name: Text = field("测试", "测的是什么。", max_length=40, example="键盘走查")
    tool: Text = field("用什么测", "软件和版本。", max_length=120, example="axe-core 4.14.0")
    scope: Text = field("测了什么", "多少种页面、哪些状态。", max_length=160, example="22种页面，浅色和深色")
    findings: Whole = field("发现的问题", "没有改好的问题有几处。", example="0")
    note: Text | None = field("说明", "例外和理由。", default=None, max_length=200, example="两条规则不适用，理由见说明。")


class Task(Part):
    """A task counted from page load to the spoken fact."""

    name: Text = field("任务", "读者要做什么。", max_length=60, example="我所在的市有没有适合我的课程")
    ours_keys: Whole = field("本站按键", "按了几次键。", example="8")
    ours_utterances: Whole = field("本站朗读", "听了几句。", example="12")
    stock_keys: Whole = field("对照按键", "同样内容用通用模板，按了几次键。", example="20")
    stock_utterances: Whole = field("对照朗读", "同样内容用通用模板，听了几句。", example="31")


class TestReport(Record):
    """The newest results, shown in the accessibility statement."""

    __test__ = False  # pytest: this is a record, not a test

    kind = "test_report"
    title = "无障碍测试结果"
    measure = "份"
    folder = "catalogue/test-reports"

    tested_on: Date = field("测试日期", "哪一天测的。", example="2026-11-23")
    gates: list[Gate] = field("测试", "一行一种测试。", many=True)
    tasks: list[Task] = field("任务", "与通用模板比较。", many=True)
    tasks_note: Text | None = field("任务说明", "怎样数的，用什么命令。", default=None, max_length=300, example="用键盘逐步操作，数到听见答案为止。")
    known_faults: list[Text] = field("已知问题", "还没有改好的，一行一个。", many=True, example="搜索要用脚本。")
