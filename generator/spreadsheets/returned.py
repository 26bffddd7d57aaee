"""The rows that could not be taken, in a workbook like the one they came in, with what to do in each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from generator.problem import Problem
from generator.spreadsheets.cells import Cells
from generator.spreadsheets.importing import Change
from generator.spreadsheets.layout import REMEDY
from generator.spreadsheets.problems import CellPlace
from generator.spreadsheets.reading import ReadSheet
from generator.spreadsheets.tables import Table
from generator.spreadsheets.writing import workbook


def returned(read: list[ReadSheet], found: list[Change], problems: list[Problem], cells: Cells) -> bytes | None:
    """The workbook; None when every row could be taken.

    All rows of a record come back together, and only in the sheets and columns that were there:
    so the workbook can be imported again as it is.
    """
    remedies = _remedies([*problems, *(p for change in found for p in change.problems if change.has_errors)])
    refused = {(change.record_type, change.record_id) for change in found if change.has_errors}
    tables, extra = [], {}
    for sheet in read:
        columns = tuple(column for column in sheet.sheet.columns if column.title in sheet.headings)
        table = Table(replace(sheet.sheet, columns=columns))
        said = [REMEDY]
        for row in sheet.rows:
            remedy = remedies.get((sheet.sheet.title, row.number), [])
            record_id = str(row.cells.get(sheet.sheet.key, "")).strip()
            if remedy or (sheet.sheet.record_type, record_id) in refused:
                table.rows.append([row.cells.get(heading) for heading in table.sheet.headings])
                said.append("\n".join(remedy))
        tables.append(table)
        extra[table.sheet.title] = said
    return workbook(tables, cells, extra) if any(table.rows for table in tables) else None


def _remedies(problems: list[Problem]) -> dict[tuple[str, int], list[str]]:
    """Sheet and row → what is wrong there and what to do."""
    found: dict[tuple[str, int], list[str]] = defaultdict(list)
    for problem in problems:
        if isinstance(problem.at, CellPlace):
            text = f"{problem.at.heading}：{problem.message}{problem.remedy}"
            lines = found[problem.at.sheet, problem.at.line]
            lines += [text] if text not in lines else []
    return found
