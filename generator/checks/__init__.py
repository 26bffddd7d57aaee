"""The rules. Each is a module with `check(catalogue)`; all modules here are found and run."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import partial

from generator.catalogue import Catalogue
from generator.problem import Problem
from generator.processes import spread

PERSONAL = "P"
"""Problems with these codes are always told."""
Check = Callable[[Catalogue], Iterator[Problem]]


def discover() -> dict[str, Check]:
    """Rule name → its function, in order of name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: importlib.import_module(f"{__name__}.{name}").check for name in names}


def run(catalogue: Catalogue, jobs: int = 1) -> Iterator[Problem]:
    """Every problem that any rule finds, unless a slip of the text on that line explains it."""
    for found in spread(partial(_found, catalogue), list(discover().values()), jobs, share=1):
        for problem in found:
            explained = (problem.at.path, problem.at.line) in catalogue.slips
            if not explained or problem.code.startswith(PERSONAL):
                yield problem


def _found(catalogue: Catalogue, check: Check) -> list[Problem]:
    return list(check(catalogue))
