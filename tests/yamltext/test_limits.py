"""No text, however made, stops or crashes the program."""

from __future__ import annotations

from functools import partial

import pytest

from generator.yamltext import read
from generator.yamltext.limits import MOST_BYTES, MOST_DEPTH, MOST_LINES, MOST_NODES
from tests.growth import grows_as_its_input

SEEDS = (
    *(
        "[",
        "{",
        "- ",
        "? ",
        "a: ",
        "[\n",
        "{a: ",
        "[a,",
        '"',
        "'",
        "&a ",
        "! ",
        "- \n",
        ":",
        "%",
        "#",
    ),
    *("\n", " ", "|", "a\n", "---\n", "*a ", "\u200ba", "\u3000a", "-a\n", "a：\n", "a:b\n", "“a"),
    *("【,", "[，", "{a：", "а", "aа", "⼈", "\ue000", "\xa0a", "\ta", "\0", "\x85", "\r", "\r\n"),
    *('"a" #', "a #b\n", "\\u200b", '"\\', "a: x\n y\n", "a: *\n", "a: [\n", ": \n", "a: b: c\n"),
    *(
        "－a\n",
        "－",
        "{{",
        "a: |\n",
        '"":',
        "'a'#",
        "[#",
        "!<%c0%80> ",
        "%A\n",
        ", ",
        "[[，",
        "- ?",
    ),
)
FRAMES = ("{}", "k: {}", 'k: "{}', "k: [{}", "- {}", "k:\n- x\n {}")


def _repeated(frame: str, seed: str, size: int) -> bytes:
    """A file of this many bytes of one sign, cut between two characters."""
    return frame.format(seed * size).encode()[:size].decode("utf-8", "ignore").encode()


@pytest.mark.parametrize("frame", FRAMES)
def test_the_longest_text_ends_soon(frame: str) -> None:
    """A file of 256 KB made of one sign repeated is read or refused, with work that grows with the text."""
    for seed in SEEDS:
        assert grows_as_its_input(lambda data: read(data, "a.yml"), partial(_repeated, frame, seed), MOST_BYTES), (frame, seed)
        data = _repeated(frame, seed, MOST_BYTES)
        record, problems = read(data, "a.yml")
        assert record is not None or problems, (frame, seed)
        assert all(p.at.line <= data.count(b"\n") + 1 for p in problems), (frame, seed)


def codes(text: str) -> list[str]:
    """The codes of what is said about a text."""
    return [p.code for p in read(text.encode(), "a.yml")[1]]


def test_bytes() -> None:
    """256 KB are read, one byte more is not."""
    text = "a: |\n  " + "x" * (MOST_BYTES - 8) + "\n"
    assert len(text) == MOST_BYTES
    assert codes(text) == []
    assert codes(text + "\n") == ["T001"]


def test_lines() -> None:
    """Ten thousand lines are read, one more is not."""
    text = "a: |\n" + "  x\n" * (MOST_LINES - 1)
    assert codes(text) == []
    assert codes(text + "\n") == ["T022"]


def test_nodes() -> None:
    """Twenty thousand nodes are read, one more is not."""
    text = "a: [" + ", ".join(["x"] * (MOST_NODES - 3)) + "{}]\n"
    assert codes(text.format("")) == []
    assert codes(text.format(", x")) == ["T114"]


@pytest.mark.parametrize(
    "text",
    [
        "a: {}{}\n",
        "\n".join("  " * depth + "a:" for depth in range(MOST_DEPTH - 1)) + " {}{}\n",
    ],
)
def test_depth(text: str) -> None:
    """Sixteen levels are read, one more is not, in brackets and by indentation."""
    depth = MOST_DEPTH - text.count(":")
    assert codes(text.format("[" * depth, "]" * depth)) == []
    assert codes(text.format("[" * (depth + 1), "]" * (depth + 1))) == ["T113"]


def test_more_of_the_same_is_counted() -> None:
    """Twenty of a kind are listed, then the number of those that follow."""
    _, problems = read(("name: " + "甲\u200b" * 23 + "\n").encode(), "a.yml")
    assert [p.code for p in problems] == ["T015"] * 20 + ["T021"]
    assert problems[-1].message == "和这里同样的问题，后面还有 3 处，没有逐条列出。"
    assert problems[-1].at == problems[-2].at


BOMBS = {
    "aliases": "a: &a [x]\n" + "".join(f"{n}: &{n} [*a, *a, *a]\n" for n in "bcdefghij"),
    "merges": "a: &a {x: y}\n" + "".join(f"{n}: &{n}\n  <<: [*a, *a, *a]\n" for n in "bcdefghij"),
    "a merge of itself": "a: &a\n  <<: *a\n",
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_bombs(text: str) -> None:
    """What multiplies itself is refused and never unfolded."""
    record, problems = read(text.encode(), "a.yml")
    assert record is None
    assert {"T103", "T104"} <= {p.code for p in problems}
