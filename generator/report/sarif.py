"""Problems in SARIF 2.1.0, the form that tools of review exchange."""

from __future__ import annotations

import inspect
import json
from collections.abc import Sequence
from urllib.parse import quote

from generator.problem import Level, Problem
from generator.report.tally import with_fingerprints

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Level.ERROR: "error", Level.SUGGESTION: "note"}
ROOT = "SRCROOT"
"""Paths are relative to the folder of the repository."""


def as_sarif(problems: Sequence[Problem]) -> str:
    """One run: a rule a code that occurs, a result a problem."""
    kinds = {p.code: type(p) for p in sorted(problems, key=lambda p: p.code)}
    places = {code: number for number, code in enumerate(kinds)}
    run = {
        "tool": {"driver": {"name": "川残技能目录", "rules": [_rule(kind) for kind in kinds.values()]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(p, places[p.code], known_by) for p, known_by in with_fingerprints(problems)],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(kind: type[Problem]) -> dict[str, object]:
    text = inspect.getdoc(kind) or kind.code
    return {
        "id": kind.code,
        "shortDescription": {"text": text.splitlines()[0]},
        "fullDescription": {"text": text},
        "defaultConfiguration": {"level": LEVELS[kind.level]},
    }


def _result(problem: Problem, rule: int, fingerprint: str) -> dict[str, object]:
    at = problem.at
    artifact = {"uri": quote(at.shown_path, errors="replace"), "uriBaseId": ROOT}
    region = {"startLine": at.line, "startColumn": at.column}
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": LEVELS[problem.level],
        "message": {"text": f"{problem.message}改法：{problem.remedy}"},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        "partialFingerprints": {"problem/v1": fingerprint},
    }
