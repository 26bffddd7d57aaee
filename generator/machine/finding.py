"""What was looked for on this machine, whether it is there, and how to get it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One thing: there, or missing with a remedy that can be pasted; `needed` when nothing goes without it."""

    is_there: bool
    what: str
    remedy: str = ""
    needed: bool = True

    @property
    def line(self) -> str:
        """A sign and a word, for those who do not see the sign."""
        if self.is_there:
            return f"✓ 有：{self.what}"
        return f"✗ 缺：{self.what}" if self.needed else f"✗ 缺，不是必须：{self.what}"


def there(what: str) -> Finding:
    """A thing that is there."""
    return Finding(is_there=True, what=what)


def missing(what: str, remedy: str, *, needed: bool = True) -> Finding:
    """A thing that is missing, and one line that gets it."""
    return Finding(is_there=False, what=what, remedy=remedy, needed=needed)


@dataclass(frozen=True)
class Purpose:
    """Something that people want to do here, and what it takes."""

    title: str
    findings: list[Finding]

    @property
    def is_possible(self) -> bool:
        """Whether nothing that is needed is missing."""
        return all(finding.is_there or not finding.needed for finding in self.findings)
