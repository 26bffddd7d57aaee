"""Every page of the catalogue written into a folder, over several processes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cached_property, partial
from typing import NamedTuple

from generator.engines import NONE
from generator.pages.page import FoundAs, Page
from generator.processes import Workers, spread
from generator.render.environment import Templates, environment
from generator.render.index_pages import Document, text_of
from generator.render.shell import Filling, HostPages, Shell, shells
from generator.ties import Key
from generator.tracing import Traced


class Written(NamedTuple):
    """A page that was written: what the search should know of it, what it read, its file."""

    document: Document | None
    reads: frozenset[Key]
    size: int
    modified: int


class Rendered(NamedTuple):
    """A page as text: where it goes, what the search should know of it, what it read."""

    path: str
    text: str
    document: Document | None
    reads: frozenset[Key]


class Renderer:
    """Turns pages into text: one environment, one shell a depth.

    It may be pickled until it has rendered a page: an environment is made where it is needed.
    """

    def __init__(self, root: str, host: HostPages) -> None:
        """`root` is the tree with the templates."""
        self._shells: dict[int, Shell] = shells(host.shells)
        self._root, self._search = root, host.search

    @cached_property
    def _environment(self) -> Templates:
        return environment(self._root)

    def _filled(self, template: str, page: Page, view: object) -> str:
        return self._environment.get_template(template).render(
            page=page, view=view, root=page.root, search=self._search
        )

    def render(self, catalogue: Traced, page: Page) -> Rendered:
        """Render one page and pour it."""
        with catalogue.noting() as read:
            view = page.build()
        main = self._filled(page.template, page, view)
        crumbs = self._environment.get_template("crumbs.html").render(page=page)
        whole = self._shells[page.depth].pour(
            Filling(
                page.title,
                page.description,
                page.path,
                page.kind,
                page.section,
                crumbs,
                main,
                self._filled(page.head, page, view) if page.head else "",
            )
        )
        document = _document(page, view, main) if page.found_as and self._search != NONE else None
        return Rendered(page.path, whole, document, frozenset(read))


def put(out: str, page: Rendered) -> Written:
    """Write one page into the folder of the site."""
    found = _write(os.path.join(out, page.path), page.text)
    return Written(page.document, page.reads, found.st_size, found.st_mtime_ns)


def write_page(renderer: Renderer, catalogue: Traced, out: str, page: Page) -> Written:
    """Render and write one page."""
    return put(out, renderer.render(catalogue, page))


def _document(page: Page, view: object, main: str) -> Document:
    found = page.found_as or FoundAs("")
    return Document(
        path=page.path,
        title=page.title,
        type=found.type,
        region=found.region,
        text=text_of(main),
        kind=page.kind,
        prefecture=found.prefecture,
        known_as=found.known_as,
        quick=tuple((item.text, item.id) for item in getattr(view, "quick", ())),
    )


def _write(path: str, text: str) -> os.stat_result:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "x", encoding="utf-8", newline="\n") as file:  # no page takes another's place
        file.write(text)
        file.flush()
        return os.fstat(file.fileno())


def write_pages(
    catalogue: Traced, pages: list[Page], host: HostPages, out: str, workers: Workers = 1
) -> Iterator[Written]:
    """Write the pages into the folder `out`; what came of each, in order.

    Processes of this machine write them too; from a cluster they come as texts.
    """
    renderer = Renderer(catalogue.root, host)
    if isinstance(workers, int):
        return spread(partial(write_page, renderer, catalogue, out), pages, workers)
    return map(partial(put, out), spread(partial(renderer.render, catalogue), pages, workers))
