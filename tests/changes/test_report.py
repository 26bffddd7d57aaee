"""The report of a change: one sentence, then the worst for readers, the records, the pages."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from generator.building import Folders, pour
from generator.changes.formats import FORMATS
from generator.changes.records import What
from generator.changes.states import state_in
from generator.engines import OWN
from generator.records import RECORD_TYPES
from generator.render.shell import HostPages
from tests.changes.conftest import States
from tests.conftest import AS_OF, Golden, Tree

COURSE = "catalogue/courses/ceshi-zhubian.yml"
SESSION = "catalogue/sessions/ceshi-zhubian-2701.yml"
SUBSIDY = "catalogue/subsidies/ceshi-butie.yml"
HELP = "site_src/content/help.md"


def _new_course(tree: Tree, record_id: str) -> None:
    text = tree.read(COURSE).replace("id: ceshi-zhubian", f"id: {record_id}").replace("测试竹编课程", f"测试竹编{record_id}")
    tree.write(f"catalogue/courses/{record_id}.yml", text)


def _of_a_clerk(tree: Tree) -> None:
    """What a busy day changes."""
    _new_course(tree, "ceshi-jia")
    _new_course(tree, "ceshi-yi")
    tree.edit(SUBSIDY, "value: 1800", "value: 2000")
    tree.edit(SESSION, "closes_on: 2026-12-20", "closes_on: 2026-12-31")
    tree.edit(SESSION, "capacity: 20", "capacity: 24")
    tree.edit(COURSE, "how: 一半讲，一半练。", "how: |\n  - 先看\n  - 再练")
    tree.remove("catalogue/channels/ceshi-pingtai.yml")
    text = tree.read("catalogue/disclosures/ceshi-gongshi.yml")
    tree.remove("catalogue/disclosures/ceshi-gongshi.yml")
    tree.write(
        "catalogue/disclosures/ceshi-gongshi-2026.yml",
        text.replace("id: ceshi-gongshi\n", "id: ceshi-gongshi-2026\nredirect_from:\n  - ceshi-gongshi\n"),
    )
    tree.edit("institutions/providers/ceshi-xuexiao.yml", "  - ceshi-gongshi\n", "  - ceshi-gongshi-2026\n")


@pytest.mark.parametrize("form", FORMATS)
def test_the_day_of_a_clerk(form: str, states: States, golden: Golden) -> None:
    """Every kind of change in each format, as a reviewer reads it."""
    _of_a_clerk(states.tree)
    golden(f"changes/clerk.{form}", FORMATS[form](states.report()))


def test_no_change_is_one_sentence(states: States) -> None:
    """A pull request that changes no record says so."""
    assert FORMATS["text"](states.report()) == "记录和说明页没有改动。\n"


def test_one_amount_is_told_in_full(states: States) -> None:
    """The example of the specification: what it was, what it is, how many pages."""
    states.tree.edit(SUBSIDY, "value: 1800", "value: 2000")
    report = states.report()
    assert report.sentence == f"1 项补贴标准的金额从 1800元 改为 2000元，影响 {len(report.pages.pages)} 个页面。"
    assert len(report.pages.pages) > 1


def test_amounts_that_differ_are_only_counted(states: States) -> None:
    """The sentence stays one; the lines below it have them all."""
    states.tree.edit(SUBSIDY, "value: 1800", "value: 2000")
    states.tree.edit("catalogue/subsidies/shili-butie.yml", "value: 15.50", "value: 16")
    assert states.report().sentence.startswith("2 项补贴标准的金额有改动，")


def test_every_type_is_counted_in_its_measure() -> None:
    """2 门课程, not 2 条课程; a type that forgot its word would be counted 条."""
    words = {t.title: t.measure for t in RECORD_TYPES}
    assert words["课程"] == "门"
    assert [title for title, measure in words.items() if measure == "条"] == ["公示信息"]


def _files(folder: str, out: Path) -> dict[str, bytes]:
    """Every record page of a tree as it is published, in a bare frame."""
    frame = "{pour-title}|{pour-description}|{pour-crumbs}|{pour-main}"
    host = HostPages([frame] * 4, [], OWN)
    (out / "assets").mkdir(parents=True)
    pour(state_in(folder, AS_OF).catalogue, host, Folders(str(out), str(out)))
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*.html")}


def _states_with_templates(states: States) -> None:
    for root in (states.tree.root, states.base):
        Tree(root).take(["site_src/templates"])


def _hours(tree: Tree) -> None:
    tree.edit(COURSE, "hours: 40", "hours: 41")


def _state(tree: Tree) -> None:
    tree.edit(SESSION, "state: open", "state: cancelled")


@pytest.mark.parametrize("edit", [_of_a_clerk, _hours, _state])
def test_the_pages_are_those_whose_bytes_change(
    edit: Callable[[Tree], None], states: States, tmp_path: Path
) -> None:
    """Both sites built whole and compared file by file give the same list."""
    edit(states.tree)
    _states_with_templates(states)
    old, new = _files(str(states.base), tmp_path / "old"), _files(str(states.tree.root), tmp_path / "new")
    differing = {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}
    assert {page.path for page in states.report().pages.pages} == differing
    assert differing


def test_pages_of_text_are_among_them(states: States) -> None:
    """A page of text that comes, changes or goes is a page like the others."""
    for root in (states.tree.root, states.base):
        Tree(root).take([HELP])
    Tree(states.base).write("site_src/content/alt.md", "---\ntitle: 旧的一页\n---\n\n正文\n")
    states.tree.write("site_src/content/neu.md", "---\ndescription: 甲\ntitle: 新的一页\n---\n\n正文\n")
    states.tree.write(HELP, states.tree.read(HELP) + "\n多一句。\n")
    found = {(page.what, page.path, page.title) for page in states.report().pages.pages}
    assert found == {(What.REMOVED, "alt.html", "旧的一页"), (What.ADDED, "neu.html", "新的一页"), (What.CHANGED, "help.html", "帮助")}


def test_a_state_that_cannot_be_read_is_told_with_its_problems(states: States, golden: Golden) -> None:
    """A record that is unreadable on one side is neither deleted nor new, and no page is made up."""
    states.tree.edit(COURSE, "hours: 40", "hours: 四十")
    states.tree.edit(SUBSIDY, "value: 1800", "value: 2000")
    report = states.report()
    assert [record.id for record in report.records] == ["ceshi-butie"]
    assert report.pages.pages == []
    golden("changes/unread.text", FORMATS["text"](report))
    golden("changes/unread.markdown", FORMATS["markdown"](report))
    told = json.loads(FORMATS["json"](report))
    assert told["problems"]["base"] == []
    assert {problem["code"] for problem in told["problems"]["head"]} >= {"F110"}
    assert told["pages_whole"] is False


def test_an_error_that_stops_a_page_leaves_the_others(states: States) -> None:
    """A reference that leads nowhere keeps its pages from being made, and this is said."""
    states.tree.edit(COURSE, "  - ceshi-butie\n", "  - gibt-es-nicht\n")
    states.tree.edit("catalogue/bases/shili-jidi.yml", "name: 示例·", "name: 示例·新的")
    report = states.report()
    assert not report.pages.is_whole
    assert "bases/shili-jidi.html" in {page.path for page in report.pages.pages}
    assert "因为有错误，会变的页面算不全。" in FORMATS["text"](report)


def test_an_error_of_the_day_alone_stops_nothing(states: States) -> None:
    """A session past its closing is an error in both states; the one that mends it is still told."""
    for tree in (Tree(states.base), states.tree):
        tree.edit(SESSION, "closes_on: 2026-12-20", "closes_on: 2026-11-20")
    states.tree.edit(SESSION, "state: open", "state: cancelled")
    report = states.report()
    assert report.base_errors
    assert report.head_errors == []
    assert report.pages.is_whole
    assert report.sentence.startswith("1 个班次的班次状态从 报名中 改为 ")


def test_templates_of_a_state_are_never_run(states: States) -> None:
    """What a pull request brings is data: its templates, however hostile, are not looked at."""
    _states_with_templates(states)
    for file in (states.tree.root / "site_src/templates").rglob("*.html"):
        file.write_text("{{ 1 // 0 }}", "utf-8")
    states.tree.edit(COURSE, "hours: 40", "hours: 41")
    assert states.report().pages.pages


def test_markdown_of_a_hostile_record_has_only_our_elements(states: States) -> None:
    """Names and texts of a pull request become no link, picture, mention or HTML."""
    hostile = "<img src=x onerror=alert(1)> [x](javascript:a) ![x](https://www.example.org/a.png) @someone #1 `c` **b**"
    states.tree.edit(COURSE, "name: 测试竹编课程", f"name: '{hostile[:70]}'")
    states.tree.edit(COURSE, "  - 残疾人证\n", f"  - '{hostile}'\n")
    text = FORMATS["markdown"](states.report())
    made = MarkdownIt("commonmark", {"html": True}).render(text)
    assert "<img" not in made
    assert "<a" not in made
    assert "@someone" not in made
    assert "<strong>" not in made


def test_many_changes_are_cut_and_said(states: States) -> None:
    """A comment has a limit: the first hundred of a kind, and how many more; JSON has all."""
    for number in range(104):
        _new_course(states.tree, f"ceshi-{number:03}")
    report = states.report()
    text = FORMATS["markdown"](report)
    assert text.count("测试竹编ceshi") < 104 * 2
    assert "另有 4 条没有列出，用" in text.replace("\\", "")
    assert len(json.loads(FORMATS["json"](report))["records"]) == 104
