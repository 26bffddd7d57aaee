"""Which engine sees which fault in a real page: what they do not see needs another gate."""

from __future__ import annotations

import re
from pathlib import Path

from tests.judges.planted import MUTATIONS
from tests.judges.verdict import Verdict

ROW = re.compile(r"<tr>\s*<(t[dh])([^>]*)>")
BODY = re.compile(r"<tbody>(.*?)</tbody>", re.DOTALL)
CAUGHT: dict[str, set[tuple[str, str]]] = {
    "nameless-button": set(),
    "skipped-level": set(),
    "no-row-headers": set(),
}
"""Mutation → the engines and rules that call it a fault."""


def rows_without_header(html: str) -> int:
    """How many rows of tables begin with something else than the header of the row."""
    starts = [ROW.match(row) for body in BODY.findall(html) for row in re.findall(r"<tr>.*?<t[dh][^>]*>", body, re.DOTALL)]
    return sum(not start or start[1] != "th" or 'scope="row"' not in start[2] for start in starts)


def test_the_engines_see_these_mutations(verdict: Verdict) -> None:
    """Each engine sees exactly the faults noted here."""
    assert {name: verdict.caught(name) for name in MUTATIONS} == CAUGHT


def test_every_row_of_every_table_has_a_header(judged_site: Path) -> None:
    """What no engine sees is asked of all pages here."""
    pages = [page.read_text("utf-8") for page in judged_site.rglob("*.html")]
    assert sum(page.count("<tbody>") for page in pages) > 100
    assert sum(map(rows_without_header, pages)) == 0


