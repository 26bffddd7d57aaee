"""Of YAML in all its kinds a text is read as what it means, or refused with a place; nothing hangs."""

from __future__ import annotations

import pytest

from generator.problem import Level
from generator.yamltext import read
from tests.corpora import OURS, SUITE, TEXTS, YAML_TEXTS
from tests.growth import no_hang
from tests.yamltext.test_cases import plain


def means(text: object, value: object) -> bool:
    """Whether texts are what another reader takes for numbers, truth or nothing."""
    if isinstance(value, dict):
        return isinstance(text, dict) and text.keys() == value.keys() and all(means(text[key], value[key]) for key in value)
    if isinstance(value, list):
        return isinstance(text, list) and len(text) == len(value) and all(map(means, text, value))
    if isinstance(value, bool):
        return str(text).lower() == str(value).lower()
    if isinstance(value, int | float):
        return float(str(text)) == value
    return text in {"", "~", "null"} if value is None else text == value


@pytest.mark.parametrize(("text", "value"), SUITE, ids=range(len(SUITE)))
def test_a_text_is_read_as_what_it_means_or_refused_with_a_place(text: str, value: object) -> None:
    """Nothing that must be refused is read, and what is read is what the text says."""
    data = text.encode("utf-8", "surrogatepass")
    with no_hang():
        tree, problems = read(data, "a.yml")
    lines = text.split("\n")
    for problem in problems:
        assert 1 <= problem.at.line <= len(lines)
        assert problem.at.column >= 1
    if any(problem.level is Level.ERROR for problem in problems):
        return
    assert value is not None
    assert means(plain(tree), value)


def test_our_own_texts_are_read_and_refused_as_they_say() -> None:
    """The rule above is not met by refusing everything."""
    for text, value in YAML_TEXTS:
        tree, problems = read(text.encode(), "a.yml")
        refused = any(problem.level is Level.ERROR for problem in problems)
        assert refused == (value is None), (text, [problem.code for problem in problems])
        assert value is None or plain(tree) == value


def test_our_texts_hold_what_the_folder_holds() -> None:
    """Without the folder too, each control and format sign of its kinds is tried, and so is each list."""
    signs = set("".join(OURS))
    assert {chr(point) for point in (*range(0x20), 0x7F, *range(0x80, 0xA0))} <= signs
    assert set("\u202e\ufeff\u200d\u0301\U000e0001\ue000\U0010ffff＝①½٣") <= signs
    assert set(OURS) <= set(TEXTS)
    assert all(case in SUITE for case in YAML_TEXTS)
