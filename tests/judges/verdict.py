"""The whole judging: canaries first, then mutated pages and every state of every kind of page."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.browser.conftest import Site, served
from tests.judges import nu
from tests.judges.finding import Finding
from tests.judges.in_page import ENGINES, Judged, judge, nothing_yet, started
from tests.judges.planted import MUTATIONS, require_sight, require_sight_of_nu
from tests.judges.states import State

BROWSERS = 2
"""As many as a small machine has processors."""
MUTANTS = [State(name, f"mutants/{name}.html") for name in MUTATIONS]


@dataclass(frozen=True)
class Verdict:
    """What each engine said of the site and of the mutated pages."""

    states: list[State]
    site: dict[str, Judged]
    mutants: dict[str, Judged]

    def findings(self) -> list[Finding]:
        """What was found on the site."""
        return [one for judged in self.site.values() for one in judged.findings]

    def caught(self, mutation: str) -> set[tuple[str, str]]:
        """The engines that are certain of a fault in a mutated page, with the rules."""
        return {
            (one.engine, one.rule)
            for judged in self.mutants.values()
            for one in judged.findings
            if one.certain and mutation in one.kind
        }


def pronounce(site: Path, planted: Path, states: list[State]) -> Verdict:
    """Judge a built site, and a folder of planted faults; Blind if an engine misses any.

    Everything runs in threads of its own, so that another browser of the session may stay open.
    """
    work = [*MUTANTS, *states]
    verdict = Verdict(states, nothing_yet(), nothing_yet())
    with (
        served(site) as good,
        served(planted) as bad,
        ThreadPoolExecutor(BROWSERS + 1) as pool,
    ):
        sources = pool.submit(_judge_sources, good, bad)
        shares = [
            pool.submit(_judge_pages, good, bad, work[first::BROWSERS]) for first in range(BROWSERS)
        ]
        for share in shares:
            _add(verdict.site, share.result().site)
            _add(verdict.mutants, share.result().mutants)
        verdict.site["nu"], verdict.mutants["nu"] = sources.result()
    return verdict


def _judge_sources(good: Site, bad: Site) -> tuple[Judged, Judged]:
    of_site = nu.check(good)
    of_planted = nu.check(bad)
    require_sight_of_nu(of_planted.findings)
    return of_site, of_planted


def _judge_pages(good: Site, bad: Site, states: list[State]) -> Verdict:
    verdict = Verdict(states, nothing_yet(), nothing_yet())
    with started() as browser:
        for engine, canary in nothing_yet().items():
            judge(browser, bad.address, State("canary", f"{engine}.html"), {engine: canary})
            require_sight(engine, canary.findings)
        for state in states:
            mutant = state in MUTANTS
            judge(
                browser,
                (bad if mutant else good).address,
                state,
                verdict.mutants if mutant else verdict.site,
            )
    return verdict


def _add(whole: Mapping[str, Judged], part: Mapping[str, Judged]) -> None:
    for engine in ENGINES:
        whole[engine].rules = max(whole[engine].rules, part[engine].rules)
        whole[engine].runs += part[engine].runs
        whole[engine].seconds += part[engine].seconds
        whole[engine].findings += part[engine].findings
