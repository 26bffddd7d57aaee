"""The pages of the form editor ask no one else, and have the faults that the handbook names."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Watch, opened, served
from tests.conftest import REPOSITORY, Tree
from tests.form_editor.clerk import Clerk
from tests.form_editor.conftest import HANDBOOK, with_form_editor
from tests.judges.in_page import ENGINES, MODULES
from tests.site.conftest import building, run

FORGES = {
    "github": ("https://login.example.org/auth", "https://github.com/zuzhi/mulu", "使用 GitHub 登录"),
    "gitlab": ("a" * 64, "https://gitlab.example.org/zuzhi/mulu", "使用 GitLab 登录"),
}
NAMED = {
    "button-name": "展开、收起和删去一项的按钮没有名称",
    "aria-command-name": "拖动排序的把手没有名称",
    "page-has-heading-one": "填表的页面没有标题，也没有分区，不能按标题跳转；登录的页面也是。",
    "landmark-one-main": "填表的页面没有标题，也没有分区，不能按标题跳转；登录的页面也是。",
    "region": "填表的页面没有标题，也没有分区",
    "color-contrast": "左边的栏目名字是浅灰色，对比度3.87比1，不到4.5比1。",
    "color-contrast-enhanced": "有的提示文字对比度不到7比1。",
}
"""Rule of axe → what the handbook says of it."""
EVERY_RULE = """async () => {
  const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));
  return (await axe.run(document, { rules })).violations.map(({ id }) => id);
}"""


@pytest.mark.parametrize("forge", FORGES)
def test_nothing_is_asked_of_others_before_the_login(
    forge: str, browser: Browser, small: Tree, tmp_path: Path
) -> None:
    """The login stands there in Chinese, without an error, a violation of the policy or a request elsewhere."""
    setting, repo_url, words = FORGES[forge]
    out = tmp_path / "site"
    done = run(building(with_form_editor(small, setting, repo_url), out))
    assert done.returncode == 0, done.stderr
    with served(out) as site, opened(browser, site.address) as (page, watch):
        page.goto(f"{site.address}/admin/index.html")
        page.get_by_role("link", name="全省共用").click()
        page.get_by_role("button", name=words).wait_for()
        assert watch.told() == []
        assert page.title() == "全省共用：用网页表单改 - 川残技能目录"


def _broken(page: Page) -> set[str]:
    page.evaluate((MODULES / ENGINES["axe"]).read_text("utf-8"))
    return set(page.evaluate(EVERY_RULE))


def test_the_handbook_names_the_faults_that_axe_finds(clerk: Clerk) -> None:
    """Neither a fault that is not told, nor one that is told and is gone."""
    found = set()
    page, start = clerk.page, f"{clerk.site.address}/admin/chengdu.html"
    page.goto(start)
    page.get_by_role("button", name="登录").wait_for()
    found |= _broken(page)
    clerk.log_in("chengdu", "course-chengdu/entries/ceshi-zhubian")
    found |= _broken(page)
    page.goto(f"{start}#/collections/course-chengdu")
    page.get_by_text("（ceshi-zhubian）").wait_for()
    found |= _broken(page)
    assert found == set(NAMED)
    text = (REPOSITORY / HANDBOOK).read_text("utf-8")
    assert [words for words in NAMED.values() if words not in text] == []


BOX = """(box) => ({
  described: box.getAttribute("aria-describedby"),
  invalid: box.getAttribute("aria-invalid"),
  required: box.getAttribute("aria-required") ?? box.required,
})"""


def test_the_handbook_names_the_faults_that_keys_and_eyes_find(watched: tuple[Page, Watch], clerk: Clerk) -> None:
    """Hints and errors are not tied to their boxes, the focus stays, and a narrow screen has to be moved."""
    page = watched[0]
    clerk.log_in("chengdu", "course-chengdu/new")
    clerk.publish()
    page.get_by_role("alert").get_by_text("你漏掉了一个必填项").wait_for()
    page.get_by_text("“编号”是必填项").wait_for()
    assert clerk.box("编号").evaluate(BOX) == {"described": None, "invalid": None, "required": False}
    assert page.evaluate("document.activeElement.localName") != "input"
    page.set_viewport_size({"width": 360, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 800
    text = (REPOSITORY / HANDBOOK).read_text("utf-8")
    for words in ("说明和例子没有和格子连在一起", "焦点也不过去", "没有出错的标记", "没有必填的标记", "800像素宽"):
        assert words in text


def test_no_page_of_the_editor_is_broken(clerk: Clerk, watched: tuple[Page, Watch]) -> None:
    """From the login to an empty form there is no error, nobody is asked but the local backend, no picture."""
    clerk.log_in("chengdu", "course-chengdu/new")
    told = [fault for fault in watched[1].told() if not fault.startswith("request http://localhost:8081/")]
    assert told == []
    assert clerk.page.get_by_text("媒体").count() == 0
