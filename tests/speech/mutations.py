"""Pages with one fault each, made from pages of the small site: a rule must hear the fault."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tests.speech.journeys import HEADINGS, TABLE, Journey, Walk


@dataclass(frozen=True)
class Mutation:
    """A fault: the page it is put into, how, the walk that meets it, the rule that must say so."""

    kind: str
    source: str
    pattern: str
    replacement: str
    count: int
    walk: Walk
    rule: str

    @property
    def address(self) -> str:
        """Where the faulty page stands, beside its source."""
        return f"{Path(self.source).parent}/mutated-{self.kind}.html"

    @property
    def journey(self) -> Journey:
        """The way through the faulty page."""
        return Journey(f"mutated-{self.kind}", self.address, (self.walk,))


MUTATIONS = (
    Mutation(
        "nameless-button",
        "channels/ceshi-pingtai.html",
        r'<button type="submit">搜索</button>',
        '<button type="submit"></button>',
        1,
        Walk("Tab", ("Tab",) * 3),
        "stops_have_name_and_role",
    ),
    Mutation(
        "skipped-level",
        "channels/ceshi-pingtai.html",
        r"<h2(.*?)</h2>",
        r"<h4\1</h4>",
        1,
        HEADINGS,
        "no_level_is_skipped",
    ),
    Mutation(
        "no-row-headers",
        "subsidies/index.html",
        r'<th scope="row">(.*?)</th>',
        r"<td>\1</td>",
        0,
        TABLE,
        "rows_speak_their_header",
    ),
)


def plant(folder: Path) -> None:
    """Write the faulty pages beside their sources."""
    for mutation in MUTATIONS:
        html = (folder / mutation.source).read_text("utf-8")
        changed = re.sub(mutation.pattern, mutation.replacement, html, count=mutation.count)
        assert changed != html, f"{mutation.kind}: nothing to change in {mutation.source}"
        (folder / mutation.address).write_text(changed, encoding="utf-8")
