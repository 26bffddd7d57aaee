"""The whole road: read, check, render, pour, index, publish."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from dataclasses import dataclass

import generator.formatting
import generator.spreadsheets.problems  # noqa: F401 - the codes of both have pages in the handbook
from generator import checks, report
from generator.catalogue import Catalogue
from generator.loading import load
from generator.pages.search import PAGEFIND
from generator.problem import Level, Problem, in_order
from generator.processes import no_collection
from generator.progress import Progress
from generator.publish import check_replaceable, publish, staging
from generator.render.audit import broken_links
from generator.render.feed import write_feed
from generator.render.form_editor import write_form_editor
from generator.render.index_pages import write_index_pages
from generator.render.search_index import write_search_index
from generator.render.shell import HostPages
from generator.render.site import write_pages
from generator.search import build_index
from generator.silencing import without_silenced


@dataclass(frozen=True)
class Checked:
    """A catalogue and all that is wrong with it, in order."""

    catalogue: Catalogue
    problems: list[Problem]

    @property
    def has_errors(self) -> bool:
        """Whether anything stops a build."""
        return any(p.level is Level.ERROR for p in self.problems)

    def report(self, form: str) -> str:
        """The problems in one of the forms of `report.FORMATS`."""
        return report.FORMATS[form](self.problems)


class BrokenSite(Exception):
    """The finished pages have links that lead nowhere; nothing was published."""


def check_tree(  # noqa: PLR0913 - one parameter a choice
    root: str,
    as_of: datetime.date,
    *,
    release: bool = False,
    without_samples: bool = False,
    former_files: frozenset[str] = frozenset(),
    jobs: int = 1,
) -> Checked:
    """Read and check every record below `root` on the day `as_of`, in so many processes."""
    with no_collection():
        catalogue, problems = load(
            root,
            as_of,
            release=release,
            without_samples=without_samples,
            former_files=former_files,
            jobs=jobs,
        )
        found = [*problems, *checks.run(catalogue, jobs)]
        return Checked(catalogue, in_order(without_silenced(catalogue, found)))


@dataclass(frozen=True)
class Folders:
    """Where a build writes: the site, and the pages that only Pagefind reads."""

    site: str
    index: str


def pour(
    catalogue: Catalogue,
    host: HostPages,
    folders: Folders,
    jobs: int = 1,
    progress: Progress | None = None,
) -> int:
    """Write every record page and the search index; the number of record pages."""
    progress = progress or Progress(enabled=False)
    progress.say("生成页面")
    written = write_pages(catalogue, host, folders.site, jobs)
    write_feed(catalogue, folders.site)
    if host.login:
        write_form_editor(catalogue, host, folders.site, host.login)
    progress.say(f"已生成 {len(written)} 页，建立搜索索引")
    documents = [*host.documents, *filter(None, written)]
    if host.search == PAGEFIND:
        write_index_pages(documents, folders.index)
        build_index(folders.index, folders.site)
    else:
        write_search_index(documents, folders.site)
    return len(written)


Host = Callable[[str, str], HostPages]
"""Renders the Markdown pages of the tree `root` into the folder `out`."""


def build(checked: Checked, host: Host, out: str, jobs: int, progress: Progress) -> int:
    """Build beside `out` and take its place; the number of pages. `checked` must have no errors."""
    catalogue = checked.catalogue
    check_replaceable(out)
    with staging(out) as folder:
        folders = Folders(os.path.join(folder, "site"), os.path.join(folder, "index"))
        progress.say("生成说明页和外框")
        host_pages = host(catalogue.root, folders.site)
        count = pour(catalogue, host_pages, folders, jobs, progress)
        progress.say("核对站内链接")
        broken = broken_links(folders.site)
        if broken:
            raise BrokenSite("\n".join(broken))
        publish(folders.site, out)
    return count + host_pages.written


MOST_JOBS = 64


def default_jobs() -> int:
    """One process a processor that this process may use, MOST_JOBS at most."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(usable or 1, MOST_JOBS)
