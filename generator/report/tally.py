"""What every report agrees on: how many problems there are, which come first, and which is which."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.problem import Level, Problem


def counts(problems: Sequence[Problem]) -> dict[str, int]:
    """How many errors and suggestions, in how many files."""
    errors = sum(p.level is Level.ERROR for p in problems)
    files = len({p.at.path for p in problems})
    return {"errors": errors, "suggestions": len(problems) - errors, "files": files}


def total(problems: Sequence[Problem]) -> str:
    """The counts as a sentence; empty when there is no problem."""
    n = counts(problems)
    parts = [f"{n['errors']} 处要改"] if n["errors"] else []
    parts += [f"{n['suggestions']} 条建议"] if n["suggestions"] else []
    return f"共 {'，'.join(parts)}（{n['files']} 个文件）。" if parts else ""


def worst_first(problems: Sequence[Problem]) -> list[Problem]:
    """Errors, then suggestions, each in their order: few are shown where there is little room."""
    return sorted(problems, key=lambda p: p.level is not Level.ERROR)


def with_fingerprints(problems: Sequence[Problem]) -> Iterator[tuple[Problem, str]]:
    """Each problem with what it is known by from one version to the next.

    The line is no part of it, for it changes when a line is added above; equal problems of one file
    are numbered.
    """
    seen: Counter[str] = Counter()
    for p in problems:
        known_by = f"{p.at.shown_path}\0{p.code}\0{p.message}"
        seen[known_by] += 1
        named = f"{known_by}\0{seen[known_by]}".encode(errors="backslashreplace")
        yield p, hashlib.sha256(named).hexdigest()[:32]
