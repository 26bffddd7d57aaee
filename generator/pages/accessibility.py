"""The accessibility statement: standards criterion by criterion, and what was tested with what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Catalogue
from generator.pages import wording
from generator.pages.context import Context
from generator.pages.page import FoundAs, Link, Page
from generator.pages.parts import Cell, Row, SourceLine
from generator.records import Channel, Standard, TestReport

TONES = {"met": "yes", "partly": "ask", "not_met": "no", "not_applicable": "unknown"}
RIGHT = "law-barrier-free#62"


@dataclass(frozen=True, slots=True)
class StandardView:
    """A standard, the sums, and its criteria."""

    id: str
    name: str
    goal: str
    note: str
    sums: str
    criteria: list[Row]
    sources: list[SourceLine]


@dataclass(frozen=True, slots=True)
class ReportView:
    """What was tested, and the tasks counted."""

    tested_on: str
    gates: list[Row]
    tasks: list[Row]
    tasks_note: str
    known_faults: list[str]


@dataclass(frozen=True, slots=True)
class AccessibilityView:
    """The statement."""

    standards: list[StandardView]
    reports: list[ReportView]
    hotlines: list[Link]
    offices: str
    right: Link | None


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """One page."""
    context = Context(catalogue, "")
    yield Page(
        path="accessibility.html",
        kind="accessibility",
        section="help",
        title="无障碍声明",
        description="本站按什么标准做、用什么测过、还有什么不足、向谁反映。",
        template="accessibility.html",
        build=partial(view, context),
        found_as=FoundAs("说明"),
        crumbs=context.crumbs(here="无障碍声明"),
    )


def view(context: Context) -> AccessibilityView:
    """The view of the statement."""
    catalogue = context.catalogue
    reports = sorted(catalogue.of(TestReport), key=lambda report: report.tested_on, reverse=True)
    hotlines = [c for c in catalogue.of(Channel) if c.type == "hotline"]
    return AccessibilityView(
        standards=[_standard(context, s) for s in sorted(catalogue.of(Standard), key=lambda s: not s.criteria)],
        reports=[_report(report) for report in reports[:1]],
        hotlines=context.links(hotlines),
        offices=context.url("offices/index.html"),
        right=context.clause(RIGHT) if RIGHT in catalogue.clauses else None,
    )


def _standard(context: Context, standard: Standard) -> StandardView:
    counts = Counter(criterion.status for criterion in standard.criteria)
    terms = context.catalogue.terms["conformance"]
    sums = "，".join(f"{term.name}{counts[key]}条" for key, term in terms.items() if counts[key])
    rows = [
        Row(
            Cell(f"{c.number} {c.name}"),
            [Cell(c.level), Cell(context.term("conformance", c.status), tone=TONES[c.status]), Cell(c.how)],
        )
        for c in standard.criteria
    ]
    sources = context.envelope(standard).sources
    return StandardView(standard.id, standard.name, standard.goal, standard.note or "", sums, rows, sources)


def _report(report: TestReport) -> ReportView:
    gates = [
        Row(Cell(g.name), [Cell(g.tool), Cell(g.scope), Cell(f"{g.findings}处"), Cell(g.note or "没有")])
        for g in report.gates
    ]
    tasks = [
        Row(
            Cell(t.name),
            [
                Cell(f"按键{t.ours_keys}次，听{t.ours_utterances}句"),
                Cell(f"按键{t.stock_keys}次，听{t.stock_utterances}句"),
            ],
        )
        for t in report.tasks
    ]
    return ReportView(wording.day(report.tested_on), gates, tasks, report.tasks_note or "", report.known_faults)
