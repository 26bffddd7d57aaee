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
from generator.pages.handbook import CRUMB
from generator.pages.page import Link, Page
from generator.pages.parts import Cell, Row
from generator.ties import silence_key

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
class GroupView:
    """The rules of one letter, on a page of their own: all on one would be too heavy."""

    title: str
    rules: list[Row]


@dataclass(frozen=True, slots=True)
class RulesView:
    """The groups of rules, and the suggestions that records have silenced."""

    groups: list[Row]
    silenced: list[Row]


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
        crumbs=context.crumbs(CRUMB, here="检查规则"),
    )
    for letter, title in GROUPS.items():
        yield Page(
            path=f"{HANDBOOK}/{_group_file(letter)}",
            kind="group",
            section="help",
            title=f"检查规则：{title}",
            description=f"代码以 {letter} 开头的检查规则。",
            template="group.html",
            build=partial(group_view, known, letter),
            crumbs=context.crumbs(CRUMB, ("检查规则", INDEX), here=title),
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
            crumbs=context.crumbs(CRUMB, ("检查规则", INDEX), here=code),
        )


def _known() -> dict[str, Explanation]:
    """Every explanation, once the modules that define the problems are all imported."""
    checks.discover()
    return explanations()


def list_view(context: Context, known: dict[str, Explanation]) -> RulesView:
    """The groups in the order of `GROUPS`, each with its codes."""
    groups = [
        Row(Cell(title, _group_file(letter)), [Cell("、".join(_codes(known, letter)))])
        for letter, title in GROUPS.items()
    ]
    return RulesView(groups, _silenced(context))


def group_view(known: dict[str, Explanation], letter: str) -> GroupView:
    """The rules of a letter, in the order of their codes."""
    rules = [
        Row(
            Cell(code, f"{code.lower()}.html"),
            [Cell(known[code].level.word), Cell(known[code].meaning)],
        )
        for code in _codes(known, letter)
    ]
    return GroupView(GROUPS[letter], rules)


def _codes(known: dict[str, Explanation], letter: str) -> list[str]:
    return [code for code in known if code.startswith(letter)]


def _group_file(letter: str) -> str:
    return f"group-{letter.lower()}.html"


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
    catalogue = context.catalogue
    records = [catalogue.record_of(entry) for entry in catalogue.tied(silence_key(code))]
    return [
        Row(
            Cell(record.name, context.record_url(record)),
            [Cell(silence.code, f"{silence.code.lower()}.html"), Cell(silence.reason)],
        )
        for record in records
        for silence in record.silenced
        if code in ("", silence.code)
    ]
