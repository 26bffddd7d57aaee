"""What of the last build still stands: pages and answers whose keys, and what they were given, are unchanged."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cached_property
from typing import Any

from generator.catalogue import Catalogue
from generator.incremental.once import digest_of
from generator.incremental.store import PageRow
from generator.loading import Source, Sources
from generator.pages.page import Page
from generator.records import RECORD_TYPES, Record
from generator.ties import Key, referring_key, without_digest
from generator.tracing import EVERYTHING, FILES, Traced, file_key, record_key, type_key


def changed_keys(before: Sources, after: Sources, files: Iterable[str]) -> set[Key]:
    """The keys that differ between two states of the record files, of which `files` are those of now."""
    keys: set[Key] = set()
    if before.keys() != after.keys():
        keys.add(FILES)
    for file in before.keys() | after.keys() | set(files):
        old, new = before.get(file), after.get(file)
        if old is None or new is None or old.digest != new.digest:
            keys.add(file_key(file))
            for source in filter(None, (old, new)):
                keys.update((record_key(source.kind, source.id), type_key(source.kind), EVERYTHING))
            keys.update(_other_meanings(old, new))
            keys.update(map(without_digest, _tie_keys(old, new)))
    return keys


def _other_meanings(old: Source | None, new: Source | None) -> Iterator[Key]:
    """The references to an id that may mean another record, since one that has it has come or gone."""
    if old and new and (old.kind, old.id) == (new.kind, new.id):
        return
    for source in filter(None, (old, new)):
        yield from (referring_key(source.id, record_type.kind) for record_type in RECORD_TYPES)


def _tie_keys(old: Source | None, new: Source | None) -> Iterable[Key]:
    """The ties that one of two states of a record has and the other has not, or not as often."""
    one, other = (Counter(source.ties if source else ()) for source in (old, new))
    return (one - other) | (other - one)


def given(page: Page, catalogue: Traced) -> str:
    """The digest of what a page is called and given; the records among that are noted as read."""
    bound = getattr(page.build, "args", ()), getattr(page.build, "keywords", {})
    named = (page.path, page.kind, page.section, page.title, page.description, page.template, page.head)
    links = [(link.text, link.url) for link in page.crumbs]
    return digest_of((named, page.found_as, links, _plainly(bound, catalogue)))


def _plainly(value: object, catalogue: Traced) -> Any:  # noqa: ANN401 - what its text tells
    """A value without what it only reads through: the catalogue notes that itself."""
    if isinstance(value, Record):
        catalogue.note(record_key(value.kind, value.id))
        return value.kind, value.id
    if isinstance(value, Catalogue) or callable(value):
        return None
    if isinstance(value, (list, tuple)):
        return [_plainly(item, catalogue) for item in value]
    if isinstance(value, dict):
        return [(key, _plainly(item, catalogue)) for key, item in value.items()]
    if is_dataclass(value):
        return [_plainly(getattr(value, f.name), catalogue) for f in fields(value)]
    return value


@dataclass
class Plan:
    """What may stay of the last build; without `pages` nothing may."""

    pages: dict[str, PageRow] = field(default_factory=dict)
    listed: dict[str, str] = field(default_factory=dict)
    """Group → what was read to list its pages, a line each."""
    changed: set[Key] = field(default_factory=set)
    site: str = ""
    """The folder in which the pages of the last build lie; "" when nothing may stay."""
    index: str = ""
    index_digest: str = ""
    """The file with what was kept of the search index, and the digest that it must have."""

    @cached_property
    def groups(self) -> dict[str, list[PageRow]]:
        """Group → its pages of the last build."""
        found: dict[str, list[PageRow]] = defaultdict(list)
        for row in self.pages.values():
            found[row.listed].append(row)
        return found

    def standing(self, group: str) -> list[PageRow] | None:
        """The pages of a group when it lists the same and all of them stand; None when it must be listed anew."""
        rows = self.groups[group]
        return rows if self.lists_the_same(group) and not any(self.of_row(row) for row in rows) else None

    def lists_the_same(self, group: str) -> bool:
        """Whether a group has the same pages, and each is given the same."""
        return group in self.listed and not self.met(self.listed[group])

    def reason(self, page: Page, now: str) -> str:
        """Why a page is to be made, in Chinese; "" when the one of the last build stands."""
        row = self.pages.get(page.path)
        if row is None:
            return "新的一页，或要全部重新生成。"
        if row.given != now and not self.met(row.reads):
            return "标题、描述、上级页面、列出的记录或它们的次序变了。"
        return self.of_row(row)

    def of_row(self, row: PageRow) -> str:
        """Why a page that is given the same is to be made; "" when it stands."""
        met = self.met(row.reads)
        if met:
            return "它读过的东西变了：" + "、".join(sorted(met)[:MOST_TOLD])
        if not _is_untouched(os.path.join(self.site, row.path), row):
            return "文件被改动过或不见了。"
        return ""

    def met(self, reads: str) -> set[Key]:
        """The keys among these, a line each, that have changed."""
        return self.changed.intersection(reads.split("\n")) if self.changed else set()


MOST_TOLD = 5


def _is_untouched(path: str, row: PageRow) -> bool:
    try:
        found = os.lstat(path)
    except OSError:
        return False
    return (found.st_size, found.st_mtime_ns) == (row.size, row.modified)
