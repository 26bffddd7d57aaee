"""Problems as text for people, JSON for programs, and annotations for a pull request."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from generator.problem import Level, Problem


def counts(problems: Sequence[Problem]) -> dict[str, int]:
    """How many errors and suggestions, in how many files."""
    errors = sum(p.level is Level.ERROR for p in problems)
    files = len({p.at.path for p in problems})
    return {"errors": errors, "suggestions": len(problems) - errors, "files": files}


def as_text(problems: Sequence[Problem]) -> str:
    """Two lines a problem, place first, and a last line that counts; empty when there is none."""
    if not problems:
        return ""
    lines = []
    for p in problems:
        lines.append(f"{p.at}: {p.level.word} {p.code} {p.message}")
        lines.append(f"    改法：{p.remedy}")
    n = counts(problems)
    parts = [f"{n['errors']} 处要改"] if n["errors"] else []
    parts += [f"{n['suggestions']} 条建议"] if n["suggestions"] else []
    lines.append(f"共 {'，'.join(parts)}（{n['files']} 个文件）。")
    return "\n".join(lines) + "\n"


def as_json(problems: Sequence[Problem]) -> str:
    """One object: `problems` and `counts`."""
    rows = [
        {
            "code": p.code,
            "level": p.level.value,
            "path": p.at.shown_path,
            "line": p.at.line,
            "column": p.at.column,
            "message": p.message,
            "remedy": p.remedy,
        }
        for p in problems
    ]
    return json.dumps({"problems": rows, "counts": counts(problems)}, ensure_ascii=False, indent=2) + "\n"


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands that put each problem on its line; errors first, since few are shown."""
    by_level = sorted(problems, key=lambda p: p.level is not Level.ERROR)
    return "".join(
        f"::{'error' if p.level is Level.ERROR else 'notice'} file={_property(p.at.shown_path)},"
        f"line={p.at.line},col={p.at.column},title={_property(p.code)}::"
        f"{_data(f'{p.message}改法：{p.remedy}')}\n"
        for p in by_level
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}
