"""The golden fixture fails with a diff, and writes only when asked to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import conftest
from tests.conftest import Golden


@pytest.fixture
def cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of cases that a test may write to."""
    monkeypatch.setattr(conftest, "CASES", tmp_path)
    return tmp_path


def test_the_same_text_passes(cases: Path) -> None:
    """What is as accepted is silent, and the file is left alone."""
    (cases / "a.txt").write_text("一\n")
    Golden(accept=False)("a.txt", "一\n")
    Golden(accept=True)("a.txt", "一\n")
    assert (cases / "a.txt").read_text() == "一\n"


def test_another_text_fails_with_a_diff(cases: Path) -> None:
    """A reviewer sees which line changed, and how to accept it."""
    (cases / "a.txt").write_text("一\n二\n")
    with pytest.raises(pytest.fail.Exception) as failed:
        Golden(accept=False)("a.txt", "一\n三\n")
    assert "-二\n+三\n" in str(failed.value)
    assert "make accept" in str(failed.value)
    assert (cases / "a.txt").read_text() == "一\n二\n"


def test_a_missing_file_fails(cases: Path) -> None:
    """A case that nobody has accepted yet does not pass by itself, not even an empty one."""
    for text in ("一\n", ""):
        with pytest.raises(pytest.fail.Exception):
            Golden(accept=False)("neu/a.txt", text)
    assert not (cases / "neu").exists()


def test_accepting_writes_the_new_text(cases: Path) -> None:
    """With --accept the file holds what the program says now, line ends and all."""
    Golden(accept=True)("neu/a.txt", "一\r\n")
    assert (cases / "neu/a.txt").read_bytes() == "一\r\n".encode()
