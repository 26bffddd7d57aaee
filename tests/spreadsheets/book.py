"""A workbook that a clerk fills in: cells are found by sheet, id and heading."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import openpyxl

from tests.conftest import AS_OF, Done, Runner, Tree

DAY = ["--as-of", str(AS_OF)]


class Book:
    """Opens an exported workbook; `save` writes it as another program would."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.book = openpyxl.load_workbook(file)

    def headings(self, sheet: str) -> list[str]:
        """The first row."""
        return [str(cell.value) for cell in self.book[sheet][1]]

    def rows(self, sheet: str) -> list[list[Any]]:
        """The rows below the headings."""
        return [list(row) for row in self.book[sheet].iter_rows(min_row=2, values_only=True)]

    def cell(self, sheet: str, record_id: str, heading: str, nth: int = 0) -> Any:  # noqa: ANN401 - a cell of openpyxl
        """The cell of a record, or of the nth item of its list."""
        page = self.book[sheet]
        rows = [row for row in page.iter_rows(min_row=2) if row[0].value == record_id]
        return rows[nth][self.headings(sheet).index(heading)]

    def add(self, sheet: str, **cells: Any) -> int:  # noqa: ANN401
        """A new row; its number."""
        page = self.book[sheet]
        last = max(cell.row for row in page.iter_rows() for cell in row if cell.value is not None)
        for heading, value in cells.items():
            page.cell(last + 1, self.headings(sheet).index(heading) + 1, value)
        return last + 1

    def save(self) -> Path:
        """Write it."""
        self.book.save(self.file)
        return self.file


def exported(run: Runner, tree: Tree, *arguments: str) -> Book:
    """The workbook of a tree."""
    file = tree.root.parent / "记录.xlsx"
    done = run("export", "--out", file, *arguments, cwd=tree.root)
    assert (done.code, done.err) == (0, "")
    return Book(file)


def imported(run: Runner, tree: Tree, book: Book, *arguments: str) -> Done:
    """What importing a workbook says."""
    return run("import", book.save(), *arguments, *DAY, cwd=tree.root)


def digest(tree: Tree) -> str:
    """All record files with their names, as one number."""
    found = hashlib.sha256()
    for file in sorted(tree.root.rglob("*.yml")):
        found.update(str(file.relative_to(tree.root)).encode() + b"\0" + file.read_bytes())
    return found.hexdigest()
