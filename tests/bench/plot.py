"""The plot: a bar a tool, time and memory of building from nothing, one block of bars a size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from tests.bench.results import Size
from tests.bench.tool import Step
from tests.bench.words import described, seconds

BAR, GAP, HEAD, MARGIN = 18, 8, 34, 16
NAMES, LENGTH, WORDS = 150, 170, 90
"""Widths: the names, the longest bar, the figure behind a bar."""
WIDTH = MARGIN * 2 + NAMES + 2 * (LENGTH + WORDS)
OURS, OTHERS = "#0b5cad", "#767676"
"""Both at least 4.5 to 1 on white."""


def svg(sizes: Sequence[Size]) -> str:
    """The plot as SVG; its description says all that it shows."""
    blocks, below = [], MARGIN
    for size in sizes:
        blocks += list(_block(size, below))
        below += HEAD + len(size.rows) * (BAR + GAP) + MARGIN
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {below}" width="{WIDTH}" '
        f'height="{below}" role="img" aria-labelledby="title description" font-family="sans-serif" '
        'font-size="13">'
    )
    title = '<title id="title">从头生成网站的时间和内存</title>'
    description = f'<desc id="description">{escape(described(sizes))}</desc>'
    ground = '<rect width="100%" height="100%" fill="#fff"/>'
    return "\n".join([head, title, description, ground, *blocks, "</svg>"]) + "\n"


def _block(size: Size, top: int) -> Iterator[str]:
    walls = [row.median(Step.COLD, "wall") for row in size.rows]
    memories = [row.median(Step.COLD, "memory") for row in size.rows]
    second = MARGIN + NAMES + LENGTH + WORDS
    yield _words(MARGIN, top + 14, f"{size.records}条记录", "bold")
    yield _words(MARGIN + NAMES, top + 14, "时间")
    yield _words(second, top + 14, "内存")
    for number, row in enumerate(size.rows):
        y = top + HEAD + number * (BAR + GAP)
        yield _words(MARGIN, y + 14, row.name)
        colour = OTHERS if number else OURS
        yield from _bar(
            MARGIN + NAMES, y, walls[number] / max(walls), colour, seconds(walls[number])
        )
        memory = memories[number]
        yield from _bar(second, y, memory / max(memories), colour, f"{memory:.0f} MiB")


def _bar(x: int, y: int, share: float, colour: str, figure: str) -> Iterator[str]:
    length = max(1, round(LENGTH * share))
    yield f'<rect x="{x}" y="{y}" width="{length}" height="{BAR}" fill="{colour}"/>'
    yield _words(x + length + 6, y + 14, figure)


def _words(x: int, y: int, text: str, weight: str = "normal") -> str:
    return f'<text x="{x}" y="{y}" font-weight="{weight}" fill="#1a1a1a">{escape(text)}</text>'
