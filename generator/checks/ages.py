"""A range of ages must begin before it ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Entry
from generator.problem import Problem
from generator.records import Course
from generator.rule import each


@dataclass(frozen=True, kw_only=True)
class AgesOutOfOrder(Problem):
    """最小年龄大于最大年龄。

    为什么：照这样写，就没有人能报名。
    错的例子：age: {min: 60, max: 16, source: 课程自身要求}
    对的例子：age: {min: 16, max: 60, source: 课程自身要求}
    """

    code = "V110"
    says = "“最大年龄”（max）{oldest} 不应小于“最小年龄”（min）{youngest}。"
    mend = "核对这两个数，改正写错的一个。"
    youngest: int
    oldest: int


@each(Course)
def check(catalogue: Catalogue, entry: Entry[Course]) -> Iterator[Problem]:
    """Courses for which nobody has the age."""
    age = entry.record.age
    if age and age.min is not None and age.max is not None and age.max < age.min:
        yield AgesOutOfOrder(at=entry.at("age", "max"), youngest=age.min, oldest=age.max)
