"""What a branch would change, found by the program that runs and not by the one of the branch."""

from __future__ import annotations

import datetime
import os
from dataclasses import dataclass

from generator.building import Checked, check_tree
from generator.changes.report import Report, report_of
from generator.changes.states import state_of
from generator.problem import Level, Problem, in_order
from generator.render.bodies import bodies
from generator.review.preview import Build, Preview, preview
from generator.review.proposal import Proposal, take

PAGES = "pages"
"""The folder of the changed pages."""


@dataclass(frozen=True)
class Review:
    """All that a reviewer is told of a branch."""

    proposal: Proposal
    changes: Report
    """What becomes of records and pages, also of those that cannot be built."""
    brought: list[Problem]
    """What the branch brings; the rest stood there before."""
    standing: list[Problem]
    preview: Preview

    @property
    def can_be_merged(self) -> bool:
        """Whether the branch itself brings nothing that must be mended."""
        return not self.preview.failure and all(p.level is not Level.ERROR for p in self.brought)


def review(root: str, base: str, head: str, as_of: datetime.date, build: Build, work: str, out: str) -> Review:  # noqa: PLR0913, PLR0917 - what, where from, where to
    """Check what `head` brings on top of `base`, and put the changed pages into `out`.

    `work` is an empty folder. Raises the faults of `revisions`.
    """
    proposal = take(root, base, head, work)
    before = check_tree(proposal.before, as_of)
    checked = check_tree(proposal.after, as_of, former_files=proposal.former_files)
    after = Checked(checked.catalogue, in_order([*proposal.refused, *checked.problems]))
    known = {_known_by(p) for p in before.problems}
    return Review(
        proposal,
        report_of(state_of(before), state_of(after), bodies(root)),
        [p for p in after.problems if _known_by(p) not in known],
        [p for p in after.problems if _known_by(p) in known],
        preview(before, after, build, work, os.path.join(out, PAGES)) if proposal.data else Preview(),
    )


def _known_by(problem: Problem) -> tuple[str, str, str]:
    """What stays the same of a problem when lines are added above."""
    return (problem.at.path, problem.code, problem.message)
