"""A build that remembers: what it takes from the last one, and what it leaves for the next."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue import Catalogue
from generator.files import read_bytes
from generator.incremental.last import Last, site_stamp, stamps_digest
from generator.incremental.plan import Plan, changed_keys, once_digests
from generator.incremental.pouring import Poured, link_files
from generator.incremental.store import Damaged, PageRow, RecordRow, as_json
from generator.loading import Source, Sources, digest
from generator.render.index_pages import Document
from generator.render.shell import HostPages


def remembered(last: Last) -> Memory:
    """What the last build knew of the records; nothing when its store is damaged."""
    try:
        rows = last.records() if last.is_known else {}
    except Damaged:
        last.forget()
        rows = {}
    before = {file: _source(row) for file, row in rows.items()}
    same = {file: source for file, source in before.items() if source.clean and _is_same(last, file, source)}
    return Memory(last, before, same)


def _source(row: RecordRow) -> Source:
    return Source(row.digest, row.kind, bool(row.clean), row.plain)


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

    def plan(self, catalogue: Catalogue, site: str) -> Plan:
        """What may stay of the pages in the folder `site`."""
        if not self.last.only_records_changed:
            return Plan()
        try:
            rows = {row.path: row for row in self._pages()}
        except Damaged:
            self.last.forget()
            return Plan()
        changed = changed_keys(self.before, self.sources)
        if changed:
            once = json.loads(self.last.facts["once"])
            now = once_digests(catalogue, set(once))
            changed |= {key for key in once if once[key] != now[key]}
        return Plan(rows, changed, site, self.last.index, self.last.facts["index"])

    def _pages(self) -> Iterator[PageRow]:
        return (PageRow(*row) for row in self.last.store.rows("pages"))

    def host(self, plan: Plan, site: str) -> HostPages | None:
        """The shells and the host's own pages, its files linked into the folder `site`; None when it must make them."""
        kept = json.loads(self.last.facts["host"]) if plan.site else None
        if not kept:
            return None
        link_files(plan.site, site, kept["files"])
        documents = [Document.read(text) for text in kept["documents"]]
        known = {name: kept[name] for name in ("search", "written", "server", "site_url")}
        return HostPages(kept["shells"], documents, **known)

    def keep(self, plan: Plan, poured: Poured, host: HostPages, files: list[str], told: str) -> None:
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
            "once": as_json(poured.once),
            "index": self._index_kept(plan, poured),
            "told": told,
            "pages": str(len(poured.rows) + host.written),
        }
        try:
            self._write(plan, poured, facts)
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

    def _write(self, plan: Plan, poured: Poured, facts: dict[str, str]) -> None:
        anew = not plan.site
        files_before = {} if anew else self.last.then
        with self.last.store.writing(anew=anew) as changes:
            changes.put("facts", facts.items())
            stamps = self.last.stamps_to_keep()
            changes.put("files", ((p, *s) for p, s in stamps.items() if files_before.get(p) != s))
            changes.remove("files", files_before.keys() - stamps.keys())
            before = {} if anew else self.before
            changes.put(
                "records",
                (
                    (file, s.digest, s.kind, int(s.clean), s.values)
                    for file, s in self.sources.items()
                    if before.get(file) != s
                ),
            )
            changes.remove("records", before.keys() - self.sources.keys())
            paths = {row.path for row in poured.rows}
            changes.put("pages", (row for row in poured.rows if anew or row != plan.pages.get(row.path)))
            changes.remove("pages", plan.pages.keys() - paths)
