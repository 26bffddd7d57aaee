"""What must hold for the speech of every page. Each rule gives its faults, one a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from tests.speech.capture import ROLES, Capture, Step
from tests.speech.journeys import HEADINGS, LANDMARKS, TABLE
from tests.speech.page import Page, letters

NOISE = ("可点击", "¶", "波浪号", "x 形符号", "⤷")
ENGLISH = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2,}(?![A-Za-z0-9])")
"""A word; letters between digits belong to a code."""
LEVEL = re.compile(r"标题 水平 (\d)")
ROW = re.compile(r"行 (\d+)")
STOP_ROLES = (*ROLES, "已展开", "已收起")
MODES = ("焦点模式", "浏览模式")
"""What Orca says of itself when it comes to a field or leaves one."""
MEANT = re.compile(
    r"\d{4}年\d{1,2}月\d{1,2}日(?:到\d{4}年\d{1,2}月\d{1,2}日)?"
    r"|[\u4e00-\u9fff]+〔\d{4}〕\d+号|[\d.]+元|(?<!\d)123\d\d(?!\d)"
)
"""Dates, periods, numbers of documents, amounts, hotlines: spoken as they are written."""
SILENT_RANGE = re.compile(r"[\d年月日%元][—–～~至-]+\d+[年月日%元岁人页]")
OWN_SEARCH = {"站内搜索": "搜索目录"}
"""The form in the head is not shown where the page has a form of its own."""

Rule = Callable[[Capture, Page], Iterator[str]]


def nothing_meaningless(capture: Capture, page: Page) -> Iterator[str]:
    """No 可点击, no signs, no English but what the page itself shows as an address."""
    shown = set(ENGLISH.findall(page.last_words))
    for step in capture.all_steps():
        for text in step.spoken:
            found = [word for word in NOISE if word in text]
            found += [word for word in ENGLISH.findall(text) if word not in shown]
            if found:
                yield f"{step.key} 说了没有意义的“{'、'.join(found)}”：{text}"


def _heading(step: Step) -> tuple[int, str]:
    """The level and the letters of a heading as it was spoken."""
    levels = [int(level) for level in LEVEL.findall(step.text)]
    text = LEVEL.sub("", step.text).replace(" 链接", "")
    return max(levels, default=0), letters(text)


def headings_are_the_pages(capture: Capture, page: Page) -> Iterator[str]:
    """Pressing h speaks exactly the headings of the page, in order, each with its level.

    After a heading comes what describes the link in it, and nothing else.
    """
    spoken = [_heading(step) for step in capture.steps(HEADINGS.title)]
    written = [(one.level, letters(one.text + one.described)) for one in page.headings]
    if spoken and spoken != written:
        yield f"按 h 听到的标题是{spoken}，页面的标题是{written}"


def no_level_is_skipped(capture: Capture, _page: Page) -> Iterator[str]:
    """A heading is at most one level deeper than the one before it; the first is of level 1."""
    levels = [0, *(_heading(step)[0] for step in capture.steps(HEADINGS.title))]
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"标题从水平 {before} 跳到水平 {after}"


def stops_have_name_and_role(capture: Capture, _page: Page) -> Iterator[str]:
    """Every Tab stop speaks what it is called and what it is."""
    for step in capture.all_steps():
        if step.key != "Tab":
            continue
        role = next((role for role in STOP_ROLES if role in step.text), "")
        name = letters(re.sub("|".join((*STOP_ROLES, *MODES)), "", step.text))
        if not role or not name:
            yield f"按 Tab 没有听到名称或角色：“{step.text}”"


def rows_speak_their_header(capture: Capture, page: Page) -> Iterator[str]:
    """Going down a column from one row of the body to the next speaks the first cell of the row."""
    for step in capture.steps(TABLE.title):
        row = ROW.search(step.text)
        if step.key != "alt+shift+Down" or not row or int(row[1]) < 3:
            continue
        header = page.tables[0][int(row[1]) - 2]
        if letters(header) not in letters(step.text):
            yield f"表格往下走没有听到行头“{header}”：“{step.text}”"


def landmarks_are_told_apart(capture: Capture, page: Page) -> Iterator[str]:
    """No two landmarks of a page have the same role and name; every name is spoken."""
    seen = [f"{role} {label}" for role, label in page.landmarks]
    yield from (f"界标重名：{name}" for name in sorted(set(seen)) if seen.count(name) > 1)
    labels = [label for _, label in page.landmarks if label]
    spoken = [text for step in capture.steps(LANDMARKS.title) for text in step.spoken]
    for label in labels if spoken else ():
        if label not in spoken and OWN_SEARCH.get(label) not in labels:
            yield f"按 m 没有听到“{label}”"


def numbers_are_spoken_as_meant(capture: Capture, page: Page) -> Iterator[str]:
    """What was read speaks dates, periods, amounts and numbers as the page writes them."""
    read = "".join(text for step in capture.all_steps() if not step.key for text in step.spoken)
    is_whole = letters(page.last_words) in letters(read)
    for text in page.texts if is_whole else ():
        yield from (
            f"没有听到“{found}”"
            for found in MEANT.findall(text)
            if letters(found) not in letters(read)
        )
        yield from (f"“{found}”里的符号读不出来" for found in SILENT_RANGE.findall(text))


RULES: tuple[Rule, ...] = (
    nothing_meaningless,
    headings_are_the_pages,
    no_level_is_skipped,
    stops_have_name_and_role,
    rows_speak_their_header,
    landmarks_are_told_apart,
    numbers_are_spoken_as_meant,
)


def faults(capture: Capture, page: Page) -> list[str]:
    """All faults of a capture, each with the name of its rule."""
    return [f"{rule.__name__}: {fault}" for rule in RULES for fault in rule(capture, page)]
