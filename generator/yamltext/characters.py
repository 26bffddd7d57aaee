"""Find the characters that no record may hold, in one pass that clean text never enters."""

from __future__ import annotations

import re

from generator.yamltext.character_problems import (
    CharacterProblem,
    ControlCharacter,
    DirectionControl,
    InvisibleCharacter,
    LostCharacter,
    MixedLetters,
    OddLineBreak,
    OddSpace,
    PrivateUseCharacter,
    RadicalCharacter,
    Tab,
)
from generator.yamltext.fault import indent_of, line_above
from generator.yamltext.lookalikes import (
    FOREIGN,
    mixed_letters,
    named,
    ordinary_han,
    ordinary_letter,
    script_of,
)
from generator.yamltext.source import Source

_LONGEST_SHOWN = 60
_AROUND = 15
_UNKNOWN = "□"
"""Stands in a mended text where nobody can know what was meant."""
_NONCHARACTERS = "".join(
    chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0x10000, 0x110000, 0x10000)
)
_INVISIBLE = (
    "\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_KINDS: dict[str, tuple[type[CharacterProblem], str, str | None]] = {
    # name: (problem, the characters, what stands in its place when mended; None: nobody knows)
    "control": (ControlCharacter, "\\x00-\\x08\\x0b-\\x1f\\x7f-\\x84\\x86-\\x9f", ""),
    "tab": (Tab, "\\t", " "),
    "linebreak": (OddLineBreak, "\\x85\u2028\u2029", ""),
    "space": (OddSpace, "\xa0\u1680\u2000-\u200a\u202f\u205f", " "),
    "direction": (DirectionControl, "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069", ""),
    "invisible": (InvisibleCharacter, _INVISIBLE, ""),
    "lost": (LostCharacter, "\ufdd0-\ufdef\ufffc-\uffff" + _NONCHARACTERS, None),
    "private": (
        PrivateUseCharacter,
        "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd",
        None,
    ),
}
# Twelve code points among the compatibility characters are ordinary ones: U+FA0E, FA0F, FA11 …
_RADICAL = (
    "\u2e80-\u2ef3\u2f00-\u2fd5\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26"
    "\ufa2a-\ufad9"
)
_RADICALS = re.compile(f"[{_RADICAL}]")
_KIND_OF = re.compile(
    "|".join(f"(?P<{name}>[{kind[1]}])" for name, kind in _KINDS.items())
    + f"|(?P<radical>[{_RADICAL}])"
)
FORBIDDEN = re.compile("[" + "".join(kind[1] for kind in _KINDS.values()) + _RADICAL + "]")
# The forbidden ones among the characters that Python calls printable, and the foreign letters.
_PRINTABLE_FORBIDDEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\ufffc\ufffd"
    f"\U000e0100-\U000e01ef{_RADICAL}\u0370-\u052f\u1f00-\u1fff]"
)
_UNREADABLE = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What the parser refuses or takes for a line end."""


def surely_clean(text: str) -> bool:
    """Whether a glance proves that nothing here is forbidden, nor any full-width space."""
    return text.replace("\n", "").isprintable() and not _PRINTABLE_FORBIDDEN.search(text)


def scan(source: Source) -> None:
    """Report every forbidden character, and leave a text that the parser can go through."""
    previous = (-1, "")
    for match in FORBIDDEN.finditer(source.text):
        start, char = match.start(), match[0]
        if previous != (start - 1, char):
            _report(source, _group(char), start, char)
        previous = (start, char)
    if FOREIGN.search(source.text):
        for index, word in mixed_letters(source.text):
            _report_letter(source, index, word)
    source.text = _UNREADABLE.sub("\ufffd", source.text)


def _report(source: Source, group: str, index: int, char: str) -> None:
    kind = RadicalCharacter if group == "radical" else _KINDS[group][0]
    if not source.wants(kind):
        return
    line, column = source.place(index)
    at, sign, fixed = source.at(line, column), named(char), _fixed(source.line(line), column)
    if group == "radical":
        meant = ordinary_han(char)
        ordinary = f"“{meant}”" if meant else "普通汉字"
        source.add(RadicalCharacter(at=at, sign=sign, fixed=fixed, char=char, ordinary=ordinary))
    elif kind is Tab and (spaces := _aligned(source, line, column)) is not None:
        how = f"行首{f'换成 {spaces} 个空格' if spaces else '不留空格'}，和上一行对齐。"
        source.add(Tab(at=at, sign=sign, fixed="", how=how))
    else:
        source.add(kind(at=at, sign=sign, fixed=fixed))


def _aligned(source: Source, line: int, column: int) -> int | None:
    """The spaces before a line that begins with tabs, where it stands beside the line above."""
    above, here = source.line(line_above(source, line)), source.line(line)
    is_item, after_item = (text.lstrip().startswith("- ") for text in (here, above))
    beside = line > 1 and is_item == after_item and not above.rstrip().endswith((":", "|", ">"))
    return indent_of(above) if beside and not here[: column - 1].strip() and "\t" not in above else None


def _report_letter(source: Source, index: int, word: str) -> None:
    if not source.wants(MixedLetters):
        return
    line, column = source.place(index)
    char = source.text[index]
    meant = ordinary_letter(char)
    source.add(
        MixedLetters(
            at=source.at(line, column),
            sign=named(char),
            fixed=_fixed(source.line(line), column),
            word=word[:_LONGEST_SHOWN],
            char=char,
            script=script_of(char),
            ordinary=f"样子像英文字母“{meant}”" if meant else "不是英文字母",
        )
    )


def _fixed(line: str, column: int) -> str:
    """The whole line, or the part around a column of a long one, as it should be."""
    if len(line.strip()) <= _LONGEST_SHOWN:
        return mended(line).strip() or "（空行）"
    part = line[max(0, column - 1 - _AROUND) : column + _AROUND]
    return f"…{mended(part).strip()}…"


def mended(text: str) -> str:
    """The text with every forbidden character taken out or replaced by the one meant."""
    chars = list(text)
    for index, _ in mixed_letters(text):
        chars[index] = ordinary_letter(chars[index]) or _UNKNOWN
    return FORBIDDEN.sub(_meant, "".join(chars))


def _meant(match: re.Match[str]) -> str:
    group = _group(match[0])
    if group == "radical":
        return ordinary_han(match[0]) or _UNKNOWN
    instead = _KINDS[group][2]
    return _UNKNOWN if instead is None else instead


def with_ordinary_han(text: str) -> str:
    """The text with every radical or compatibility form that stands for one ordinary character."""
    return _RADICALS.sub(lambda match: ordinary_han(match[0]) or match[0], text)


def _group(char: str) -> str:
    match = _KIND_OF.match(char)
    return (match.lastgroup if match else None) or "control"
