"""A self-check is a graph in which every way ends, and nobody is turned away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue, Entry
from generator.problem import Problem
from generator.records import SelfCheck
from generator.records.shape import Path
from generator.rule import each

TURNED_AWAY = ("不符合", "不能参加", "没有资格", "不可以参加", "不合格", "被拒绝", "无资格")
ANSWERS = ("if_yes", "if_no", "if_unsure")


@dataclass(frozen=True, kw_only=True)
class NoSuchStep(Problem):
    """自查的一个回答指向的问题或结果不存在。

    为什么：读者点了会落空。
    错的例子：if_yes: meiyou
    对的例子：if_yes: shouyu
    """

    code = "C105"
    says = "这里指向“{found}”，自查里没有这个编号的问题或结果。"
    mend = "换成下面有的编号：{known}。"
    found: str
    known: str


@dataclass(frozen=True, kw_only=True)
class StepNotReached(Problem):
    """自查里有一问或一个结果，从第一问走不到。

    为什么：走不到的内容，读者看不见。
    错的例子：加了一个问题，没有一个回答指向它。
    对的例子：在前一问里写 if_yes: 新问题的编号
    """

    code = "C106"
    says = "从第一问走不到“{found}”。"
    mend = "让前面某个回答指向它，例如 if_yes: {found}；不要它就删去。"
    found: str


@dataclass(frozen=True, kw_only=True)
class NoEnd(Problem):
    """自查里有一条路绕回来了，走不到头。

    为什么：读者会一直在几个页面里打转。
    错的例子：then: fuwu
    对的例子：then: kaohe
    """

    code = "C107"
    says = "从“{found}”往下走会绕回它自己。"
    mend = "改其中一个回答，让它往后走，不再指向 {found}。"
    found: str


@dataclass(frozen=True, kw_only=True)
class TurnedAway(Problem):
    """自查的结果里有把人拒之门外的话。

    为什么：能不能参加，由经办机构决定。我们只说文件怎么写、问谁。
    错的例子：name: 你不符合条件
    对的例子：name: 户口不在四川，也可以问
    """

    code = "C108"
    says = "不要写“{found}”：能不能参加由经办机构决定。"
    mend = "改成文件怎么写、还有什么办法、问谁，例如：这一项请问当地残联。"
    found: str


@each(SelfCheck)
def check(catalogue: Catalogue, entry: Entry[SelfCheck]) -> Iterator[Problem]:
    """Steps that are missing, not reached, without end, or that turn people away."""
    record = entry.record
    following = _following(record)
    yield from _missing(entry, record)
    yield from _unreached(entry, record, following)
    yield from _endless(entry, record, following)
    yield from _unkind(entry, record)


def _places(record: SelfCheck) -> Iterator[tuple[str, Path, str]]:
    """From which step (`""` before the first), where, to which step."""
    yield "", ("start",), record.start
    for position, question in enumerate(record.questions):
        for answer in ANSWERS:
            yield question.id, ("questions", position, answer), getattr(question, answer)
    for position, outcome in enumerate(record.outcomes):
        if outcome.then:
            yield outcome.id, ("outcomes", position, "then"), outcome.then


def _steps(record: SelfCheck) -> dict[str, Path]:
    """Each step and where it stands."""
    questions = {q.id: ("questions", i, "id") for i, q in enumerate(record.questions)}
    return {**questions, **{o.id: ("outcomes", i, "id") for i, o in enumerate(record.outcomes)}}


def _following(record: SelfCheck) -> dict[str, list[str]]:
    following: dict[str, list[str]] = {}
    for step, _, target in _places(record):
        following.setdefault(step, []).append(target)
    return following


def _missing(entry: Entry[SelfCheck], record: SelfCheck) -> Iterator[Problem]:
    steps = _steps(record)
    for _, path, target in _places(record):
        if target not in steps:
            yield NoSuchStep(at=entry.at(*path), found=target, known="、".join(steps))


def _reach(following: dict[str, list[str]], start: str) -> set[str]:
    """Every step after `start`, and `start` itself only where a way leads back to it."""
    reached: set[str] = set()
    waiting = list(following.get(start, []))
    while waiting:
        step = waiting.pop()
        if step not in reached:
            reached.add(step)
            waiting += following.get(step, [])
    return reached


def _unreached(entry: Entry[SelfCheck], record: SelfCheck, following: dict[str, list[str]]) -> Iterator[Problem]:
    reached = _reach(following, "")
    for step, path in _steps(record).items():
        if step not in reached:
            yield StepNotReached(at=entry.at(*path), found=step)


def _endless(entry: Entry[SelfCheck], record: SelfCheck, following: dict[str, list[str]]) -> Iterator[Problem]:
    for step, path in _steps(record).items():
        if step in _reach(following, step):
            yield NoEnd(at=entry.at(*path), found=step)
            return


def _unkind(entry: Entry[SelfCheck], record: SelfCheck) -> Iterator[Problem]:
    for position, outcome in enumerate(record.outcomes):
        said: dict[Path, str] = {("outcomes", position, "name"): outcome.name}
        said |= {("outcomes", position, "says", i, "text"): s.text for i, s in enumerate(outcome.says)}
        for path, text in said.items():
            for words in TURNED_AWAY:
                if words in text:
                    yield TurnedAway(at=entry.at(*path), found=words)
