"""The site before and after a change, and of it only the pages that differ, ready to be opened."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass

from generator.building import BrokenSite, Checked
from generator.render.shell import HostFailed
from generator.speech.difference import Change, Difference, differences
from generator.speech.site import content, pages_of

ASSETS = "assets"
Build = Callable[[Checked, str], object]
"""Builds the site of a checked catalogue into a folder."""


@dataclass(frozen=True, slots=True)
class Preview:
    """The pages that differ, and how their speech does; or why there are none to be compared."""

    pages: tuple[tuple[str, Change], ...] = ()
    speech: tuple[Difference, ...] = ()
    failure: str = ""
    """What is wrong with the site after the change."""
    reason: str = ""
    """Why nothing was compared, when the site is not to blame."""


def preview(before: Checked, after: Checked, build: Build, work: str, out: str) -> Preview:
    """Build both sites below `work`, and put the changed pages with their style and pictures into `out`."""
    if after.has_errors:
        return Preview(reason="改好上面列出的地方，才能生成网页来比较。")
    if before.has_errors:
        return Preview(reason="改动以前的记录里有要改的地方，没有可以比较的网页。")
    old, new = os.path.join(work, "old"), os.path.join(work, "new")
    try:
        build(after, new)
    except (BrokenSite, HostFailed) as error:
        return Preview(failure=str(error))
    build(before, old)
    pages = tuple(_changed_pages(old, new))
    _put(new, [path for path, change in pages if change is not Change.REMOVED], out)
    return Preview(pages, tuple(differences(old, new)))


def _put(site: str, pages: list[str], out: str) -> None:
    for path in pages:
        target = os.path.join(out, path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        shutil.copyfile(os.path.join(site, path), target)
    if pages:
        shutil.copytree(os.path.join(site, ASSETS), os.path.join(out, ASSETS))


def _changed_pages(old: str, new: str) -> list[tuple[str, Change]]:
    before, after = set(pages_of(old)), set(pages_of(new))
    both = [page for page in before & after if content(old, page) != content(new, page)]
    found = dict.fromkeys(both, Change.CHANGED)
    found |= dict.fromkeys(after - before, Change.ADDED) | dict.fromkeys(before - after, Change.REMOVED)
    return sorted(found.items())
