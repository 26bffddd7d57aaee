"""What the parser would pass over in silence: text after ` #`, escapes, explicit keys.

A comment after a value is allowed where nobody can take it for content: after a quoted value or a
closing bracket, and after two spaces and before one (`name: 成都  # 说明`), as yamllint asks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from yaml import tokens
from yaml._yaml import CParser
from yaml.error import YAMLError

from generator.problem import Problem
from generator.yamltext.characters import FORBIDDEN
from generator.yamltext.limits import MOST_DEPTH, MOST_NODES
from generator.yamltext.lookalikes import FOREIGN, mixed_letters, named
from generator.yamltext.source import Source, cut, quoted

_Token = Any
"""A token of any kind: the stubs call its marks optional, but the C parser always sets them."""
_BEFORE_HASH = (" #", '"#', "'#", "]#", "}#", "|#", ">#", ",#", "[#", "{#")
_EXPLICIT_KEY = re.compile(r"[\s\[{,-]\?|\A\?")
_HEADER_WITH_HASH = re.compile("[|>][0-9+-]*+#")
_ITEM_END = re.compile(r"([,\]}])")
_NOTE = re.compile(r"( +)#([^\n]*)")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([^\n]))")
_LETTER_ESCAPES = dict(zip("0abevfrN_LP", "\0\a\b\x1b\v\f\r\x85\xa0\u2028\u2029", strict=True))
_OPENERS = (
    tokens.BlockSequenceStartToken,
    tokens.BlockMappingStartToken,
    tokens.FlowSequenceStartToken,
    tokens.FlowMappingStartToken,
)
_CLOSERS = (tokens.BlockEndToken, tokens.FlowSequenceEndToken, tokens.FlowMappingEndToken)
_NEVER_BEFORE_NOTE = (
    tokens.StreamStartToken,
    tokens.DocumentStartToken,
    tokens.DocumentEndToken,
    tokens.BlockEndToken,
    tokens.FlowSequenceEndToken,
    tokens.FlowMappingEndToken,
)


@dataclass(frozen=True, kw_only=True)
class TextLost(Problem):
    """没有引号的内容里有“空格加 #”，后面的字会被当成说明丢掉。

    为什么：页面上只剩前半句，谁也看不出少了字。
    错的例子：address: 二楼 #3 室
    对的例子：address: "二楼 #3 室"
    确实要写说明的，“#”前面空两格、后面空一格：name: 成都  # 说明
    """

    code = "T122"
    says = "“ #”后面的字会丢掉：“{lost}”会被当成说明，不算内容。"
    mend = "是内容就加双引号：{pasted}；是说明就在“#”前面空两格、后面空一格。"

    lost: str
    pasted: str


class ExplicitKey(Problem):
    """用了“? ”开头的字段名写法。

    为什么：记录文件不需要这种写法，别的软件读出来可能不一样。
    错的例子：? name
    对的例子：name: 成都
    """

    code = "T110"
    says = "字段名应直接写在行首，现在用“?”开头。"
    mend = "删掉“?”，写成 name: 内容；如果问号是文字，给这一行的内容加双引号。"


@dataclass(frozen=True, kw_only=True)
class ForbiddenEscape(Problem):
    r"""双引号里用反斜线写出了不能用的字符。

    为什么：写成编码的字符同样会进到页面里，而且更难发现。
    错的例子："成\u200b都"
    对的例子："成都"
    反斜线本身是文字的，改用单引号：'C:\utf'
    """

    code = "T020"
    says = "双引号里的“{escape}”会变成 {sign}，记录里不能有。"
    mend = "删掉“{escape}”，直接写要的字；反斜线本身是文字的，改用单引号。"

    escape: str
    sign: str


@dataclass(frozen=True, kw_only=True)
class HashTouchesValue(Problem):
    """说明的“#”紧贴着前面的引号、括号或逗号。

    为什么：有的软件把它当成说明，有的当成写错，读出来会不一样。
    错的例子：name: "成都"#说明
    对的例子：name: "成都"  # 说明
    """

    code = "T133"
    says = "说明的“#”应与前面的“{before}”隔开，现在紧贴着。"
    mend = "改成 {fixed}"

    before: str
    fixed: str


def suspected(text: str) -> bool:
    """Whether a closer look is due; false for nearly every record."""
    return (
        "\\" in text
        or ("#" in text and any(sign in text for sign in _BEFORE_HASH))
        or ("?" in text and _EXPLICIT_KEY.search(text) is not None)
    )


def look(source: Source) -> None:
    """Go through the tokens as far as they can be read; the builder reports where they cannot."""
    get_token = CParser(source.parsed).get_token
    depth = 0
    try:
        for _ in range(3 * MOST_NODES):
            token: _Token = get_token()
            if token is None or depth > MOST_DEPTH:
                return
            kind = type(token)
            depth += (kind in _OPENERS) - (kind in _CLOSERS)
            _look_at(source, token)
    except (YAMLError, UnicodeDecodeError):
        return


def _look_at(source: Source, token: _Token) -> None:
    kind = type(token)
    start, end = token.start_mark.index, token.end_mark.index
    style = token.style if kind is tokens.ScalarToken else None
    if kind is tokens.KeyToken and end > start:
        source.report(ExplicitKey, *source.place(start))
    if style == '"':
        _look_for_escapes(source, token)
    if end > start and source.text.startswith("#", end) and source.text[end - 1] != "\n":
        _report_touching(source, end)
    if style and (header := _HEADER_WITH_HASH.match(source.text, start)):
        _report_touching(source, header.end() - 1)
    if not style and kind not in _NEVER_BEFORE_NOTE:
        _look_for_note(source, token, end)


def _look_for_escapes(source: Source, token: _Token) -> None:
    first, last = token.start_mark.index + 1, token.end_mark.index - 1
    mixed = bool(FOREIGN.search(token.value) and mixed_letters(token.value))
    for match in _ESCAPE.finditer(source.text, first, last):
        digits = match[1] or match[2] or match[3]
        char = chr(int(digits, 16)) if digits else _LETTER_ESCAPES.get(match[4], "")
        faulty = _refused(char) or (mixed and FOREIGN.match(char))
        if faulty and source.wants(ForbiddenEscape):
            at = source.at(*source.place(match.start()))
            source.add(ForbiddenEscape(at=at, escape=match[0], sign=named(char)))


def _refused(char: str) -> bool:
    """A tab by escape can be seen in the file, so it is allowed."""
    return char not in ("", "\t") and FORBIDDEN.match(char) is not None


def _report_touching(source: Source, end: int) -> None:
    number, column = source.place(end)
    line = source.line(number)
    fixed = cut(f"{line[: column - 1].strip()}  # {line[column:].strip()}")
    source.report(HashTouchesValue, number, column, before=source.text[end - 1], fixed=fixed)


def _look_for_note(source: Source, token: _Token, end: int) -> None:
    note = _NOTE.match(source.text, end)
    if not note or (len(note[1]) > 1 and note[2].startswith(" ")):
        return
    if not source.wants(TextLost):
        return
    place = source.place(note.start(2) - 1)
    line, mark = source.line(place[0]), token.end_mark
    if type(token) is tokens.ScalarToken:
        mark = token.start_mark
    before = line[: mark.column] if mark.line + 1 == place[0] else ""
    lost, pasted = cut("#" + note[2].rstrip()), _with_quotes(before, line[len(before) :])
    source.add(TextLost(at=source.at(*place), lost=lost, pasted=cut(pasted)))


def _with_quotes(before: str, value: str) -> str:
    """The line with its value in quotes; inside brackets only up to the next comma or bracket."""
    value, after = value.strip(), ""
    if "[" in before or "{" in before:
        parts = _ITEM_END.split(value, maxsplit=1)
        value, after = parts[0].strip(), "".join(parts[1:])
    gap = "" if before[-1:] in ("", " ", "[", "{") else " "
    return f"{before.lstrip()}{gap}{quoted(value)}{after}"
