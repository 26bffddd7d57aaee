"""Slips of the keyboard, line by line: what parses as something else than its writer meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from generator.problem import Problem
from generator.yamltext.slip_problems import (
    DashSlip,
    FullWidthBrackets,
    FullWidthColon,
    FullWidthComma,
    FullWidthHash,
    FullWidthQuotes,
    NoSpaceAfterColon,
    WideSpace,
)
from generator.yamltext.source import Source, cut, quoted

_FIELD = "[a-z][a-z0-9_]*+"
_LEAD = " *+(?:- ++)*+"
_MISSING_SPACE = r":(?! |\u3000|\n|$|//|(?<=tel:)|(?<=mailto:))"
_SUSPECT_VALUE = (
    r"[－–—−•●·“‘＂＇［｛【]|-(?=[^ \n\d-])"
    r"|[\"'][^\"'\n”’＂＇]{0,200}+[”’＂＇]"
    r"|[\[{][^\n，、；：］｝】]*+[，、；：］｝】]"
)
_SUSPECT = re.compile(
    rf"\n{_LEAD}(?:{_FIELD}(?:：|{_MISSING_SPACE}|: ++(?:{_SUSPECT_VALUE}))|{_SUSPECT_VALUE})"
)
_BLOCK_HEADER = re.compile(r"( *+)((?:- ++)*+)(.*: ++)?[|>][0-9+-]{0,2} *+(?:#.*)?$")
_WIDE_SPACE = re.compile(rf" *+(?:- *+)*+(?:{_FIELD}: *+)?(\u3000)|.*?(\u3000) *+$")
_BLANKS = " \u3000"
_WIDE_LEAD = re.compile("[ \u3000]*\u3000")
_WIDE_GAP = re.compile(rf"({_LEAD}{_FIELD}):[ \u3000]*\u3000[ \u3000]*")
_OWN_LINE_KEY = re.compile(rf"{_LEAD}({_FIELD})(：|{_MISSING_SPACE})")
_ANY_KEY = re.compile(r" *+([^\s:：#\"'\[{-][^\s:：]{0,19}+) *+(：|:(?=[^\s/]))")
_DASH = re.compile(rf" *+(?:{_FIELD}: ++)?+(?:([－–—−•●·])(?!\1)|(-)(?=[^ \d-])) *+")
_VALUE = re.compile(rf"{_LEAD}(?:[^\s\"'#\[{{：][^\"'#\[{{]*?: ++)?(\S.*)$")
_QUOTES = re.compile("[“‘＂＇][^“”‘’＂＇\"']*[”’＂＇\"']|[\"'][^\"']*[”’＂＇]")
_BRACKETS = re.compile("[［｛][^［｛]*[］｝\\]}]|[\\[{][^\\[{]*[］｝】]")
_FIGURES = re.compile(r"\d[\d.-]*+", re.ASCII)
"""Codes, dates and amounts: the type of a field decides what they are, without quotes too."""
_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*+\"|'(?:[^']|'')*+'")
_FLOW_KEY = re.compile(rf"[{{,]\s*+({_FIELD})(：)")
_FLOW_COMMA = re.compile(rf"\[[^\[\]{{}}]*?([，、；])|(，)\s*+{_FIELD}\s*+[:：]")
_SPACELESS_COMMA = re.compile(",(?! )")
_ITEM_END = re.compile("[,，}]")
_ASCII = str.maketrans("，、；［］｛｝【】", ",,,[]{}[]")


class _Slip(NamedTuple):
    """A slip in one line: its column, its kind and, made only when it is listed, its words."""

    column: int
    kind: type[Problem]
    words: Callable[[], dict[str, str]]


def suspected(text: str) -> bool:
    """Whether a closer look is due; false for nearly every record."""
    return _SUSPECT.search("\n" + text) is not None


def in_line(line: str) -> bool:
    """Whether a line that parses would be taken for a slip."""
    return suspected(line) and any(rule(line) for rule in _RULES)


def mended(lines: Iterable[str], names: Container[str]) -> Iterator[str]:
    """The lines with the slips taken back that have one meaning only.

    A full-width colon behind the name of a field (one of `names`) becomes `: `; a full-width space
    before a line becomes two spaces, behind a field name one, and at the end of a line none.
    """
    block_indent: int | None = None
    for line in lines:
        body = line.lstrip(" ")
        if block_indent is not None:
            if not body or len(line) - len(body) > block_indent:
                yield line
                continue
            block_indent = None
        if body and body[0] != "#":
            mended_line = _mended(line, names)
            if header := _BLOCK_HEADER.match(mended_line):
                block_indent = _indent_of(header)
            yield mended_line
        else:
            yield line


def _mended(line: str, names: Container[str]) -> str:
    lead = _WIDE_LEAD.match(line)
    if lead:
        line = lead[0].replace("\u3000", "  ") + line[lead.end() :]
    colon = _OWN_LINE_KEY.match(line)
    if colon and colon[2] == "：" and colon[1] in names:
        line = f"{line[: colon.start(2)]}: {line[colon.end(2) :].lstrip(_BLANKS)}"
    gap = _WIDE_GAP.match(line)
    if gap:
        line = f"{gap[1]}: {line[gap.end() :]}"
    return line.rstrip(_BLANKS) if line.endswith("\u3000") else line


def look(source: Source, *, broken: bool = False) -> None:
    """Report the slips; for a text that does not parse (`broken`), those of unusual keys."""
    rules = _BROKEN_RULES if broken else _RULES
    for number, line in outside_blocks(source):
        if not broken and "\u3000" in line:
            _wide_space(source, number, line)
        slip = next((found for rule in rules if (found := rule(line))), None)
        if slip is None or (broken and source.has_error_on(number, number)):
            continue
        if source.wants(slip.kind):
            source.add(slip.kind(at=source.at(number, slip.column), **slip.words()))


def _wide_space(source: Source, number: int, line: str) -> None:
    match = _WIDE_SPACE.match(line)
    if match and source.wants(WideSpace):
        index = max(match.start(1), match.start(2))
        rest = line[index:].strip(" \u3000")
        fixed = cut(f"{line[:index].strip()} {rest}".strip())
        source.add(WideSpace(at=source.at(number, index + 1), fixed=fixed or "（空行）"))


def outside_blocks(source: Source) -> Iterator[tuple[int, str]]:
    """The lines that are neither comments nor inside a `|` or `>` text."""
    block_indent: int | None = None
    for number, line in enumerate(source.lines, 1):
        body = line.lstrip(" ")
        if not body:
            continue
        if block_indent is not None:
            if len(line) - len(body) > block_indent:
                continue
            block_indent = None
        if body[0] == "#":
            continue
        if header := _BLOCK_HEADER.match(line):
            block_indent = _indent_of(header)
        yield number, line


def _indent_of(header: re.Match[str]) -> int:
    """Lines deeper than this belong to the text: the column of the key, or of the last dash."""
    indent, dashes, key = header.groups()
    if key:
        return len(indent) + len(dashes)
    return len(indent) + (len(dashes.rstrip()) if dashes else 0) - 1


def _own_line_key(line: str) -> _Slip | None:
    """A key with a full-width colon, or without a space after the colon."""
    match = _OWN_LINE_KEY.match(line)
    return match and _colon(line, match)


def _any_key(line: str) -> _Slip | None:
    """The same for a key in any script; only where the text does not parse."""
    match = None if ": " in line else _ANY_KEY.match(line)
    return match and _colon(line, match)


def _colon(line: str, match: re.Match[str]) -> _Slip:
    kind = FullWidthColon if match[2] == "：" else NoSpaceAfterColon

    def words() -> dict[str, str]:
        key, rest = match[1], line[match.end(2) :].strip()
        return {"key": cut(key), "fixed": cut(f"{key}: {rest}".rstrip())}

    return _Slip(match.start(2) + 1, kind, words)


def _dash(line: str) -> _Slip | None:
    match = _DASH.match(line)
    if not match:
        return None
    start, end = max(match.start(1), match.start(2)), match.end()

    def words() -> dict[str, str]:
        fixed = cut(f"- {line[end:].strip()}")
        return {"found": line[start : end + 1].strip(), "fixed": fixed}

    return _Slip(start + 1, DashSlip, words)


def _whole_value(line: str) -> _Slip | None:
    """Find a whole value in Chinese quotes or brackets."""
    match = _VALUE.match(line)
    value = match[1].rstrip() if match else ""
    if not match or not value:
        return None
    column = match.start(1) + 1
    if _QUOTES.fullmatch(value):
        return _Slip(column, FullWidthQuotes, partial(_quotes_words, value))
    if _BRACKETS.fullmatch(value) or _black_brackets(value):
        return _Slip(column, FullWidthBrackets, partial(_sign_words, value, value))
    return None


def _quotes_words(value: str) -> dict[str, str]:
    inner = value[1:-1]
    if _FIGURES.fullmatch(inner):
        return {"rule": "数字和日期不用加引号", "found": cut(value), "fixed": cut(inner), "kept": ""}
    kept = f"；如果中文引号要显示出来，改成 {cut(quoted(f'“{inner}”'))}"
    return {"rule": "给内容加引号应当用半角引号", "found": cut(value), "fixed": cut(quoted(inner)), "kept": kept}


def _sign_words(found: str, value: str) -> dict[str, str]:
    plain = value.replace("：", ": ").translate(_ASCII)
    return {"found": cut(found), "fixed": cut(_SPACELESS_COMMA.sub(", ", plain))}


def _black_brackets(value: str) -> bool:
    """【】 alone is common in titles; with several items inside it is meant as a list."""
    closed = value[0] == "【" and value[-1] in "】]" and value.count("【") == 1
    return closed and any(sign in value for sign in ",，、")


def _flow(line: str) -> _Slip | None:
    """Find full-width signs between the items of a list or a mapping in brackets."""
    match = _VALUE.match(line)
    if not match or match[1][0] not in "[{":
        return None
    start = match.start(1)
    bare = _QUOTED.sub(lambda quote: '"' * len(quote[0]), line)
    if key := _FLOW_KEY.search(bare, start):
        return _Slip(key.start(2) + 1, FullWidthColon, partial(_flow_key_words, line, key))
    if comma := _FLOW_COMMA.search(bare, start):
        column = max(comma.start(1), comma.start(2)) + 1
        words = partial(_sign_words, comma[1] or comma[2], line[start:].rstrip())
        return _Slip(column, FullWidthComma, words)
    return None


def _flow_key_words(line: str, key: re.Match[str]) -> dict[str, str]:
    value = _ITEM_END.split(line[key.end() :], maxsplit=1)[0].strip()
    return {"key": cut(key[1]), "fixed": cut(f"{key[1]}: {value}")}


def _hash(line: str) -> _Slip | None:
    body = line.lstrip(" ")
    if not body.startswith("＃"):
        return None
    column = len(line) - len(body) + 1
    return _Slip(column, FullWidthHash, lambda: {"fixed": cut("# " + body[1:].strip())})


_Rule = Callable[[str], _Slip | None]
_RULES: tuple[_Rule, ...] = (_own_line_key, _dash, _whole_value, _flow)
_BROKEN_RULES: tuple[_Rule, ...] = (_any_key, _hash)
