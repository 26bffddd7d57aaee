"""Every kind of page of this repository's site before three engines of three makers.

Each engine must first see the faults of its canary: the fixture `verdict` fails otherwise.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.judges.allowances import Allowance, remaining, unused
from tests.judges.finding import told
from tests.judges.in_page import MODES
from tests.judges.states import KIND
from tests.judges.verdict import Verdict

# What must be judged whatever else the site grows.
STATES = {
    *("home", "course", "courses", "courses-filters-open", "base", "bases", "institution"),
    *("institutions", "office", "offices", "subsidy", "subsidies", "policy", "policies"),
    *("clause", "questions", "question", "glossary", "figures", "selfcheckstart", "selfcheckquestion"),
    *("selfcheckoutcome", "selfcheckplaces", "selfcheckplace"),
    *("region", "regions", "channel", "channels", "past", "help", "accessibility", "missing"),
    *("handbook", "task", "commands", "fields", "type", "rules", "group", "rule"),
    *("list-one-page", "list-middle-page", "list-empty", "redirect", "settings"),
    *("settings-chosen", "search", "search-results", "search-none"),
}


@pytest.mark.parametrize("engine", ["axe", "nu", "ibm"])
def test_an_engine_finds_nothing(engine: str, verdict: Verdict, allowed: list[Allowance]) -> None:
    """Nothing is found on any page in any mode but what the list of allowances names."""
    left = remaining(verdict.site[engine].findings, allowed)
    assert not left, f"{len(left)} findings\n{told(left)}"


def test_every_allowance_is_needed(verdict: Verdict, allowed: list[Allowance]) -> None:
    """An allowance for what is found no more is taken out of the list."""
    assert unused(verdict.findings(), allowed) == []


def test_every_kind_of_page_is_judged(verdict: Verdict, judged_site: Path) -> None:
    """No kind of page of the site, and no state that is asked for, is left out."""
    named = {state.kind for state in verdict.states}
    assert STATES - named == set()
    addresses = {state.address.partition("?")[0] for state in verdict.states}
    pages = {page: page.read_text("utf-8") for page in judged_site.rglob("*.html")}
    kinds = {found[1] for html in pages.values() if (found := KIND.search(html))}
    judged = {
        found[1] for address in addresses if (found := KIND.search(pages[judged_site / address]))
    }
    assert judged == kinds


def test_every_state_is_judged_in_every_mode(verdict: Verdict, judged_site: Path) -> None:
    """The engines in the page ran once a state and mode, the checker of sources on every file."""
    runs = {engine: judged.runs for engine, judged in verdict.site.items()}
    every = len(verdict.states) * len(MODES)
    assert (runs["axe"], runs["ibm"]) == (every, every)
    files = [path for path in judged_site.rglob("*") if path.suffix in {".html", ".css", ".svg"}]
    assert runs["nu"] == len(files) > 400


def test_every_rule_is_run(verdict: Verdict) -> None:
    """Both engines run all their rules: experimental ones, those of level AAA, recommendations."""
    assert verdict.site["axe"].rules == 105
    assert verdict.site["ibm"].rules == 163
