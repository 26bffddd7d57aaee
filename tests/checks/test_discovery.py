"""The rules are found by themselves, each is explained, and none needs records to be there."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from generator import checks
from generator.catalogue import Catalogue
from generator.loading import load
from generator.problem import Problem
from tests.conftest import AS_OF, REPOSITORY, Tree

NAMES = sorted(path.stem for path in (REPOSITORY / "generator/checks").glob("[!_]*.py"))


def test_every_module_of_the_folder_is_a_rule() -> None:
    """A rule is added by adding its file, and none can be forgotten in a list."""
    assert list(checks.discover()) == NAMES
    assert len(NAMES) >= 12


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_says_what_it_is_for_and_has_its_own_messages(name: str) -> None:
    """The first line of its module is the rule in words, and its messages stand beside it."""
    module = importlib.import_module(f"generator.checks.{name}")
    assert (module.__doc__ or "").strip()
    own = [kind for kind in vars(module).values() if isinstance(kind, type) and issubclass(kind, Problem)]
    assert [kind for kind in own if kind.__module__ == module.__name__]


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_ends_in_an_empty_tree(name: str, tmp_path: Path) -> None:
    """A folder without any record is told about, not stumbled over."""
    catalogue = load(str(tmp_path), AS_OF)[0]
    assert {problem.code for problem in checks.run(catalogue, rules=checks.discover()[name])} <= {"V109"}


@pytest.mark.parametrize("name", NAMES)
def test_a_rule_is_silent_about_a_tree_without_faults(name: str, small: Tree) -> None:
    """No rule leans on another to be right."""
    catalogue: Catalogue = load(str(small), AS_OF)[0]
    assert list(checks.run(catalogue, rules=checks.discover()[name])) == []
