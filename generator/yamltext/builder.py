"""Events of the C parser to a tree, iteratively: no depth of input is a depth of calls."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NoReturn

from yaml import events
from yaml._yaml import CParser
from yaml.error import YAMLError

from generator.problem import Problem
from generator.yamltext.limits import MOST_DEPTH, MOST_NODES
from generator.yamltext.source import Source, cut
from generator.yamltext.structure_problems import (
    Alias,
    Anchor,
    Directive,
    DocumentMarker,
    DuplicateKey,
    EmptyBlock,
    EmptyKey,
    KeyNotText,
    MergeKey,
    QuoteNotClosed,
    SeveralDocuments,
    Tag,
    TooDeep,
    TooManyNodes,
)
from generator.yamltext.syntax_problems import ReservedStart, UnderIndented
from generator.yamltext.tree import Mapping, Node, Scalar, Sequence

_SKIPPED = Scalar(value="", plain=True, line=0, column=0)
"""Stands for a key whose value is not kept, because the key is a fault already."""

_NO_KEYS = ("", "<<")
_Event = Any
"""An event of any kind: the stubs call its marks optional, but the C parser always sets them."""


class _StopError(Exception):
    """Nothing after this place is worth reading."""


@dataclass(slots=True)
class Built:
    """What stands at the top of a file, and what only its reader can judge.

    `whole` unless some of the text has no place in a tree; `fault` where the parser gave up;
    `over_lines` the first and last line of each plain value that goes on over a line end.
    """

    root: Node | None = None
    whole: bool = True
    fault: YAMLError | UnicodeDecodeError | None = None
    over_lines: list[tuple[int, int]] = field(default_factory=list)


def build(source: Source) -> Built:
    """Everything that could be built; the problems on the way are in the source."""
    builder = _Builder(source)
    try:
        builder.run(CParser(source.parsed))
    except _StopError:
        builder.built.whole = False
    except (YAMLError, UnicodeDecodeError) as fault:
        builder.built.fault = fault
    return builder.built


class _Builder:
    """The containers that are open, and the key that waits for its value."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.built = Built()
        self.top: Mapping | Sequence | None = None
        self.key: Scalar | None = None
        self.open: list[tuple[Mapping | Sequence | None, Scalar | None]] = []
        self.nodes = 0
        self.brackets = 0

    def run(self, parser: CParser) -> None:
        """Take every event."""
        handlers = {
            events.MappingStartEvent: self._start,
            events.SequenceStartEvent: self._start,
            events.MappingEndEvent: self._end,
            events.SequenceEndEvent: self._end,
            events.AliasEvent: self._alias,
            events.DocumentStartEvent: self._document_start,
            events.DocumentEndEvent: self._document_end,
        }
        get_event, scalar, scalar_event = parser.get_event, self._scalar, events.ScalarEvent
        event: _Event
        while (event := get_event()) is not None:
            kind = type(event)
            if kind is scalar_event:
                scalar(event)
            elif kind in handlers:
                handlers[kind](event)

    def _scalar(self, event: _Event) -> None:
        """Three events in four come here, so a plain field is placed without a further call."""
        mark, value, top, key = event.start_mark, event.value, self.top, self.key
        line = mark.line
        node = Scalar(value, not event.style, line + 1, mark.column + 1)
        if event.end_mark.line != line or event.anchor is not None or event.tag is not None:
            self._odd(event)
            node.last = 0 if event.style or event.end_mark.line == line else event.end_mark.line + 1
        self.nodes += 1
        if type(top) is not Mapping or key is _SKIPPED or self.nodes > MOST_NODES:
            self._place(node)
        elif key is None:
            self.key = (
                self._faulty_key(top, node) if value in top.entries or value in _NO_KEYS else node
            )
        else:
            top.entries[key.value] = node
            top.keys[key.value] = key
            self.key = None

    def _place(self, node: Node) -> None:
        """Put a node where it belongs, unless it is one too many."""
        if self.nodes > MOST_NODES:
            self._stop(TooManyNodes, node.line, node.column)
        top, key = self.top, self.key
        if type(top) is Mapping:
            if key is None:
                self.key = self._faulty_key(top, node)
                return
            self.key = None
            if key is not _SKIPPED:
                top.entries[key.value] = node
                top.keys[key.value] = key
        elif type(top) is Sequence:
            top.items.append(node)
        else:
            self.built.root = node

    def _faulty_key(self, top: Mapping, node: Node) -> Scalar:
        """Report a key that cannot be kept; its value is read but not kept either."""
        if type(node) is not Scalar:
            self.built.whole = False
            self.source.report(KeyNotText, node.line, node.column)
        elif node.value in top.entries:
            first = top.keys[node.value].line
            key = cut(node.value)
            self.source.report(DuplicateKey, node.line, node.column, key=key, first=first)
        else:
            kind = MergeKey if node.value else EmptyKey
            self.source.report(kind, node.line, node.column)
        return _SKIPPED

    def _start(self, event: _Event) -> None:
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        if len(self.open) >= MOST_DEPTH:
            self._stop(TooDeep, line, column)
        if event.anchor is not None or event.tag is not None:
            self._odd(event)
        self.brackets += event.flow_style
        node: Mapping | Sequence
        if type(event) is events.MappingStartEvent:
            node = Mapping({}, {}, line, column)
        else:
            node = Sequence([], line, column)
        self.nodes += 1
        self._place(node)
        self.open.append((self.top, self.key))
        self.top, self.key = node, None

    def _end(self, event: _Event) -> None:
        closed = self.top
        self.top, self.key = self.open.pop()
        if closed and event.end_mark.index > event.start_mark.index:  # a bracket, not a dedent
            self.brackets -= 1
            self._look_into_brackets(closed, event.end_mark.line + 1)

    def _look_into_brackets(self, closed: Mapping | Sequence, last: int) -> None:
        """Report what only this parser accepts: lines not deeper than the field, a lone dash."""
        nodes = closed.items if isinstance(closed, Sequence) else closed.entries.values()
        for node in nodes:
            if isinstance(node, Scalar) and node.plain and node.value == "-":
                self.source.report(ReservedStart, node.line, node.column, sign="-", pasted='"-"')
        outer = self.top.column if self.top else 0
        first = last if self.brackets else closed.line  # the outermost bracket sees all lines
        for number in range(first + 1, last + 1):
            line = self.source.line(number)
            body = line.lstrip(" ")
            found = len(line) - len(body)
            if body and body[0] != "#" and found < outer:
                self.source.report(UnderIndented, number, found + 1, found=found, least=outer)

    def _odd(self, event: _Event) -> None:
        """Report an anchor, a tag, or a value over several lines that is no `|` text."""
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if event.anchor is not None:
            self.source.report(Anchor, line, column, name=cut(event.anchor))
        if event.tag is not None:
            self.source.report(Tag, line, column)
        if hasattr(event, "style") and event.end_mark.line + 1 > line:
            self._several_lines(event, line, column)

    def _several_lines(self, event: _Event, line: int, column: int) -> None:
        """Report a scalar over several lines, unless it is a `|` or `>` text with content."""
        if event.style == "":
            self.built.over_lines.append((line, event.end_mark.line + 1))
        elif event.style in "\"'":
            fixed = cut(self.source.line(line).strip() + event.style)
            self.source.report(QuoteNotClosed, line, column, quote=event.style, fixed=fixed)
        elif not event.value.strip(" \n"):
            self.source.report(EmptyBlock, line, column, sign=event.style)

    def _alias(self, event: _Event) -> None:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        self.source.report(Alias, line, column, name=cut(event.anchor))
        self.built.whole = False
        self.nodes += 1
        self._place(Scalar(value="", plain=True, line=line, column=column))

    def _document_start(self, event: _Event) -> None:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if self.built.root is not None:
            self._stop(SeveralDocuments, line, column)
        if event.version or event.tags:
            self.source.report(Directive, line, column)
        elif event.explicit:
            self.source.report(DocumentMarker, line, column, marker="---")

    def _document_end(self, event: _Event) -> None:
        if event.explicit:
            line, column = event.start_mark.line + 1, event.start_mark.column + 1
            self.source.report(DocumentMarker, line, column, marker="...")

    def _stop(self, kind: type[Problem], line: int, column: int) -> NoReturn:
        self.source.report(kind, line, column)
        raise _StopError
