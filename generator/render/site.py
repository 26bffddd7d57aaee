"""Every page of the catalogue written into a folder, over several processes."""

from __future__ import annotations

import errno
import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from generator.catalogue import Catalogue
from generator.pages import all_pages
from generator.pages.page import Page
from generator.render.environment import environment
from generator.render.index_pages import Document, text_of, write_index_pages
from generator.render.shell import Filling, Shell, shells

SHARE = 64
"""Pages a process takes at a time."""


class Renderer:
    """Turns pages into files: one environment, one shell a depth."""

    def __init__(
        self, catalogue: Catalogue, host_shells: Sequence[str], out: str, index: str
    ) -> None:
        """`out` and `index` are the folders of the site and of the index pages."""
        self.pages = all_pages(catalogue)
        self._shells: dict[int, Shell] = shells(host_shells)
        self._environment = environment(catalogue.root)
        self._out, self._index = out, index

    def write(self, page: Page) -> None:
        """Render one page, pour it and write it; the words for the index beside it."""
        view = page.build()
        module = self._environment.get_template(page.template)
        crumbs = self._environment.get_template("crumbs.html").render(page=page)
        main = module.render(page=page, view=view, root=page.root)
        whole = self._shells[page.depth].pour(
            Filling(page.title, page.description, page.path, page.kind, page.section, crumbs, main)
        )
        _write(os.path.join(self._out, page.path), whole)
        if page.found_as:
            found = page.found_as
            document = Document(
                path=page.path,
                title=page.title,
                type=found.type,
                region=found.region,
                text=text_of(main),
                kind=page.kind,
                prefecture=found.prefecture,
            )
            write_index_pages([document], self._index)


def _write(path: str, text: str) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "x", encoding="utf-8", newline="\n") as file:  # no page takes another's place
        file.write(text)


_renderer: Renderer | None = None  # inherited by forked workers, so that no record is copied


def _write_share(first: int) -> int:
    if _renderer is None:
        raise RuntimeError("no renderer in this process")
    share = _renderer.pages[first : first + SHARE]
    for page in share:
        _renderer.write(page)
    return len(share)


def write_pages(
    catalogue: Catalogue, host_shells: Sequence[str], out: str, index: str, jobs: int = 1
) -> int:
    """Write every page of the catalogue; the number of pages. `jobs` is the number of processes."""
    global _renderer  # noqa: PLW0603 - see above
    _renderer = Renderer(catalogue, host_shells, out, index)
    starts = range(0, len(_renderer.pages), SHARE)
    try:
        if jobs <= 1 or len(starts) <= 1 or "fork" not in multiprocessing.get_all_start_methods():
            return sum(map(_write_share, starts))
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(jobs, mp_context=context) as pool:
            return sum(pool.map(_write_share, starts))
    except BrokenProcessPool as error:  # a worker was killed, mostly for want of memory
        raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM), out) from error
    finally:
        _renderer = None
