"""What the last build into a folder left: used again where it is still true, and written anew at the end."""

from __future__ import annotations

import datetime
import hashlib
import os
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator.files import read_bytes
from generator.incremental import sources
from generator.incremental.sources import Stamp
from generator.incremental.store import Damaged, Row, Store

RECENT = 20_000_000
"""Nanoseconds in which a file may change twice and keep its times."""


def program() -> str:
    """What tells this program and the libraries it writes pages with."""
    parts = hashlib.blake2b(sys.version.encode(), digest_size=16)
    parts.update("\n".join(sorted(_installed())).encode())
    folder = Path(__file__).parent.parent
    for path in sorted(folder.rglob("*.py")):
        parts.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return parts.hexdigest()


def _installed() -> Iterator[str]:
    """Name and version of every library that may be imported, as the folders beside them are called."""
    for folder in filter(os.path.isdir, sys.path):
        yield from (name for name in os.listdir(folder) if name.endswith(".dist-info"))


def choices(
    as_of: datetime.date,
    *,
    release: bool = False,
    without_samples: bool = False,
    search: str | None = None,
    server: str | None = None,
) -> tuple[object, ...]:
    """All that a site depends on besides its sources and the program."""
    return as_of, release, without_samples, search, server


def site_stamp(marker: str) -> str:
    """What tells one published site from another, by the file that marks it; "" when there is none."""
    try:
        found = os.lstat(marker)
    except OSError:
        return ""
    return f"{found.st_ino} {found.st_mtime_ns}"


def stamps_digest(stamps: Mapping[str, Stamp]) -> str:
    """What tells all stamps at once."""
    told = ((name, *stamps[name]) for name in sorted(stamps))
    text = "\n".join("{} {} {} {} {}".format(*one) for one in told)
    return hashlib.blake2b(text.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def _is_record(name: str) -> bool:
    return name.startswith(("catalogue/", "institutions/")) and name.endswith(".yml")


@dataclass
class Last:
    """What is known of the last build with the same choices; nothing when there was none."""

    store: Store
    root: str
    choices: str
    """All that a site depends on besides its sources: the day, the options, the program."""
    now: dict[str, Stamp]
    """The stamps of the sources, taken before any of them is read."""
    marker: str
    """The file that marks the site."""
    started: int = field(default_factory=time.time_ns)
    facts: dict[str, str] = field(default_factory=dict)
    is_spoilt: bool = False
    """Whether some of the store was found damaged while the rest was used."""
    _rows: dict[str, dict[str, Row]] = field(default_factory=dict)

    @classmethod
    def read(cls, root: str, path: str, choices: Iterable[object], marker: str) -> Last:
        """What the store at `path` knows of the site marked by `marker`, made from the tree `root`."""
        chosen = "\n".join([program(), os.path.realpath(root), *map(str, choices)])
        last = cls(Store(path), root, chosen, sources.stamps(root), marker)
        try:
            facts = last.store.facts()
            if facts.get("choices") == chosen and facts.get("site") == site_stamp(marker):
                last.facts = facts
        except Damaged:
            last.forget()
        return last

    @property
    def index(self) -> str:
        """The file with what was kept of the search index."""
        return f"{self.store.path}.index"

    def forget(self) -> None:
        """Go on as if there had been no last build."""
        self.store.forget()
        with suppress(FileNotFoundError):
            os.unlink(self.index)
        self.facts, self._rows = {}, {}

    @property
    def is_known(self) -> bool:
        """Whether there is a last build of the site that stands."""
        return bool(self.facts)

    @property
    def is_same(self) -> bool:
        """Whether no source has changed since."""
        return self.is_known and self.facts["stamps"] == stamps_digest(self.now)

    @property
    def only_records_changed(self) -> bool:
        """Whether all that changed are records: no template, text, seed or setting."""
        return self.is_known and self.facts["others"] == self.others

    @cached_property
    def others(self) -> str:
        """The digest of all sources that are no records; what cannot be opened counts by its name."""
        parts = hashlib.blake2b(digest_size=16)
        for name in sorted(name for name in self.now if not _is_record(name)):
            data = read_bytes(self.root, name, []) or b""
            parts.update(f"{name} {len(data)}\n".encode("utf-8", "surrogateescape") + data)
        return parts.hexdigest()

    def rows(self, table: str) -> dict[str, Row]:
        """The rows of a table of the last build by name; of a damaged store none, and it is forgotten."""
        if table not in self._rows:
            self._rows[table] = {row[0]: row for row in self.each(table)}
        return self._rows[table]

    def each(self, table: str) -> list[Row]:
        """As `rows`, not kept here."""
        try:
            return list(self.store.rows(table)) if self.is_known else []
        except Damaged:
            self.forget()
            return []

    def said(self, file: str, wanted: str) -> bytes | None:
        """What a file with this digest said, as JSON; None when that is not kept."""
        try:
            found = next(self.store.rows("said", [file]), None)
        except Damaged:
            self.is_spoilt, found = True, None
        return bytes(found[2]) if found and found[1] == wanted else None

    def is_untouched(self, name: str) -> bool:
        """Whether a source is surely as it was."""
        return name in self.now and (name, *self.now[name]) == self.rows("files").get(name)

    def stamps_to_keep(self) -> dict[str, Stamp]:
        """The stamps but of files that were just changed, which may change again unnoticed."""
        return {
            name: found if max(found.modified, found.changed) < self.started - RECENT else Stamp(-1, 0, 0, 0)
            for name, found in self.now.items()
        }
