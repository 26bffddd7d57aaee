"""The whole road: read, check, render, pour, index, publish."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import generator.formatting
import generator.spreadsheets.problems  # noqa: F401 - the codes of both have pages in the handbook
from generator import checks, report
from generator.catalogue import Catalogue
from generator.engines import OWN, PAGEFIND
from generator.incremental.indexing import write_index
from generator.incremental.memory import Memory
from generator.incremental.plan import Plan
from generator.incremental.pouring import Poured, files_below, pour_pages, to_audit
from generator.loading import load
from generator.problem import Level, Problem, in_order
from generator.processes import Workers, here, no_collection
from generator.progress import Progress
from generator.publish import check_replaceable, publish, staging
from generator.render.audit import broken_links
from generator.render.feed import write_feed
from generator.render.form_editor import write_form_editor
from generator.render.index_pages import write_index_pages
from generator.render.shell import HostPages
from generator.search import build_index
from generator.servers.ready import make_ready
from generator.silencing import without_silenced
from generator.tracing import Traced, traced


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
    workers: Workers = 1,
    memory: Memory | None = None,
) -> Checked:
    """Read and check every record below `root` on the day `as_of`, with these workers.

    With a memory, only what has changed since the last build is read and asked about.
    """
    with no_collection():
        catalogue, problems = load(
            root,
            as_of,
            release=release,
            without_samples=without_samples,
            former_files=former_files,
            workers=workers,
            sources=memory.sources if memory else None,
        )
        if memory:
            catalogue = Traced(catalogue)
            found = [*problems, *_found_anew(catalogue, here(workers), memory)]
        else:
            found = [*problems, *checks.run(catalogue, here(workers))]
        return Checked(catalogue, in_order(without_silenced(catalogue, found)))


def _found_anew(catalogue: Traced, jobs: int, memory: Memory) -> Iterator[Problem]:
    """The problems of all units: those in which there are none, and that have read nothing new, are not asked about."""
    rules = checks.every_rule()
    asked = memory.unsettled(catalogue, checks.units(catalogue, rules))
    for answer in checks.answers(catalogue, asked, jobs, rules):
        memory.settle(answer)
        yield from answer.problems


@dataclass(frozen=True)
class Folders:
    """Where a build writes: the site, and the pages that only Pagefind reads."""

    site: str
    index: str


def pour(  # noqa: PLR0913 - one parameter a choice
    catalogue: Catalogue,
    host: HostPages,
    folders: Folders,
    *,
    workers: Workers = 1,
    progress: Progress | None = None,
    plan: Plan | None = None,
) -> Poured:
    """Write every record page and the search index, or link what stands by the plan."""
    progress = progress or Progress(enabled=False)
    plan = plan or Plan()
    progress.say("生成页面")
    poured = pour_pages(traced(catalogue), host, folders.site, workers, plan)
    write_feed(catalogue, folders.site)
    if host.login:
        write_form_editor(catalogue, host, folders.site, host.login)
    progress.say(f"已生成 {len(poured.made)} 页，建立搜索索引")
    if host.search == PAGEFIND:
        write_index_pages([*host.documents, *poured.documents()], folders.index)
        build_index(folders.index, folders.site)
    elif host.search == OWN:
        poured.index = write_index(plan, poured, host, folders.site)
    return poured


Host = Callable[[str, str], HostPages]
"""Renders the Markdown pages of the tree `root` into the folder `out`."""


def build(  # noqa: PLR0913 - one parameter a choice
    checked: Checked,
    host: Host,
    out: str,
    workers: Workers,
    progress: Progress,
    *,
    memory: Memory | None = None,
) -> int:
    """Build beside `out` and take its place; the number of pages. `checked` must have no errors.

    With a memory, what still stands of the last build is used again.
    """
    catalogue = traced(checked.catalogue)
    check_replaceable(out)
    with staging(out) as folder:
        folders = Folders(os.path.join(folder, "site"), os.path.join(folder, "index"))
        progress.say("生成说明页和外框")
        plan = memory.plan(catalogue, out) if memory else Plan()
        kept = memory.host(plan, folders.site) if memory else None
        host_pages = kept or host(catalogue.root, folders.site)
        of_host = files_below(folders.site)
        poured = pour(
            catalogue, host_pages, folders, workers=workers, progress=progress, plan=plan
        )
        progress.say("核对站内链接")
        broken = broken_links(folders.site, to_audit(plan, poured, folders.site), here(workers))
        if broken:
            raise BrokenSite("\n".join(broken))
        if host_pages.server:
            progress.say("写网站服务器要的文件")
            make_ready(host_pages, folders.site, plan.site, here(workers))
        publish(folders.site, out)
        if memory:
            memory.keep(catalogue, plan, poured, host_pages, of_host, checked.report("text"))
    return len(poured.rows) + host_pages.written
