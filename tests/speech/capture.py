"""What was spoken on a page, and how it is written down for people to review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

ROLES = (
    "链接",
    "按钮",
    "输入",
    "组合框",
    "复选框",
    "单选按钮",
    "摘要",
    "描述术语",
    "描述值",
    "列头",
    "行头",
)
"""What Orca calls the kinds of things, each in an utterance of its own when it reads a page."""
GAP = "  "


@dataclass(frozen=True)
class Step:
    """One key and what it made Orca say; the key is empty for a reading."""

    key: str
    spoken: tuple[str, ...]

    @property
    def text(self) -> str:
        """All of it in one line."""
        return GAP.join(self.spoken)


@dataclass(frozen=True)
class Section:
    """A walk that was gone."""

    title: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Capture:
    """A journey that was gone in a browser. `missing` says what was not heard to its end."""

    kind: str
    browser: str
    sections: tuple[Section, ...]
    seconds: float
    missing: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The file of the transcript."""
        return f"{self.kind}.{self.browser}.txt"

    def steps(self, title: str) -> tuple[Step, ...]:
        """The steps of every section of a title."""
        return tuple(
            step for section in self.sections if section.title == title for step in section.steps
        )

    def all_steps(self) -> Iterator[Step]:
        """Every step in order."""
        return (step for section in self.sections for step in section.steps)

    def transcript(self) -> str:
        """A line a key, a line an utterance of a reading with its role."""
        parts = [f"{self.kind}，{self.browser}\n"]
        for section in self.sections:
            lines = (line for step in section.steps for line in _lines(step))
            parts.append("".join(f"{line}\n" for line in (f"\n【{section.title}】", *lines)))
        return "".join(parts)


def _lines(step: Step) -> Iterable[str]:
    return [f"{step.key} → {step.text}"] if step.key else _with_roles(step.spoken)


def _is_role(text: str) -> bool:
    return text in ROLES or text.startswith("标题 水平")


def _with_roles(spoken: Iterable[str]) -> list[str]:
    """The utterances of a reading; what only names a role stays with the words before it."""
    lines: list[str] = []
    for text in spoken:
        if _is_role(text) and lines:
            lines[-1] += f" {text}"
        else:
            lines.append(text)
    return lines
