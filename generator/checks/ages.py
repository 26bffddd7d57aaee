"""A range of ages must begin before it ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.problem import Problem
from generator.records import Course


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


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Courses for which nobody has the age."""
    for course in catalogue.of(Course):
        age = course.age
        if age and age.min is not None and age.max is not None and age.max < age.min:
            at = catalogue.entry(course).at("age", "max")
            yield AgesOutOfOrder(at=at, youngest=age.min, oldest=age.max)
