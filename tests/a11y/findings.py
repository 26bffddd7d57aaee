"""What a gate finds on a page, and what a gate is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypedDict

from tests.a11y.desk import Desk, Target


class Fault(TypedDict):
    """What a probe in the page gives."""

    rule: str
    where: str
    saw: str


@dataclass(frozen=True, order=True)
class Finding:
    """One fault, in one mode."""

    rule: str
    mode: str
    where: str
    saw: str

    def __str__(self) -> str:
        """One line for a report."""
        return f"{self.rule} [{self.mode}] {self.where}: {self.saw}"


def in_mode(mode: str, faults: Iterable[Fault]) -> list[Finding]:
    """The faults that a probe saw in a mode."""
    return [Finding(fault["rule"], mode, fault["where"], fault["saw"]) for fault in faults]


@dataclass(frozen=True)
class Gate:
    """A set of rules that every page must keep in some modes; title and rules are for readers."""

    name: str
    title: str
    modes: tuple[str, ...]
    rules: Mapping[str, str]
    examine: Callable[[Desk, Target], list[Finding]]
