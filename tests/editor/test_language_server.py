"""The real language server, set up by the files of this repository, explains and checks in Chinese."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import pytest

from generator.records import RECORD_TYPES
from tests.conftest import REPOSITORY
from tests.editor.server import Server, serving

COURSES = REPOSITORY / "catalogue/courses/chengdu"
TEXT = (COURSES / "chengdu-xuesheng-quanmeiti.yml").read_text("utf-8")
NUMBERS = itertools.count()


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """One server for all questions."""
    with serving(REPOSITORY) as server:
        yield server


def said(server: Server, old: str, new: str) -> list[tuple[int, str]]:
    """Line and words of every diagnostic of a course after one edit."""
    assert TEXT.count(old) == 1
    found = server.open(COURSES / f"bianji-{next(NUMBERS)}.yml", TEXT.replace(old, new))
    return [(item["range"]["start"]["line"] + 1, item["message"]) for item in found]


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=lambda record_type: record_type.kind)
def test_records_of_each_type_are_right(server: Server, record_type: type) -> None:
    """No record of this repository that the check accepts is marked in the editor."""
    files = sorted((REPOSITORY / record_type.folder).rglob("*.yml"))  # type: ignore[attr-defined]
    files += sorted((REPOSITORY / "tests/fixtures/small" / record_type.folder).rglob("*.yml"))  # type: ignore[attr-defined]
    assert files
    folder = REPOSITORY / record_type.folder  # type: ignore[attr-defined]
    for file in files[:: max(1, len(files) // 12)]:
        name = folder / f"kan-{next(NUMBERS)}.yml"
        assert server.open(name, file.read_text("utf-8")) == [], file


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("hours: 72", "hours: 七十二", "hours:", "“课时”（hours）：总课时，只写数字。例如 hours: 40"),
        ("hours: 72", "hours: 0", "hours:", "值低于最小值 1。"),
        ("mode: blended\n", "", "id:", "少了必写的“授课方式”（mode）。加上一行，例如 mode: in_person"),
        ("hours: 72\n", "", "id:", "“课时”（hours）、“天数”（days）至少要写一个，现在都没有。"),
        ("id: chengdu-xuesheng", "id: Chengdu", "id:", "“编号”（id）：本条的编号，与文件名相同"),
        ("mode: blended", "mode: blendet", "mode:", '值无效。允许的值："in_person", "online"'),
        ("region: 510115", "region: 510199", "region:", "值无效。允许的值：100000, 510000"),
        ("insurance: unknown", "insurence: unknown", "insurence:", "属性 insurence 不被允许。"),
        ("  - sc-2021-8#3-3\n", "  - sc-2021-8\n", "  - sc-2021-8", "“政策依据”（policy_basis）：政策编号#条款"),
        ("fee:\n  kind: free\n  amount: 0\n  advance: 0\n", "fee: 免费\n", "fee:", "“费用”（fee）：学员要付多少、先付多少。"),
    ],
)
def test_a_fault_is_marked_in_chinese(server: Server, old: str, new: str, line: str, words: str) -> None:
    """The mark is on the line, and what to write is said."""
    lines = TEXT.replace(old, new).split("\n")
    expected = next(number for number, text in enumerate(lines, 1) if text.startswith(line))
    (found,) = said(server, old, new)
    assert found[0] == expected
    assert found[1].startswith(words)
    assert not re.search("[a-z]+ [a-z]+", found[1]), "no English sentence"


def _place(text: str, word: str) -> tuple[int, int]:
    before = text[: text.index(word)]
    return before.count("\n"), len(before) - before.rfind("\n")


def test_a_field_and_a_value_are_explained(server: Server) -> None:
    """Resting on a field gives its title, help and example; on a value what all values mean."""
    file = COURSES / f"shuoming-{next(NUMBERS)}.yml"
    server.open(file, TEXT)
    hours = server.at("textDocument/hover", file, *_place(TEXT, "hours:"))["contents"]["value"]
    assert "课时" in hours
    assert "总课时，只写数字。例如 hours: 40" in hours
    mode = server.at("textDocument/hover", file, *_place(TEXT, "blended"))["contents"]["value"]
    assert "* `blended`: 线上线下结合" in mode
    region = server.at("textDocument/hover", file, *_place(TEXT, "region:"))["contents"]["value"]
    assert "* `510115`: 四川省成都市温江区" in region


def test_fields_and_values_are_offered(server: Server) -> None:
    """On an empty line the fields that are not yet written, behind a field its values, each explained."""
    file = COURSES / f"buquan-{next(NUMBERS)}.yml"
    server.open(file, f"{TEXT}\n")
    fields = server.at("textDocument/completion", file, TEXT.count("\n"), 0)["items"]
    offered = {item["label"]: item for item in fields}
    assert "hours" not in offered
    assert offered["craft"]["documentation"].startswith("传统手工技艺的种类。")
    assert offered["status"]["insertText"] == "status: "
    file = COURSES / f"buquan-{next(NUMBERS)}.yml"
    server.open(file, "data_class: \n")
    values = server.at("textDocument/completion", file, 0, 12)["items"]
    assert {item["insertText"]: item["documentation"] for item in values} == {
        "real": "真实",
        "sample": "示例：为演示而写，不是真实信息。",
    }
