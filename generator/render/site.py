"""Every page of the catalogue written into a folder, over several processes."""

from __future__ import annotations

import os

from generator.catalogue import Catalogue
from generator.pages import all_pages
from generator.pages.page import Page
from generator.processes import spread
from generator.render.environment import environment
from generator.render.index_pages import Document, text_of
from generator.render.shell import Filling, HostPages, Shell, shells


class Renderer:
    """Turns pages into files: one environment, one shell a depth."""

    def __init__(self, catalogue: Catalogue, host: HostPages, out: str) -> None:
        """`out` is the folder of the site."""
        self.pages = all_pages(catalogue)
        self._shells: dict[int, Shell] = shells(host.shells)
        self._environment = environment(catalogue.root)
        self._out, self._search = out, host.search

    def write(self, page: Page) -> Document | None:
        """Render one page, pour it and write it; what the search should know of it."""
        view = page.build()
        module = self._environment.get_template(page.template)
        crumbs = self._environment.get_template("crumbs.html").render(page=page)
        main = module.render(page=page, view=view, root=page.root, search=self._search)
        whole = self._shells[page.depth].pour(
            Filling(page.title, page.description, page.path, page.kind, page.section, crumbs, main)
        )
        _write(os.path.join(self._out, page.path), whole)
        if not page.found_as:
            return None
        found = page.found_as
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


def _write(path: str, text: str) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "x", encoding="utf-8", newline="\n") as file:  # no page takes another's place
        file.write(text)


def write_pages(
    catalogue: Catalogue, host: HostPages, out: str, jobs: int = 1
) -> list[Document | None]:
    """Write every page of the catalogue with so many processes.

    Of each page what the search should know, None for a page that it should not find.
    """
    renderer = Renderer(catalogue, host, out)
    return list(spread(renderer.write, renderer.pages, jobs))
