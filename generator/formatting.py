"""All record files of a tree into their form, or only told which are not in it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field

from generator.files import find, read_bytes, write_text
from generator.loading import TOP_FOLDERS, type_of
from generator.problem import Location, Problem
from generator.records import Record
from generator.records.order import order
from generator.yamltext.formatting import first_difference, format_record


@dataclass(frozen=True, kw_only=True)
class NotInForm(Problem):
    """记录的写法与统一的样子不同：字段顺序、引号、缩进、行尾等。内容没有错。

    为什么：写法统一，比较改动时只看得到真正改了的地方；表格、表单和手写的记录也才一样。
    错的例子：region: "510100"
    对的例子：region: 510100
    """

    code = "T160"
    says = "写法与统一的样子不同，从这一行起：{found}"
    mend = "运行 catalogue fmt {path}，内容不会变。"

    found: str
    path: str


@dataclass(frozen=True, kw_only=True)
class WouldChange(Problem):
    """整理写法以后，读出来的内容会和原来不一样，所以没有动这个文件。

    为什么：整理只改写法，从不改内容；遇到拿不准的写法就留给人来改。
    错的例子：程序没有料到的引号或缩进。
    对的例子：照同类记录的写法手工改写这一处。
    """

    code = "T161"
    says = "整理写法会改变内容，所以这个文件没有动。"
    mend = "照同类记录手工改写；请把这个文件发给维护程序的人，这是程序的缺陷。"


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
            done.problems += [] if formatted.problems else [WouldChange(at=Location(file))]
            continue
        difference = first_difference(data, formatted.text)
        if difference:
            line, found = difference
            done.untidy.append(NotInForm(at=Location(file, line), found=found, path=file))
            if write:
                write_text(root, file, formatted.text)
    return done


def _files(root: str, is_wanted: Callable[[str], bool], problems: list[Problem]) -> Iterator[str]:
    """The record files that are wanted; what is wrong with other files is none of our business."""
    for top in TOP_FOLDERS:
        found: list[Problem] = []
        yield from filter(is_wanted, find(root, top, ".yml", found))
        problems += [problem for problem in found if is_wanted(problem.at.path)]
