"""What is judged: one page of every kind, the largest, and the states that readers bring it into."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from generator.catalogue import Catalogue
from generator.pages.course_list import CourseList, lists
from generator.pages.sheets import PER_SHEET

KIND = re.compile(r'<body data-kind="([a-z-]+)"')
TEXT = "page"
"""The kind of the pages written in Markdown; each is judged, for no two are alike."""
LISTS = "courses"
"""The kind of the lists of courses, which have states of their own."""

OPEN_FILTERS = "document.querySelectorAll('details').forEach((one) => { one.open = true; });"
OPEN_SETTINGS = "document.querySelector('.settings > button').click();"
CHOOSE = """
for (const one of document.querySelectorAll(".settings fieldset button:last-of-type")) {
  if (!one.textContent.includes("朗读")) one.click();
}"""
"""The last choice of each setting: the largest text, wide spacing, high contrast."""


@dataclass(frozen=True)
class State:
    """A page to judge; `ready` is a selector to wait for, `script` what a reader did before."""

    kind: str
    address: str
    ready: str = "main h1"
    script: str = ""


def states(site: Path, catalogue: Catalogue) -> list[State]:
    """Every state of every kind of page of a built site."""
    found = [*_of_kinds(site), *_of_lists(lists(catalogue)), *_of_search()]
    course = next(one.address for one in found if one.kind == "course")
    panel = "#reading-settings:not([hidden])"
    return [
        *found,
        State("settings", course, panel, OPEN_SETTINGS),
        State("settings-chosen", course, f":root[data-contrast] {panel}", OPEN_SETTINGS + CHOOSE),
    ]


def _of_kinds(site: Path) -> list[State]:
    sizes = defaultdict[str, list[tuple[int, str]]](list)
    for path in sorted(site.rglob("*.html")):
        html = path.read_text("utf-8")
        kind = KIND.search(html)
        assert kind, f"{path} does not say its kind"
        sizes[kind[1]].append((len(html), str(path.relative_to(site))))
    texts = [State(Path(path).stem, path) for _, path in sizes.pop(TEXT)]
    del sizes[LISTS]
    return [*(State(kind, max(pages)[1]) for kind, pages in sorted(sizes.items())), *texts]


def _of_lists(every: list[CourseList]) -> list[State]:
    short = [one for one in every if 0 < len(one.records) <= PER_SHEET]
    whole = f"{every[0].path}.html"
    return [
        State("courses", whole),
        State("courses-filters-open", whole, script=OPEN_FILTERS),
        State("list-one-page", f"{max(short, key=_length).path}.html"),
        State("list-middle-page", f"{max(every[1:], key=_length).path}-page-2.html"),
        State("list-empty", f"{min(every, key=_length).path}.html", "main .empty"),
    ]


def _length(one: CourseList) -> int:
    return len(one.records)


def _of_search() -> list[State]:
    nothing = '#search-results p:has-text("没有找到")'
    all_there = '#search-results:has(.cards li) p.lead:has-text("找到")'
    return [
        State("search-results", f"search.html?q={quote('按摩')}", all_there),
        State("search-none", f"search.html?q={quote('潜水艇驾驶')}", nothing),
    ]
