"""Every figure that the site states of real things, and where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from generator import own_words
from generator.catalogue import Catalogue, Entry
from generator.figures import figures_of
from generator.pages.citing import cited
from generator.pages.context import Context
from generator.pages.page import Link, Page
from generator.records import (
    Channel,
    Competition,
    GlossaryTerm,
    Office,
    PastTraining,
    Policy,
    Question,
    Record,
    SelfCheck,
)
from generator.statements import sayings_of


@dataclass(frozen=True, slots=True)
class Group:
    """A page of the list: the records of a type that pass."""

    id: str
    title: str
    type: type[Record]
    holds: Callable[[Record], bool] = bool


def _in_force(record: Record) -> bool:
    return isinstance(record, Policy) and record.lifecycle == "in_force"


def _not_in_force(record: Record) -> bool:
    return not _in_force(record)


GROUPS = (
    Group("policies", "现行的政策", Policy, _in_force),
    Group("other-policies", "其他政策", Policy, _not_in_force),
    *(Group(t.kind.replace("_", "-"), t.title, t) for t in (Question, SelfCheck, GlossaryTerm, Channel, Office)),
    *(Group(t.kind.replace("_", "-"), t.title, t) for t in (PastTraining, Competition)),
)
"""The records that state facts; the others describe courses, which are samples for now."""
NAMES = frozenset({"name", "doc_no", "also"})
"""What a thing is called is no statement about it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A text with figures and what it rests on."""

    text: str
    sources: list[Link]


@dataclass(frozen=True, slots=True)
class FiguresOf:
    """The figures of the records of a type."""

    id: str
    record: Link
    figures: list[Figure]


@dataclass(frozen=True, slots=True)
class FiguresView:
    """A page of the list: the records of one type."""

    kinds: list[Link]
    records: list[FiguresOf]
    count: int


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """One page a group."""
    context = Context(catalogue, "../../")
    for group in GROUPS:
        title = f"数字和出处：{group.title}"
        yield Page(
            path=_path(group),
            kind="figures",
            section="help",
            title=title,
            description=f"本站在{group.title}里写到的每一个数字，和它的出处。",
            template="figures.html",
            build=partial(view, context, group),
            crumbs=context.crumbs(here=title),
        )


def _path(group: Group) -> str:
    return f"handbook/figures/{group.id}.html"


def view(context: Context, group: Group) -> FiguresView:
    """The figures of the real records of a group."""
    found = [
        FiguresOf(record.id, context.link(record), figures)
        for record in context.catalogue.of(group.type)
        if not record.is_sample and group.holds(record)
        if (figures := list(_figures(context, context.catalogue.entry(record))))
    ]
    return FiguresView(
        kinds=[Link(g.title, context.url(_path(g)), current=g == group) for g in GROUPS],
        records=found,
        count=sum(len(one.figures) for one in found),
    )


def _figures(context: Context, entry: Entry[Record]) -> Iterator[Figure]:
    sayings = {saying.text: saying for saying in sayings_of(entry)}
    for words in own_words.of_record(entry.record, entry.at, entry.file):
        figures = [] if words.field in NAMES else list(dict.fromkeys(figures_of(words.text)))
        if figures:
            saying = sayings.get(words.text.strip())
            sources = cited(context, saying.clauses, saying.records) if saying else [Link(s.title) for s in entry.record.sources]
            yield Figure(words.text, sources)
