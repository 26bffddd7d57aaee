"""The comments of a record whose values were changed go along, and none is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.yamltext import Mapping, read
from generator.yamltext.comments import find
from generator.yamltext.source import Source
from generator.yamltext.updating import carried
from generator.yamltext.writing import write
from tests.yamltext.test_formatting import words
from tests.yamltext.test_mutations import bounded

BEFORE = """\
# 开头

# 编号的说明
id: a
bring:
  # 第一件
  - 甲
  - 乙  # 第二件
fee:
  # 怎样收
  kind: free
# 末尾
"""


def tree_of(text: str) -> Mapping:
    """The tree of a text without fault."""
    tree, problems = read(text.encode(), "a.yml")
    assert problems == []
    assert tree is not None
    return tree


def changed(text: str) -> str:
    """The record of another text, with the comments of `BEFORE`."""
    old, new = tree_of(BEFORE), tree_of(text)
    return write(new, carried(find(Source("a.yml", BEFORE), old), old, new))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("id: b\nbring: [甲, 乙]\nfee: {kind: free}\n", BEFORE.replace("id: a", "id: b")),
        (
            "id: a\nbring: [丙, 甲, 乙]\nfee: {kind: free}\n",
            BEFORE.replace("bring:\n", "bring:\n  - 丙\n"),
        ),
        (
            "id: a\nbring: [乙, 甲]\nfee: {kind: free}\n",
            BEFORE.replace("  # 第一件\n  - 甲\n  - 乙  # 第二件\n", "  - 乙  # 第二件\n  # 第一件\n  - 甲\n"),
        ),
        (
            "id: a\nbring: [甲, 丁]\nfee: {kind: free}\n",
            BEFORE.replace("乙  #", "丁  #"),
        ),
        (
            "id: a\nbring: [乙]\nfee: {kind: free}\n",
            BEFORE.replace("  # 第一件\n  - 甲\n", "").replace("fee:", "# 第一件\nfee:"),
        ),
        (
            "id: a\nbring: [甲, 乙]\n",
            BEFORE.replace("fee:\n  # 怎样收\n  kind: free\n", "").replace("# 末尾", "# 末尾\n# 怎样收"),
        ),
    ],
    ids=["value", "item before", "items turned", "item changed", "item gone", "field gone"],
)
def test_a_comment_goes_where_its_entry_is_now(text: str, expected: str) -> None:
    """With its value, with its item wherever that stands, or below what its entry was in."""
    assert changed(text) == expected


ITEMS = st.lists(st.sampled_from(["甲", "乙", "丙", "丁"]), min_size=1, max_size=5)


@bounded
@given(ITEMS, st.booleans(), st.booleans())
def test_no_comment_is_lost_whatever_changes(items: list[str], fee: bool, name: bool) -> None:  # noqa: FBT001 - drawn
    """All lines of comment are in the new text."""
    lines = ["id: a", "bring:", *(f"  - {item}" for item in items), *(["fee:", "  kind: x"] if fee else []), *(["name: b"] if name else [])]
    text = changed("\n".join(lines) + "\n")
    assert words(find(Source("a.yml", text), tree_of(text))) == words(find(Source("a.yml", BEFORE), tree_of(BEFORE)))
