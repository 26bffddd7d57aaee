"""The parts of the counting, without a desktop."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator.records.test_report import Task as RecordedTask
from tests.speech.ear import Heard
from tests.tasks.fact import Answer, Pages, first_place
from tests.tasks.ours import build_our_site
from tests.tasks.stock import markdown_of, sections, settings
from tests.tasks.stock_hook import tokens
from tests.tasks.story import TASKS, Task
from tests.tasks.table import NEVER, not_fewer, report, table
from tests.tasks.walking import Counted, walk
from tests.tasks.way import (
    Taken,
    Walked,
    Way,
    follow,
    press,
    shortest,
    type_in,
    until,
    until_the_fact,
)

PAGE = """<html><head><title>课 - 站</title></head><body>
<a class="site-name" href="../index.html">站</a>
<nav class="site-nav"><a href="../index.html">首页</a></nav>
<main id="main"><h1 id="own">课</h1><form action="s"><input></form><script>x()</script>
<section id="two"><h2>甲</h2><p>有。</p></section><h2>乙</h2></main></body></html>"""


class Deaf:
    """A reader whose site says the same words for each key."""

    def __init__(self, says: dict[str, list[str]]) -> None:
        self.says = {key: list(words) for key, words in says.items()}

    def visit(self, _address: str) -> Heard:
        """The home page is there."""
        return Heard(("载入 目录 完成。",), enough=True)

    def press(self, key: str) -> Heard:
        """The next words of this key."""
        words = self.says.get(key, [])
        return Heard((words.pop(0),) if words else (), enough=bool(words))

    def follow(self, key: str, _words: str = "") -> Heard:
        """A page loads."""
        return Heard(("载入 页 完成。", *self.press(key).utterances), enough=True)

    def type(self, _text: str) -> Heard:
        """Typing is not heard."""
        return Heard((), enough=True)


def _walked(way: str, keys: int, *, reached: bool = True, spoken: int = 1) -> Walked:
    return Walked(way, tuple(Taken(press("h"), ("甲",)) for _ in range(keys)), reached, spoken)


def test_keys_are_counted() -> None:
    """A key, a chord and the Return of a page count one each, a text as many as it has characters."""
    moves = (press("h"), press("alt+shift+Down"), type_in("蜀绣 a"), follow())
    assert Walked("", tuple(Taken(move, ()) for move in moves), reached=True, spoken=0).keys == 7


def test_shortest_way_has_fewest_keys_then_fewest_words() -> None:
    """A way that does not reach the fact is none, however short it is."""
    walks = (
        _walked("短", 1, reached=False),
        _walked("长", 5),
        _walked("甲", 3, spoken=9),
        _walked("乙", 3),
    )
    assert shortest(walks) == walks[3]
    assert shortest(walks[:1]) is None


def test_answer_is_heard_through_the_words_of_orca() -> None:
    """The name of a service and its state belong together, whatever Orca says between them."""
    answer = Answer(("测试·课",), ("手语翻译有", "手语翻译状态有"))
    page, row = "载入 测试 点号 课 完成。", "手语翻译 行头"
    assert answer.is_heard([page, row, "行 2,列 1。", "有", "行 2,列 2。"])
    assert answer.is_heard([page, "手语翻译", "状态 列头 有"])
    assert not answer.is_heard([page, row, "行 2,列 1。", "没有", "行 2,列 2。"])
    assert not answer.is_heard([row, "有"])


def test_utterances_are_counted_up_to_the_fact() -> None:
    """What is spoken after the fact does not count."""
    answers = (Answer((), ("乙丙",)), Answer((), ("丁",)))
    assert first_place(answers, ["甲", "乙", "丙", "丁"]) == 3
    assert first_place(answers, ["甲"]) is None


def test_walk_ends_at_the_fact() -> None:
    """A key is pressed until its words, then the next one until the fact, and no further."""
    reader = Deaf({"2": ["一", "二"], "Down": ["三", "事实", "四"]})
    way = Way("", (until("2", "二"), until_the_fact("Down"), press("x")))
    walked = walk(reader, "", way, (Answer((), ("事实",)),))
    assert (walked.keys, walked.spoken, walked.reached) == (4, 4, True)


def test_walk_gives_up() -> None:
    """A way ends where its words do not come: at the top again, or in silence."""
    reader = Deaf({"2": ["一", "滚动到顶部。", "二"], "k": ["一"]})
    around = walk(reader, "", Way("", (until("2", "二"), press("h"))), ())
    silent = walk(reader, "", Way("", (until("k", "二"), press("h"))), ())
    assert (around.keys, around.reached) == (2, False)
    assert (silent.keys, silent.reached) == (2, False)


def test_page_becomes_a_page_of_the_stock_site() -> None:
    """Title and text are kept; forms and scripts are left out, and every heading has an id."""
    head, _, body = markdown_of(PAGE).partition("<div>")
    assert head == '---\ntitle: "课"\n---\n'
    assert '<h1 id="own">课</h1>' in body
    assert '<section id="two"><h2 id="_1">甲</h2><p>有。</p></section><h2 id="_2">乙</h2>' in body
    assert "<form" not in body
    assert "<script" not in body


def test_stock_site_has_the_sections_of_ours() -> None:
    """Its navigation and name are those of our frame."""
    assert sections(PAGE) == [{"首页": "../index.md"}]
    assert settings(PAGE)["site_name"] == "站"


def test_headings_stand_in_the_table_of_contents() -> None:
    """Each heading stands below the one it belongs to, in order."""
    found = tokens('<h1 id="a">甲</h1><h3 id="b">乙</h3><h2 id="c">丙 <b>丁</b></h2>')
    assert [
        (one["id"], [(two["id"], two["name"]) for two in one["children"]]) for one in found
    ] == [("a", [("b", "乙"), ("c", "丙 丁")])]


def test_stock_has_every_way_and_more() -> None:
    """Nobody can say that it was tried less: the ways of a task have names of their own."""
    for task in TASKS:
        for ways in (task.ours, task.stock):
            assert len({way.name for way in ways}) == len(ways), task.name
        assert len(task.stock) >= len(task.ours), task.name


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.key)
def test_fact_stands_on_our_pages(task: Task, pages: Pages) -> None:
    """The fact of each task is read from the built pages, and is a text of some length."""
    answers = task.answers(pages)
    assert answers
    assert all(len(text) > 1 for answer in answers for text in (*answer.about, *answer.told))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """Our site, built from the records of the repository."""
    return Pages(build_our_site(Path(tmp_path_factory.mktemp("tasks"), "ours")))


def test_table_and_report_tell_the_same() -> None:
    """The figures have the names of the record; a task that is not shorter on our site is told."""
    better = Counted(TASKS[0], (_walked("甲", 3),), (_walked("乙", 5), _walked("丙", 9)))
    equal = replace(better, stock=(_walked("丁", 3),))
    never = replace(better, stock=(_walked("丁", 3, reached=False),))
    kept = json.loads(report([better]))
    assert RecordedTask(**kept["tasks"][0]).stock_keys == 5
    assert len(kept["note"]) <= 300
    assert kept["ways"][TASKS[0].name]["ours"][0][0] == "甲：听到了，按键3次，听1句"
    assert "按键5次，听1句（乙）" in table([better])
    assert not_fewer([better]) == []
    assert len(not_fewer([equal, never])) == 2
    assert NEVER in table([never])
