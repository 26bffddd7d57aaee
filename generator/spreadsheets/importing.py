"""What a workbook would change: each record with its new text, in words, and with what is wrong by cell."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.catalogue import Catalogue
from generator.choices import choices_of, file_of
from generator.files import read_bytes
from generator.problem import Level, Location, Problem
from generator.records import Record
from generator.records.fields import is_id
from generator.records.order import order
from generator.records.reading import read_record
from generator.spreadsheets.cells import Cells
from generator.spreadsheets.differences import differences
from generator.spreadsheets.layout import ID, sheets
from generator.spreadsheets.merging import Merged, Rows, merge
from generator.spreadsheets.placing import in_cell
from generator.spreadsheets.problems import (
    BadCell,
    FileHasErrors,
    IdTwice,
    RowOfNoRecord,
    RowWithoutId,
)
from generator.spreadsheets.reading import ReadSheet, Row
from generator.yamltext import Mapping, Scalar, read
from generator.yamltext.comments import find
from generator.yamltext.formatting import mend, same
from generator.yamltext.source import Source
from generator.yamltext.updating import carried
from generator.yamltext.writing import write

Key = tuple[type[Record], str]
"""A record by type and id."""


@dataclass(slots=True)
class Change:
    """One record that rows change or add: its file, its new text, what changes in words, what is wrong."""

    record_type: type[Record]
    record_id: str
    file: str
    is_new: bool
    rows: Rows
    text: str = ""
    tree: Mapping | None = None
    merged: Merged | None = None
    lines: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def has_errors(self) -> bool:
        """Whether it must not be written."""
        return any(problem.level is Level.ERROR for problem in self.problems)

    def add(self, problems: list[Problem]) -> None:
        """Problems of the new text, at the cells they come from."""
        if self.merged is not None and self.tree is not None:
            self.problems += [in_cell(p, self.tree, self.merged.places, self.rows.place) for p in problems]


def changes(catalogue: Catalogue, read_sheets: list[ReadSheet], problems: list[Problem]) -> list[Change]:
    """The records that are not as their rows say, in the order of the sheets."""
    cells = Cells(lambda marker: choices_of(catalogue, marker))
    grouped = _grouped(catalogue, read_sheets, problems)
    found = (_change(catalogue, key, rows, cells) for key, rows in grouped.items())
    return [change for change in found if change]


def _grouped(catalogue: Catalogue, read_sheets: list[ReadSheet], problems: list[Problem]) -> dict[Key, Rows]:
    """The rows of each record."""
    found: dict[Key, Rows] = {}
    for sheet in (sheet for sheet in read_sheets if not sheet.sheet.names):
        for row in sheet.rows:
            record_id = str(row.cells.get(sheet.sheet.key, "")).strip()
            key = (sheet.sheet.record_type, record_id)
            if not record_id:
                problems.append(RowWithoutId(at=sheet.place(row.number, sheet.sheet.key)))
            elif (rows := found.get(key)) and rows.main:
                first = rows.main[1].number
                problems.append(IdTwice(at=sheet.place(row.number, sheet.sheet.key), found=record_id, first=first))
            else:
                found[key] = Rows((sheet, row))
    for sheet in (sheet for sheet in read_sheets if sheet.sheet.names):
        _group_list(catalogue, sheet, found, problems)
    return found


def _group_list(catalogue: Catalogue, sheet: ReadSheet, found: dict[Key, Rows], problems: list[Problem]) -> None:
    """Put the rows of a list to their records; a record whose row is there may have none."""
    record_type = sheet.sheet.record_type
    rows_of: dict[Key, list[Row]] = {key: [] for key in found if key[0] is record_type}
    for row in sheet.rows:
        record_id = str(row.cells.get(sheet.sheet.key, "")).strip()
        key = (record_type, record_id)
        if not record_id:
            problems.append(RowWithoutId(at=sheet.place(row.number, sheet.sheet.key)))
        elif key in found or record_id in catalogue.entries[record_type.kind]:
            rows_of.setdefault(key, []).append(row)
        else:
            at = sheet.place(row.number, sheet.sheet.key)
            problems.append(RowOfNoRecord(at=at, found=record_id[:40], type_title=record_type.title))
    for key, rows in rows_of.items():
        found.setdefault(key, Rows()).lists.append((sheet, rows))


def _change(catalogue: Catalogue, key: Key, rows: Rows, cells: Cells) -> Change | None:
    record_type, record_id = key
    entry = catalogue.entries[record_type.kind].get(record_id)
    if entry:
        change = Change(record_type, record_id, entry.file, is_new=False, rows=rows)
        return change if _filled(catalogue, change, entry.tree, cells) else None
    change = Change(record_type, record_id, "", is_new=True, rows=rows)
    if (record_type.kind, record_id) in catalogue.unread:
        change.problems.append(FileHasErrors(at=rows.place, found=record_id))
    elif not is_id(record_id):
        reason = f"“{record_id[:40]}”不能作编号，只用小写字母、数字和连字符，以字母开头，最长64个字符。"
        remedy = "用拼音写，例如 chengdu-anmo。"
        change.problems.append(BadCell(at=rows.place, heading=ID, reason=reason, remedy_text=remedy))
    else:
        _filled(catalogue, change, Mapping({}, {}, 1, 1), cells)
    return change


def _filled(catalogue: Catalogue, change: Change, tree: Mapping, cells: Cells) -> bool:
    """Fill in the new text and what is wrong with it; False when nothing changes."""
    change.merged = merged = merge(tree, change.rows, cells)
    change.problems += merged.problems
    if not merged.changed and not merged.problems:
        return False
    if change.is_new:
        region = merged.tree.entries.get("region")
        code = region.value if isinstance(region, Scalar) else ""
        change.file = file_of(catalogue, change.record_type, code, change.record_id)
    change.lines = list(differences(sheets(change.record_type), tree, merged.tree, cells))
    _write(catalogue, change, tree, merged)
    return True


def _write(catalogue: Catalogue, change: Change, tree: Mapping, merged: Merged) -> None:
    """The text, which must say what was merged."""
    fields = order(change.record_type)
    data = b"" if change.is_new else read_bytes(catalogue.root, change.file, []) or b""
    comments = find(Source(change.file, mend(data, fields).decode()), tree) if data else {}
    change.text = write(merged.tree, carried(comments, tree, merged.tree), fields)
    change.tree, problems = read(change.text.encode(), change.file)
    if change.tree is None:
        change.tree = merged.tree
    if not problems and not same(change.tree, merged.tree):
        said = {"reason": "这一行写成记录以后读出来不一样。", "remedy_text": "这一行请直接在记录文件里改。"}
        problems = [BadCell(at=Location(change.file), heading=ID, **said)]
    change.add(problems)
    if not merged.problems and not any(p.level is Level.ERROR for p in problems):
        change.add(read_record(change.tree, change.file, change.record_type)[1])
