"""A state of the records that is compared: a folder, or a git revision unpacked beside it."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from generator import building
from generator.catalogue import Catalogue
from generator.files import find, read_bytes
from generator.loading import DATA_FOLDERS
from generator.page_text import FOLDER, title_of
from generator.problem import Level, Problem, in_order
from generator.revisions import unpack


@dataclass(frozen=True)
class State:
    """The records of a state, its pages of text, and what must be mended in it."""

    catalogue: Catalogue
    texts: dict[str, bytes]
    errors: list[Problem]

    @property
    def unread(self) -> set[tuple[str, str]]:
        """Type and id of the records that cannot be read."""
        return self.catalogue.unread

    def text_title(self, path: str) -> str:
        """The title of a page of text."""
        return title_of(self.texts[path].decode("utf-8", "replace"))


def state_in(folder: str, as_of: datetime.date, met: list[Problem] | None = None) -> State:
    """The state in a folder; `met` are problems met on the way to it."""
    return state_of(building.check_tree(folder, as_of), met)


def state_of(checked: building.Checked, met: list[Problem] | None = None) -> State:
    """The state in a folder that was checked."""
    folder = checked.catalogue.root
    errors = [p for p in [*(met or []), *checked.problems] if p.level is Level.ERROR]
    texts = {path: read_bytes(folder, path, []) or b"" for path in find(folder, FOLDER, ".md", [])}
    return State(checked.catalogue, texts, in_order(errors))


@contextmanager
def state_at(root: str, revision: str, as_of: datetime.date) -> Iterator[State]:
    """The state of a git revision of the tree `root`. Raises git_objects.NoGit, NoRevision."""
    problems: list[Problem] = []
    with tempfile.TemporaryDirectory() as folder:
        unpack(root, revision, DATA_FOLDERS, folder, problems)
        yield state_in(folder, as_of, problems)
