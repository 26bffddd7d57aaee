"""Every kind of page. A new kind is one module with `pages(catalogue)` or `pages_of(catalogue, record)`, a template, a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.catalogue import Catalogue, Entry
from generator.pages import (
    accessibility,
    base,
    channel,
    clause,
    course,
    course_list,
    fields,
    figures,
    glossary,
    handbook,
    home,
    institution,
    office,
    past,
    policy,
    question,
    redirect,
    region,
    rules,
    search,
    self_check,
    subsidy,
)
from generator.pages.page import Page
from generator.records import Base, Channel, Course, Institution, Office, Question, Record, Subsidy


@dataclass(frozen=True)
class Group:
    """Pages that are listed in one go: those of a kind, or the one of a record."""

    name: str
    pages: Callable[[], Iterable[Page]]


@dataclass(frozen=True)
class PageKind:
    """The pages of a module: `pages` of the whole catalogue, and `pages_of` each record of a type."""

    pages: Callable[[Catalogue], Iterator[Page]] | None = None
    of: type[Record] | None = None
    pages_of: Callable[[Catalogue, Any], Iterator[Page]] | None = None

    def groups(self, catalogue: Catalogue) -> Iterator[Group]:
        """Its pages in groups, none of which is listed yet."""
        if self.pages:
            yield Group(self.pages.__module__.rpartition(".")[2], partial(self.pages, catalogue))
        for entry in catalogue.entries[self.of.kind].values() if self.of else ():
            yield Group(f"{entry.kind}/{entry.id}", partial(self._of_one, catalogue, entry))

    def _of_one(self, catalogue: Catalogue, entry: Entry[Record]) -> Iterator[Page]:
        return self.pages_of(catalogue, catalogue.record_of(entry)) if self.pages_of else iter(())


PAGE_KINDS = (
    PageKind(home.pages),
    PageKind(None, Course, course.pages_of),
    PageKind(course_list.pages),
    PageKind(base.pages, Base, base.pages_of),
    PageKind(institution.pages, Institution, institution.pages_of),
    PageKind(office.pages, Office, office.pages_of),
    PageKind(subsidy.pages, Subsidy, subsidy.pages_of),
    PageKind(policy.pages),
    PageKind(clause.pages),
    PageKind(question.pages, Question, question.pages_of),
    PageKind(glossary.pages),
    PageKind(self_check.pages),
    PageKind(region.pages),
    PageKind(channel.pages, Channel, channel.pages_of),
    PageKind(past.pages),
    PageKind(search.pages),
    PageKind(accessibility.pages),
    PageKind(handbook.pages),
    PageKind(fields.pages),
    PageKind(rules.pages),
    PageKind(figures.pages),
    PageKind(redirect.pages),
)


def groups(catalogue: Catalogue) -> Iterator[Group]:
    """The pages of the catalogue in groups, in the order of the kinds."""
    for kind in PAGE_KINDS:
        yield from kind.groups(catalogue)


def all_pages(catalogue: Catalogue) -> list[Page]:
    """Every page of the catalogue, in the order of the kinds."""
    return [page for group in groups(catalogue) for page in group.pages()]
