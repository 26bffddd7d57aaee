"""What is written about the measurements is what was measured."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from tests.bench.__main__ import HANDBOOK
from tests.bench.measuring import EVERY, Cost
from tests.bench.peers import PEERS
from tests.bench.plot import svg
from tests.bench.results import KEPT, Machine, Row, Size, dumped, load, together
from tests.bench.tool import Step
from tests.bench.words import described, handbook_page, results_page

SVG = "{http://www.w3.org/2000/svg}"
MACHINE = Machine("某处理器", 2, 24, "某系统")
OURS = Row(
    "ours",
    "本站",
    "1",
    12,
    15,
    2_500_000,
    2_000_000,
    {step: [Cost(3.0, 4.0, 90.0), Cost(1.0, 2.0, 80.0), Cost(1.5, 2.5, 70.0)] for step in Step},
)
PEER = Row(
    "peer",
    "另一种",
    "2",
    12,
    13,
    2_400_000,
    2_000_000,
    {step: [Cost(12.0, 14.0, 900.0)] for step in list(Step)[:3]},
)
SIZE = Size(1000, 3, "2026-11-25", MACHINE, [OURS, PEER])


@pytest.fixture
def kept() -> list[Size]:
    """The measurements of the repository."""
    return load(KEPT.read_text("utf-8"))


def test_medians_stand_in_the_table() -> None:
    """Of three runs it is the middle one that counts, and ours is what the others are held against."""
    text = results_page([SIZE], EVERY)
    row = "1.50秒（2.50秒）"
    assert f"| 本站 1 | {row} | {row} | {row} | 1.0倍 |" in text
    row = "12.0秒（14.0秒）"
    assert f"| 另一种 2 | {row} | {row} | {row} | 8.0倍 |" in text
    assert "| 本站，只生成改过的一页 |  | 1.50秒（2.50秒） |  |  |" in text
    assert "| 本站 | 80 MiB | 80 MiB | 12 | 2.0 MB | 15 | 2.5 MB |" in text
    assert "2026-11-25，3次的中位数。机器：某处理器，2个处理器核，24 GiB 内存，某系统。" in text


def test_the_handbook_says_in_terms_what_the_table_says() -> None:
    """A page of text has no table, so that each figure stands with its name."""
    text = handbook_page([SIZE], EVERY)
    assert "另一种 2\n:   从头：12.0秒，处理器14.0秒，内存最多900 MiB。\n" in text
    assert ":   只生成改过的一页：1.50秒，处理器2.50秒，内存最多80 MiB。\n" in text
    assert "|" not in text


def test_what_is_kept_comes_back() -> None:
    """Every single cost is kept; a new run of a size takes the place of the old one."""
    assert load(dumped([SIZE])) == [SIZE]
    newer, smaller = (Size(n, 1, "2026-11-26", MACHINE, [OURS]) for n in (1000, 100))
    assert together([SIZE], [newer, smaller]) == [smaller, newer]


def test_the_plot_says_in_words_what_it_shows() -> None:
    """Its description has the figures of the table, and the longest bar is that of the slowest."""
    root = ElementTree.fromstring(svg([SIZE]))  # noqa: S314 - our own text
    assert root.get("aria-labelledby") == "title description"
    assert root.findtext(f"{SVG}title") == "从头生成网站的时间和内存"
    said = "1000条记录从头生成：本站 1.50秒、80 MiB，另一种 12.0秒、900 MiB。"
    assert root.findtext(f"{SVG}desc") == said == described([SIZE])
    widths = [int(bar.get("width", "")) for bar in root.iter(f"{SVG}rect") if bar.get("x")]
    assert widths == [21, 15, 170, 170]


def test_what_is_told_is_what_was_measured(kept: list[Size]) -> None:
    """RESULTS.md, the plot and the page of the handbook are made of results.json, and nothing else is."""
    assert KEPT.with_name("RESULTS.md").read_text("utf-8") == results_page(kept, EVERY)
    assert KEPT.with_suffix(".svg").read_text("utf-8") == svg(kept)
    assert HANDBOOK.read_text("utf-8") == handbook_page(kept, EVERY)


def test_all_peers_were_measured_with_the_fewest_records(kept: list[Size]) -> None:
    """Ours comes first, every peer follows, each on the same number of pages."""
    rows = kept[0].rows
    assert [row.key for row in rows] == ["ours", *PEERS]
    # Ours, and those that make one, have a page for unknown addresses besides.
    assert {row.pages for row in rows} <= {rows[0].pages, rows[0].pages - 1}


def test_frames_weigh_the_same(kept: list[Size]) -> None:
    """What the peers with our frame write is as much as ours, within a tenth."""
    for size in kept:
        framed = [row for row in size.rows if row.key.startswith(("hugo", "eleventy", "astro"))]
        assert all(abs(row.pages_size / size.rows[0].pages_size - 1) < 0.1 for row in framed)
