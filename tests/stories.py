"""Stories of a clerk's slips, told as data: `cases/stories/<nn>-<slug>/`.

`story.yml` tells what she wanted and what she did (`edits`, `copies` and `remove` in record files;
`cells`, `columns` and `merged` in a workbook); `finished` holds the files as they should become;
`report.txt` is what the program says of the slip.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import REPOSITORY, Tree
from tests.spreadsheets.book import Book
from tests.test_messages import NUMBERS

FOLDER = REPOSITORY / "tests/cases/stories"


@dataclass(frozen=True)
class Story:
    """One slip, and what it should become."""

    folder: Path

    @property
    def name(self) -> str:
        """Its name without the number."""
        return self.folder.name.partition("-")[2]

    @cached_property
    def told(self) -> dict[str, Any]:
        """What `story.yml` says."""
        story: dict[str, Any] = yaml.safe_load((self.folder / "story.yml").read_text("utf-8"))
        return story

    @property
    def in_workbook(self) -> bool:
        """Whether the slip was made in a workbook."""
        return "cells" in self.told

    @cached_property
    def finished(self) -> dict[str, str]:
        """The files that should become others, with their texts."""
        root = self.folder / "finished"
        return {str(f.relative_to(root)): f.read_bytes().decode() for f in sorted(root.rglob("*.yml"))}

    def finish(self, tree: Tree) -> Tree:
        """Put the finished files into the good catalogue."""
        for path, text in self.finished.items():
            tree.write(path, text)
        return tree

    def happen(self, tree: Tree) -> None:
        """Do to the good catalogue what she did."""
        for path, copy in self.told.get("copies", {}).items():
            tree.write(path, tree.read(copy["from"]))
            for old, new in copy["edits"].items():
                tree.edit(path, old, new)
        for path, edits in self.told.get("edits", {}).items():
            for old, new in edits.items():
                tree.edit(path, old, numbered(new))
        for path in self.told.get("remove", []):
            tree.remove(path)

    def happen_in(self, book: Book) -> None:
        """Do to the exported workbook what she did, in cells without a format."""
        for cell in self.told["cells"]:
            target = book.cell(cell["sheet"], cell["record"], cell["heading"])
            target.number_format = "General"
            target.value = cell["value"]
        for column in self.told.get("columns", []):
            page = book.book[column["sheet"]]
            place = page.max_column + 1
            page.cell(1, place, column["heading"])
            for number, (record, *_) in enumerate(page.iter_rows(min_row=2, values_only=True), 2):
                if record in column["values"]:
                    page.cell(number, place).value = numbered(column["values"][record])
        for merged in self.told.get("merged", []):
            cells = [book.cell(merged["sheet"], record, merged["heading"]) for record in merged["records"]]
            book.book[merged["sheet"]].merge_cells(f"{cells[0].coordinate}:{cells[-1].coordinate}")


def numbered(text: str) -> str:
    """The text with numbers of nobody in the places of their marks: none is committed."""
    for mark, number in NUMBERS.items():
        text = text.replace(mark, number)
    return text


STORIES = [Story(folder) for folder in sorted(FOLDER.iterdir())]
