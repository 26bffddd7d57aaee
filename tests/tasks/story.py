"""The five tasks: the reader's story, the fact, and the ways that are tried on each site.

Decided before anything was counted. The reader knows Orca well and has never been here: each key follows
from what was spoken before it or from what every page has. So nobody goes backwards from the end of a
page, for who does not know the page does not know what stands there; and nobody has a whole page read
from its top, which is one key and takes minutes. Both sites are entered at their home page, with the
caret where the browser puts it.

On the stock site every way is tried that is tried on ours, and its search with each query twice: with
Return, which goes to the result that it finds best, and by going to the results one after another.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.tasks.fact import (
    Answers,
    Pages,
    clause,
    courses_for,
    first_cost,
    service,
    without_phone,
)
from tests.tasks.way import Move, Way, follow, press, type_in, until, until_the_fact

CITY, DISABILITY, SERVICE = "成都市", "听力残疾", "手语翻译"
COURSES = "lists/region-510100.html"
COURSE, COURSE_NAME, COURSE_WORD = "courses/chengdu-shuxiu-rumen.html", "蜀绣针法入门班", "蜀绣"
POLICY, CLAUSE, CLAUSE_NAME = "policies/sc-2021-8.html", "2", "二、实施对象"
POLICY_NAME = "2021年四川省残疾人职业技能提升行动实施方案"

Moves = tuple[Move, ...]


@dataclass(frozen=True)
class Task:
    """A task with its story, its fact and the ways."""

    key: str
    name: str
    story: str
    answers: Callable[[Pages], Answers]
    ours: tuple[Way, ...]
    stock: tuple[Way, ...]


TO_CITY: Moves = (until("2", "按地区"), until("k", CITY), follow())
TO_DISABILITY: Moves = (until("2", "按残疾类别"), until("k", DISABILITY), follow())
TO_POLICIES: Moves = (until("k", "政策"), follow())
TO_POLICY_FROM_HOME: Moves = (until("2", "看政策怎么说"), until("k", POLICY_NAME), follow())
TO_COURSE_BY_CITY: Moves = (*TO_CITY, until("2", "课程"), until("3", COURSE_NAME), follow())


def _search_ours(query: str) -> Moves:
    return (press("e"), type_in(query), follow("找到"))


def _search_stock(query: str) -> Moves:
    """Return in Material's search goes to the result that it finds best."""
    return (press("e"), type_in(query), follow())


def _search_stock_results(query: str, words: str) -> Moves:
    """The results of Material's search, one after another, until the words are spoken."""
    return (press("e"), type_in(query), until("Down", words), follow())


QUICK_LINK = (press("k"), press("Return"))
"""The skip link of either site, so that the next link is the first of the text."""
TO_COURSE_OURS: Moves = (*_search_ours(COURSE_WORD), until("3", COURSE_NAME), follow())
TO_COURSE_STOCK: Moves = _search_stock(COURSE_WORD)


def _on_course(name: str, *moves: Move) -> tuple[tuple[Way, ...], tuple[Way, ...]]:
    """The same moves on the course page, on both sites: found by its city, and by search."""
    by_city = Way(f"从地区找到课程，{name}", (*TO_COURSE_BY_CITY, *moves))
    ours = (by_city, Way(f"搜索“{COURSE_WORD}”，{name}", (*TO_COURSE_OURS, *moves)))
    stock = (
        by_city,
        Way(f"搜索“{COURSE_WORD}”，{name}", (*TO_COURSE_STOCK, *moves)),
        Way(
            f"搜索“{COURSE_WORD}”，逐条听，{name}",
            (*_search_stock_results(COURSE_WORD, COURSE_NAME), *moves),
        ),
    )
    return ours, stock


def _excerpt(query: str) -> tuple[tuple[Way, ...], tuple[Way, ...]]:
    """Search for the course and the thing at once, and listen to what is found."""
    ours = (
        Way(f"搜索“{query}”，逐个听结果", (*_search_ours(query), until_the_fact("3"))),
        Way(f"搜索“{query}”，听结果", (*_search_ours(query), press("3"), until_the_fact("Down"))),
    )
    stock = (
        Way(f"搜索“{query}”", (*_search_stock(query), until_the_fact("Down"))),
        Way(f"搜索“{query}”，听结果", (press("e"), type_in(query), until_the_fact("Down"))),
    )
    return ours, stock


def _quick(words: str, *moves: Move) -> tuple[tuple[Way, ...], tuple[Way, ...]]:
    """The quick links that our results offer below a course; Material's offer the parts of a page."""
    link = (*_search_ours(COURSE_WORD), until("k", words), follow())
    part = (*_search_stock_results(COURSE_WORD, words), *moves)
    return (
        (Way(f"搜索“{COURSE_WORD}”，结果里的“{words}”", (*link, *moves)),),
        (Way(f"搜索“{COURSE_WORD}”，结果里的“{words}”", part),),
    )


def _task(
    key: str,
    name: str,
    story: str,
    answers: Callable[[Pages], Answers],
    *ways: tuple[tuple[Way, ...], tuple[Way, ...]],
) -> Task:
    ours = tuple(way for pair in ways for way in pair[0])
    stock = tuple(way for pair in ways for way in pair[1])
    return Task(key, name, story, answers, ours, stock)


def _same(name: str, *moves: Move) -> tuple[tuple[Way, ...], tuple[Way, ...]]:
    way = Way(name, moves)
    return (way,), (way,)


TASKS = (
    _task(
        "city",
        "我所在的市有没有适合我的课程",
        f"住在{CITY}，有{DISABILITY}，想知道有没有收听力残疾人的课程。听到一门就算找到。",
        lambda pages: courses_for(pages, COURSES, CITY, DISABILITY),
        _same("按残疾类别，逐个听课程", *TO_DISABILITY, until_the_fact("3")),
        _same(
            "按地区，逐个听课程", *TO_CITY, until("2", "课程"), press("3"), until_the_fact("Down")
        ),
        _excerpt("成都 听力"),
    ),
    _task(
        "service",
        "有没有我需要的帮助",
        f"听说成都有{COURSE_WORD}班，上课要{SERVICE}，想知道这门课有没有。",
        lambda pages: service(pages, COURSE, SERVICE),
        _on_course(
            "逐个听表格",
            until("t", "人员"),
            until("alt+shift+Down", SERVICE),
            until_the_fact("alt+shift+Right"),
        ),
        _on_course(
            "从“直接看”到帮助",
            *QUICK_LINK,
            until("k", "能提供什么帮助"),
            press("Return"),
            until_the_fact("Down"),
        ),
        _quick("能提供什么帮助", until_the_fact("Down")),
        _excerpt(f"{COURSE_WORD} 手语"),
        _excerpt(f"{COURSE_WORD} {SERVICE}"),
    ),
    _task(
        "cost",
        "自己要先付多少钱",
        f"手头不宽裕，想知道上这门{COURSE_WORD}课要不要先垫钱、垫多少。",
        lambda pages: first_cost(pages, COURSE),
        _on_course(
            "从“直接看”到费用",
            *QUICK_LINK,
            until("k", "要花多少钱"),
            press("Return"),
            until_the_fact("Down"),
        ),
        _on_course("逐个听标题", until("2", "要花多少钱"), until_the_fact("Down")),
        _quick("要花多少钱", until_the_fact("Down")),
        _excerpt(f"{COURSE_WORD} 先付"),
    ),
    _task(
        "enrol",
        "不打电话怎么报名",
        f"听不见电话，想报这门{COURSE_WORD}课，要知道不打电话怎么报名。",
        lambda pages: without_phone(pages, COURSE),
        _on_course(
            "从“直接看”到不打电话", *QUICK_LINK, press("k"), press("Return"), until_the_fact("Down")
        ),
        _on_course("逐个听标题", until("h", "不打电话"), until_the_fact("Down")),
        _quick("不打电话怎么报名", until_the_fact("Down")),
        _excerpt(f"{COURSE_WORD} 不打电话"),
        _excerpt(f"{COURSE_WORD} 电话"),
    ),
    _task(
        "policy",
        "政策说谁可以参加",
        "不知道自己够不够条件，想听文件里写明谁可以参加的那一句。",
        lambda pages: clause(pages, POLICY, CLAUSE),
        _same(
            "从首页到政策，逐个听条款标题",
            *TO_POLICY_FROM_HOME,
            until("2", CLAUSE_NAME),
            until_the_fact("p"),
        ),
        _same("从首页到政策，逐个听原文", *TO_POLICY_FROM_HOME, until_the_fact("q")),
        _same(
            "从政策栏目，逐个听条款标题",
            *TO_POLICIES,
            until("3", POLICY_NAME),
            follow(),
            until("2", CLAUSE_NAME),
            until_the_fact("p"),
        ),
        _same("从政策栏目，逐个听原文", *TO_POLICIES, press("3"), follow(), until_the_fact("q")),
        (
            (
                Way(
                    "搜索“实施对象”，逐个听原文",
                    (*_search_ours("实施对象"), press("3"), follow(), until_the_fact("q")),
                ),
                Way(
                    "搜索“谁可以参加”，逐个听原文",
                    (*_search_ours("谁可以参加"), press("3"), follow(), until_the_fact("q")),
                ),
            ),
            (
                Way("搜索“实施对象”，往下听", (*_search_stock("实施对象"), until_the_fact("p"))),
                Way(
                    "搜索“实施对象”，逐个听原文", (*_search_stock("实施对象"), until_the_fact("q"))
                ),
                Way(
                    "搜索“谁可以参加”，逐个听原文",
                    (*_search_stock("谁可以参加"), until_the_fact("q")),
                ),
            ),
        ),
        _excerpt("实施对象"),
    ),
)
