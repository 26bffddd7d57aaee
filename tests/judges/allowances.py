"""The findings that a person has looked at and left as they are, each with the reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import yaml

from tests.judges.finding import Finding

FILE = Path(__file__).with_name("allowances.yml")


@dataclass(frozen=True)
class Allowance:
    """What may be found: a rule of an engine at selectors of a pattern; reason in Chinese."""

    engine: str
    rule: str
    selector: str
    reason: str

    def covers(self, finding: Finding) -> bool:
        """Whether the finding is this one; what an engine is certain of is never allowed."""
        return (
            not finding.certain
            and (finding.engine, finding.rule) == (self.engine, self.rule)
            and fnmatchcase(finding.selector, self.selector)
        )


def allowances(text: str) -> list[Allowance]:
    """The allowances of a YAML text; an entry with a missing or unknown key is an error."""
    return [Allowance(**entry) for entry in yaml.safe_load(text)]


def remaining(findings: Iterable[Finding], allowed: Iterable[Allowance]) -> list[Finding]:
    """The findings that no allowance covers."""
    allowed = list(allowed)
    return [one for one in findings if not any(a.covers(one) for a in allowed)]


def unused(findings: Iterable[Finding], allowed: Iterable[Allowance]) -> list[Allowance]:
    """The allowances that cover nothing."""
    findings = list(findings)
    return [a for a in allowed if not any(a.covers(one) for one in findings)]
