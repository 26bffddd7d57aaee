"""What is read and which keys are pressed on each kind of page."""

from __future__ import annotations

from dataclasses import dataclass

MOST_READ = 120
"""Utterances of a page's reading that are kept; a long page is stopped there."""


@dataclass(frozen=True)
class Walk:
    """Keys pressed one after another from the top of the page.

    A key is named as xdotool names it. `type 12385` types; `open 找到` presses Return, which opens
    another page, and waits for these words. With `around` the last key is pressed until Orca says
    that it begins again at the top.
    """

    title: str
    keys: tuple[str, ...]
    around: bool = False


@dataclass(frozen=True)
class Journey:
    """One kind of page: its address in the small site and the walks on it.

    `announced` is how the words begin that a script has spoken while the page is being read. They
    come between any two others, so they are noted apart and the page is read once more for itself.
    """

    kind: str
    address: str
    walks: tuple[Walk, ...]
    announced: str = ""


HEADINGS = Walk("标题", ("h",), around=True)
LANDMARKS = Walk("界标", ("m",), around=True)
BOTH = (HEADINGS, LANDMARKS)
TABLE = Walk("表格", ("t", "alt+shift+Right", "alt+shift+Down", "alt+shift+Down"))
READ = Walk("通读", ("KP_Add",))


def stops(count: int) -> Walk:
    """The skip link, and so many Tab stops after it."""
    return Walk("跳到正文，再按 Tab", ("Return", *("Tab",) * count))


JOURNEYS = (
    Journey("home", "index.html", (*BOTH, Walk("Tab", ("Tab",) * 14))),
    Journey("policy", "policies/sc-2021-8.html", (*BOTH, stops(4))),
    Journey(
        "course-list",
        "courses/index.html",
        (
            *BOTH,
            Walk("按条件找", ("Return", *("Tab",) * 4, "Return", "Tab", "open 共1门课程")),
        ),
    ),
    Journey("list-filtered", "lists/needs-sign-language.html", (*BOTH, stops(4))),
    Journey("list-empty", "lists/enrolment-full.html", (*BOTH, stops(4))),
    Journey("course", "courses/ceshi-zhubian.html", (*BOTH, TABLE, stops(6))),
    Journey("base", "bases/ceshi-jidi.html", (*BOTH, TABLE, stops(4))),
    Journey("institution", "institutions/ceshi-xuexiao.html", (*BOTH, TABLE, stops(4))),
    Journey("office", "offices/ceshi-canlian.html", (*BOTH, stops(4))),
    Journey("subsidy", "subsidies/ceshi-butie.html", (*BOTH, TABLE, stops(4))),
    Journey("subsidy-comparison", "subsidies/index.html", (*BOTH, TABLE, stops(4))),
    Journey("region", "regions/510100.html", (*BOTH, stops(4))),
    Journey("channel", "channels/ceshi-pingtai.html", (*BOTH, stops(3))),
    Journey(
        "search",
        "search.html",
        (*BOTH, stops(5), Walk("搜索", ("Return", "Tab", "type 12385", "open 找到"))),
    ),
    Journey(
        "search-found",
        "search.html?q=%E7%AB%B9%E7%BC%96",
        (READ, HEADINGS, Walk("结果", ("h", "h", "h", "Tab"))),
        announced="找到",
    ),
    Journey(
        "search-none",
        "search.html?q=%E7%81%AB%E7%AE%AD",
        (READ, HEADINGS, stops(5)),
        announced="没有找到",
    ),
    Journey("clause", "policies/ceshi-banfa/2.html", (*BOTH, TABLE, stops(5))),
    Journey("question", "policies/questions/ceshi-wenti.html", (*BOTH, stops(5))),
    Journey("glossary", "glossary.html", (*BOTH, stops(2))),
    Journey("self-check", "self-check/fuwu.html", (*BOTH, stops(6))),
    Journey("self-check-outcome", "self-check/shouyu.html", (*BOTH, stops(5))),
    Journey("self-check-place", "self-check/di-fang-510100.html", (*BOTH, stops(4))),
    Journey("regions", "regions/index.html", (*BOTH, TABLE, stops(4))),
    Journey("missing", "courses/meiyou.html", (*BOTH, stops(4))),
    Journey("help", "help.html", (*BOTH, stops(3))),
)
FAST = ("course", "course-list", "search-none")
"""The kinds that every run of the tests reads, in Chromium alone."""
