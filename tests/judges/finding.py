"""One thing that an engine says of a page, and how findings are printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Finding:
    """What one engine says of one part of one page in one mode.

    `certain` is false where the engine asks a person to look instead of calling it a fault.
    """

    engine: str
    rule: str
    selector: str
    message: str
    kind: str
    mode: str
    certain: bool


def told(findings: Iterable[Finding]) -> str:
    """All findings; those that differ only in page and mode stand together."""
    where = defaultdict[tuple[str, str, str, str], list[str]](list)
    for one in sorted(findings):
        where[one.engine, one.rule, one.selector, one.message].append(f"{one.kind}/{one.mode}")
    return "\n".join(
        f"{engine} {rule}\n    at {selector}\n    {message}\n    on {' '.join(dict.fromkeys(places))}"
        for (engine, rule, selector, message), places in where.items()
    )
