"""Problems as the results of tests, which GitLab and others count and compare."""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator.problem import Level, Problem
from generator.report.text import as_text

_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
CLEAN = '<testsuite name="全部记录" tests="1" failures="0" errors="0" skipped="0">\n<testcase classname="全部记录" name="没有要改的"/>\n</testsuite>\n'


def as_junit(problems: Sequence[Problem]) -> str:
    """A suite a file, a case a code; an error is a failure, a suggestion an output."""
    by_file: dict[str, list[Problem]] = defaultdict(list)
    for p in problems:
        by_file[p.at.shown_path].append(p)
    suites = "".join(_suite(path, found) for path, found in by_file.items()) or CLEAN
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="川残技能目录">\n{suites}</testsuites>\n'


def _suite(path: str, problems: Iterable[Problem]) -> str:
    by_code: dict[str, list[Problem]] = defaultdict(list)
    for p in problems:
        by_code[p.code].append(p)
    failures = sum(found[0].level is Level.ERROR for found in by_code.values())
    name = _attribute(path)
    cases = "".join(
        f'<testcase classname="{name}" name="{_attribute(code)}" file="{name}">\n{_outcome(found)}</testcase>\n'
        for code, found in by_code.items()
    )
    head = f'<testsuite name="{name}" tests="{len(by_code)}" failures="{failures}" errors="0" skipped="0">'
    return f"{head}\n{cases}</testsuite>\n"


def _outcome(found: Sequence[Problem]) -> str:
    first, text = found[0], _escaped(as_text(found))
    if first.level is Level.ERROR:
        return f'<failure type="{_attribute(first.code)}" message="{_attribute(first.message)}">{text}</failure>\n'
    return f"<system-out>{text}</system-out>\n"


def _escaped(text: str) -> str:
    """Text between tags; what XML cannot hold at all becomes U+FFFD."""
    return html.escape(_NOT_XML.sub("\ufffd", text)).replace("\r", "&#13;")


def _attribute(text: str) -> str:
    return _escaped(text).replace("\n", "&#10;").replace("\t", "&#9;")
