"""However a course is entered, by spreadsheet, form, command or hand, it is the same file."""

from __future__ import annotations

from tests.conftest import AS_OF, Runner, Tree
from tests.form_editor.clerk import Clerk
from tests.form_editor.conftest import in_folders
from tests.forms.test_new import BY_HAND, COURSE_SETTINGS, FLAGS, flags
from tests.spreadsheets.book import exported, imported
from tests.spreadsheets.test_import import new_course

FILE = "catalogue/courses/chengdu/ceshi-xinban.yml"


def by_form(clerk: Clerk) -> None:
    """The course, written by labels and choices."""
    clerk.log_in("chengdu", "course-chengdu/new")
    for label, text in {
        "编号": "ceshi-xinban", "名称": "测试新课程", "一句话介绍": "学完能独立编一只竹篮。",
        "适合谁": "手指灵活的人。", "学什么": "选竹。\n起底。", "怎么考": "编一只。", "课时 (可选)": "40",
        "先垫金额 (可选)": "0",
    }.items():  # fmt: skip
        clerk.fill(label, text)
    clerk.choose("数据性质", "真实")
    clerk.choose("地区", "四川省成都市锦江区")
    clerk.choose("培训类别", "传统特色手工技艺")
    clerk.choose("培训机构", "测试职业培训学校（ceshi-xuexiao）")
    clerk.choose("证书种类", "不发证书")
    clerk.choose("面向残疾类别", "肢体残疾", "听力残疾")
    clerk.choose("授课方式", "集中面授")
    clerk.choose("收费方式", "免费")
    clerk.choose("政策依据", "川残办〔2021〕8号 三（五）")
    _source(clerk)
    _services(clerk)
    clerk.save()


def _source(clerk: Clerk) -> None:
    clerk.add("来源")
    clerk.fill("标题", "yes")
    clerk.fill("发布者", "测试")
    clerk.fill("出处位置 (可选)", "测试")
    clerk.fill("查阅日期", "2026-11-23")
    clerk.choose("可信度", "高")


def _services(clerk: Clerk) -> None:
    clerk.add("无障碍服务")
    clerk.choose("服务", "手语翻译")
    clerk.choose("状态", "可提前申请")
    clerk.fill("提前天数 (可选)", "7")
    clerk.add("无障碍服务")
    clerk.choose("服务", "速录")
    clerk.choose("状态", "未核实")


def test_four_ways_one_file(clerk: Clerk, records: Tree, run: Runner, small: Tree) -> None:
    """After fmt the four are equal byte for byte, lie in the same place, and pass the check."""
    in_folders(small)
    by_form(clerk)
    assert run("fmt", FILE, cwd=records.root).code == 0
    assert run("check", FILE, "--as-of", AS_OF, cwd=records.root).code == 0
    from_form = records.read(FILE)

    assert run("new", "课程", *FLAGS, *flags(COURSE_SETTINGS), cwd=small.root).code == 0
    assert run("fmt", FILE, "--drop-help", cwd=small.root).code == 0
    from_new = small.read(FILE)

    small.write(FILE, BY_HAND)
    assert run("fmt", FILE, cwd=small.root).code == 0
    from_hand = small.read(FILE)

    small.remove(FILE)
    book = exported(run, small)
    new_course(book)
    assert imported(run, small, book, "--write").code == 0
    from_sheet = small.read(FILE)

    assert from_form == from_new == from_hand == from_sheet
