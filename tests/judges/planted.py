"""Pages with faults put in by hand: an engine that is silent about them is not believed."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.judges.finding import Finding
from tests.judges.in_page import MODES

CANARIES = Path(__file__).parent / "canaries"
FAULTS = {
    "axe": {
        "": {"button-name", "heading-order", "p-as-heading", "color-contrast-enhanced"},
        "dark": {"color-contrast"},
        "360": {"target-size"},
    },
    "ibm": {
        "": {"img_alt_valid", "input_label_exists"},
        "dark": {"text_contrast_sufficient"},
        "360": {"target_spacing_sufficient"},
    },
}
"""Engine → part of the name of a mode → rules that its canary breaks in that mode.

Among those of axe one is experimental (p-as-heading) and one is of level AAA (the last).
"""
SAID_BY_NU = (
    "Duplicate ID",
    "Bad value “0” for attribute “aria-level”",
    "element is obsolete",
    "must have an “alt” attribute",
    "blocked by “style-src” directive",
    "Property “colour” doesn't exist",
    "Attribute “radius” not allowed",
)
"""What the Nu checker must say of its canary: a page, a style sheet and a picture."""


class Blind(Exception):
    """An engine did not see the faults of its canary."""


def require_sight(engine: str, findings: Iterable[Finding]) -> None:
    """Refuse an engine that finds other faults in its canary than those planted, in any mode."""
    seen = {(one.mode, one.rule) for one in findings if one.certain}
    planted = {
        (mode, rule)
        for mode in MODES
        for part, rules in FAULTS[engine].items()
        for rule in rules
        if part in mode
    }
    if seen != planted:
        raise Blind(f"{engine} missed {planted - seen} and invented {seen - planted}")


def require_sight_of_nu(findings: Iterable[Finding]) -> None:
    """Refuse a Nu checker that lets a planted fault pass."""
    said = "\n".join(one.message for one in findings)
    missed = [fault for fault in SAID_BY_NU if fault not in said]
    if missed:
        raise Blind(f"nu missed {missed}")


def _nameless_button(html: str) -> str:
    return html.replace('<button type="submit">搜索</button>', '<button type="submit"></button>')


def _skipped_level(html: str) -> str:
    return re.sub(r"<h2\b(.*?)</h2>", r"<h4\1</h4>", html, count=1, flags=re.DOTALL)


def _no_row_headers(html: str) -> str:
    return re.sub(r'<th scope="row"(.*?)</th>', r"<td\1</td>", html, flags=re.DOTALL)


MUTATIONS: dict[str, Callable[[str], str]] = {
    "nameless-button": _nameless_button,
    "skipped-level": _skipped_level,
    "no-row-headers": _no_row_headers,
}


def plant(site: Path, page: str, folder: Path) -> None:
    """Lay out the canaries and the mutated copies of a page, with the style and script of a site."""
    shutil.copytree(CANARIES, folder)
    shutil.copytree(site / "assets", folder / "assets")
    html = (site / page).read_text("utf-8")
    for name, mutate in MUTATIONS.items():
        mutant = folder / "mutants" / f"{name}.html"
        mutant.parent.mkdir(exist_ok=True)
        assert mutate(html) != html, f"{page} has nothing to mutate: {name}"
        mutant.write_text(mutate(html), "utf-8")
