"""The home page: search, and the ways in by need, disability, category and region."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Catalogue
from generator.pages.context import Context
from generator.pages.course_list import lengths
from generator.pages.page import Link, Page
from generator.pages.policy import ways
from generator.pages.sheets import Length
from generator.records import Channel, Policy
from generator.ties import SAMPLE

NEEDS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class HomeView:
    """All that the home page says."""

    action: str
    has_samples: bool
    states: list[Link]
    needs: list[Link]
    disabilities: list[Link]
    categories: list[Link]
    regions: list[Link]
    modes: list[Link]
    policies: list[Link]
    hotlines: list[Link]
    more: list[Link]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """One page."""
    yield Page(
        path="index.html",
        kind="home",
        section="home",
        title="首页",
        description="四川残疾人职业技能培训的课程、机构、基地、补贴标准和政策，写明有什么帮助、要花多少钱、联系谁。",
        template="home.html",
        build=partial(view, Context(catalogue, "")),
    )


def view(context: Context) -> HomeView:
    """The view of the home page."""
    every = context.catalogue.once(lengths)
    groups: dict[str, list[Length]] = {}
    for one in every:
        groups.setdefault(one.group, []).append(one)
    needs = sorted((n for n in groups["我需要"] if n.count), key=lambda n: -n.count)
    hotlines = [c for c in context.catalogue.of(Channel) if c.type == "hotline"]
    policies = [p for p in context.catalogue.of(Policy) if p.clauses]
    return HomeView(
        action=context.url("search.html"),
        has_samples=bool(context.catalogue.tied(SAMPLE)),
        states=_links(context, [*groups[""], *groups["报名状态"]]),
        needs=_links(context, needs[:NEEDS_SHOWN]),
        disabilities=_links(context, groups["残疾类别"]),
        categories=_links(context, groups["培训类别"]),
        regions=[
            Link(one.name, context.url(one.path.replace("lists/region-", "regions/") + ".html"), _count(one))
            for one in groups["地区"]
        ],
        modes=_links(context, groups["授课方式"]),
        policies=[*ways(context), *context.links(policies)],
        hotlines=context.links(hotlines),
        more=[
            Link("全部热线和平台", context.url("channels/index.html")),
            Link("过去办过什么", context.url("past.html")),
        ],
    )


def _count(one: Length) -> str:
    return f"{one.count}门"


def _links(context: Context, found: list[Length]) -> list[Link]:
    return [Link(one.name, context.url(f"{one.path}.html"), _count(one)) for one in found]
