"""Every kind of page, one page each, in the state in which it is examined."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from tests.a11y.desk import Ready


@dataclass(frozen=True)
class Kind:
    """A page of the site; its title is for the report."""

    title: str
    path: str
    ready: Ready = Ready.LOADED


KINDS = {
    "home": Kind("首页", "index.html"),
    "settings": Kind("阅读设置", "index.html", Ready.SETTINGS),
    "courses": Kind("课程清单", "courses/index.html"),
    "courses-filtered": Kind("筛选后的清单", "lists/category-craft.html"),
    "courses-empty": Kind("空清单", "lists/enrolment-full.html"),
    "course": Kind("课程", "courses/chengdu-shuxiu-rumen.html"),
    "bases": Kind("基地清单", "bases/index.html"),
    "base": Kind("基地", "bases/chengdu-jidi.html"),
    "institutions": Kind("机构清单", "institutions/index.html"),
    "institution": Kind("机构", "institutions/chengdu-hezuo.html"),
    "offices": Kind("经办机构清单", "offices/index.html"),
    "office": Kind("经办机构", "offices/chengdu-canlian.html"),
    "subsidies": Kind("补贴对照表", "subsidies/index.html"),
    "subsidy": Kind("补贴标准", "subsidies/chengdu-urban-2026.html"),
    "policies": Kind("政策清单", "policies/index.html"),
    "policy": Kind("政策", "policies/sc-2021-8.html"),
    "clause": Kind("条款", "policies/sc-2021-8/4-3.html"),
    "clause-gist": Kind("转述的条款", "policies/sc-hrss-2025-11/duixiang.html"),
    "questions": Kind("常见问题", "policies/questions/index.html"),
    "question": Kind("一个问题", "policies/questions/hukou.html"),
    "glossary": Kind("词语解释", "glossary.html"),
    "selfcheckstart": Kind("自查的开头", "self-check/index.html"),
    "selfcheckquestion": Kind("自查的一问", "self-check/hukou.html"),
    "selfcheckoutcome": Kind("自查的一个结果", "self-check/hukou-wai.html"),
    "selfcheckplaces": Kind("自查：选地区", "self-check/di-fang.html"),
    "selfcheckplace": Kind("自查的最后一页", "self-check/di-fang-510100.html"),
    "figures": Kind("数字和出处", "handbook/figures/channel.html"),
    "regions": Kind("各地", "regions/index.html"),
    "region": Kind("市（州）", "regions/510100.html"),
    "channels": Kind("渠道清单", "channels/index.html"),
    "channel": Kind("热线和平台", "channels/hotline-12385.html"),
    "past": Kind("过去办过什么", "past.html"),
    "search": Kind("搜索之前", "search.html"),
    "search-found": Kind("搜索结果", f"search.html?q={quote('按摩')}", Ready.SEARCHED),
    "search-none": Kind("没有搜索结果", f"search.html?q={quote('火箭')}", Ready.SEARCHED),
    "help": Kind("帮助", "help.html"),
    "accessibility": Kind("无障碍声明", "accessibility.html"),
    "handbook": Kind("编目手册", "handbook/index.html"),
    "task": Kind("手册里的一件事", "handbook/add-course.html"),
    "commands": Kind("命令", "handbook/commands.html"),
    "fields": Kind("字段表", "handbook/fields/index.html"),
    "type": Kind("一种记录的字段", "handbook/fields/course.html"),
    "rules": Kind("检查规则", "handbook/rules/index.html"),
    "group": Kind("一类规则", "handbook/rules/group-t.html"),
    "rule": Kind("一条规则", "handbook/rules/w108.html"),
    "missing": Kind("没有这个网址", "courses/meiyou.html"),
    "redirect": Kind("已移走的网址", "courses/chengdu-shuxiu.html"),
}
