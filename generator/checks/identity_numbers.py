"""No resident identity number and no 残疾人证号 anywhere: records, comments, pages, file names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.files import read_bytes
from generator.identity import Found, find_numbers
from generator.problem import Location, Problem
from generator.yamltext.limits import MOST_OF_A_KIND
from generator.yamltext.source import MoreOfTheSame


@dataclass(frozen=True, kw_only=True)
class ResidentNumber(Problem):
    """公民身份号码是个人信息，任何文件里都不能有，示例里也不能有。"""

    code = "P101"
    says = "这里有一个公民身份号码（{masked}）。"
    mend = "立即删去；已经提交过的，请联系维护者从历史里清除。"
    masked: str


@dataclass(frozen=True, kw_only=True)
class DisabilityCardNumber(ResidentNumber):
    """残疾人证号里含有公民身份号码，任何文件里都不能有。"""

    code = "P102"
    says = "这里有一个残疾人证号（{masked}）。"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Numbers in every record file, page text and file name."""
    ignored: list[Problem] = []
    for file in catalogue.files:
        data = read_bytes(catalogue.root, file, ignored)
        yield from _in_text((data or b"").decode("utf-8-sig", "replace"), file)
        for number in find_numbers(file):
            yield _problem(Location(file), number)


def _in_text(text: str, file: str) -> Iterator[Problem]:
    numbers = list(find_numbers(text))
    for number in numbers[:MOST_OF_A_KIND]:
        yield _problem(_place(text, number, file), number)
    if len(numbers) > MOST_OF_A_KIND:
        more = len(numbers) - MOST_OF_A_KIND
        yield MoreOfTheSame(at=_place(text, numbers[-1], file), count=more)


def _place(text: str, number: Found, file: str) -> Location:
    line = text.count("\n", 0, number.start) + 1
    return Location(file, line, number.start - text.rfind("\n", 0, number.start))


def _problem(at: Location, number: Found) -> Problem:
    kind = DisabilityCardNumber if number.is_card else ResidentNumber
    return kind(at=at, masked=number.masked)
