"""Small pages and the lines that Orca speaks on them."""

from __future__ import annotations

import pytest

from tests.speech_reading.conftest import lines, say

CASES = {
    "text": ("<p>甲\n  乙</p><div>丙<p>丁</p>戊</div>", ["甲 乙", "丙", "丁", "戊"]),
    "line break": ("<p>甲<br>乙</p>", ["甲", "乙"]),
    "inline marks join": ("<p><strong>请注意：</strong>甲<em>乙</em></p>", ["请注意：甲乙"]),
    "link": ("<p><a href=x>甲</a></p>", ["甲 链接"]),
    "link in text": ("<p>请看<a href=x>甲</a>。</p>", ["请看 ｜ 甲 链接 ｜ 。"]),
    "link around a picture": ("<a href=x><img src=y alt=''>甲</a>", ["甲 链接"]),
    "link without a name": ("<p><a href=x></a></p>", ["链接"]),
    "headings": ("<h1>甲</h1><h2>乙</h2>", ["甲 标题 水平 1", "乙 标题 水平 2"]),
    "link in heading": ("<h3><a href=x>甲</a></h3>", ["甲 链接 标题 水平 3"]),
    "half a heading is a link": (
        "<h3>补贴：<a href=x>甲</a></h3>",
        ["补贴： 标题 水平 3 ｜ 甲 链接 标题 水平 3"],
    ),
    "heading in link": ("<a href=x><h3>甲</h3></a>", ["甲 标题 水平 3 链接"]),
    "tag in heading": ("<h3>甲 <span class=tag>报名中</span></h3>", ["甲 报名中 标题 水平 3"]),
    "picture": ("<p><img src=x alt=甲></p>", ["甲 图像"]),
    "rule": ("<p>甲</p><hr><p>乙</p>", ["甲", "分隔条", "乙"]),
    "list": (
        "<ul><li>甲<li>乙</ul><p>丙</p>",
        ["2 个项目的列表 ｜ 甲", "乙", "正在离开列表。 ｜ 丙"],
    ),
    "list of links": ("<ul><li><a href=x>甲</a></ul>", ["1 个项目的列表 ｜ 甲 链接"]),
    "list of headings": (
        "<ul><li><h3><a href=x>甲</a></h3><p>乙</p></ul>",
        ["1 个项目的列表", "甲 链接 标题 水平 3", "乙"],
    ),
    "steps": ("<ol><li>甲<li>乙</ol>", ["2 个项目的列表 ｜ 1. 甲", "2. 乙"]),
    "steps go on": ("<ol start=3><li>甲<li value=9>乙</ol>", ["2 个项目的列表 ｜ 3. 甲", "9. 乙"]),
    "list in a list": (
        "<ul><li>甲<ul><li>乙</ul><li>丙</ul><p>丁</p>",
        [
            "2 个项目的列表 ｜ 甲",
            "1 个项目的列表 嵌套等级 1 ｜ 乙",
            "正在离开列表。 ｜ 2 个项目的列表 ｜ 丙",
            "正在离开列表。 ｜ 丁",
        ],
    ),
    "out of two lists at once": (
        "<ul><li>甲<ul><li>乙</ul></ul><p>丙</p>",
        [
            "1 个项目的列表 ｜ 甲",
            "1 个项目的列表 嵌套等级 1 ｜ 乙",
            "正在离开 2 个列表。 ｜ 丙",
        ],
    ),
    "facts": (
        "<dl><div><dt>甲<dd>乙</div><div><dt>丙<dd>丁<dd>戊</div></dl><p>己</p>",
        [
            "有 2 个项目的描述列表 ｜ 甲 描述术语 ｜ 乙 描述值",
            "丙 描述术语 ｜ 丁 描述值",
            "戊 描述值",
            "正在离开列表。 ｜ 己",
        ],
    ),
    "facts with a link": (
        "<dl><div><dt>甲<dd><a href=x>乙</a></div></dl>",
        ["有 1 个项目的描述列表 ｜ 甲 描述术语 ｜ 乙 链接"],
    ),
    "facts without groups": (
        "<dl><dt>甲<dd>乙</dl>",
        ["有 1 个项目的描述列表 ｜ 甲 描述术语", "乙 描述值"],
    ),
    "navigation of links": (
        "<nav aria-label=主导航><ul><li><a href=x>甲</a><li><a href=y>乙</a></ul></nav><p>丙</p>",
        ["甲 链接", "乙 链接", "正在离开列表。 ｜ 正在离开导航。 ｜ 丙"],
    ),
    "navigation with a title": (
        "<nav aria-label=本页内容><p>本页内容</p><ul><li><a href=x>甲</a></ul></nav><h2>乙</h2>",
        [
            "页面导航 本页内容 ｜ 本页内容",
            "甲 链接",
            "正在离开列表。 ｜ 正在离开导航。 ｜ 乙 标题 水平 2",
        ],
    ),
    "crumbs have no numbers": (
        "<nav aria-label=位置><ol><li><a href=x>甲</a><li>乙</ol></nav>",
        ["甲 链接", "乙"],
    ),
    "main and footer": (
        "<main><h1>甲</h1></main><footer><p>乙</p><ul><li><a href=x>丙</a></ul></footer>",
        ["主内容 ｜ 甲 标题 水平 1", "正在离开主内容。 ｜ 信息框 ｜ 乙", "丙 链接"],
    ),
    "header": (
        "<header><p>甲</p></header><p>乙</p>",
        ["条幅 ｜ 甲", "正在离开横幅。 ｜ 乙"],
    ),
    "region and aside": (
        "<section aria-label=甲><p>乙</p></section><aside><p>丙</p></aside>",
        ["区域 甲 ｜ 乙", "正在离开区域。 ｜ 互补内容 ｜ 丙"],
    ),
    "article": ("<article aria-label=甲><p>乙</p></article><p>丙</p>", ["甲 文章 ｜ 乙", "丙"]),
    "search": (
        (
            "<form role=search aria-label=站内搜索><input type=search aria-label=搜索词>"
            "<button>搜索</button></form><p>甲</p>"
        ),
        ["搜索 站内搜索 ｜ 搜索词 输入 ｜ 搜索 按钮", "正在离开搜索框。 ｜ 甲"],
    ),
    "label": (
        "<label for=q>搜课程</label><div><input id=q><button>搜</button></div>",
        ["搜课程 输入 ｜ 搜 按钮"],
    ),
    "name that is no label": (
        "<form role=search aria-label=找><p id=n>搜课程</p><input aria-labelledby=n></form><p>甲</p>",
        ["搜索 找 ｜ 搜课程 输入", "正在离开搜索框。 ｜ 甲"],
    ),
    "label that names nothing": ("<label>甲</label><input aria-label=乙>", ["甲 ｜ 乙 输入"]),
    "label that is overruled": (
        "<label for=q>甲</label><input id=q aria-label=乙>",
        ["甲 ｜ 乙 输入"],
    ),
    "choice of one": (
        "<label for=r>地区</label><select id=r><option>全部<option>成都市</select>",
        ["地区 组合框 全部"],
    ),
    "choices": (
        (
            "<fieldset><legend>方式</legend><label><input type=radio checked>线上</label>"
            "<label><input type=radio>面授</label></fieldset><p>甲</p>"
        ),
        [
            "方式 面板 ｜ 方式",
            "线上 已选中 单选钮 ｜ 面授 未选中 单选钮",
            "正在离开面板。 ｜ 甲",
        ],
    ),
    "boxes to tick": (
        "<p><label><input type=checkbox checked>甲</label> <input type=checkbox title=乙></p>",
        ["甲 复选框 已勾选 ｜ 乙 复选框 未勾选"],
    ),
    "states of fields": (
        (
            "<p><input aria-label=甲 value=乙 required><input aria-label=丙 placeholder=丁 disabled>"
            "<input aria-label=戊 readonly value=己></p>"
        ),
        ["甲 输入 乙 必需 ｜ 丙 输入 丁 变灰 ｜ 戊 只读 输入 己"],
    ),
    "other fields": (
        (
            "<p><input type=number aria-label=甲 value=3><input type=password aria-label=乙>"
            "<textarea aria-label=丙>丁</textarea>"
            "<select multiple aria-label=戊><option selected>己</select></p>"
        ),
        ["甲 3 微调钮 ｜ 乙 密码文本 ｜ 丙 输入 丁 ｜ 戊 列表盒 己"],
    ),
    "button without a name": ("<p><button></button></p>", ["按钮"]),
    "quotation": (
        "<blockquote><p>甲</p><p>乙</p></blockquote><p>丙</p>",
        ["块引用 ｜ 甲", "乙", "正在离开引用段。 ｜ 丙"],
    ),
    "figure": (
        "<figure><p>甲</p><figcaption>乙</figcaption></figure><p>丙</p>",
        ["乙 图表 ｜ 甲", "乙", "正在离开图表。 ｜ 丙"],
    ),
    "table": (
        (
            "<table><caption>设施</caption><thead><tr><th scope=col>服务<th scope=col>状态"
            "<th scope=col>说明</thead><tbody><tr><th scope=row>电梯<td data-label=状态>没有<td>走坡道"
            "<tr><th scope=row>厕所<td data-label=状态>有<td></tbody></table><p>甲</p>"
        ),
        [
            "设施 有 3 行的表格 3 列 ｜ 设施 题目",
            "服务 列头 ｜ 状态 列头 ｜ 说明 列头",
            "电梯 ｜ 状态 列头 没有 ｜ 说明 列头 走坡道",
            "厕所 ｜ 状态 列头 有",
            "正在离开表格。 ｜ 甲",
        ],
    ),
    "table named by a label": (
        "<table aria-label=班次><tr><th>甲<th>乙<tr><td>丙<td>丁</table>",
        ["班次 有 2 行的表格 2 列 ｜ 甲 列头 ｜ 乙 列头", "丙 ｜ 乙 列头 丁"],
    ),
    "links in a table": (
        (
            "<table><thead><tr><th>甲<th>乙</thead><tbody><tr><th scope=row><a href=x>丙</a>"
            "<td><a href=y>丁</a></tbody></table>"
        ),
        ["有 2 行的表格 2 列 ｜ 甲 列头 ｜ 乙 列头", "行头 ｜ 丙 链接 ｜ 丁 链接"],
    ),
    "cells over several columns": (
        "<table><tr><th>甲<th colspan=2>乙<tr><td rowspan=2>丙<td>丁<td>戊<tr><td>己<td>庚</table>",
        [
            "有 3 行的表格 3 列 ｜ 甲 列头 ｜ 乙 列头",
            "丙 ｜ 乙 列头 丁 ｜ 乙 列头 戊",
            "乙 列头 己 ｜ 乙 列头 庚",
        ],
    ),
    "paragraphs in a cell": (
        "<table><tr><th>甲<th>乙<tr><td>丙<td><p>丁</p><p>戊</p></table>",
        ["有 2 行的表格 2 列 ｜ 甲 列头 ｜ 乙 列头", "丙 ｜ 丁", "戊"],
    ),
    "row header alone": (
        "<table><tr><th scope=row>甲</table>",
        ["有 1 行的表格 1 列 ｜ 甲 行头"],
    ),
    "no page at all": ("", []),
}


@pytest.mark.parametrize("case", CASES)
def test_a_page_is_spoken(case: str) -> None:
    """Line by line, in the words of Orca."""
    html, spoken = CASES[case]
    assert say(html) == spoken


def test_lines_carry_marks_for_the_reader() -> None:
    """A mark says what kind of line it is, its depth in how many containers it stands."""
    html = (
        "<main><h2>甲 <a href=x>乙</a></h2><ul><li>丙<li><a href=x>丁</a></ul>"
        "<table><tr><th>戊<tr><td><a href=x>己</a></table><p>庚</p></main>"
    )
    marks = [(line.mark, line.depth, line.heading) for line in lines(html)]
    assert marks == [
        ("标题2", 1, "甲 乙"),
        ("列表项", 2, ""),
        ("链接", 2, ""),
        ("表头", 2, ""),
        ("表格行", 2, ""),
        ("文字", 1, ""),
    ]
