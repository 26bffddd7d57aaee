"""What a screen reader is given of each kind of page, on a site that only templates change.

And what the gates see of three faults made in real pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.a11y.desk import Desk, Ready, Target
from tests.a11y.keyboard import KEYBOARD
from tests.a11y.kinds import KINDS, Kind
from tests.a11y.modes import BARE, FORCED, LAYOUT, PAPER_GATE, RINGS, TARGETS
from tests.a11y.serving import Served
from tests.conftest import CASES, Golden

SMALL = {
    "course": "courses/ceshi-zhubian.html",
    "base": "bases/ceshi-jidi.html",
    "institution": "institutions/ceshi-xuexiao.html",
    "office": "offices/ceshi-canlian.html",
    "subsidy": "subsidies/ceshi-butie.html",
    "policy": "policies/ceshi-banfa.html",
    "channel": "channels/ceshi-pingtai.html",
    "clause": "policies/ceshi-banfa/2.html",
    "clause-gist": "policies/ceshi-banfa/duixiang.html",
    "question": "policies/questions/ceshi-wenti.html",
    "selfcheckquestion": "self-check/fuwu.html",
    "selfcheckoutcome": "self-check/shouyu.html",
    "redirect": "courses/ceshi-bianzhu.html",
    "search-found": "search.html?q=%E7%AB%B9%E7%BC%96",
    "task": "handbook/task.html",
}
"""Where the small site has other records and texts than the real one."""
LIKE_A_TASK = "commands"
"""A page of text too; what it says changes with the commands."""
ON_SMALL: dict[str, Kind] = {
    name: replace(kind, path=SMALL.get(name, kind.path))
    for name, kind in KINDS.items()
    if name != LIKE_A_TASK
}
GATES = (KEYBOARD, RINGS, LAYOUT, TARGETS, FORCED, PAPER_GATE, BARE)

Change = Callable[[str], str]
MUTATIONS: dict[str, Change] = {
    "nameless-button": lambda html: re.sub("(<button[^>]*>)搜索(?=</button>)", r"\1", html),
    "skipped-level": lambda html: re.sub(r"<h2(.*?)</h2>", r"<h4\1</h4>", html, count=1),
    "no-row-headers": lambda html: re.sub(
        r'<th scope="row">(.*?)</th>', r"<td>\1</td>", html, flags=re.DOTALL
    ),
}
CAUGHT = {
    "nameless-button": {"keyboard: nameless", "snapshot"},
    "skipped-level": {"snapshot"},
    "no-row-headers": {"snapshot"},
}


def snapshot(desk: Desk, site: Served, path: str, ready: Ready = Ready.LOADED) -> str:
    """The roles, names and states of a page, as Chromium gives them to a screen reader."""
    page = desk.open(Target(site.address + path, ready))
    return page.locator("body").aria_snapshot().replace(site.address, "/") + "\n"


@pytest.mark.parametrize("name", ON_SMALL)
def test_a_page_is_given_as_accepted(
    name: str, desk: Desk, small_site: Served, golden: Golden
) -> None:
    """Roles, names, levels and states of each kind of page are those that a reviewer accepted."""
    kind = ON_SMALL[name]
    golden(f"aria/{name}.yml", snapshot(desk, small_site, kind.path, kind.ready))


def test_no_accepted_page_is_left_over() -> None:
    """Each file of accepted roles and names is of a kind that there is."""
    assert {file.stem for file in (CASES / "aria").iterdir()} == set(ON_SMALL)


def seen(desk: Desk, site: Served, path: str) -> set[str]:
    """What the gates and the accepted snapshot of a course say of a page."""
    target = Target(site.address + path)
    rules = {f"{g.name}: {f.rule}" for g in GATES for f in g.examine(desk, target)}
    accepted = (CASES / "aria/course.yml").read_text("utf-8")
    differs = snapshot(desk, site, path) != accepted
    return rules | ({"snapshot"} if differs else set())


@pytest.mark.parametrize("fault", MUTATIONS)
def test_a_fault_in_a_real_page_is_seen(fault: str, desk: Desk, small_site: Served) -> None:
    """Which gate sees a button without name, a skipped heading level, a table without row headers."""
    course = Path(small_site.folder, SMALL["course"])
    html = course.read_text("utf-8")
    changed = MUTATIONS[fault](html)
    assert changed != html
    course.with_name(f"{fault}.html").write_text(changed, "utf-8")
    assert seen(desk, small_site, f"courses/{fault}.html") == CAUGHT[fault]


def test_the_page_without_the_faults_passes(desk: Desk, small_site: Served) -> None:
    """The page that the faults are made in has none."""
    assert seen(desk, small_site, SMALL["course"]) == set()
