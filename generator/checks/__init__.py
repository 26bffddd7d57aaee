"""The rules, one a module; all modules here are found, and every file is asked about by the rules for it."""

from __future__ import annotations

import importlib
import pkgutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field

from generator.catalogue import Catalogue
from generator.problem import Problem
from generator.processes import spread
from generator.rule import Rule, Subject, rules_in
from generator.ties import Key
from generator.tracing import Traced

PERSONAL = "P"
"""Problems with these codes are always told."""
Unit = str
"""What is asked about in one go: a file, or `rule:` and the name of a rule for the whole."""
WHOLE = "rule:"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found in a unit, and what was read of the catalogue for it (nothing where that is not noted)."""

    unit: Unit
    problems: list[Problem]
    reads: frozenset[Key] = frozenset()


def discover() -> dict[str, list[Rule]]:
    """Module → its rules, in order of name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: rules_in(importlib.import_module(f"{__name__}.{name}")) for name in names}


def units(catalogue: Catalogue, rules: Iterable[Rule]) -> list[Unit]:
    """Everything that there is to ask about."""
    return [*catalogue.files, *(WHOLE + r.name for r in rules if r.subject is Subject.WHOLE)]


def run(catalogue: Catalogue, jobs: int = 1, rules: list[Rule] | None = None) -> Iterator[Problem]:
    """Every problem that any rule finds (or these ones), unless a slip of the text on that line explains it."""
    rules = every_rule() if rules is None else rules
    for answer in answers(catalogue, units(catalogue, rules), jobs, rules):
        yield from answer.problems


def every_rule() -> list[Rule]:
    """All rules of all modules."""
    return [rule for rules in discover().values() for rule in rules]


def answers(
    catalogue: Catalogue, asked: list[Unit], jobs: int = 1, rules: list[Rule] | None = None
) -> Iterator[Answer]:
    """What the rules find in these units, in order, from so many processes."""
    asking = Asking(catalogue, every_rule() if rules is None else rules)
    return spread(asking.answer, asked, jobs)


@dataclass
class Asking:
    """The rules by what they look at, ready to be asked about one unit after the other."""

    catalogue: Catalogue
    rules: list[Rule]
    _by_subject: dict[tuple[Subject, str], list[Rule]] = field(default_factory=lambda: defaultdict(list))
    _whole: dict[Unit, Rule] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Sort the rules."""
        for rule in self.rules:
            self._by_subject[rule.subject, rule.kind].append(rule)
            if rule.subject is Subject.WHOLE:
                self._whole[WHOLE + rule.name] = rule

    def answer(self, unit: Unit) -> Answer:
        """Ask about one unit."""
        catalogue = self.catalogue
        noting = catalogue.noting() if isinstance(catalogue, Traced) else nullcontext(set[Key]())
        with noting as reads:
            whole = self._whole.get(unit)
            found = list(whole.look(catalogue) if whole else self._of_file(unit))
        return Answer(unit, [problem for problem in found if self._is_told(problem)], frozenset(reads))

    def _of_file(self, file: str) -> Iterator[Problem]:
        for rule in self._by_subject[Subject.FILE, ""]:
            yield from rule.look(self.catalogue, file)
        entry = self.catalogue.entry_of(file)
        for kind in ("", entry.kind) if entry else ():
            for rule in self._by_subject[Subject.RECORD, kind]:
                yield from rule.look(self.catalogue, entry)
        of_text = self._by_subject[Subject.TEXT, ""]
        words = self.catalogue.words_of(file) if of_text else []
        for rule in of_text:
            for text in words:
                yield from rule.look(self.catalogue, text)

    def _is_told(self, problem: Problem) -> bool:
        explained = (problem.at.path, problem.at.line) in self.catalogue.slips
        return not explained or problem.code.startswith(PERSONAL)
