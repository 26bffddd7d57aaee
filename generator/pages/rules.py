"""The rules in the handbook: what each code means, why, wrong and right; and what is silenced where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import generator.silencing  # noqa: F401 - its problems have pages too
from generator import checks
from generator.catalogue import Catalogue
from generator.explanation import Explanation, explanations
from generator.pages.context import Context
from generator.pages.page import Link, Page
from generator.pages.parts import Cell, Heading, Row

GROUPS = {
    "P": "个人信息",
    "T": "文件和写法",
    "F": "字段",
    "V": "代码和词表",
    "I": "编号和文件名",
    "R": "引用和原文",
    "D": "日期",
    "S": "真实和示例",
    "X": "课程、机构和补贴对得上",
    "A": "无障碍",
    "E": "导入的表格",
    "M": "正文",
    "C": "条款和词表有没有用",
    "W": "行文",
    "L": "不再提示",
}
"""First letter of a code → what the rules of this letter are about, the gravest first."""
HANDBOOK = "handbook/rules"
INDEX = f"{HANDBOOK}/index.html"


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """The rules of one letter."""

    id: str
    title: str
    rules: list[Row]


@dataclass(frozen=True, slots=True)
class RulesView:
    """All rules by group, and the suggestions that records have silenced."""

    groups: list[RuleGroup]
    silenced: list[Row]

    @property
    def contents(self) -> list[Heading]:
        """The second-level headings, in the order of the page."""
        return [
            *(Heading(group.title, group.id) for group in self.groups),
            Heading("不再提示的建议", "silenced"),
        ]


@dataclass(frozen=True, slots=True)
class RuleView:
    """The page of a code; each example is a list of lines."""

    level: str
    meaning: str
    why: str
    wrong: str
    right: str
    silenced: list[Row]
    index: Link


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list of rules and one page a code; staff pages, which readers' search does not find."""
    context = Context(catalogue, "../../")
    known = _known()
    yield Page(
        path=INDEX,
        kind="rules",
        section="help",
        title="编目手册：检查规则",
        description="检查记录时用的每一条规则：什么意思，为什么，错的和对的例子。",
        template="rules.html",
        build=partial(list_view, context, known),
        crumbs=context.crumbs(here="检查规则"),
    )
    for code, rule in known.items():
        yield Page(
            path=f"{HANDBOOK}/{code.lower()}.html",
            kind="rule",
            section="help",
            title=f"{code}：{rule.meaning}",
            description=f"{rule.level.word} {code}：{rule.meaning}",
            template="rule.html",
            build=partial(view, context, rule),
            crumbs=context.crumbs(("检查规则", INDEX), here=code),
        )


def _known() -> dict[str, Explanation]:
    """Every explanation, once the modules that define the problems are all imported."""
    checks.discover()
    return explanations()


def list_view(context: Context, known: dict[str, Explanation]) -> RulesView:
    """The rules by letter, in the order of `GROUPS`."""
    groups = [
        RuleGroup(
            id=letter.lower(),
            title=title,
            rules=[
                Row(
                    Cell(code, f"{code.lower()}.html"),
                    [Cell(rule.level.word), Cell(_first_sentence(rule.meaning))],
                )
                for code, rule in known.items()
                if code.startswith(letter)
            ],
        )
        for letter, title in GROUPS.items()
    ]
    return RulesView(groups, _silenced(context))


def view(context: Context, rule: Explanation) -> RuleView:
    """The page of one code."""
    return RuleView(
        level=rule.level.word,
        meaning=rule.meaning,
        why=rule.why,
        wrong=rule.wrong,
        right=rule.right,
        silenced=_silenced(context, rule.code),
        index=Link("全部规则", "index.html"),
    )


def _silenced(context: Context, code: str = "") -> list[Row]:
    """The records that silence a suggestion, or this one, with their reasons."""
    return [
        Row(
            Cell(entry.record.name, context.record_url(entry.record)),
            [Cell(silence.code, f"{silence.code.lower()}.html"), Cell(silence.reason)],
        )
        for entry in context.catalogue.all_entries()
        for silence in entry.record.silenced
        if code in ("", silence.code)
    ]


def _first_sentence(text: str) -> str:
    """What the list tells of a rule; the rest stands on its own page."""
    first, stop, _ = text.partition("。")
    return first + stop
