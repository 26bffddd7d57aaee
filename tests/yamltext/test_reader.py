"""Where everything stands in the tree, and what `read` promises."""

from __future__ import annotations

from generator.problem import Location
from generator.yamltext import Mapping, Scalar, Sequence, read

RECORD = """\
# note
name: 竹编
𠀋𠀋: 𠀋乙
age: {min: "16", max: 60}
bring:
  - 身份证
  -
learn: |
  第一行
"""


def record_of(text: str) -> Mapping:
    """The record in a text without faults."""
    record, problems = read(text.encode(), "a.yml")
    assert problems == []
    assert record is not None
    return record


def test_values_know_their_place() -> None:
    """Line and column count from 1, a character beyond U+FFFF is one column."""
    record = record_of(RECORD)
    assert record.entries["name"] == Scalar("竹编", plain=True, line=2, column=7)
    assert record.entries["𠀋𠀋"] == Scalar("𠀋乙", plain=True, line=3, column=5)
    assert record.entries["learn"] == Scalar("第一行\n", plain=False, line=8, column=8)


def test_keys_know_their_place() -> None:
    """Every field has its key, in the same order."""
    record = record_of(RECORD)
    assert list(record.keys) == list(record.entries)
    assert record.keys["learn"] == Scalar("learn", plain=True, line=8, column=1)


def test_containers_know_their_place() -> None:
    """A list stands at its first dash, fields in braces at the brace, a record at its first key."""
    record = record_of(RECORD)
    assert (record.line, record.column) == (2, 1)
    age, bring = record.entries["age"], record.entries["bring"]
    assert isinstance(age, Mapping)
    assert (age.line, age.column) == (4, 6)
    assert age.entries["min"] == Scalar("16", plain=False, line=4, column=12)
    assert isinstance(bring, Sequence)
    assert (bring.line, bring.column) == (6, 3)


def test_nothing_is_an_empty_plain_value() -> None:
    """A key or a dash with nothing behind it has an empty value inside the file."""
    record = record_of(RECORD + "nothing:\n")
    bring = record.entries["bring"]
    assert isinstance(bring, Sequence)
    assert bring.items[1] == Scalar("", plain=True, line=7, column=4)
    assert record.entries["nothing"] == Scalar("", plain=True, line=10, column=9)


def test_lines_and_columns_do_not_move() -> None:
    """A mark at the beginning and Windows line ends leave every place as the editor shows it."""
    record, problems = read(b"\xef\xbb\xbfname: x\r\nid: y\r\n", "a.yml")
    assert [p.code for p in problems] == ["T005", "T006"]
    assert record is not None
    assert record.entries["name"] == Scalar("x", plain=True, line=1, column=7)
    assert record.entries["id"] == Scalar("y", plain=True, line=2, column=5)


def test_all_problems_at_once_in_order() -> None:
    """Faults of every layer come together, sorted by place."""
    text = "name: &a 甲\nname: 二楼 #3\nbring: [甲，乙]\nnote: 成\u200b都\n"
    record, problems = read(text.encode(), "b/c.yml")
    found = [(p.at, p.code) for p in problems]
    assert found == [
        (Location("b/c.yml", 1, 7), "T103"),
        (Location("b/c.yml", 2, 1), "T102"),
        (Location("b/c.yml", 2, 10), "T122"),
        (Location("b/c.yml", 3, 10), "T117"),
        (Location("b/c.yml", 4, 8), "T015"),
    ]
    assert record is not None


def test_a_fault_of_syntax_hides_no_slip_further_down() -> None:
    """The parser stops at the first fault, but the rest of the text is still looked through."""
    text = "how: 时间: 9点\nid: x\nregion：成都\n名称：甲\n"
    record, problems = read(text.encode(), "a.yml")
    assert record is None
    assert [(p.at.line, p.code) for p in problems] == [(1, "T126"), (3, "T115"), (4, "T115")]


def test_lines_of_a_text_are_no_slips() -> None:
    """What stands under a bar is text, whatever it looks like."""
    lines = ["name：成都", "-身份证", "“全部引号”", "［甲］", "a #b", "key: - x", "｜"]
    body = "".join(f"      {line}\n" for line in [*lines, "\u3000段首"])
    record = record_of(f"items:\n  - text: |\n{body}  - x\n")
    items = record.entries["items"]
    assert isinstance(items, Sequence)
    assert isinstance(items.items[0], Mapping)
    text = items.items[0].entries["text"]
    assert isinstance(text, Scalar)
    assert text.value.split("\n")[:7] == lines
