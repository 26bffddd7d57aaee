"""The same page in other circumstances: narrow, enlarged, forced colours, still, printed, bare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import Page

from tests.a11y.desk import PHONE, WIDE, Desk, Target, ask, resize
from tests.a11y.findings import Finding, Gate, in_mode

SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }
"""
"""The text spacing of WCAG 2.2, 1.4.12."""
LARGEST = {"data-size": "larger", "data-space": "wide", "data-contrast": "high"}
"""The reading settings that change most; see settings.js."""
PAPER = (718, 1000)
"""An A4 page between its margins."""


@dataclass(frozen=True)
class Mode:
    """A size of the window, a style sheet of the reader, and reading settings."""

    size: tuple[int, int]
    css: str = ""
    settings: Mapping[str, str] = field(default_factory=dict)


def text(percent: int) -> str:
    """Text of this size, the site's own being 112.5 %; queries of the width stay as they were."""
    return f"html {{ font-size: {1.125 * percent}% !important; }}"


LAYOUTS = {
    "1280": Mode(WIDE),
    "360": Mode(PHONE),
    "320×256": Mode((320, 256)),
    "200%": Mode((640, 512)),
    "400%": Mode((320, 256)),
    "text 200%": Mode(WIDE, text(200)),
    "text 200%, 360": Mode(PHONE, text(200)),
    "text 400%": Mode(WIDE, text(400)),
    "spacing": Mode(WIDE, SPACING),
    "spacing, 320": Mode((320, 256), SPACING),
    "settings": Mode(WIDE, settings=LARGEST),
    "settings, 360": Mode(PHONE, settings=LARGEST),
}


def _lay_out(page: Page, mode: Mode) -> None:
    resize(page, mode.size)
    ask(page, "sheet", {"css": mode.css, "attributes": dict(mode.settings)})


def layout(desk: Desk, target: Target) -> list[Finding]:
    """Measure the text of a page in every layout."""
    page = desk.open(target)
    findings = []
    for name, mode in LAYOUTS.items():
        _lay_out(page, mode)
        findings += in_mode(name, ask(page, "layout"))
    return findings


def targets(desk: Desk, target: Target) -> list[Finding]:
    """Measure everything that can be pressed."""
    page = desk.open(target)
    findings = []
    for name in ("1280", "360", "320×256"):
        _lay_out(page, LAYOUTS[name])
        findings += in_mode(name, ask(page, "targets"))
    return findings


@dataclass(frozen=True)
class Colours:
    """Colours that the system or the reader chose."""

    scheme: Literal["light", "dark"] = "light"
    forced: Literal["active", "none"] = "none"
    settings: Mapping[str, str] = field(default_factory=dict)


COLOURS = {
    "light": Colours(),
    "dark": Colours("dark"),
    "high contrast": Colours(settings=LARGEST),
    "forced colours": Colours(forced="active"),
}


def rings(desk: Desk, target: Target) -> list[Finding]:
    """Focus every stop in every set of colours."""
    page = desk.open(target)
    findings = []
    for name, colours in COLOURS.items():
        page.emulate_media(color_scheme=colours.scheme, forced_colors=colours.forced)
        ask(page, "sheet", {"css": "", "attributes": dict(colours.settings)})
        desk.tab()
        findings += in_mode(name, ask(page, "rings"))
    return findings


def forced(desk: Desk, target: Target) -> list[Finding]:
    """Compare states, tags and fields with what is beside them, in forced colours."""
    page = desk.open(target)
    ask(page, "fills")
    page.emulate_media(forced_colors="active")
    return in_mode("forced colours", ask(page, "forced"))


def motion(desk: Desk, target: Target) -> list[Finding]:
    """Look for movement where none is wanted."""
    page = desk.open(target)
    page.emulate_media(reduced_motion="reduce")
    return in_mode("reduced motion", ask(page, "motion"))


def paper(desk: Desk, target: Target) -> list[Finding]:
    """Compare what is printed with what is seen on a screen as wide as the paper."""
    page = desk.open(target, PAPER)
    seen = ask(page, "words")
    page.emulate_media(media="print")
    printed = "".join(ask(page, "words"))
    lost = [
        Finding("not-printed", "print", target.address, word)
        for word in seen
        if word not in printed
    ]
    return lost + in_mode("print", [*ask(page, "print"), *ask(page, "layout")])


WITHOUT_CALCULATOR = "main => { main.querySelector('form.calculator')?.remove(); return main.innerText; }"
"""The calculator is there with a script alone; the table above it says the same."""


def bare(desk: Desk, target: Target) -> list[Finding]:
    """Compare the words of main with those that stand there without script and pictures."""
    words = desk.open(target).locator("main").evaluate(WITHOUT_CALCULATOR)
    said = [line for line in words.split("\n") if line.strip()]
    page = desk.open_bare(target)
    kept = page.locator("main").inner_text()
    is_search = bool(page.locator("#search-results").count())
    lost = [] if is_search else [line for line in said if line not in kept]
    if is_search and page.locator("#search-lists a").count() < 5:
        lost = ["the lists"]
    findings = [Finding("script-only", "bare", target.address, line) for line in lost]
    return findings + in_mode("bare", ask(page, "images"))


LAYOUT = Gate(
    "layout",
    "放大、窄屏、加大间距",
    tuple(LAYOUTS),
    {
        "sideways": "不用左右拖动",
        "clipped": "文字不被截断",
        "outside": "文字不出屏幕",
        "overlapped": "文字不互相遮挡",
        "fixed": "没有占住屏幕三分之一以上的固定块",
    },
    layout,
)
TARGETS = Gate(
    "targets",
    "点按目标的大小",
    ("1280", "360", "320×256"),
    {"small-control": "按钮和输入框不小于44像素", "small-target": "链接不小于24像素，句子里的除外"},
    targets,
)
RINGS = Gate(
    "rings",
    "各种颜色下的焦点框",
    tuple(COLOURS),
    {"ringless": "焦点框清楚可见，对比度不低于3比1"},
    rings,
)
FORCED = Gate(
    "forced-colours",
    "系统高对比度",
    ("forced colours",),
    {"borderless": "按钮和输入框有边框", "colour-only": "状态和标签不只靠颜色区分"},
    forced,
)
MOTION = Gate(
    "motion",
    "减少动画",
    ("reduced motion",),
    {"moving": "系统要求减少动画时，没有动画和过渡"},
    motion,
)
PAPER_GATE = Gate(
    "print",
    "打印",
    ("print",),
    {
        "not-printed": "正文完整",
        "screen-only": "不打印导航和表单",
        "no-address": "印出外部链接的网址",
    },
    paper,
)
BARE = Gate(
    "bare",
    "没有脚本和图片",
    ("bare",),
    {"script-only": "没有脚本时正文不变", "image-only": "图片都有文字替代"},
    bare,
)
