"""The whole check over the records as they would be, so that a row is refused before it is written."""

from __future__ import annotations

import datetime
import os
import shutil
import tempfile
from contextlib import suppress

from generator import checks
from generator.files import write_text
from generator.loading import TEXTS, TOP_FOLDERS, load
from generator.problem import Problem, in_order
from generator.spreadsheets.importing import Change


def check(root: str, found: list[Change], as_of: datetime.date) -> None:
    """Add to each change what the rules say of its file; again without those that may not be written."""
    while True:
        written = [change for change in found if not change.has_errors]
        told = _problems(root, written, as_of) if written else {}
        for change in written:
            known = {(problem.code, problem.message) for problem in change.problems}
            change.add([p for p in told.get(change.file, []) if (p.code, p.message) not in known])
        if not any(change.has_errors for change in written):
            return


def _problems(root: str, written: list[Change], as_of: datetime.date) -> dict[str, list[Problem]]:
    """By file, of a copy of the tree in which the changes are made."""
    with tempfile.TemporaryDirectory() as copy:
        for folder in dict.fromkeys([*TOP_FOLDERS, *(folder for folder, _ in TEXTS)]):
            with suppress(FileNotFoundError):
                shutil.copytree(os.path.join(root, folder), os.path.join(copy, folder), symlinks=True)
        for change in written:
            write_text(copy, change.file, change.text)
        catalogue, problems = load(copy, as_of)
        found: dict[str, list[Problem]] = {}
        for problem in in_order([*problems, *checks.run(catalogue)]):
            found.setdefault(problem.at.path, []).append(problem)
    return found
