"""The keyboard walk: Tab to the end, Shift and Tab back, and the skip link."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from tests.a11y.desk import PHONE, WIDE, Desk, Target, ask
from tests.a11y.findings import Fault, Finding, Gate, in_mode

SIZES = {"1280": WIDE, "360": PHONE}
NOWHERE = -1
ROLES = {
    "DisclosureTriangle",
    "button",
    "checkbox",
    "combobox",
    "link",
    "radio",
    "searchbox",
    "slider",
    "spinbutton",
    "textbox",
}
RULES = {
    "unreachable": "鼠标能用的，键盘都能到达",
    "stray": "键盘停留的都是能操作的",
    "nameless": "键盘停留处都有名称",
    "roleless": "键盘停留处都有角色",
    "hidden-stop": "键盘停留处都看得见",
    "off-screen": "键盘停留处都在屏幕之内",
    "covered": "键盘停留处不被遮挡",
    "ringless": "焦点框清楚可见，对比度不低于3比1",
    "disorder": "Tab顺序与内容顺序一致",
    "reading-order": "内容顺序与看到的顺序一致",
    "trap": "Tab能走到底，Shift加Tab能走回来",
    "skip": "第一个停留处跳到正文",
}


@dataclass(frozen=True)
class Walk:
    """Where the focus stood: numbers of stops; NOWHERE; from `count` on what should be no stop."""

    trail: list[int]
    names: list[str]
    count: int
    faults: list[Fault]

    @property
    def forward(self) -> list[int]:
        """Where each Tab led."""
        return self.trail[1 : self.count + 1]

    @property
    def back(self) -> list[int]:
        """From the last stop, where each Shift and Tab led."""
        return self.trail[self.count : 2 * self.count]


def walk(desk: Desk, page: Page) -> Walk:
    """Press Tab once for each stop, then Shift and Tab as often."""
    count = ask(page, "walk")
    desk.tab(count)
    desk.tab(count, back=True)
    return Walk(**page.evaluate("() => a11yWalk.end()"))


def route_faults(walked: Walk) -> list[Fault]:
    """What is wrong with the way: stops left out, added, out of order, or without a way out."""
    every = list(range(walked.count))
    forward = walked.forward
    if forward == every and walked.back == every[::-1]:
        return []
    if NOWHERE not in forward and len(set(forward)) < len(forward):
        return [_fault("trap", walked, forward[-1], f"Tab goes round: {forward}")]
    strays = [_fault("stray", walked, n, "a stop") for n in set(forward) if n >= walked.count]
    missed = [_fault("unreachable", walked, n, "no stop") for n in every if n not in forward]
    if strays or missed:
        return strays + missed
    if forward != every:
        first = next(n for n in every if forward[n] != n)
        return [_fault("disorder", walked, forward[first], f"comes as stop {first + 1}")]
    return [_fault("trap", walked, walked.back[-1], f"Shift+Tab goes {walked.back}")]


def _fault(rule: str, walked: Walk, number: int, saw: str) -> Fault:
    return {"rule": rule, "where": walked.names[number], "saw": saw}


def _numbers(node: dict[str, Any]) -> Iterator[tuple[int, int]]:
    """Every marked element below a node of the document: its id and number."""
    attributes = node.get("attributes", [])
    pairs = dict(zip(attributes[::2], attributes[1::2], strict=True))
    if "data-stop" in pairs:
        yield node["backendNodeId"], int(pairs["data-stop"])
    for child in node.get("children", []):
        yield from _numbers(child)


def spoken_faults(desk: Desk, walked: Walk) -> list[Fault]:
    """Stops to which the accessibility tree gives no role or no name."""
    document = desk.session.send("DOM.getDocument", {"depth": -1})
    numbers = dict(_numbers(document["root"]))
    faults = []
    for node in desk.session.send("Accessibility.getFullAXTree")["nodes"]:
        number = numbers.pop(node.get("backendDOMNodeId", 0), None)
        if number is None:
            continue
        role, name = (node.get(key, {}).get("value", "") for key in ("role", "name"))
        if role not in ROLES:
            faults.append(_fault("roleless", walked, number, role))
        elif not name.strip():
            faults.append(_fault("nameless", walked, number, role))
    return faults + [_fault("roleless", walked, n, "not in the tree") for n in numbers.values()]


def exit_faults(desk: Desk, page: Page) -> list[Fault]:
    """What is wrong with the way out: the last stop holds the focus, or leads to what is no stop."""
    page.evaluate("() => a11yWalk.stand()")
    desk.tab()
    faults: list[Fault] = page.evaluate("() => a11yWalk.faultsAtTheEnd()")
    return faults


def skip_faults(desk: Desk, page: Page) -> list[Fault]:
    """Whether Enter on the first stop moves the focus to main, and the next stop is in it."""
    fault: Fault = {
        "rule": "skip",
        "where": page.url,
        "saw": "the first stop does not lead to main",
    }
    if not ask(page, "skip"):
        return [fault]
    page.keyboard.press("Enter")
    if not page.evaluate("() => document.activeElement.matches('main')"):
        return [{**fault, "saw": "Enter does not move the focus to main"}]
    expected = page.evaluate("() => a11y.stops().findIndex((el) => el.closest('main'))")
    desk.tab()
    reached = page.evaluate("() => a11y.stops().indexOf(document.activeElement)")
    is_next = expected in {NOWHERE, reached}
    return [] if is_next else [{**fault, "saw": "the next stop is not the first one in main"}]


def examine(desk: Desk, target: Target) -> list[Finding]:
    """Walk through a page on a wide and on a narrow screen."""
    findings = []
    for mode, size in SIZES.items():
        page = desk.open(target, size)
        walked = walk(desk, page)
        faults = [*walked.faults, *route_faults(walked), *spoken_faults(desk, walked)]
        if not any(fault["rule"] == "trap" for fault in faults):
            faults += [*exit_faults(desk, page), *skip_faults(desk, page)]
        findings += in_mode(mode, faults)
    return findings


KEYBOARD = Gate("keyboard", "只用键盘", tuple(SIZES), RULES, examine)
