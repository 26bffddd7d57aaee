"""The search page: a plain form; a script fills in the results."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Catalogue
from generator.engines import FINDERS
from generator.pages.context import Context
from generator.pages.page import Link, Page
from generator.search_kinds import TYPES


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter."""

    text: str
    value: str


@dataclass(frozen=True, slots=True)
class SearchView:
    """The filters, where the page leads when there is no script, and the script of each engine when there is."""

    types: list[Choice]
    regions: list[Choice]
    lists: list[Link]
    finders: dict[str, str]


LISTS = (
    ("全部课程", "courses/index.html"),
    ("培训机构", "institutions/index.html"),
    ("培训基地", "bases/index.html"),
    ("补贴标准", "subsidies/index.html"),
    ("政策", "policies/index.html"),
    ("各地", "regions/index.html"),
)


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """One page."""
    context = Context(catalogue, "")
    yield Page(
        path="search.html",
        kind="search",
        section="",
        title="搜索",
        description="搜索课程、机构、基地、补贴标准和政策。",
        template="search.html",
        build=partial(view, context),
        crumbs=context.crumbs(here="搜索"),
        head="search-head.html",
    )


def view(context: Context) -> SearchView:
    """The view of the search page."""
    regions = [r for r in context.catalogue.regions.values() if r.level == "prefecture"]
    return SearchView(
        types=[Choice(text, kind) for text, kind in TYPES],
        regions=[Choice(region.name, region.code) for region in regions],
        lists=[Link(text, context.url(path)) for text, path in LISTS],
        finders=FINDERS,
    )
