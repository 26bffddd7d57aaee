"""Golden cases: each a small change to the small catalogue, and the whole report that it must give.

A case is a file in `cases/messages`: `edits` (file → old text → new text), `files` (path → content),
`remove`, `large`, `links` and `locked` (lists of paths), `as_of`, `release`, `former` (files of an
earlier version), and last `output`, which `make accept` writes.
"""

from __future__ import annotations

import datetime
import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from generator import formatting, report  # noqa: F401 - every kind of problem is to be known
from generator.files import LARGEST
from generator.identity import CHECK, WEIGHTS
from generator.problem import kinds
from generator.spreadsheets import problems as of_sheets  # noqa: F401

if TYPE_CHECKING:
    from tests.conftest import Golden, Tree

CASES = sorted((Path(__file__).parent / "cases" / "messages").glob("*.yml"))
OTHERS = [Path(__file__).parent / "cases" / folder for folder in ("formatting", "spreadsheets")]
FIRST_17 = "510107" + "19000101" + "123"
RESIDENT = FIRST_17 + CHECK[sum(int(d) * w for d, w in zip(FIRST_17, WEIGHTS, strict=True)) % 11]
NUMBERS = {
    "<RESIDENT>": RESIDENT,
    "<CARD>": RESIDENT + "43",
    "<MOBILE>": "139" + "0" * 8,
    "<BANK CARD>": "62" + "0" * 13 + "5",
}
TOLD_ELSEWHERE = {
    "F199": "tests/records/test_reading.py: no type of today can be refused in a way without words",
}


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_the_report_says_what_the_case_says(
    file: Path, small: Tree, golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each change to the small catalogue gives exactly this report, remedies included."""
    text = file.read_bytes().decode()
    case = yaml.safe_load(text)
    change(small, case, monkeypatch)
    checked = small.check(
        case.get("as_of", datetime.date(2026, 11, 23)),
        release=case.get("release", False),
        former_files=frozenset(case.get("former", [])),
    )
    head = text[: text.index("\noutput:") + 1]
    golden(f"messages/{file.name}", head + _output(report.as_text(checked.problems)))


def change(small: Tree, case: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the edits of a case, and write, remove, link or lock what it says."""
    for path, pairs in case.get("edits", {}).items():
        for old, new in pairs.items():
            small.edit(path, old, _numbered(new))
    for path, content in case.get("files", {}).items():
        small.write(_numbered(path), _numbered(content))
    for path in case.get("remove", []):
        small.remove(path)
    for path in case.get("large", []):
        small.write(path, "字" * LARGEST)
    for path in case.get("links", []):
        (small.root / path).symlink_to("/etc/passwd")
    monkeypatch.setattr(os, "open", _locked(os.open, case.get("locked", [])))


def _numbered(text: str) -> str:
    """No private number is committed, not even one of nobody: it is put in here."""
    for mark, number in NUMBERS.items():
        text = text.replace(mark, number)
    return text


def _locked(really_open: Callable[..., int], paths: list[str]) -> Callable[..., int]:
    """`os.open` for one who may not read these files."""

    def opened(path: str, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if str(path).endswith(tuple(paths)):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return really_open(path, flags, mode, dir_fd=dir_fd)

    return opened


def _output(told: str) -> str:
    if not told:
        return 'output: ""\n'
    return "output: |\n" + "".join(f"  {line}\n" for line in told.splitlines())


def test_every_kind_of_problem_has_a_case() -> None:
    """No message reaches staff that nobody has read here first."""
    told = "".join(file.read_text() for file in CASES)
    told += "".join(
        file.read_text()
        for file in (Path(__file__).parent / "yamltext").rglob("*")
        if file.is_file()
    )
    told += "".join(file.read_text() for folder in OTHERS for file in folder.iterdir())
    codes = {kind.code for kind in kinds() if kind.__module__.startswith("generator.")}
    missing = {code for code in codes if code not in told}
    assert missing == set(TOLD_ELSEWHERE)
