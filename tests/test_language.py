"""The explanations are short enough to be kept in mind: medians over all documents."""

from __future__ import annotations

import re
import statistics

import pytest

from generator.records import GlossaryTerm, Policy
from generator.statements import sayings_of
from tests.conftest import AS_OF, REPOSITORY, Tree

END = re.compile(r"[。！？；\n]")
MEDIAN = {"plain": 25, "easy_read": 15}
"""Characters of a sentence in 白话 and in 简明版."""


@pytest.fixture(scope="module")
def policies() -> list[Policy]:
    """The policies of this repository."""
    return Tree(REPOSITORY).check(AS_OF).catalogue.of(Policy)


def sentences(text: str) -> list[int]:
    """The length of each sentence without blanks."""
    return [len("".join(s.split())) for s in END.split(text) if s.strip()]


@pytest.mark.parametrize("field", MEDIAN)
def test_sentences_are_short(policies: list[Policy], field: str) -> None:
    """The median of all clauses, and of each document, keeps the bar."""
    lengths = {p.id: [n for c in p.clauses for n in sentences(getattr(c, field) or "")] for p in policies if p.clauses}
    every = [n for of_policy in lengths.values() for n in of_policy]
    assert len(every) > 150
    assert statistics.median(every) <= MEDIAN[field]
    long = {name: statistics.median(found) for name, found in lengths.items() if statistics.median(found) > MEDIAN[field]}
    assert long == {}


def test_every_clause_is_explained_twice(policies: list[Policy]) -> None:
    """In plain words and in short ones, and whoever owes something is named where anyone does."""
    clauses = [(p.id, c) for p in policies for c in p.clauses]
    assert [(p, c.id) for p, c in clauses if not (c.plain and c.easy_read)] == []
    assert sum(bool(c.duties) for _, c in clauses) > len(clauses) / 2


def test_no_official_word_stands_unexplained() -> None:
    """The check of official words is silent, and the glossary is not empty."""
    checked = Tree(REPOSITORY).check(AS_OF)
    assert [p for p in checked.problems if p.code == "C104"] == []
    assert len(checked.catalogue.of(GlossaryTerm)) > 40
    assert sum(1 for entry in checked.catalogue.all_entries() for _ in sayings_of(entry)) > 400
