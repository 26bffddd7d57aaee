"""What changes in speech from one built site to another."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.speech.reading import Line, Reading, read
from generator.speech.site import content, find_page, pages_of

CONTEXT = 3
"""How many unchanged lines are shown around a change."""


class Change(StrEnum):
    """What happened to a page."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"

    @property
    def word(self) -> str:
        """In Chinese."""
        return {"added": "新的页面", "removed": "没有了的页面", "changed": "改了的页面"}[self.value]


@dataclass(frozen=True, slots=True)
class Hunk:
    """Lines that changed together, with a few unchanged ones around."""

    start: int
    """The number of the first line, counted from 1 in the new page, or in the old where none is left."""
    under: str
    """The heading above."""
    lines: tuple[tuple[str, str], ...]
    """Pairs of a sign (" ", "-" or "+") and the spoken words."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How the speech of one page changed."""

    path: str
    change: Change
    title: str
    hunks: tuple[Hunk, ...]

    def count(self, sign: str) -> int:
        """How many lines have a sign."""
        return sum(1 for hunk in self.hunks for each, _words in hunk.lines if each == sign)


def differences(base: str, site: str, wanted: Collection[str] = ()) -> Iterator[Difference]:
    """The pages of two built sites whose speech differs; folded parts are read as well."""
    before, after = pages_of(base), pages_of(site)
    every = sorted({*before, *after})
    for path in dict.fromkeys(find_page(each, every, site) for each in wanted) if wanted else every:
        old = content(base, path) if path in before else None
        new = content(site, path) if path in after else None
        found = None if old == new else _difference(path, old, new)
        if found is not None:
            yield found


def _difference(path: str, old: bytes | None, new: bytes | None) -> Difference | None:
    nothing = Reading(path, "", (), {})
    left = nothing if old is None else read(path, old, unfold=True)
    right = nothing if new is None else read(path, new, unfold=True)
    change = Change.ADDED if old is None else Change.REMOVED if new is None else Change.CHANGED
    hunks = tuple(_hunks(_with_title(left), _with_title(right)))
    return Difference(path, change, right.title or left.title, hunks) if hunks else None


def _with_title(reading: Reading) -> list[Line]:
    """The lines, with the title first, which is spoken when the page has loaded."""
    return [*([Line((reading.title,), "", 0, "")] if reading.title else []), *reading.lines]


def _hunks(left: Sequence[Line], right: Sequence[Line]) -> Iterator[Hunk]:
    old, new = [line.words for line in left], [line.words for line in right]
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for group in matcher.get_grouped_opcodes(CONTEXT):
        lines = tuple(_signed(group, old, new))
        first, place = (right, group[0][3]) if right else (left, group[0][1])
        changed = next(code for code in group if code[0] != "equal")
        yield Hunk(place + 1, _heading_above(first, changed[3] if right else changed[1]), lines)


def _signed(
    group: Sequence[tuple[str, int, int, int, int]], old: Sequence[str], new: Sequence[str]
) -> Iterator[tuple[str, str]]:
    for kind, old_start, old_end, new_start, new_end in group:
        if kind == "equal":
            yield from ((" ", words) for words in new[new_start:new_end])
        else:
            yield from (("-", words) for words in old[old_start:old_end])
            yield from (("+", words) for words in new[new_start:new_end])


def _heading_above(lines: Sequence[Line], place: int) -> str:
    above = (line.heading for line in reversed(lines[:place]) if line.heading)
    return next(above, "")


def as_text(found: Sequence[Difference]) -> str:
    """A unified diff of spoken lines, page by page, with a sentence at the end."""
    texts = [_text(each) for each in found]
    pages = "、".join(f"{sum(1 for d in found if d.change is c)} 个{c.word}" for c in Change)
    end = f"读起来不一样的：{pages}。\n" if found else "读起来都一样。\n"
    return "\n".join([*texts, end])


def _text(each: Difference) -> str:
    head = (
        f"{each.change.word}：{each.path}　{each.title}（+{each.count('+')} -{each.count('-')}）\n"
    )
    return head + "".join(_hunk_text(hunk) for hunk in each.hunks)


def _hunk_text(hunk: Hunk) -> str:
    under = f"，“{hunk.under}”之下" if hunk.under else ""
    lines = "".join(f"{sign}{words}\n" for sign, words in hunk.lines)
    return f"@@ 第 {hunk.start} 行起{under} @@\n{lines}"


def as_json(found: Sequence[Difference]) -> str:
    """The same for a program."""
    return json.dumps([_plain(each) for each in found], ensure_ascii=False, indent=1) + "\n"


def _plain(each: Difference) -> dict[str, object]:
    hunks = [
        {"start": hunk.start, "under": hunk.under, "lines": [list(line) for line in hunk.lines]}
        for hunk in each.hunks
    ]
    return {"page": each.path, "title": each.title, "change": each.change, "hunks": hunks}


FORMATS: dict[str, Callable[[Sequence[Difference]], str]] = {"text": as_text, "json": as_json}
