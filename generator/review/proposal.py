"""A branch taken out of git: the records as they were, and as they would be, in two trees.

Of the branch only data is taken, as plain files. Whatever else a tree needs - the frame, the
templates, the settings - is copied from the folder of the program that runs.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass

from generator import revisions
from generator.loading import DATA_FOLDERS
from generator.problem import Problem

SETTINGS, FRAME = "mkdocs.yml", "site_src"


@dataclass(frozen=True)
class Proposal:
    """Two trees, what the branch changes, and what of it cannot be taken."""

    before: str
    after: str
    former_files: frozenset[str]
    changed: tuple[revisions.Changed, ...]
    refused: tuple[Problem, ...]

    @property
    def data(self) -> list[revisions.Changed]:
        """Changed records and texts."""
        return [one for one in self.changed if _is_data(one.path)]

    @property
    def program(self) -> list[revisions.Changed]:
        """Changed files that are looked at by people and not taken."""
        return [one for one in self.changed if not _is_data(one.path)]


def _is_data(path: str) -> bool:
    return any(path == folder or path.startswith(folder + "/") for folder in DATA_FOLDERS)


def take(root: str, base: str, head: str, work: str) -> Proposal:
    """Take two commits out into new folders below `work`; what `head` changes is told from where they part.

    Raises the faults of `revisions`.
    """
    base = revisions.parting(root, base, head)
    before, after = os.path.join(work, "before"), os.path.join(work, "after")
    refused: list[Problem] = []
    for folder, commit, problems in ((before, base, []), (after, head, refused)):
        os.mkdir(folder)
        _furnish(root, folder)
        revisions.unpack(root, commit, DATA_FOLDERS, folder, problems)
    return Proposal(
        before,
        after,
        revisions.files_at(root, base),
        tuple(revisions.changed_between(root, base, head)),
        tuple(refused),
    )


def _furnish(root: str, folder: str) -> None:
    """Copy what a site needs besides its data."""
    shutil.copyfile(os.path.join(root, SETTINGS), os.path.join(folder, SETTINGS))
    for name in _parts_of_the_frame(root):
        shutil.copytree(os.path.join(root, FRAME, name), os.path.join(folder, FRAME, name))


def _parts_of_the_frame(root: str) -> Iterator[str]:
    with os.scandir(os.path.join(root, FRAME)) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False) and f"{FRAME}/{entry.name}" not in DATA_FOLDERS:
                yield entry.name
