"""The braille file: 40 cells, 25 lines, broken where no word changes."""

from __future__ import annotations

import re

import pytest

from generator.leaflets.booklet import Booklet
from generator.leaflets.braille import CELLS, ROWS, CannotTranslate, _translated, braille
from generator.leaflets.plain import Line, lines

SIGNS = re.compile(r"[ -_]*")
"""The 64 signs of braille in ASCII."""


def test_pages_are_40_cells_by_25_lines(booklet: Booklet) -> None:
    """Every embosser and display can take it; no page is empty."""
    brf = braille(lines(booklet)).brf.decode("ascii")
    *pages, end = brf.split("\f")
    assert end == ""
    assert len(pages) > 5
    for page in pages:
        rows = page.split("\r\n")[:-1]
        assert 0 < len(rows) <= ROWS
        assert rows[0]
        assert all(len(row) <= CELLS and SIGNS.fullmatch(row) for row in rows)


def test_breaking_a_line_changes_no_cell() -> None:
    """What is put together again is the translation of the whole, but for blanks at the breaks."""
    text = "学完能在家用电脑接待网上顾客，会用快捷回复、查订单、填工单，可应聘文字或语音客服，报名到2027年10月8日。"
    rows = braille([Line(text)]).brf.decode().replace("\f", "").split("\r\n")
    assert len(rows) > 3
    assert "".join(rows).replace(" ", "") == _translated([text])[0].replace(" ", "")


def test_a_number_is_never_broken() -> None:
    """No line begins with the rest of a number, whose sign would stand on the line before."""
    told = [Line(f"{'好' * length}，电话028-00000000，编号2021。") for length in range(1, 30)]
    rows = braille(told).brf.decode().replace("\f", "").split("\r\n")
    assert sum("#JBH-#JJJJJJJJ" in row for row in rows) == len(told)


def test_headings_stand_apart_and_further_in() -> None:
    """A finger knows a heading by the empty line above it and by its place."""
    brf = braille([Line("联系谁", 2), Line("你好。"), Line("你好", 3), Line("你好。")]).brf.decode()
    first, *rest = brf.replace("\f", "").split("\r\n")
    assert first == "    L%1HI:W1"
    assert [len(row) - len(row.lstrip()) for row in rest[:-1]] == [2, 0, 4, 2]


def test_signs_that_the_table_lacks_are_told() -> None:
    """They are left out and named, so that a person can add them."""
    found = braille([Line("你好測。")])
    assert found.unknown == ["測"]
    assert found.brf == braille([Line("你好。")]).brf


def test_the_longest_text_ends() -> None:
    """A text without any stop is broken into pieces, never lost."""
    brf = braille([Line("好" * 500)]).brf.decode()
    assert len(re.sub(r"\s", "", brf)) == 500 * len(_translated(["好好"])[0]) // 2


def test_without_the_program_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """The remedy can be pasted."""
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(CannotTranslate, match="make leaflet"):
        braille([Line("你好。")])


def test_without_the_table_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """An old liblouis has no table of 国家通用盲文."""
    monkeypatch.setattr("generator.leaflets.braille.TABLE", "no-such-table.ctb")
    with pytest.raises(CannotTranslate, match="zhcn-cbs"):
        braille([Line("你好。")])
