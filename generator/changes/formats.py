"""What changes, as text for a terminal, Markdown for a pull request and JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator

from generator import report as problems_as
from generator.changes.fields import FieldChange
from generator.changes.pages import PageChange
from generator.changes.records import RecordChange, What
from generator.changes.report import Report
from generator.markdown import literal

_MOST = 100
"""So many lines of a kind are written out; JSON has them all."""
_MOST_FIELDS = 20
_MOST_OF_A_FOLDER = 10
_ORDER = (What.REMOVED, What.ADDED, What.RENAMED, What.CHANGED)
Section = tuple[str, list[str]]
"""A heading and its lines; a line that begins with two blanks belongs to the one above."""


def _sections(report: Report) -> Iterator[Section]:
    """The worst for readers first, the pages last."""
    urgent = [f"{change.effect.word}：{record.title}，{change.sentence}" for record, change in report.urgent]
    yield "先看：影响读者办事的改动", _first(urgent, "处")
    for what in _ORDER:
        lines = [line for record in _told(report, what)[:_MOST] for line in _record(record)]
        yield what.word, [*lines, *_rest(len(_told(report, what)), _MOST, "条")]
    yield f"会变的页面（{len(report.pages.pages)} 个）", _first(list(_pages(report.pages.pages)), "行")


def _told(report: Report, what: What) -> list[RecordChange]:
    """The records of a section; a changed one only for what is not told at the top."""
    found = report.of(what)
    return [r for r in found if what is not What.CHANGED or _others(r)]


def _others(record: RecordChange) -> list[FieldChange]:
    return [change for change in record.fields if not change.effect.is_urgent]


def _record(record: RecordChange) -> Iterator[str]:
    was = f"，旧编号 {record.former_id}，新编号 {record.id}" if record.former_id else ""
    yield f"{record.title}{was}（{record.file}）"
    changes = _others(record)
    yield from (f"  {change.sentence}" for change in changes[:_MOST_FIELDS])
    yield from (f"  {line}" for line in _rest(len(changes), _MOST_FIELDS, "处"))


def _pages(pages: list[PageChange]) -> Iterator[str]:
    """A line a page; of a folder in which the same becomes of many only their number."""
    folders = Counter((page.what, _folder(page)) for page in pages)
    told: set[tuple[What, str]] = set()
    for page in pages:
        group = page.what, _folder(page)
        if folders[group] <= _MOST_OF_A_FOLDER:
            yield f"{page.what.word} {page.path} {page.title}".rstrip()
        elif group not in told:
            told.add(group)
            yield f"{page.what.word} {group[1]}/ 里的 {folders[group]} 个页面"


def _folder(page: PageChange) -> str:
    return page.path.rpartition("/")[0]


def _first(lines: list[str], measure: str) -> list[str]:
    return [*lines[:_MOST], *_rest(len(lines), _MOST, measure)]


def _rest(number: int, most: int, measure: str) -> list[str]:
    return [f"另有 {number - most} {measure}没有列出，用 --format json 看全部。"] if number > most else []


def _faults(report: Report) -> Iterator[tuple[str, str]]:
    """A sentence and the problems, for each state that has any."""
    for which, errors in (("原来的", report.base_errors), ("改后的", report.head_errors)):
        if errors:
            yield f"{which}记录有 {len(errors)} 处错误，读不出的记录没有比较。", problems_as.as_text(errors)
    if not report.pages.is_whole:
        yield "因为有错误，会变的页面算不全。改好以后再比一次。", ""


def as_text(report: Report) -> str:
    """The sentence first, then section by section."""
    lines = [report.sentence]
    for heading, told in _sections(report):
        if told:
            lines += ["", heading, *(f"  {line}" for line in told)]
    for sentence, problems in _faults(report):
        lines += ["", sentence, *problems.splitlines()]
    return "\n".join(lines) + "\n"


def as_markdown(report: Report) -> str:
    """The same for a comment or a job summary; nothing of a record acts as Markdown."""
    lines = ["## 目录有什么改动", "", literal(report.sentence)]
    for heading, told in _sections(report):
        if told:
            lines += ["", f"### {literal(heading)}", "", *map(_item, told)]
    for sentence, problems in _faults(report):
        lines += ["", f"**{literal(sentence)}**", "", *(_item(line) for line in problems.splitlines())]
    return "\n".join(lines) + "\n"


def _item(line: str) -> str:
    indent = "  " if line.startswith("  ") else ""
    return f"{indent}- {literal(line)}"


def as_json(report: Report) -> str:
    """One object: `summary`, `records`, `pages`, `pages_whole`, `problems` of `base` and `head`."""
    told = {
        "summary": report.sentence,
        "records": [_as_object(record) for record in report.records],
        "pages": [
            {"what": page.what.value, "path": page.path, "title": page.title}
            for page in report.pages.pages
        ],
        "pages_whole": report.pages.is_whole,
        "problems": {
            "base": json.loads(problems_as.as_json(report.base_errors))["problems"],
            "head": json.loads(problems_as.as_json(report.head_errors))["problems"],
        },
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _as_object(record: RecordChange) -> dict[str, object]:
    return {
        "what": record.what.value,
        "type": record.record_type.kind,
        "id": record.id,
        "former_id": record.former_id,
        "name": record.name,
        "file": record.file,
        "fields": [
            {
                "label": change.label,
                "effect": change.effect.name.lower(),
                "before": change.before,
                "after": change.after,
                "words": change.words,
            }
            for change in record.fields
        ],
    }


FORMATS: dict[str, Callable[[Report], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}
