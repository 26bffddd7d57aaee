"""The plain text of a booklet: what a braille translator, a person or a program, can take as it is."""

from __future__ import annotations

import dataclasses
import re
import unicodedata

from generator.leaflets.booklet import Booklet
from generator.leaflets.plain import Line, as_text, clean, lines
from tests.conftest import Golden
from tests.leaflets.conftest import COUNTY, WITH_SAMPLES


def _of_the_fixture(booklet: Booklet) -> Booklet:
    """The booklet without the real documents that the small catalogue shares, whose words change."""
    own = [
        dataclasses.replace(part, items=[item for item in part.items if item.path == "policies/ceshi-banfa.html"])
        if part.id == "rights"
        else part
        for part in booklet.parts
    ]
    return dataclasses.replace(booklet, parts=own)


def test_it_reads_as_accepted(booklet: Booklet, with_samples: Booklet, golden: Golden) -> None:
    """The text of a place with a real course, and of one with samples, is the one a reviewer accepted."""
    for code, told in ((COUNTY, booklet), (WITH_SAMPLES, with_samples)):
        golden(f"leaflets/{code}.txt", as_text(lines(_of_the_fixture(told))))


def test_a_line_is_a_statement(booklet: Booklet) -> None:
    """Each line but headings and addresses ends with a stop, and holds no other end of a sentence."""
    for line in lines(booklet):
        if line.rank == 0 and "://" not in line.text:
            assert re.fullmatch(r"[^。！？；]+[。！？；：]?[”’）》」]*[。！？；：]?", line.text), line
            assert line.text.rstrip("”’）》」")[-1] in "。！？；：", line


def test_headings_stand_between_empty_lines(booklet: Booklet) -> None:
    """A heading is known by the empty lines around it, and nothing else is."""
    told = lines(booklet)
    blocks = as_text(told).split("\n")
    for heading in (line.text for line in told if line.rank):
        places = [n for n, text in enumerate(blocks) if text == heading]
        assert any(blocks[n + 1] == "" and (n == 0 or blocks[n - 1] == "") for n in places), heading


def test_no_sign_stands_in_it_that_has_no_sound(with_samples: Booklet) -> None:
    """No tables, no tabs, no middle dots, no pictures; blanks stand alone."""
    text = as_text(lines(with_samples))
    assert not re.search(r"[·•|\t│─]|  ", text)
    assert {unicodedata.category(c) for c in text} & {"So", "Sk", "Cf", "Co"} == set()


def test_what_has_no_sign_is_taken_out() -> None:
    """Pictures and invisible marks go, dots and wide blanks become blanks."""
    assert clean("示例·测试\u3000课程😀\u200b①★") == "示例 测试 课程①"


def test_an_address_keeps_its_end() -> None:
    """A stop after an address could be typed along."""
    told = [Line("标题", 1), Line("网址：https://www.example.org/")]
    assert as_text(told) == "标题\n\n网址：https://www.example.org/\n"
