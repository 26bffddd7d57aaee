"""Old addresses: each leads to the record that took over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue import Catalogue
from generator.pages.context import Context
from generator.pages.page import Link, Page
from generator.ties import MOVED


@dataclass(frozen=True, slots=True)
class RedirectView:
    """Where the page has gone."""

    target: Link


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """One page an old id."""
    context = Context(catalogue, "../")
    for entry in catalogue.tied(MOVED):
        record = catalogue.record_of(entry)
        for old in record.redirect_from if record.address else []:
            yield Page(
                path=f"{record.address}/{old}.html",
                kind="redirect",
                section="",
                title=f"已移到：{record.name}",
                description=f"这个网址已移到《{record.name}》。",
                template="redirect.html",
                build=partial(RedirectView, context.link(record)),
            )
