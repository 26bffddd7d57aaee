"""The file beside the site in which a build leaves what the next one can use again."""

from __future__ import annotations

import hashlib
import json
import marshal
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from typing import Any, NamedTuple
from urllib.parse import quote

_COLUMNS = {
    "facts": "value TEXT",
    "files": "size INT, modified INT, changed INT, inode INT",
    "records": "digest TEXT, kind TEXT, id TEXT, ties TEXT, clean INT",
    "said": "digest TEXT, plain BLOB",
    "checked": "reads TEXT",
    "groups": "reads TEXT",
    "pages": "listed TEXT, given TEXT, reads TEXT, document TEXT, size INT, modified INT",
    "made": "why TEXT",
    "once": "digest TEXT, reads TEXT, plain TEXT",
}
"""Table → its columns between the name of the row and its sum."""
_TABLES = "".join(
    f"CREATE TABLE {table} (name TEXT PRIMARY KEY, {columns}, sum BLOB) WITHOUT ROWID;\n"
    for table, columns in _COLUMNS.items()
)


Row = tuple[Any, ...]
"""The name and what stands beside it."""


class RecordRow(NamedTuple):
    """A record as its file said it: see `loading.Source`; the ties are a line each, its values in `said`, as JSON."""

    file: str
    digest: str
    kind: str
    id: str
    ties: str
    clean: int


class PageRow(NamedTuple):
    """A page: its group, what it was given, the keys it read (a line each), its document as JSON, its file."""

    path: str
    listed: str
    given: str
    reads: str
    document: str
    size: int
    modified: int


class Damaged(Exception):
    """The store is not what was written; a build goes on without it."""


def _sum(row: Row) -> bytes:
    return hashlib.blake2b(marshal.dumps(row, 2), digest_size=8).digest()


class Store:
    """One file of SQLite; every row has a sum, so that damage is noticed."""

    def __init__(self, path: str) -> None:
        """The file need not exist."""
        self.path = path
        self._reading: dict[int, sqlite3.Connection] = {}
        """By process: SQLite's connections do not survive a fork."""

    def rows(self, table: str, names: Iterable[str] | None = None) -> Iterator[Row]:
        """The rows of a table, or those with these names. Raises Damaged."""
        try:
            for *columns, written in self._selected(table, names):
                row = tuple(columns)
                if _sum(row) != written:
                    raise Damaged(self.path)
                yield row
        except sqlite3.Error as error:
            raise Damaged(self.path) from error

    def _selected(self, table: str, names: Iterable[str] | None) -> Iterator[Row]:
        query, base = f"SELECT * FROM {table}", self._reader()  # noqa: S608 - ours
        if names is None:
            yield from base.execute(query)
        else:
            yield from (row for name in names for row in base.execute(f"{query} WHERE name = ?", (name,)))

    def facts(self) -> dict[str, str]:
        """Name → value. Raises Damaged."""
        return {str(name): str(value) for name, value in self.rows("facts")}

    def _reader(self) -> sqlite3.Connection:
        process = os.getpid()
        if process not in self._reading:
            self._reading[process] = self._connect("ro")
        return self._reading[process]

    def _connect(self, mode: str) -> sqlite3.Connection:
        # of several threads one reads at a time
        return sqlite3.connect(f"file:{quote(self.path)}?mode={mode}", uri=True, check_same_thread=False)

    def forget(self) -> None:
        """Delete the file."""
        self._reading.pop(os.getpid(), None)
        for ending in ("", "-journal"):
            with suppress(FileNotFoundError):
                os.unlink(self.path + ending)

    @contextmanager
    def writing(self, *, anew: bool) -> Iterator[Changes]:
        """Change rows, all or none; `anew` in an empty file. Raises Damaged when it cannot be written."""
        if anew:
            self.forget()
        try:
            with closing(self._connect("rwc")) as base, base:
                base.execute("PRAGMA synchronous = OFF")  # a build can always be done again
                if anew:
                    base.executescript(_TABLES)
                base.execute("BEGIN")
                yield Changes(base)
        except sqlite3.Error as error:
            raise Damaged(self.path) from error


class Changes:
    """What is written in one go."""

    def __init__(self, base: sqlite3.Connection) -> None:
        """Rows go into this base."""
        self._base = base

    def put(self, table: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Rows, in the place of those with the same name."""
        marks = ", ".join("?" * (_COLUMNS[table].count(",") + 3))
        query = f"INSERT OR REPLACE INTO {table} VALUES ({marks})"  # noqa: S608 - ours
        self._base.executemany(query, ((*row, _sum(tuple(row))) for row in rows))

    def remove(self, table: str, names: Iterable[str]) -> None:
        """The rows with these names."""
        query = f"DELETE FROM {table} WHERE name = ?"  # noqa: S608 - ours
        self._base.executemany(query, ((name,) for name in names))

    def turn(self, table: str, before: Mapping[str, Row], now: Mapping[str, Row]) -> None:
        """Make the rows of a table those of `now`, which were those of `before`; both by name."""
        self.put(table, (row for name, row in now.items() if before.get(name) != row))
        self.remove(table, before.keys() - now.keys())


def as_json(value: object) -> str:
    """A value as JSON, short."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
