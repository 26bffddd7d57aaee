"""Two states of the small catalogue: as it is, and as a test changes it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.changes.fields import FieldChange
from generator.changes.report import Report, report_of
from generator.changes.states import state_in
from generator.render.bodies import bodies
from tests.conftest import AS_OF, REPOSITORY, Tree


@dataclass(frozen=True)
class States:
    """The tree that a test changes, and what it was."""

    tree: Tree
    base: Path

    def report(self) -> Report:
        """What the changes come to."""
        base, head = state_in(str(self.base), AS_OF), state_in(str(self.tree), AS_OF)
        return report_of(base, head, bodies(str(REPOSITORY)))

    def fields(self) -> list[FieldChange]:
        """The fields that change in the only record that does."""
        (record,) = self.report().records
        return record.fields


@pytest.fixture
def states(small: Tree, tmp_path: Path) -> States:
    """The small catalogue twice, without its pages of text."""
    shutil.copytree(small.root, tmp_path / "base")
    return States(small, tmp_path / "base")
