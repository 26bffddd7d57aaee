"""The verdict on the site of this repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import RECORDS, Tree
from tests.judges.allowances import FILE, Allowance, allowances
from tests.judges.planted import plant
from tests.judges.report import rows
from tests.judges.states import states
from tests.judges.verdict import Verdict, pronounce
from tests.results import Results
from tests.site.conftest import building, run

MOVED = "catalogue/courses/chengdu/chengdu-kafei-zhushou.yml"


@pytest.fixture(scope="session")
def allowed() -> list[Allowance]:
    """The findings that are allowed."""
    return allowances(FILE.read_text("utf-8"))


@pytest.fixture(scope="session")
def judged_tree(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The records of this repository, one of them with an old address that must lead to it."""
    tree = Tree(tmp_path_factory.mktemp("judged") / "tree").take((*RECORDS, "site_src"))
    tree.edit(MOVED, "\ncategory:", "\nredirect_from:\n  - kafei-zhushou\ncategory:")
    return tree


@pytest.fixture(scope="session")
def judged_site(judged_tree: Tree) -> Path:
    """The site of those records."""
    out = judged_tree.root.parent / "site"
    done = run(building(judged_tree, out))
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture(scope="session")
def verdict(
    judged_tree: Tree, judged_site: Path, allowed: list[Allowance], results: Results
) -> Verdict:
    """What every engine says."""
    judged = states(judged_site, judged_tree.check().catalogue)
    planted = judged_tree.root.parent / "planted"
    course = next(state.address for state in judged if state.kind == "course")
    plant(judged_site, course, planted)
    verdict = pronounce(judged_site, planted, judged)
    results.rows |= rows(verdict, allowed)
    return verdict
