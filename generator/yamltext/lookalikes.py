"""Characters that look like others: radicals pasted from PDF files, letters of other scripts."""

from __future__ import annotations

import re
import unicodedata

_SUPPLEMENT_FIRST = 0x2E80
# U+2E80 to U+2EF3 in order; a hyphen where no ordinary character corresponds.
# Unicode Character Database 14.0, property Equivalent_Unified_Ideograph.
_SUPPLEMENT = (
    "-厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵-旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹"
    "纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿"
    "飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)

_CYRILLIC = dict(zip("аеорсухіѕјһԁԛԝАВЕКМНОРСТУХІЅЈ", "aeopcyxisjhdqwABEKMHOPCTYXISJ", strict=True))
_GREEK = dict(zip("αινορυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aivopuxABEZHIKMNOPTYX", strict=True))
_LETTERS = _CYRILLIC | _GREEK
_UNITS = "μΩΔ"
"""Greek letters that stand beside Latin ones in units and quantities (μm, kΩ, Δt)."""

FOREIGN = re.compile("[\u0370-\u052f\u1f00-\u1fff]")
_WORD = re.compile("[A-Za-z0-9_\u00c0-\u024f\u0370-\u052f\u1f00-\u1fff]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_DIGIT = re.compile("[0-9]")
_NAMES = {
    0x00: "空字符",
    0x85: "NEL，下一行",
    0xA0: "不换行空格",
    0xAD: "软连字符",
    0x200B: "零宽空格",
    0x200C: "零宽不连字",
    0x200D: "零宽连字",
    0x200E: "从左到右标记",
    0x200F: "从右到左标记",
    0x2028: "行分隔符",
    0x2029: "段分隔符",
    0x202A: "从左到右嵌入",
    0x202B: "从右到左嵌入",
    0x202C: "方向结束符",
    0x202D: "强制从左到右",
    0x202E: "强制从右到左",
    0x2060: "零宽连接",
    0x3000: "全角空格",
    0xFE0F: "变体选择符",
    0xFEFF: "零宽不换行空格",
    0xFFFC: "图片占位符",
    0xFFFD: "替换符",
}


def named(char: str) -> str:
    """The code point, with a Chinese name where it helps: `U+200B（零宽空格）`."""
    point = f"U+{ord(char):04X}"
    name = _NAMES.get(ord(char))
    return f"{point}（{name}）" if name else point


def ordinary_han(char: str) -> str:
    """The ordinary character meant by a radical or compatibility form; empty if there is none."""
    place = ord(char) - _SUPPLEMENT_FIRST
    if 0 <= place < len(_SUPPLEMENT):
        return _SUPPLEMENT[place].replace("-", "")
    plain = unicodedata.normalize("NFKC", char)
    return plain if plain != char else ""


def ordinary_letter(char: str) -> str:
    """The Latin letter that a Cyrillic or Greek letter looks like; empty if there is none."""
    return _LETTERS.get(char, "")


def script_of(char: str) -> str:
    """The script of a letter that `FOREIGN` matches, in Chinese."""
    return "俄文（西里尔）" if "\u0400" <= char <= "\u052f" else "希腊"


def mixed_letters(text: str) -> list[tuple[int, str]]:
    """Index and whole word of every Cyrillic or Greek letter inside a word of Latin letters."""
    found: list[tuple[int, str]] = []
    for match in _WORD.finditer(text):
        word = match[0]
        if FOREIGN.search(word) and (strangers := _strangers(word)):
            found += [(match.start() + index, word) for index in strangers]
    return found


def _strangers(word: str) -> list[int]:
    """A Cyrillic А before a digit (А3) is as foreign as one inside a Latin word."""
    latin, digit = _LATIN.search(word), _DIGIT.search(word)
    return [
        letter.start()
        for letter in FOREIGN.finditer(word)
        if (latin and letter[0] not in _UNITS) or (digit and letter[0] in _CYRILLIC)
    ]
