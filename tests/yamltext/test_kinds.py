"""What holds for every kind of problem of this layer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.problem import Problem, kinds
from generator.yamltext import read

KINDS = [kind for kind in kinds() if kind.__module__.startswith("generator.yamltext.")]
CASES = "".join(
    file.read_bytes().decode() for file in (Path(__file__).parent / "cases").glob("*.yml")
)
BY_SIZE = {"T001", "T021", "T022", "T114"}
"""Seen only in files too large for a case; `test_limits` has them."""
KNOWN_WORDS = {"UTF", "GBK", "ANSI", "Unicode", "LE", "BOM", "CRLF", "LF", "CR", "Tab"}


def test_the_reader_is_loaded() -> None:
    """The list of kinds below is the whole list: importing the reader defines them all."""
    assert read(b"", "a.yml")[1]
    assert len(KINDS) > 50


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.code))
class TestKind:
    """One kind of problem."""

    def test_code(self, kind: type[Problem]) -> None:
        """T001 to T099 are characters and sizes, T100 to T149 structure; no code is used twice."""
        assert re.fullmatch(r"T[01]\d\d", kind.code)
        assert "T001" <= kind.code <= "T149"
        assert [other.code for other in KINDS].count(kind.code) == 1

    def test_handbook_text(self, kind: type[Problem]) -> None:
        """The docstring says in Chinese what it means, why, and shows a wrong and a right text."""
        text = kind.__doc__ or ""
        assert re.match(r"[^\n]*[\u4e00-\u9fff][^\n]*。", text)
        parts = ["为什么：", "错的例子：", "对的例子："]
        assert [text.count(part) for part in parts] == [1, 1, 1]
        assert sorted(parts, key=text.index) == parts

    def test_words(self, kind: type[Problem]) -> None:
        """Messages are Chinese: no blame, no parser's words, English only for names of settings."""
        text = re.sub(r"\{\w+\}|U\+[0-9A-F]+", "", kind.says + kind.mend)
        assert not re.search("非法|无效|错误地|您|请勿", text)
        words = set(re.findall(r"[A-Za-z]{2,}", re.sub(r"例如 .*", "", text)))
        assert words <= KNOWN_WORDS | {"name"}

    def test_seen_in_a_case(self, kind: type[Problem]) -> None:
        """Its whole message stands in a case, where a reviewer can read it."""
        assert (f" {kind.code} " in CASES) != (kind.code in BY_SIZE)
