"""The glossary: every official word in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Catalogue
from generator.pages.context import Context
from generator.pages.page import Link, Page
from generator.records import GlossaryTerm


@dataclass(frozen=True, slots=True)
class TermView:
    """A word, its other forms, what it means, and where it stands first."""

    id: str
    name: str
    also: str
    plain: str
    clauses: list[Link]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """All words, in the order of their ids, which is that of their sound."""

    terms: list[TermView]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """One page."""
    context = Context(catalogue, "")
    yield Page(
        path="glossary.html",
        kind="glossary",
        section="policies",
        title="词语解释",
        description="政策文件里的官方词，用平常话说是什么意思，出自哪一条。",
        template="glossary.html",
        build=partial(view, context),
        found_as=None,
        crumbs=context.crumbs(("政策", "policies/index.html"), here="词语解释"),
    )


def view(context: Context) -> GlossaryView:
    """The view of the page."""
    return GlossaryView(
        [
            TermView(
                term.id, term.name, "、".join(term.also), term.plain, [_clause(context, c) for c in term.basis[:1]]
            )
            for term in context.catalogue.of(GlossaryTerm)
        ]
    )


def _clause(context: Context, reference: str) -> Link:
    """By its heading alone: the page has more than a hundred of them."""
    _, clause = context.catalogue.clauses[reference]
    return Link(clause.heading, context.clause(reference).url)
