"""A build that remembers: what it takes from the last one, and what it leaves for the next."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from generator.checks import Answer, Unit
from generator.files import read_bytes
from generator.incremental.last import Last, site_stamp, stamps_digest
from generator.incremental.once import Once, OnceMade, once_keys
from generator.incremental.plan import Plan, changed_keys
from generator.incremental.pouring import Poured, link_files
from generator.incremental.store import Damaged, PageRow, RecordRow, Row, as_json
from generator.loading import Source, Sources, digest, values_json
from generator.render.index_pages import Document
from generator.render.shell import HostPages
from generator.ties import Key
from generator.tracing import Traced
from generator.yamltext import read as read_tree


def remembered(last: Last) -> Memory:
    """What the last build knew of the records; nothing when its store is damaged."""
    before = {row.file: _source(last, row) for row in map(RecordRow._make, last.each("records"))}
    same = {file: source for file, source in before.items() if source.clean and _is_same(last, file, source)}
    return Memory(last, before, same)


def _source(last: Last, row: RecordRow) -> Source:
    ties = tuple(map(sys.intern, row.ties.split("\n"))) if row.ties else ()  # most are those of others too
    said = partial(_said, last, row.file, row.digest)
    return Source(row.digest, row.kind, row.id, ties, bool(row.clean), said)


def _said(last: Last, file: str, wanted: str) -> bytes:
    """What a file said, as JSON: as it is kept, or from the file itself. Damaged when that is another by now."""
    kept = last.said(file, wanted)
    if kept is not None:
        return kept
    data = read_bytes(last.root, file, []) or b""
    tree = read_tree(data, file)[0]
    if tree is None or digest(data) != wanted:
        raise Damaged(file)
    return values_json(tree)


def _as_row(file: str, source: Source) -> RecordRow:
    return RecordRow(file, source.digest, source.kind, source.id, "\n".join(source.ties), int(source.clean))


def _host(kept: dict[str, Any]) -> HostPages:
    documents = [Document.read(text) for text in kept["documents"]]
    known = {name: kept[name] for name in ("search", "written", "server", "site_url")}
    return HostPages(kept["shells"], documents, **known)


def _is_same(last: Last, file: str, source: Source) -> bool:
    """By the stamp; where that has changed, by the content."""
    if last.is_untouched(file):
        return True
    return file in last.now and digest(read_bytes(last.root, file, []) or b"") == source.digest


@dataclass
class Memory:
    """The last build, the files as it read them, and those that are the same (to which reading adds the others)."""

    last: Last
    before: Sources
    sources: Sources
    changed: set[Key] = field(default_factory=set)
    """The keys that differ from the last build, once all files are read and where anything of it may stay."""
    checked: dict[Unit, Row] = field(default_factory=dict)
    """What was read to ask about each unit that nothing is wrong with."""
    once: OnceMade = field(default_factory=lambda: OnceMade({}, set()))
    """What functions make of the catalogue, as far as it was asked for."""

    def unsettled(self, catalogue: Traced, units: list[Unit]) -> list[Unit]:
        """The units that must be asked about: those with problems, and those that read what has changed."""
        if not self.last.only_records_changed:
            return units
        files = [file for file in catalogue.files if file.endswith(".yml")]
        self.changed = changed_keys(self.before, self.sources, files)
        self.once = OnceMade({key: Once(*row) for key, row in self.last.rows("once").items()}, self.changed)
        rows = self.last.rows("checked")
        self.once.ask(catalogue, once_keys(reads for _, reads in rows.values()))
        self.checked = {
            unit: row for unit, row in rows.items() if self.changed.isdisjoint(row[1].split("\n"))
        }
        return [unit for unit in units if unit not in self.checked]

    def settle(self, answer: Answer) -> None:
        """Keep what was read for an answer without problems."""
        if not answer.problems:
            self.checked[answer.unit] = (answer.unit, "\n".join(sorted(answer.reads)))

    def plan(self, catalogue: Traced, site: str) -> Plan:
        """What may stay of the pages in the folder `site`."""
        if not self.last.only_records_changed:
            return Plan()
        rows = {path: PageRow(*row) for path, row in self.last.rows("pages").items()}
        listed = {name: str(row[1]) for name, row in self.last.rows("groups").items()}
        if not (rows and listed):
            return Plan()
        self.once.ask(catalogue, self.once.before)
        return Plan(rows, listed, self.changed, site, self.last.index, self.last.facts["index"])

    def host(self, plan: Plan, site: str) -> HostPages | None:
        """The shells and the host's own pages, its files linked into the folder `site`; None when it must make them."""
        kept = json.loads(self.last.facts["host"]) if plan.site else None
        if kept:
            link_files(plan.site, site, kept["files"])
        return _host(kept) if kept else None

    def shells(self) -> HostPages | None:
        """What the host made for the site that stands; None when that is not known."""
        kept = json.loads(self.last.facts.get("host", "null"))
        return _host(kept) if kept else None

    def keep(  # noqa: PLR0913, PLR0917 - all that there is to keep
        self, catalogue: Traced, plan: Plan, poured: Poured, host: HostPages, files: list[str], told: str
    ) -> None:
        """Leave everything for the next build; `told` is what this one said of the records."""
        kept = {
            "files": files,
            "shells": host.shells,
            "documents": [document.written() for document in host.documents],
            "search": host.search,
            "written": host.written,
            "server": host.server,
            "site_url": host.site_url,
        }
        facts = {
            "choices": self.last.choices,
            "others": self.last.others,
            "stamps": stamps_digest(self.last.stamps_to_keep()),
            "site": site_stamp(self.last.marker),
            "host": as_json(None if host.login else kept),
            "index": self._index_kept(plan, poured),
            "told": told,
            "pages": str(len(poured.rows) + host.written),
        }
        keys = once_keys([
            *(row.reads for row in poured.rows),
            *poured.listed.values(),
            *(row[1] for row in self.checked.values()),
        ])
        self.once.ask(catalogue, keys)
        try:
            self._write(poured, facts, self.once.only(keys))
        except Damaged:  # a full disk; the next build starts from nothing
            self.last.forget()

    def _index_kept(self, plan: Plan, poured: Poured) -> str:
        """Write what is to be kept of the search index; its digest, "" when there is none."""
        if poured.index is None:
            return plan.index_digest
        try:
            with open(self.last.index, "wb") as file:
                file.write(poured.index)
        except OSError:  # a full disk; the next index is made anew
            return ""
        return digest(poured.index)

    def _write(self, poured: Poured, facts: dict[str, str], once: dict[Key, Once]) -> None:
        anew = self.last.is_spoilt or not self.last.is_known
        tables = ("files", "checked", "groups", "made", "once", "pages")
        before: dict[str, dict[str, Row]] = {table: {} if anew else self.last.rows(table) for table in tables}
        known = {} if anew else self.before
        new = {file: source for file, source in self.sources.items() if known.get(file) is not source}
        said = [(file, source.digest, source.values()) for file, source in new.items()]
        with self.last.store.writing(anew=anew) as changes:
            changes.put("facts", facts.items())
            stamps = {name: (name, *stamp) for name, stamp in self.last.stamps_to_keep().items()}
            changes.turn("files", before["files"], stamps)
            changes.put("records", (_as_row(file, source) for file, source in new.items()))
            changes.put("said", said)
            for table in ("records", "said"):
                changes.remove(table, known.keys() - self.sources.keys())
            changes.turn("checked", before["checked"], self.checked)
            groups: dict[str, Row] = {name: (name, reads) for name, reads in poured.listed.items()}
            changes.turn("groups", before["groups"], groups)
            changes.turn("pages", before["pages"], {row.path: row for row in poured.rows})
            changes.turn("made", before["made"], {path: (path, why) for path, why in poured.made.items()})
            changes.turn("once", before["once"], dict(once))
