"""A record that is there, opened in the form and saved: what stays, what goes, what fmt restores."""

from __future__ import annotations

from tests.conftest import AS_OF, Runner, Tree
from tests.form_editor.clerk import Clerk
from tests.form_editor.conftest import COURSE, HANDBOOK

OFFICE = "institutions/offices/ceshi-canlian.yml"
LONG = "one two three four five six seven eight nine ten eleven twelve: thirteen # fourteen fifteen"


def test_fmt_restores_the_form_and_comments_are_lost(clerk: Clerk, records: Tree, run: Runner) -> None:
    """One field is changed and one emptied: the rest says the same, without its comments, as the page warns."""
    before = records.read(COURSE)
    records.edit(COURSE, "hours: 40\n", "# 和机构核对过\nhours: 40  # 含考试\n")
    clerk.log_in("chengdu", "course-chengdu/entries/ceshi-zhubian")
    clerk.fill("课时 (可选)", "48")
    clerk.fill("怎么学 (可选)", "")
    clerk.fill("适合谁", LONG)
    clerk.save()
    assert run("fmt", COURSE, cwd=records.root).code == 0
    wanted = before.replace("hours: 40\n", "hours: 48\n").replace("how: 一半讲，一半练。\n", "")
    assert records.read(COURSE) == wanted.replace("who: 手指灵活、坐得住的人。", f'who: "{LONG}"')
    told = run("check", COURSE, "--as-of", AS_OF, cwd=records.root)
    assert "错误" not in told.out
    assert "以 # 开头的说明文字，保存以后全部丢掉" in records.read(HANDBOOK)


def test_numbers_without_quotes_are_not_taken_for_missing(clerk: Clerk, records: Tree, run: Runner) -> None:
    """A hotline and a code stand as numbers in the file; a record with them is saved as it was."""
    before = records.read(OFFICE)
    clerk.log_in("sichuan", "office-sichuan/entries/ceshi-canlian")
    clerk.fill("名称", "测试市残疾人联合会二")
    clerk.save()
    assert run("fmt", OFFICE, cwd=records.root).code == 0
    assert records.read(OFFICE) == before.replace("\nname: 测试市残疾人联合会\n", "\nname: 测试市残疾人联合会二\n")


WRONG = {
    "编号": ("成都按摩", "“编号”的写法不对。本条的编号，与文件名相同，只用小写字母、数字和连字符。"),
    "一句话介绍": ("字" * 121, "“一句话介绍”最多 120 个字。"),
    "课时 (可选)": ("5001", "“课时”必须位于 1 和 5000 之间"),
}
"""Label → a wrong value, and what is said of it."""


def test_wrong_values_are_told_in_chinese_and_nothing_is_written(clerk: Clerk, records: Tree) -> None:
    """The limits of the model stand at the boxes, in its words."""
    files = {path: path.read_bytes() for path in records.root.rglob("*.yml")}
    clerk.log_in("chengdu", "course-chengdu/new")
    for label, (text, _) in WRONG.items():
        clerk.fill(label, text)
    clerk.publish()
    clerk.page.get_by_text("你漏掉了一个必填项").first.wait_for()
    said = clerk.page.locator("li").all_inner_texts()
    assert [words for _, words in WRONG.values() if words not in said] == []
    assert {path: path.read_bytes() for path in records.root.rglob("*.yml")} == files
