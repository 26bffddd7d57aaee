"""`catalogue links`: whether the links that lead out of the site still open."""

from __future__ import annotations

import datetime
import json
import threading
from collections import Counter
from collections.abc import Callable, Sequence

import click

from generator.command_line import ChineseCommand, Count
from generator.commands.options import ROOT, catalogue_of, tree_of
from generator.markdown import literal
from generator.outside_links.answer import Answer, Outcome
from generator.outside_links.asking import is_public, is_public_or_local
from generator.outside_links.places import OutsideLink, outside_links
from generator.outside_links.visiting import Visitor
from generator.private_numbers import masked
from generator.progress import Progress

SECONDS = 15
MOST_SECONDS = 120
FEW = 2
Visit = tuple[OutsideLink, Answer]


@click.command(
    cls=ChineseCommand,
    help="看记录和说明页里通到外面的网址还打不打得开。要上网，一个网站一次只问一个；不管结果怎样，退出码都是 0。",
    exits={0: "查完了；打得开打不开都是 0。"},
)
@click.option("--timeout", type=Count(MOST_SECONDS), default=SECONDS, metavar="秒", help=f"一个回答最多等几秒（默认 {SECONDS}）。")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", help="输出格式。")
@click.option("--allow-local", is_flag=True, help="本机的网址也查，只用来试。")
@ROOT
def command(*, timeout: int, form: str, allow_local: bool, root: str | None) -> None:
    """Visit every address once and print what came of it; exit 0, for other people's sites block nothing."""
    catalogue = catalogue_of(tree_of(root), datetime.date.min)  # the day plays no part
    links = outside_links(catalogue)
    visitor = Visitor(timeout, 0 if allow_local else 1, is_public_or_local if allow_local else is_public)
    progress = _Counting(len(links))
    answers = visitor.visit_all([link.url for link in links], progress.one_more)
    progress.done()
    click.echo(FORMATS[form]([(link, answers[link.url]) for link in links]), nl=False)


class _Counting(Progress):
    """How many of the addresses were visited; told from several threads."""

    def __init__(self, total: int) -> None:
        super().__init__()
        self._total, self._visited, self._one = total, 0, threading.Lock()

    def one_more(self) -> None:
        with self._one:
            self._visited += 1
            self.say(f"查了 {self._visited} 个网址，共 {self._total} 个")


def _by_outcome(visits: Sequence[Visit]) -> dict[Outcome, list[Visit]]:
    """What needs mending, the worst first; what opens needs none."""
    found = {outcome: [v for v in visits if v[1].outcome is outcome] for outcome in Outcome}
    return {outcome: of for outcome, of in found.items() if of and outcome is not Outcome.OPEN}


def _total(visits: Sequence[Visit]) -> list[str]:
    if not visits:
        return ["没有通到外面的网址。"]
    counts = Counter(answer.outcome for _, answer in visits)
    words = "，".join(f"{o.word} {counts[o]} 个" for o in reversed(Outcome) if counts[o])
    lines = [f"查了 {len(visits)} 个网址：{words}。"]
    if counts[Outcome.UNREACHABLE] == len(visits) > FEW:
        lines.append("一个也连不上，多半是这台电脑没有连上网。")
    return lines


def as_text(visits: Sequence[Visit]) -> str:
    """What needs mending, with every place where it stands."""
    lines: list[str] = []
    for outcome, of in _by_outcome(visits).items():
        lines.append(f"{outcome.word}（{len(of)} 个）")
        for link, answer in of:
            lines.append(f"  {masked(link.url)} {masked(answer.words)}")
            lines += [f"    {place.at}: {place.label}" for place in link.places]
        lines.append("")
    return "\n".join([*lines, *_total(visits)]) + "\n"


def as_markdown(visits: Sequence[Visit]) -> str:
    """The same as a list to tick off in an issue."""
    lines = ["## 通到外面的网址", ""]
    for outcome, of in _by_outcome(visits).items():
        lines += [f"### {literal(outcome.word)}（{len(of)} 个）", ""]
        for link, answer in of:
            lines.append(f"- [ ] {literal(masked(link.url))} {literal(masked(answer.words))}")
            lines += [f"  - {literal(f'{place.at.shown_path} {place.label}')}" for place in link.places]
        lines.append("")
    return "\n".join([*lines, *map(literal, _total(visits))]) + "\n"


def as_json(visits: Sequence[Visit]) -> str:
    """One object: `links`, with what came of each, and `counts` by outcome."""
    rows = [
        {
            "url": masked(link.url),
            "outcome": answer.outcome.value,
            "words": masked(answer.words),
            "status": answer.status,
            "to": masked(answer.to),
            "places": [
                {"path": place.at.shown_path, "line": place.at.line, "label": place.label}
                for place in link.places
            ],
        }
        for link, answer in visits
    ]
    counts = Counter(answer.outcome.value for _, answer in visits)
    told = {"links": rows, "counts": {outcome.value: counts[outcome.value] for outcome in Outcome}}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Sequence[Visit]], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}
