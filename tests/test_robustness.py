"""Whatever is typed into a record, the check ends with places and words, never with a traceback."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.loading import FOLDERS
from generator.problem import Level, Problem
from generator.records import Record
from generator.records.reading import read_record
from generator.yamltext import read
from tests.conftest import REPOSITORY, SHARED, Tree
from tests.growth import no_hang

FIXTURE = REPOSITORY / "tests/fixtures/small"
FILES = sorted(str(path.relative_to(FIXTURE)) for path in FIXTURE.rglob("*.yml"))
PIECES = [
    "", " ", "  ", "\n", "\t", ":", ": ", "：", "- ", "-", "#", " #", "'", '"', "[", "]", "{", "}", "|", ">", "&a ",
    "*a", "!", "%", "@", "~", "null", "true", "yes", "0", "-1", "1e9", "99999999999999999999", "2026-02-30", "510107",
    "ceshi-zhubian", "sc-2021-8#3-1", "unknown", "<b>", "[a](javascript:b)", "\u200b", "\ufeff", "\x00", "\r", "\u2028",
    "残疾⼈", "示例·", "𠀋", "ꀀ", "ང", "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"), "甲" * 300,
]  # fmt: skip


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """The text after one to four edits, each of which puts a piece in the place of a span."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        length = draw(st.sampled_from([0, 0, 1, 2, 5, 20, 200]))
        piece = draw(st.sampled_from(PIECES) | st.text(max_size=5))
        text = text[:start] + piece + text[start + length :]
    return text


def _assert_told_well(problems: list[Problem], lines: dict[str, int]) -> None:
    """Every problem has a place that exists, and words that were filled in."""
    for problem in problems:
        assert problem.at.path in lines, problem
        assert 1 <= problem.at.line <= max(1, lines[problem.at.path]), problem
        assert problem.at.column >= 1
        assert problem.message
        assert problem.remedy
        assert "\n" not in problem.message + problem.remedy
        assert "None" not in problem.message


def _lines(data: bytes) -> int:
    return data.count(b"\n") + (not data.endswith(b"\n"))


@settings(max_examples=800, derandomize=True, deadline=None, database=None)
@given(st.data())
def test_an_edited_record_is_read_or_refused_with_places(data: st.DataObject) -> None:
    """A record comes out, or at least one error at a line of the file; nothing is raised."""
    file = data.draw(st.sampled_from(FILES))
    text = data.draw(edited((FIXTURE / file).read_text()))
    raw = text.encode("utf-8", "surrogatepass")
    tree, problems = read(raw, file)
    record: Record | None = None
    if tree is not None:
        record, more = read_record(tree, file, FOLDERS["/".join(file.split("/")[:2])])
        problems += more
    assert record is not None or any(p.level is Level.ERROR for p in problems)
    _assert_told_well(problems, {file: _lines(raw)})


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """One copy of the small catalogue for many edits; each is taken back."""
    root = tmp_path_factory.mktemp("robust") / "small"
    shutil.copytree(FIXTURE, root)
    return Tree(root).take(SHARED)


@settings(max_examples=40, derandomize=True, deadline=None, database=None)
@given(st.data())
def test_rules_between_records_survive_any_edit(tree: Tree, data: st.DataObject) -> None:
    """With two edited files the whole check ends, and each problem stands in a file of the tree."""
    files = data.draw(st.lists(st.sampled_from(FILES), min_size=1, max_size=2, unique=True))
    kept = {file: tree.read(file) for file in files}
    try:
        for file in files:
            tree.write(file, data.draw(edited(kept[file])).encode("utf-8", "surrogatepass"))
        checked = tree.check()
        lines = {file: _lines((tree.root / file).read_bytes()) for file in checked.catalogue.files}
    finally:
        for file, text in kept.items():
            tree.write(file, text)
    _assert_told_well(checked.problems, lines)


def _unknown_terms(tree: Tree) -> None:
    many = "".join(f"  - code: service{n}\n    state: state{n}\n" for n in range(100))
    text = tree.read("catalogue/courses/ceshi-zhubian.yml")
    start, end = text.index("accommodations:\n"), text.index("policy_basis:")
    tree.write("catalogue/courses/ceshi-zhubian.yml", f"{text[:start]}accommodations:\n{many}{text[end:]}")


def _unknown_clauses(tree: Tree) -> None:
    many = "".join(f"  - sc-2021-8#a{n}\n" for n in range(100))
    tree.edit("catalogue/channels/ceshi-pingtai.yml", "policy_basis:\n  - sc-2021-8#5-1\n", f"policy_basis:\n{many}")


def _unknown_fields(tree: Tree) -> None:
    tree.write("catalogue/bases/ceshi-jidi.yml", "".join(f"field{n}: {n}\n" for n in range(9000)))


def _long_original(tree: Tree) -> None:
    tree.edit("catalogue/policies/ceshi-banfa.yml", "测试课程应当说明有哪些无障碍服务。", "测试" * 40000)


def _long_name(tree: Tree) -> None:
    tree.edit("catalogue/courses/ceshi-zhubian.yml", "name: 测试竹编课程", f"name: {'ab' * 100000}")


def _long_reference(tree: Tree) -> None:
    tree.edit("catalogue/courses/ceshi-zhubian.yml", "institution: ceshi-xuexiao", f"institution: {'ceshi-' * 30000}")


def _long_prose(tree: Tree) -> None:
    tree.edit("catalogue/courses/ceshi-zhubian.yml", "who: 手指灵活、坐得住的人。", f"who: '{'[' * 200000}'")


@pytest.mark.parametrize(
    "worsen",
    [
        _unknown_terms,
        _unknown_clauses,
        _unknown_fields,
        _long_original,
        _long_name,
        _long_reference,
        _long_prose,
    ],
)
def test_no_single_file_holds_up_a_check(worsen: Callable[[Tree], None], small: Tree) -> None:
    """The worst that one file can do is told, and soon."""
    assert small.check().problems == []
    worsen(small)
    with no_hang():
        assert small.check().problems != []
