"""The figures in a text."""

from __future__ import annotations

import re

_FIGURE = re.compile(r"\d+(?:\.\d+)?", re.ASCII)


def figures_of(text: str) -> list[str]:
    """The figures of a text in order, without zeros in front: 2025-09-01 has 2025, 9 and 1."""
    return [figure.lstrip("0") or "0" for figure in _FIGURE.findall(text)]
