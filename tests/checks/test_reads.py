"""What a rule reads of a catalogue without faults is little, so that one change asks few files again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

from generator import checks
from generator.catalogue import Catalogue, Entry
from generator.loading import load
from generator.problem import Problem
from generator.records import Course, Session
from generator.rule import Rule, Subject
from generator.ties import Key
from generator.tracing import EVERYTHING, FILES, Traced, file_key, type_key
from tests.conftest import AS_OF, REPOSITORY, SHARED, Tree

MANY = {EVERYTHING, type_key(Course.kind), type_key(Session.kind)}
"""What changes with nearly every change."""
RULES = {rule.name: rule for rule in checks.every_rule()}
OF_FILES = [name for name, rule in RULES.items() if rule.subject is not Subject.WHOLE]
ALWAYS = {"ids.twice"}
"""Rules for the whole that are asked again at every change: they cost nothing where nothing is wrong."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The small catalogue, read once for all these tests."""
    root = tmp_path_factory.mktemp("reads") / "small"
    shutil.copytree(REPOSITORY / "tests/fixtures/small", root)
    return load(str(Tree(root).take(SHARED)), AS_OF)[0]


def read_for(whole: Catalogue, rule: Rule) -> set[Key]:
    """All that a rule reads but the files that it is asked about; it finds nothing there."""
    catalogue = Traced(whole)
    found = list(checks.answers(catalogue, checks.units(catalogue, [rule]), rules=[rule]))
    assert [problem for answer in found for problem in answer.problems] == []
    return {key for answer in found for key in answer.reads if key != file_key(answer.unit)}


@pytest.mark.parametrize("name", OF_FILES)
def test_a_rule_for_a_file_does_not_look_at_all_records(name: str, whole: Catalogue) -> None:
    """A changed course makes no rule ask about every other file again."""
    assert read_for(whole, RULES[name]) & {*MANY, FILES} == set()


@pytest.mark.parametrize("name", sorted(RULES.keys() - {*OF_FILES, *ALWAYS}))
def test_a_rule_for_the_whole_does_not_go_through_all_records(name: str, whole: Catalogue) -> None:
    """What it wants of many records it finds by a key; it may ask which files there are."""
    assert read_for(whole, RULES[name]) & MANY == set()


def test_a_rule_that_looks_at_all_records_is_noticed(whole: Catalogue) -> None:
    """The two tests above can fail: what a rule reads is noted, and only what it reads."""

    def of_all(catalogue: Catalogue, entry: Entry[Course]) -> Iterator[Problem]:
        yield from (Problem(at=entry.at()) for _ in catalogue.of(Course) if not catalogue.files)

    def of_itself(_catalogue: Catalogue, entry: Entry[Course]) -> Iterator[Problem]:
        yield from [Problem(at=entry.at())] if not entry.record.name else []

    assert read_for(whole, Rule(of_all, Subject.RECORD, Course.kind)) == {type_key(Course.kind), FILES}
    assert read_for(whole, Rule(of_itself, Subject.RECORD, Course.kind)) == set()
