"""All record files of a tree into their form, or only told which are not in it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field

from generator.catalogue import TOP_FOLDERS, type_of
from generator.files import find, read_bytes, write_text
from generator.problem import Problem
from generator.records import Record
from generator.records.order import order
from generator.yamltext.formatting import NotInForm, first_difference, format_record


@dataclass(slots=True)
class Formatting:
    """What was looked at: how many files, which were not in form, and what is wrong with the others."""

    seen: int = 0
    untidy: list[NotInForm] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def no_help(_: type[Record]) -> Container[str]:
    """No line of comment."""
    return ()


def format_tree(
    root: str,
    is_wanted: Callable[[str], bool],
    *,
    write: bool,
    help_of: Callable[[type[Record]], Container[str]] = no_help,
) -> Formatting:
    """Look at the wanted record files; with `write` put those that can be read into form.

    `help_of` names the lines of comment that are to go from the records of a type.
    """
    done = Formatting()
    for file in _files(root, is_wanted, done.problems):
        record_type = type_of(file, done.problems)
        data = read_bytes(root, file, done.problems)
        if record_type is None or data is None:
            continue
        done.seen += 1
        formatted = format_record(data, file, order(record_type), help_of(record_type))
        done.problems += formatted.problems
        if formatted.text is None:
            continue
        difference = first_difference(data, formatted.text, file)
        if difference:
            done.untidy.append(difference)
            if write:
                write_text(root, file, formatted.text)
    return done


def _files(root: str, is_wanted: Callable[[str], bool], problems: list[Problem]) -> Iterator[str]:
    """The record files that are wanted; what is wrong with other files is none of our business."""
    for top in TOP_FOLDERS:
        found: list[Problem] = []
        yield from filter(is_wanted, find(root, top, ".yml", found))
        problems += [problem for problem in found if is_wanted(problem.at.path)]
