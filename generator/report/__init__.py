"""Problems as text for people, data for programs, and what each place of review wants to be given."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.problem import Problem
from generator.report.github import as_github
from generator.report.gitlab import as_gitlab
from generator.report.junit import as_junit
from generator.report.markdown import as_markdown
from generator.report.plain import as_json
from generator.report.sarif import as_sarif
from generator.report.tally import counts
from generator.report.text import as_text

__all__ = ["FORMATS", "as_github", "as_json", "as_markdown", "as_text", "counts"]

FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "gitlab": as_gitlab,
    "sarif": as_sarif,
    "junit": as_junit,
    "markdown": as_markdown,
}
"""By the names that `--format` knows."""
