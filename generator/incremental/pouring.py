"""The pages of a catalogue in a folder: those of the last build that still stand are linked, the others made."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.catalogue import Catalogue
from generator.incremental.plan import Digests, Plan, given, once_digests
from generator.incremental.store import PageRow
from generator.pages import all_pages
from generator.pages.page import Page
from generator.render.audit import anchors
from generator.render.index_pages import Document
from generator.render.shell import HostPages
from generator.render.site import write_pages
from generator.ties import Key
from generator.tracing import Traced


@dataclass
class Poured:
    """What is known of every page, in order; `made` are the paths of those that were written anew."""

    rows: list[PageRow] = field(default_factory=list)
    made: set[str] = field(default_factory=set)
    once: Digests = field(default_factory=dict)
    index: bytes | None = None
    """What to keep of the search index; None when it is as it was."""

    def texts(self) -> dict[str, str]:
        """Path → what the search should know of the page, as JSON."""
        return {row.path: row.document for row in self.rows if row.document}

    def documents(self) -> list[Document]:
        """What the search should know of the pages."""
        return [Document.read(row.document) for row in self.rows if row.document]


@dataclass
class _Due:
    """A page with the digest of what it is given, what was read for that, and why it is made."""

    page: Page
    given: str
    reads: set[Key]
    why: str


def pour_pages(catalogue: Catalogue, host: HostPages, out: str, jobs: int, plan: Plan) -> Poured:
    """Write or link every page below the folder `out`."""
    traced = Traced(catalogue)
    due = [_due(page, traced, plan) for page in all_pages(traced)]
    poured = Poured(made={one.page.path for one in due if one.why})
    link_files(plan.site, out, [one.page.path for one in due if not one.why])
    written = write_pages(traced, [one.page for one in due if one.why], host, out, jobs)
    for one in due:
        if one.why:
            came = next(written)
            text = came.document.written() if came.document else ""
            reads = "\n".join(sorted(one.reads | came.reads))
            row = PageRow(one.page.path, one.given, reads, text, came.size, came.modified, one.why)
        else:
            row = plan.pages[one.page.path]._replace(why="")
        poured.rows.append(row)
    keys = {key for row in poured.rows for key in row.reads.split("\n")}
    poured.once = once_digests(catalogue, keys)
    return poured


def _due(page: Page, catalogue: Traced, plan: Plan) -> _Due:
    with catalogue.noting() as read:
        digest = given(page, catalogue)
    return _Due(page, digest, read, plan.reason(page, digest))


def link_files(site: str, out: str, paths: Iterable[str]) -> None:
    """The same files in another folder: nothing changes a file of a site that is published."""
    made = set[str]()
    for path in paths:
        folder = os.path.join(out, os.path.dirname(path))
        if folder not in made:
            os.makedirs(folder, exist_ok=True)
            made.add(folder)
        try:
            os.link(os.path.join(site, path), os.path.join(out, path))
        except OSError as error:  # a disk without links
            if error.errno not in {errno.EPERM, errno.ENOTSUP, errno.EMLINK, errno.EXDEV}:
                raise
            shutil.copy2(os.path.join(site, path), os.path.join(out, path))


def files_below(site: str, folder: str = "") -> list[str]:
    """Every file of a site below one of its folders, as paths of the site."""
    found = []
    for current, folders, names in os.walk(os.path.join(site, folder)):
        folders.sort()
        found += [os.path.relpath(os.path.join(current, name), site) for name in sorted(names)]
    return found


def to_audit(plan: Plan, poured: Poured, site: str) -> set[str] | None:
    """The pages whose links must be followed: the made ones, or all (None) when pages or anchors are gone."""
    gone = plan.pages.keys() - {row.path for row in poured.rows}
    before = plan.site and not gone
    if not before or any(anchors(plan.site, path) - anchors(site, path) for path in poured.made):
        return None
    return poured.made
