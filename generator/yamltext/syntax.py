"""A fault of the parser, in the words of staff: the likeliest cause, at the place to mend."""

from __future__ import annotations

import re
from collections.abc import Callable

from yaml.error import MarkedYAMLError

from generator.problem import Problem
from generator.yamltext.alignment import beside_above, how_to_align
from generator.yamltext.fault import Fault, indent_of, line_above
from generator.yamltext.hidden import ExplicitKey
from generator.yamltext.slips import outside_blocks
from generator.yamltext.source import Source, cut, quoted
from generator.yamltext.structure_problems import (
    Directive,
    EmptyKey,
    NotFields,
    QuoteNotClosed,
    Tag,
    TextOverLines,
)
from generator.yamltext.syntax_problems import (
    BadEscape,
    BlockHeader,
    BracketNotClosed,
    ColonInValue,
    DashOnKeyLine,
    ListAmongFields,
    MissingColon,
    ReservedStart,
    StrayBracket,
    SurrogateEscape,
    TextAfterValue,
    Unreadable,
    WrongIndent,
)

_PARTS = re.compile(r"(?P<before> *+(?:- ++)*+(?:[^\s\"'\[{][^:]*+: ++)?)(?P<value>\S.*)")
_QUOTE_OPEN = re.compile(r" *+(?:- ++)*+(?:[^\s\"'#\[{][^\"'#:]*+: ++)?([\"'])")
_QUOTE_WHOLE = re.compile(r"\"(?:[^\"\\]|\\.)*+\"|'(?:[^']|'')*+'")
_CLOSED = re.compile(rf"(?:{_QUOTE_WHOLE.pattern}|\[[^\[\]]*+\]|\{{[^{{}}]*+\}}) *+([^\s:#,].*)")
_DASH_AFTER_KEY = re.compile(r" *+(?:- ++)*+([^\s#:]++): ++- *+(.*)")
_NEW_ENTRY = re.compile(r" *+(?:- |[a-z][a-z0-9_]*+:(?: |$))")
_ITEM = re.compile(r" *+-(?: |$)")
_NO_KEY = re.compile(r" *+(?:- ++)*+:(?: |$)")
_ESCAPE = re.compile(r"\\(?:[uUxX]([0-9A-Fa-f]*+)|.)?")
_SURROGATE = re.compile("D[89A-F][0-9A-F]{2}")
_SURROGATE_PAIR = re.compile(r"\\u([dD][89abAB][0-9A-Fa-f]{2})\\u([dD][c-fC-F][0-9A-Fa-f]{2})")
_CLOSING = {"[": "]", "{": "}"}
_OPENING = {"]": "[", "}": "{"}


def explain(error: Exception, source: Source) -> None:
    """Report why the text cannot be parsed, unless a slip on the same lines explains it."""
    if not isinstance(error, MarkedYAMLError):
        index = max(0, source.text.find("!"))  # only a tag can hold bytes that are no text
        source.report(Tag, *source.place(index))
        return
    fault = Fault(error, source)
    if not _already_explained(fault):
        problem = _unclosed_quote(fault) or _by_words(fault) or _by_line(fault)
        source.add(problem or Unreadable(at=fault.at, found=cut(fault.line.strip())))


def explain_over_lines(first: int, last: int, source: Source) -> None:
    """Report a plain value that goes on over a line end, unless a slip explains it."""
    if source.has_error_on(first, last):
        return
    number = next(n for n in range(first + 1, last + 1) if source.line(n).strip())
    line, above = source.line(number), source.line(first)
    found, before = indent_of(line), indent_of(above)
    if _NEW_ENTRY.match(line) and found != before:
        if source.wants(WrongIndent):
            source.add(_wrong_indent(source, number))
    else:
        joined = cut(above.strip() + line.strip())
        source.report(TextOverLines, number, found + 1, joined=joined)


def _already_explained(fault: Fault) -> bool:
    first = fault.start.line if "scanning" in fault.context else fault.at.line
    above = line_above(fault.source, fault.at.line)
    return fault.source.has_error_on(min(first, above), fault.at.line)


def _unclosed_quote(fault: Fault) -> Problem | None:
    """The first quote that is not closed on its line, up to the place of the fault."""
    for number, line in outside_blocks(fault.source):
        if number > fault.at.line:
            break
        opening = _QUOTE_OPEN.match(line)
        if opening and not _QUOTE_WHOLE.match(line, opening.start(1)):
            at = fault.source.at(number, opening.start(1) + 1)
            return QuoteNotClosed(at=at, quote=opening[1], fixed=cut(line.strip() + opening[1]))
    return None


def _by_words(fault: Fault) -> Problem | None:
    """What the parser was busy with, or missed, points to one cause."""
    said = f"{fault.context}; {fault.problem}"
    return next((tell(fault) for words, tell in _EXPLAINED if words in said), None)


def _by_line(fault: Fault) -> Problem | None:
    """The line where the parser gave up shows the cause."""
    return _empty_key(fault) or _stray_bracket(fault) or _after_value(fault) or _indent(fault)


def _open_quote(fault: Fault) -> Problem:
    fixed = cut(fault.start_line.strip() + fault.start_sign)
    return QuoteNotClosed(at=fault.start, quote=fault.start_sign, fixed=fixed)


def _directive(fault: Fault) -> Problem:
    return Directive(at=fault.start)


def _block_header(fault: Fault) -> Problem:
    pasted = _pasted(fault.start_line)
    return BlockHeader(at=fault.start, sign=fault.start_sign, pasted=pasted)


def _reserved_name(fault: Fault) -> Problem:
    pasted = _pasted(fault.start_line)
    return ReservedStart(at=fault.start, sign=fault.start_sign, pasted=pasted)


def _reserved_sign(fault: Fault) -> Problem:
    return ReservedStart(at=fault.at, sign=fault.sign, pasted=_pasted(fault.line))


def _explicit_key(fault: Fault) -> Problem:
    return ExplicitKey(at=fault.at)


def _dash_on_key_line(fault: Fault) -> Problem | None:
    match = _DASH_AFTER_KEY.match(fault.line)
    if not match:
        return _by_line(fault)
    return DashOnKeyLine(at=fault.at, pasted=cut(f"{match[1]}: [{match[2].rstrip()}]"))


def _colon_in_value(fault: Fault) -> Problem | None:
    parts = _PARTS.match(fault.line)
    before = parts["before"].rstrip() if parts else ""
    if before.endswith(":") and fault.at.column > len(before):
        return ColonInValue(at=fault.at, pasted=_pasted(fault.line))
    return _by_line(fault) or _no_colon_above(fault)


def _no_colon_above(fault: Fault) -> Problem | None:
    number = line_above(fault.source, fault.at.line)
    line = fault.source.line(number)
    if number == fault.at.line or ":" in line:
        return None
    at = fault.source.at(number, indent_of(line) + 1)
    return MissingColon(at=at, found=cut(line.strip()))


def _no_second_start(fault: Fault) -> Problem:
    """The first line was read as the whole file, so it is no field; or as a directive."""
    first = next((n for n, line in outside_blocks(fault.source)), 1)
    if fault.source.line(first).startswith("%"):
        return Directive(at=fault.source.at(first, 1))
    return _by_line(fault) or NotFields(at=fault.source.at(first, 1), found="一段文字")


def _missing_colon(fault: Fault) -> Problem:
    before = fault.start_line[: fault.start.column - 1]
    if "[" in before or "{" in before:  # the line has its colon, an item in brackets has none
        rest = fault.start_line[len(before) :]
        return Unreadable(at=fault.start, found=cut(rest.strip()))
    return MissingColon(at=fault.start, found=cut(fault.start_line.strip()))


def _empty_key(fault: Fault) -> Problem | None:
    return EmptyKey(at=fault.at) if _NO_KEY.match(fault.line) else None


def _escape(fault: Fault) -> Problem:
    column = fault.line.rfind("\\", 0, fault.at.column) + 1
    at = fault.source.at(fault.at.line, column)
    match = _ESCAPE.match(fault.line, column - 1) if column else None
    escape = match[0] if match else "\\"
    digits = (match[1] or "").upper()[-4:] if match else ""
    if _SURROGATE.fullmatch(digits):
        meant = _surrogate_pair(fault.line, column - 1)
        return SurrogateEscape(at=at, escape=escape, point=digits, meant=meant)
    parts = _PARTS.match(fault.line)
    value = parts["value"].strip().strip('"') if parts else ""
    pasted = f"{parts['before'].strip()} '{value}'".strip() if parts else ""
    return BadEscape(at=at, escape=cut(escape), pasted=cut(pasted))


def _surrogate_pair(line: str, index: int) -> str:
    """The character that two halves stand for, if both are written here."""
    pair = _SURROGATE_PAIR.match(line, index)
    if not pair:
        return ""
    char = bytes.fromhex(pair[1] + pair[2]).decode("utf-16-be")
    return f"“{char}”，并删掉后面的“{pair[0][6:]}”"


def _bracket(fault: Fault) -> Problem:
    """The innermost bracket that is open where the parser gave up."""
    source, at = fault.source, fault.start
    index = sum(len(line) + 1 for line in source.lines[: at.line - 1]) + at.column
    index = max(source.text.rfind("[", 0, index), source.text.rfind("{", 0, index))
    if index < 0:
        return Unreadable(at=fault.at, found=cut(fault.line.strip()))
    bracket = source.text[index]
    return BracketNotClosed(
        at=source.at(*source.place(index)),
        bracket=bracket,
        closing=_CLOSING[bracket],
        line=fault.at.line,
    )


def _stray_bracket(fault: Fault) -> Problem | None:
    if fault.sign == ",":
        return _reserved_sign(fault)
    opening = _OPENING.get(fault.sign)
    return StrayBracket(at=fault.at, bracket=fault.sign, opening=opening) if opening else None


def _after_value(fault: Fault) -> Problem | None:
    """Text after a closing quote or bracket."""
    parts = _PARTS.match(fault.line)
    closed = _CLOSED.match(fault.line, parts.start("value")) if parts else None
    if not closed:
        return None
    at = fault.source.at(fault.at.line, closed.start(1) + 1)
    rest = cut(closed[1].rstrip(), 40)
    return TextAfterValue(at=at, rest=rest, pasted=_pasted(fault.line))


def _wrong_indent(source: Source, number: int) -> Problem:
    found, before = indent_of(source.line(number)), indent_of(source.line(line_above(source, number)))
    field, within = beside_above(source, number)
    at, how = source.at(number, found + 1), how_to_align(source, number)
    return WrongIndent(at=at, found=found, above=before, how=how, field=field, within=within)


def _indent(fault: Fault) -> Problem | None:
    above = fault.source.line(line_above(fault.source, fault.at.line))
    found, before = indent_of(fault.line), indent_of(above)
    at = fault.source.at(fault.at.line, found + 1)
    if found != before:
        return _wrong_indent(fault.source, fault.at.line)
    item, item_above = (_ITEM.match(line) is not None for line in (fault.line, above))
    if item == item_above:
        return None
    titles = ("列表项", "字段")
    return ListAmongFields(at=at, found=titles[not item], above=titles[item])


def _pasted(line: str) -> str:
    """The line with everything after its key in quotes."""
    parts = _PARTS.match(line)
    if not parts:
        return quoted(cut(line.strip()))
    return f"{parts['before'].strip()} {quoted(cut(parts['value'].rstrip()))}".strip()


_EXPLAINED: tuple[tuple[str, Callable[[Fault], Problem | None]], ...] = (
    ("escape", _escape),
    ("hexdecimal", _escape),
    ("quoted scalar", _open_quote),
    ("directive", _directive),
    ("block scalar", _block_header),
    ("anchor", _reserved_name),
    ("alias", _reserved_name),
    ("tag", _reserved_name),
    ("flow", _bracket),
    ("cannot start any token", _reserved_sign),
    ("node content", _reserved_sign),
    ("mapping keys are not allowed", _explicit_key),
    ("block sequence entries", _dash_on_key_line),
    ("mapping values", _colon_in_value),
    ("expected ':'", _missing_colon),
    ("document start", _no_second_start),
)
"""Words of the parser's context or problem, first match wins; its words never reach staff."""
