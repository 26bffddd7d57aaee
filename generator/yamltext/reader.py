"""Bytes of a record file to its tree, or to everything that is wrong with its text."""

from __future__ import annotations

from generator.problem import Problem, in_order
from generator.yamltext import characters, hidden, slips, syntax
from generator.yamltext.builder import build
from generator.yamltext.encoding import decode
from generator.yamltext.source import Source
from generator.yamltext.structure_problems import EmptyFile, NotFields
from generator.yamltext.tree import Mapping, Scalar, Sequence


def read(data: bytes, path: str) -> tuple[Mapping | None, list[Problem]]:
    """The record in a file and what is wrong with its text, sorted; never raises.

    There is no record where the text cannot be read as one: wrong encoding, a fault of syntax, a
    limit passed, or something with no place in a tree (alias, second document, list as a key).
    Otherwise there is one even beside errors, so that its fields can be checked too.
    """
    source = Source(path)
    record = _record(source) if decode(data, source) else None
    if not source.problems:
        return record, []
    source.close()
    return record, in_order(source.problems)


def _record(source: Source) -> Mapping | None:
    clean = characters.surely_clean(source.text)
    if not clean:
        characters.scan(source)
    if not clean or slips.suspected(source.text):
        slips.look(source)
    if hidden.suspected(source.text):
        hidden.look(source)
    built = build(source)
    if built.fault:
        slips.look(source, broken=True)
        syntax.explain(built.fault, source)
    elif built.whole and not isinstance(built.root, Mapping):
        _refuse(built.root, source)
    for first, last in built.over_lines:
        syntax.explain_over_lines(first, last, source)
    if built.whole and not built.fault and isinstance(built.root, Mapping):
        return built.root
    return None


def _refuse(root: Scalar | Sequence | None, source: Source) -> None:
    """Say what stands at the top of the file instead of fields, unless that is explained."""
    if root is None or (isinstance(root, Scalar) and root.plain and not root.value):
        if not source.has_error_on(1, len(source.lines)):
            source.report(EmptyFile, 1, 1)
        return
    slips.look(source, broken=True)
    if not source.has_error_on(root.line, root.line):
        found = "一个列表" if isinstance(root, Sequence) else "一段文字"
        source.report(NotFields, root.line, root.column, found=found)
