"""What a rule looks at: a record, a text, a file, or the whole catalogue; a function says it of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar

from generator.catalogue import Catalogue, Entry
from generator.own_words import Words
from generator.problem import Problem
from generator.records import Record

R = TypeVar("R", bound=Record)
Found = Iterator[Problem]
OfEntry = Callable[[Catalogue, Entry[R]], Found]
OfText = Callable[[Catalogue, Words], Found]
OfFile = Callable[[Catalogue, str], Found]
OfWhole = Callable[[Catalogue], Found]
_MARK = "rule"


class Subject(Enum):
    """What a rule is asked of."""

    RECORD = "record"
    TEXT = "text"
    FILE = "file"
    WHOLE = "whole"


@dataclass(frozen=True)
class Rule:
    """A function that finds problems, what it is asked of, and of which types of records ("" is all)."""

    look: Callable[..., Found]
    subject: Subject
    kind: str = ""

    @property
    def name(self) -> str:
        """The function, as it is known among all rules."""
        return f"{self.look.__module__.rsplit('.', 1)[-1]}.{self.look.__name__}"


def each(record_type: type[R]) -> Callable[[OfEntry[R]], OfEntry[R]]:
    """A rule for the entry of each record of a type; of `Record`, for every one."""

    def mark(look: OfEntry[R]) -> OfEntry[R]:
        kind = "" if record_type is Record else record_type.kind
        setattr(look, _MARK, Rule(look, Subject.RECORD, kind))
        return look

    return mark


def each_text(look: OfText) -> OfText:
    """A rule for each text that was written here."""
    setattr(look, _MARK, Rule(look, Subject.TEXT))
    return look


def each_file(look: OfFile) -> OfFile:
    """A rule for each file, whether or not it can be read as a record."""
    setattr(look, _MARK, Rule(look, Subject.FILE))
    return look


def whole(look: OfWhole) -> OfWhole:
    """A rule for the catalogue: asked again whenever anything it reads has changed."""
    setattr(look, _MARK, Rule(look, Subject.WHOLE))
    return look


def rules_in(module: Any) -> list[Rule]:  # noqa: ANN401 - any module
    """The rules that a module defines, in its order."""
    return [
        found
        for value in vars(module).values()
        if isinstance(found := getattr(value, _MARK, None), Rule) and found.look.__module__ == module.__name__
    ]
