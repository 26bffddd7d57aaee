"""Which pages of the last build still stand: those that were given and have read the same."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from functools import reduce
from operator import xor
from typing import Any

from generator.catalogue import Catalogue
from generator.incremental.store import PageRow
from generator.loading import Sources, digest
from generator.pages.page import Page
from generator.records import Record
from generator.records.fields import Refers
from generator.records.shape import marked
from generator.tracing import (
    EVERYTHING,
    Key,
    Traced,
    record_key,
    referring_key,
    type_key,
)

ONCE = "once "
Digests = dict[Key, str]
"""`once` key → the digest of the value."""


def changed_keys(before: Sources, after: Sources) -> set[Key]:
    """The keys that differ between two states of the record files."""
    keys: set[Key] = set()
    for file in before.keys() | after.keys():
        old, new = before.get(file), after.get(file)
        if old is None or new is None or old.digest != new.digest:
            records = [source.record() for source in (old, new) if source]
            for record in records:
                keys.update((record_key(record.kind, record.id), type_key(record.kind), EVERYTHING))
            keys |= reduce(xor, (set(_references(record)) for record in records))
    return keys


def _references(record: Record) -> Iterator[Key]:
    """What tells that a record refers to others; what else it says, its own key tells."""
    for _, _, value in marked(record, Refers):
        yield referring_key(str(value), record.kind)


def digest_of(value: object) -> str:
    """What tells a value of texts, numbers, lists and records."""
    return digest(repr(value).encode("utf-8", "surrogatepass"))


def once_digests(catalogue: Catalogue, keys: set[Key]) -> Digests:
    """The digest of each value that the keys with ONCE name."""
    found = {}
    for key in sorted(keys):
        if key.startswith(ONCE):
            module, name = key.removeprefix(ONCE).split(":")
            make: Callable[[Catalogue], object] = getattr(importlib.import_module(module), name)
            found[key] = digest_of(catalogue.once(make))
    return found


def given(page: Page, catalogue: Traced) -> str:
    """The digest of what a page is called and given; the records among that are noted as read."""
    bound = getattr(page.build, "args", ()), getattr(page.build, "keywords", {})
    named = (page.path, page.kind, page.section, page.title, page.description, page.template)
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
    changed: set[Key] = field(default_factory=set)
    site: str = ""
    """The folder in which the pages of the last build lie; "" when nothing may stay."""
    index: str = ""
    index_digest: str = ""
    """The file with what was kept of the search index, and the digest that it must have."""

    def reason(self, page: Page, now: str) -> str:
        """Why a page is to be made, in Chinese; "" when the one of the last build stands."""
        row = self.pages.get(page.path)
        if row is None:
            return "新的一页，或要全部重新生成。"
        read = row.reads.split("\n")
        if not self.changed.isdisjoint(read):
            return "它读过的东西变了：" + "、".join(sorted(self.changed.intersection(read))[:MOST_TOLD])
        if row.given != now:
            return "标题、描述、上级页面、列出的记录或它们的次序变了。"
        if not _is_untouched(os.path.join(self.site, page.path), row):
            return "文件被改动过或不见了。"
        return ""


MOST_TOLD = 5


def _is_untouched(path: str, row: PageRow) -> bool:
    try:
        found = os.lstat(path)
    except OSError:
        return False
    return (found.st_size, found.st_mtime_ns) == (row.size, row.modified)

