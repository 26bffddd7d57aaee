"""`catalogue stale`: what must be verified again, by place, the worst first."""

from __future__ import annotations

import datetime
import json
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import click

from generator.catalogue import Entry
from generator.command_line import ChineseCommand, Count
from generator.commands.options import AS_OF, ROOT, catalogue_of, region_of, tree_of
from generator.markdown import literal
from generator.pages import wording
from generator.private_numbers import masked
from generator.records import Record
from generator.reviews import Place, Review, reviews, without_date

MOST_DAYS = 3650
SOON = 30


@dataclass(frozen=True)
class _Stale:
    """What is shown: places, the number of days ahead, and the records without a date."""

    places: list[Place]
    within: int
    undated: list[Entry[Record]]


@click.command(
    cls=ChineseCommand,
    help="列出该重新核实的记录，按地区分，过期最久的在前。不算示例和已结束的。",
    exits={0: "列出来了。", 1: "加 --fail 时，有过期的。"},
)
@click.option("--region", metavar="地区", default=None, help="只看一个地区和它下面的，写代码或名称，如 510100。")
@click.option("--within", type=Count(MOST_DAYS), default=SOON, metavar="天数", help=f"多少天内到期的也列出（默认 {SOON}）。")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", help="输出格式。")
@click.option("--fail", is_flag=True, help="有过期的，退出码是 1；不加总是 0。")
@AS_OF
@ROOT
def command(  # noqa: PLR0913 - one parameter an option
    *, region: str | None, within: int, form: str, fail: bool, as_of: datetime.date, root: str | None
) -> None:
    """Print the list; exit 0, with --fail 1 when something is overdue."""
    catalogue = catalogue_of(tree_of(root), as_of)
    code = region_of(catalogue, region) if region else None
    found = _Stale(reviews(catalogue, within, code), within, without_date(catalogue, code))
    click.echo(FORMATS[form](found), nl=False)
    sys.exit(1 if fail and any(place.overdue for place in found.places) else 0)


def _counted(overdue: int, soon: int, within: int) -> str:
    parts = [f"过期 {overdue} 条"] if overdue else []
    parts += [f"{within} 天内到期 {soon} 条"] if soon else []
    return "，".join(parts)


def _of_place(place: Place, within: int) -> str:
    return f"{place.name}：{_counted(place.overdue, len(place.reviews) - place.overdue, within)}"


def _sentence(review: Review) -> str:
    day = wording.day(review.due)
    if review.is_overdue:
        when = f"过期 {review.overdue} 天，应在{day}前复核"
    else:
        when = f"还有 {-review.overdue} 天，{day}到期" if review.overdue else f"今天（{day}）到期"
    record = review.entry.record
    return masked(f"{when}。{type(record).title}《{record.name}》，{_last(record)}。")


def _last(record: Record) -> str:
    if not record.verified_on:
        return "还没有核实过" if not record.verified_by else f"由{record.verified_by}核实，没有写日期"
    by = f"由{record.verified_by}" if record.verified_by else "没有写单位，"
    return f"上次{by}于{wording.day(record.verified_on)}核实"


def _total(found: _Stale) -> list[str]:
    overdue = sum(place.overdue for place in found.places)
    every = sum(len(place.reviews) for place in found.places)
    counted = _counted(overdue, every - overdue, found.within)
    lines = [f"一共{counted}。" if counted else f"没有过期的，{found.within} 天内也没有到期的。"]
    if found.undated:
        kinds = Counter(type(entry.record).title for entry in found.undated)
        words = "、".join(f"{kind} {number}" for kind, number in kinds.items())
        lines.append(f"另有 {len(found.undated)} 条没有写复核期限（review_by），不知道什么时候该再核实：{words}。")
    return lines


def as_text(found: _Stale) -> str:
    """Place by place, a line a record that an editor can jump to."""
    lines = []
    for place in found.places:
        lines.append(_of_place(place, found.within))
        lines += [f"  {review.at}: {_sentence(review)}" for review in place.reviews]
        lines.append("")
    return "\n".join([*lines, *_total(found)]) + "\n"


def as_markdown(found: _Stale) -> str:
    """The same as a list to tick off in an issue."""
    lines = ["## 该重新核实的记录", ""]
    for place in found.places:
        lines += [f"### {literal(_of_place(place, found.within))}", ""]
        lines += [f"- [ ] {literal(_sentence(r))} {literal(r.at.shown_path)}" for r in place.reviews]
        lines.append("")
    return "\n".join([*lines, *map(literal, _total(found))]) + "\n"


def as_json(found: _Stale) -> str:
    """One object: `reviews`, and `undated` with the files that name no day."""
    rows = [
        {
            "region": place.code,
            "region_name": place.name,
            "path": review.at.shown_path,
            "line": review.at.line,
            "type": review.entry.record.kind,
            "id": review.entry.record.id,
            "name": masked(review.entry.record.name),
            "review_by": str(review.due),
            "days_overdue": review.overdue,
            "verified_by": review.entry.record.verified_by,
            "verified_on": str(review.entry.record.verified_on) if review.entry.record.verified_on else None,
        }
        for place in found.places
        for review in place.reviews
    ]
    undated = [masked(entry.file) for entry in found.undated]
    return json.dumps({"reviews": rows, "undated": undated}, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[_Stale], str]] = {"text": as_text, "markdown": as_markdown, "json": as_json}
