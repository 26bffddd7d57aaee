"""The pages of a catalogue in a folder: those of the last build that still stand are linked, the others made."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.incremental.plan import Plan, given
from generator.incremental.store import PageRow
from generator.pages import Group, groups
from generator.pages.page import Page
from generator.processes import Workers
from generator.render.audit import anchors
from generator.render.index_pages import Document
from generator.render.shell import HostPages
from generator.render.site import Written, write_pages
from generator.ties import Key
from generator.tracing import Traced


@dataclass
class Poured:
    """What is known of every page, in order; `made` says of those that were written anew why."""

    rows: list[PageRow] = field(default_factory=list)
    listed: dict[str, str] = field(default_factory=dict)
    """Group → what was read to list its pages, a line each."""
    made: dict[str, str] = field(default_factory=dict)
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
    """A page of a group with the digest of what it is given, what was read for that, and why it is made."""

    listed: str
    page: Page
    given: str
    reads: set[Key]
    why: str


def pour_pages(
    catalogue: Traced, host: HostPages, out: str, workers: Workers, plan: Plan
) -> Poured:
    """Write or link every page below the folder `out`."""
    poured = Poured()
    due = [one for group in groups(catalogue) for one in _due(group, catalogue, plan, poured)]
    poured.made = {one.page.path: one.why for one in due if isinstance(one, _Due)}
    link_files(plan.site, out, [row.path for row in due if isinstance(row, PageRow)])
    made = [one for one in due if isinstance(one, _Due)]
    written = write_pages(catalogue, [one.page for one in made], host, out, workers)
    for one in due:
        poured.rows.append(one if isinstance(one, PageRow) else _row(one, next(written)))
    return poured


def _due(group: Group, catalogue: Traced, plan: Plan, poured: Poured) -> Iterator[PageRow | _Due]:
    """The pages of a group: the rows of those that stand, and what is to be done of the others."""
    standing = plan.standing(group.name)
    if standing is not None:
        poured.listed[group.name] = plan.listed[group.name]
        yield from standing
        return
    pages, read = _listed(catalogue, group)
    poured.listed[group.name] = "\n".join(sorted(read))
    for page in pages:
        if plan.lists_the_same(group.name) and not plan.of_row(plan.pages[page.path]):
            yield plan.pages[page.path]
            continue
        with catalogue.noting() as read:
            digest = given(page, catalogue)
        why = plan.reason(page, digest)
        yield _Due(group.name, page, digest, read, why) if why else plan.pages[page.path]


def _listed(catalogue: Traced, group: Group) -> tuple[list[Page], set[Key]]:
    """The pages of a group, and what was read to list them."""
    with catalogue.noting() as read:
        return list(group.pages()), read


def _row(due: _Due, came: Written) -> PageRow:
    text = came.document.written() if came.document else ""
    reads = "\n".join(sorted(due.reads | came.reads))
    return PageRow(due.page.path, due.listed, due.given, reads, text, came.size, came.modified)


def link_files(site: str, out: str, paths: Iterable[str]) -> None:
    """The same files in another folder: nothing changes a file of a site that is published."""
    made = set[str]()
    for path in paths:
        folder = path.rpartition("/")[0]
        if folder not in made:
            os.makedirs(os.path.join(out, folder), exist_ok=True)
            made.add(folder)
        try:
            os.link(f"{site}/{path}", f"{out}/{path}")
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
    return set(poured.made)
