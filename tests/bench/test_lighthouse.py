"""What Lighthouse says becomes medians and a text; nothing here is timed."""

from __future__ import annotations

from typing import Any

import pytest

from tests.bench.lighthouse.measuring import Asked, Measured, NotMeasured, measured
from tests.bench.lighthouse.table import Conditions, below, text

PAGE = Asked("course", "courses/a.html")
CONDITIONS = Conditions("2026-11-23", "一台机器", "Lighthouse 1", 3)


def said(score: float | None, lcp: float = 1000.0, **others: float | None) -> dict[str, Any]:
    """A run as `measure.mjs` tells it."""
    figures = {"largest-contentful-paint": lcp, "total-blocking-time": 10.0, "cumulative-layout-shift": 0.0, "total-byte-weight": 9000}
    failed = [f"{name}/x" for name, value in others.items() if value != 1]
    return {"scores": {"performance": score, **others}, "figures": figures, "failed": failed}


def page(path: str, score: float, failed: tuple[str, ...] = ()) -> Measured:
    """A measured page."""
    return Measured("course", path, score, 1234.5, 10, 0.01, 9000, (1.0, None, 0.9), failed)


def test_the_median_of_each_figure_counts() -> None:
    """Not the mean, and not that of the run whose score is the median."""
    found = measured(PAGE, [said(0.9, 3000, accessibility=0.5), said(0.99, 1000), said(0.98, 9000)])
    assert (found.score, found.lcp, found.bytes) == (0.98, 3000, 9000)
    assert found.others == (0.5, None, None)
    assert found.failed == ("accessibility/x",)


@pytest.mark.parametrize("told", [[], [said(0.9), said(None)], [said(0.9) | {"figures": {"total-byte-weight": None}}]])
def test_a_page_without_a_score_is_no_result(told: list[dict[str, Any]]) -> None:
    """A run that failed is not left out of the median."""
    with pytest.raises((NotMeasured, KeyError)):
        measured(PAGE, told)


def test_a_page_below_the_limit_is_named() -> None:
    """0.95 is enough, less is not."""
    pages = [page("a.html", 0.95), page("b.html", 0.949)]
    assert below(pages) == [pages[1]]
    assert "低于 0.95 的：b\\.html" in text(pages, CONDITIONS)
    assert "低于 0.95 的：没有" in text(pages[:1], CONDITIONS)


def test_the_slowest_page_stands_first_in_a_table() -> None:
    """A row has as many cells as the head; what was not scored has a dash; signs in addresses are text."""
    told = text([page("a.html", 1.0), page("search.html?q=%7C", 0.96)], CONDITIONS)
    rows = [line for line in told.splitlines() if line.startswith("|")]
    assert len({line.replace("\\|", "").count("|") for line in rows}) == 1
    assert "search\\.html" in rows[2]
    assert rows[3] == "| course | a\\.html | 1.00 | 1234 | 10 | 0.010 | 9000 | 1.00 | — | 0.90 |"


def test_what_took_points_elsewhere_is_listed() -> None:
    """Each audit with the number of its pages, without those of the speed."""
    told = text([page("a.html", 1.0, ("seo/is-crawlable", "performance/x")), page("b.html", 1.0, ("seo/is-crawlable",))], CONDITIONS)
    assert "- 检索，`is-crawlable`：2 页，如 a\\.html" in told
    assert "performance" not in told
