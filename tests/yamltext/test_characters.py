"""Every code point that is refused, and those that must not be."""

from __future__ import annotations

import unicodedata

import pytest

from generator.yamltext import Scalar, read
from generator.yamltext.characters import FORBIDDEN, surely_clean
from generator.yamltext.lookalikes import ordinary_han

BULK = (range(0xE000, 0xF900), range(0xE0000, 0xE1000), range(0xF0000, 0x110000))
"""Private use and tags: 142,000 code points, of which a few must do."""
EVERY = [
    point
    for point in range(0x110000)
    if not 0xD800 <= point < 0xE000
    and (not any(point in bulk for bulk in BULK) or point % 4099 == 0)
]
REFUSED = [chr(point) for point in EVERY if FORBIDDEN.match(chr(point)) and point != 0x0D]
POSITIONS = {
    "before a key": ("{}name: 甲\n", 1),
    "inside a key": ("na{}me: 甲\n", 3),
    "inside a value": ("name: 甲{}乙\n", 8),
}


def test_the_refused_are_those_that_the_promise_names() -> None:
    """Each class of the promise is among the refused, by its first and last code point."""
    promised = (
        "\0\t\x1f\x7f\x85\xa0\xad\u200b\u200d\u200e\u2028\u2029\u202a\u202e\u2066\u2069\ufeff\ufffd"
    )
    invisible = "\u034f\u115f\u1160\u17b4\u180b\u180e\u2060\u206f\u3164\ufe00\ufe0f\uffa0\U000e0100"
    radicals = "\u2e80\u2ef3\u2f00\u2fd5\uf900\uf9d1"
    private = "\ue000\uf8ff\U000f0000\U0010fffd"
    assert [c for c in promised + invisible + radicals + private if not FORBIDDEN.match(c)] == []
    assert len(REFUSED) > 900


@pytest.mark.parametrize(("text", "column"), POSITIONS.values(), ids=POSITIONS)
def test_refused_with_place_and_code_point(text: str, column: int) -> None:
    """Wherever it stands, the message names its line, its column and its code point; a tab by its key."""
    for char in REFUSED:
        _, problems = read(f"id: x\n{text.format(char)}".encode(), "a.yml")
        sign = "Tab 键" if char == "\t" else f"U+{ord(char):04X}"
        found = [p for p in problems if sign in p.message]
        assert [(p.at.line, p.at.column) for p in found] == [(2, column)], f"U+{ord(char):04X}"


def test_refused_by_escape() -> None:
    """Written as a code in double quotes each of them is refused too; only a tab is let through."""
    for char in REFUSED:
        _, problems = read(f'name: "甲\\U{ord(char):08x}乙"\n'.encode(), "a.yml")
        found = [(p.code, p.at.column) for p in problems if f"U+{ord(char):04X}" in p.message]
        assert found == ([] if char == "\t" else [("T020", 9)]), f"U+{ord(char):04X}"


def test_a_glance_never_passes_a_refused_character() -> None:
    """The quick test of clean text passes nothing that the close one refuses."""
    assert [char for char in REFUSED if surely_clean(f"甲{char}乙")] == []


def test_letters_of_the_province_are_accepted() -> None:
    """Rare Han of every extension, Yi and Tibetan are read as they are."""
    han = [0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0x20000, 0x2A6DF, 0x2A700, 0x2EBE0, 0x2EBF0, 0x30000]
    others = [0x31350, 0x323AF, 0x323B0, 0x33479, 0xFA0E, 0xFA29, 0xA000, 0xA48C, 0xA4C6]
    for point in [*han, *others, *range(0x0F00, 0x0F48), *range(0x0F71, 0x0F98)]:
        record, problems = read(f"name: 甲{chr(point)}乙\n".encode(), "a.yml")
        assert problems == [], f"U+{point:04X}"
        assert record is not None
        assert record.entries["name"] == Scalar(f"甲{chr(point)}乙", plain=True, line=1, column=7)


def test_radicals_name_the_ordinary_character() -> None:
    """All 214 Kangxi radicals and all but two of the supplement have an ordinary character."""
    kangxi = [ordinary_han(chr(point)) for point in range(0x2F00, 0x2FD6)]
    supplement = [ordinary_han(chr(point)) for point in range(0x2E80, 0x2EF4)]
    assert all(unicodedata.name(char).startswith("CJK UNIFIED") for char in kangxi)
    assert [0x2E80 + i for i, char in enumerate(supplement) if not char] == [0x2E80, 0x2E9A]
    assert all(unicodedata.name(char).startswith("CJK UNIFIED") for char in supplement if char)


def test_radicals_of_pasted_words_are_mended() -> None:
    """Words as PDF files give them come back as they are typed."""
    pasted = "⺠⻓⻔⻅⻋⻝⻢⻬⼈⽆⾯⽂"
    assert "".join(map(ordinary_han, pasted)) == "民长门见车食马齐人无面文"
