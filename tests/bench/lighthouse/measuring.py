"""Runs of Lighthouse over pages, and the median of those of a page."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
PERFORMANCE = "performance"
OTHERS = ("accessibility", "best-practices", "seo")
FIGURES = {
    "lcp": "largest-contentful-paint",
    "tbt": "total-blocking-time",
    "cls": "cumulative-layout-shift",
    "bytes": "total-byte-weight",
}


class NotMeasured(Exception):
    """Lighthouse stopped, or said nothing of a page; the message is its own."""


@dataclass(frozen=True)
class Measured:
    """A page: the medians of its runs, the other scores of its first run, and what took points there."""

    kind: str
    path: str
    score: float
    lcp: float
    tbt: float
    cls: float
    bytes: float
    others: tuple[float | None, ...]
    failed: tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """A page to be measured."""

    kind: str
    path: str


def runs(
    pages: Sequence[Asked], address: str, chrome: str, times: int, tell: Callable[[str], None]
) -> Iterator[dict[str, Any]]:
    """What Lighthouse says, run by run: all pages once, then all again, so that a busy minute hits each once."""
    first, later = [PERFORMANCE, *OTHERS], [PERFORMANCE]
    urls = [[address + page.path, later if turn else first] for turn in range(times) for page in pages]
    with subprocess.Popen(
        [shutil.which("node") or "node", str(FOLDER / "measure.mjs")],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as running:  # fmt: skip
        if running.stdin is None or running.stdout is None or running.stderr is None:
            raise NotMeasured("no pipes")
        running.stdin.write(json.dumps({"chrome": chrome, "urls": urls}) + "\n")
        running.stdin.close()
        for number, line in enumerate(running.stdout, 1):
            told = json.loads(line)
            tell(f"{number}/{len(urls)} {told['url']} {told['scores'][PERFORMANCE]}")
            yield told
        said = running.stderr.read()
    if running.returncode:
        raise NotMeasured(said)


def measured(page: Asked, told: Iterable[dict[str, Any]]) -> Measured:
    """The medians of the runs of a page; NotMeasured when one has no score."""
    every = list(told)
    scores = [run["scores"][PERFORMANCE] for run in every]
    figures = {name: [run["figures"][audit] for run in every] for name, audit in FIGURES.items()}
    if not every or None in scores or any(None in values for values in figures.values()):
        raise NotMeasured(f"{page.path}: no score")
    return Measured(
        kind=page.kind,
        path=page.path,
        score=statistics.median(scores),
        **{name: statistics.median(values) for name, values in figures.items()},
        others=tuple(every[0]["scores"].get(category) for category in OTHERS),
        failed=tuple(every[0]["failed"]),
    )
