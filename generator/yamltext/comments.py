"""The comments of a file, each at the field or list item that it speaks of, so that it can move along.

A comment belongs to the field right below it; before a blank line, or deeper than what follows, to
the one above; behind a value, to that value.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from yaml import tokens
from yaml._yaml import CParser

from generator.yamltext.source import Source
from generator.yamltext.tree import Mapping, Node, Sequence

Path = tuple[str | int, ...]
_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\n]*", re.MULTILINE)
_HEADER = re.compile(r"[|>][0-9+-]*+ *+(#[^\n]*)?")


@dataclass(slots=True)
class Notes:
    """What is said around one entry: lines above it, behind it, and below all of it; "" is a blank line."""

    before: list[str] = field(default_factory=list)
    beside: str = ""
    after: list[str] = field(default_factory=list)


Comments = dict[Path, Notes]
"""By path; the empty path has what stands at the head and at the end of the file."""


class Place(NamedTuple):
    """Where an entry begins, and the column in which its comments stand."""

    line: int
    column: int
    path: Path


class _Comment(NamedTuple):
    line: int
    column: int
    text: str


def places(node: Node, path: Path = ()) -> Iterator[Place]:
    """Every field and list item of a tree, in the order of the text."""
    if isinstance(node, Mapping):
        for name, child in node.entries.items():
            key = node.keys[name]
            yield Place(key.line, key.column, (*path, name))
            yield from places(child, (*path, name))
    elif isinstance(node, Sequence):
        for position, item in enumerate(node.items):
            yield Place(item.line, max(1, item.column - 2), (*path, position))
            yield from places(item, (*path, position))


def find(source: Source, tree: Mapping) -> Comments:
    """The comments of a text that was read without error."""
    if "#" not in source.text:
        return {}
    return _Finder(source, tree).all()


def without(comments: Comments, dropped: Container[str]) -> Comments:
    """The comments but for these lines, and without the blank lines that were beside them only."""
    return {
        path: Notes(_left(notes.before, dropped), "" if notes.beside in dropped else notes.beside, _left(notes.after, dropped))
        for path, notes in comments.items()
    }


def _left(lines: list[str], dropped: Container[str]) -> list[str]:
    kept = [line for line in lines if line not in dropped]
    return kept if any(kept) else []


def _raw(source: Source) -> Iterator[_Comment]:
    """Every comment, from what stands between the tokens."""
    token: Any
    parser, done = CParser(source.parsed), 0
    while (token := parser.get_token()) is not None:
        start, end = token.start_mark.index, token.end_mark.index
        yield from _between(source, done, start)
        if isinstance(token, tokens.ScalarToken) and token.style in ("|", ">"):
            header = _HEADER.match(source.text, start)
            if header and header[1]:
                yield _Comment(*source.place(header.start(1)), header[1].rstrip())
        done = max(done, end)
    yield from _between(source, done, len(source.text))


def _between(source: Source, start: int, end: int) -> Iterator[_Comment]:
    for match in _COMMENT.finditer(source.text, start, max(start, end)):
        yield _Comment(*source.place(match.start()), match[0].rstrip())


class _Finder:
    """Puts each comment at its entry."""

    def __init__(self, source: Source, tree: Mapping) -> None:
        self.source = source
        self.places = list(places(tree))
        self.lines = [place.line for place in self.places]
        self.found: Comments = {}

    def all(self) -> Comments:
        """Take the comments in order; consecutive lines of their own in one column stand together."""
        own: list[_Comment] = []
        for comment in _raw(self.source):
            path = self._beside(comment)
            if path is not None:
                self._notes(path).beside = comment.text
                continue
            if own and comment[:2] != (own[-1].line + 1, own[-1].column):
                self._put(own)
                own = []
            own.append(comment)
        if own:
            self._put(own)
        return self.found

    def _notes(self, path: Path) -> Notes:
        return self.found.setdefault(path, Notes())

    def _beside(self, comment: _Comment) -> Path | None:
        """The entry on this line that the comment is behind: the deepest that is alone there."""
        on_line = self.places[bisect_left(self.lines, comment.line) : bisect_right(self.lines, comment.line)]
        if not on_line or self._is_blank(comment.line, comment.column - 1):
            return None
        path = on_line[0].path
        while len(below := [place.path for place in on_line if place.path[:-1] == path]) == 1:
            path = below[0]
        return path

    def _is_blank(self, line: int, columns: int | None = None) -> bool:
        return not self.source.line(line)[:columns].strip()

    def _put(self, block: list[_Comment]) -> None:
        first, last = block[0], block[-1]
        texts = [comment.text for comment in block]
        gap_above = first.line > 1 and self._is_blank(first.line - 1)
        gap_below = last.line < len(self.source.lines) and self._is_blank(last.line + 1)
        above = [""] if gap_above else []
        index = bisect_right(self.lines, last.line)
        following = self.places[index] if index < len(self.places) else None
        owner = self._above(index, first.column)
        if following is None:
            target = self._notes(owner if owner and first.column > 1 else ()).after
            target += above + texts
        elif self._goes_up(first.column, following, owner, gap_below=gap_below):
            self._notes(owner or ()).after.extend(above + texts + ([""] if gap_below else []))
        elif owner is None and gap_below and index == 0:
            self._notes(()).before.extend([*above, *texts, ""])
        else:
            self._notes(following.path).before.extend(above + texts + ([""] if gap_below else []))

    def _above(self, index: int, column: int) -> Path | None:
        """The last entry above that is not deeper than the column."""
        return next((p.path for p in reversed(self.places[:index]) if p.column <= column), None)

    @staticmethod
    def _goes_up(column: int, following: Place, owner: Path | None, *, gap_below: bool) -> bool:
        """Whether a comment belongs to the entry above; never to one that holds the next entry."""
        if owner is None or owner == following.path[: len(owner)]:
            return False
        return gap_below or column > following.column
