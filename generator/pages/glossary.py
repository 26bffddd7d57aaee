"""The glossary: every official word in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Catalogue
from generator.pages.context import Context
from generator.pages.page import Page
from generator.records import GlossaryTerm


@dataclass(frozen=True, slots=True)
class TermView:
    """A word, its other forms and what it means; where it stands is told by the pages that link here."""

    id: str
    name: str
    also: str
    plain: str


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
        description="政策文件里的官方词，用平常话说是什么意思。",
        template="glossary.html",
        build=partial(view, context),
        found_as=None,
        crumbs=context.crumbs(("政策", "policies/index.html"), here="词语解释"),
    )


def view(context: Context) -> GlossaryView:
    """The view of the page."""
    return GlossaryView(
        [TermView(t.id, t.name, "、".join(t.also), t.plain) for t in context.catalogue.of(GlossaryTerm)]
    )
