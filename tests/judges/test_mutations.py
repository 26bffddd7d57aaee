"""Which engine sees which fault in a real page: what they do not see needs another gate."""

from __future__ import annotations

import re
from pathlib import Path

from tests.judges.planted import MUTATIONS
from tests.judges.verdict import Verdict

BODY = re.compile(r"<tbody>(.*?)</tbody>", re.DOTALL)
FIRST_CELL = re.compile(r"<tr[^>]*>\s*<(t[dh][^>]*)>")
CAUGHT = {
    "nameless-button": {("axe", "button-name"), ("ibm", "input_label_exists")},
    "skipped-level": {("axe", "heading-order"), ("nu", "error")},
    "no-row-headers": {("ibm", "table_headers_exists")},
}
"""Mutation → the engines that call it a fault, with the rules."""


def rows_without_header(html: str) -> int:
    """How many rows of tables begin with a cell that is not the header of the row."""
    cells = [cell for body in BODY.findall(html) for cell in FIRST_CELL.findall(body)]
    return sum(not re.fullmatch(r'th scope="row".*', cell) for cell in cells)


def test_the_engines_see_these_mutations(verdict: Verdict) -> None:
    """Each mutation of a real page is seen by exactly these engines; none sees all three."""
    assert {name: verdict.caught(name) for name in MUTATIONS} == CAUGHT


def test_every_row_of_every_table_has_a_header(judged_site: Path) -> None:
    """Only one engine asks for row headers, and not in every table, so they are counted here."""
    pages = [page.read_text("utf-8") for page in judged_site.rglob("*.html")]
    assert sum(len(FIRST_CELL.findall(page)) for page in pages) > 1000
    assert sum(map(rows_without_header, pages)) == 0


def test_a_row_without_header_is_counted(judged_site: Path, verdict: Verdict) -> None:
    """The count above is not zero for the mutated page."""
    course = next(state.address for state in verdict.states if state.kind == "course")
    html = (judged_site / course).read_text("utf-8")
    assert rows_without_header(html) == 0
    assert rows_without_header(MUTATIONS["no-row-headers"](html)) > 1
