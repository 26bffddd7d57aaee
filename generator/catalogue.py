"""Everything read, linked and indexed: by type, id and region, with the links back.

Nothing here asks the clock: `as_of` is passed in.
"""

from __future__ import annotations

import datetime
import difflib
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import Generic, TypeVar, cast

from generator import own_words
from generator.files import LARGEST, NotYml, find, read_bytes
from generator.problem import Level, Location, Problem
from generator.records import (
    RECORD_TYPES,
    OccupationTable,
    Policy,
    Record,
    RegionTable,
    Vocabulary,
)
from generator.records.draft import label, locate
from generator.records.fields import Clause, Refers, Term
from generator.records.indentation import with_owner
from generator.records.occupation_table import OccupationEntry
from generator.records.policy import PolicyClause
from generator.records.reading import read_record, unexplained
from generator.records.region_table import Region
from generator.records.shape import Path, marked
from generator.records.stray_fields import with_values
from generator.records.vocabulary import VocabularyTerm
from generator.yamltext import Mapping
from generator.yamltext import read as read_tree
from generator.yamltext.encoding import FileTooLarge

R = TypeVar("R", bound=Record)
FOLDERS = {record_type.folder: record_type for record_type in RECORD_TYPES}
TOP_FOLDERS = sorted({folder.split("/")[0] for folder in FOLDERS})
TEXTS = (
    ("site_src/content", ".md"),
    ("seeds", ".txt"),
    *((folder, "README.md") for folder in TOP_FOLDERS),
)
"""Texts beside the records, with their endings."""
DATA_FOLDERS = tuple(sorted({*TOP_FOLDERS, *(folder for folder, _ in TEXTS)}))
"""Where everything lies that is no program."""


@dataclass(frozen=True, kw_only=True)
class WrongFolder(Problem):
    """文件夹决定记录是哪一类，这条记录放在了别处。

    为什么：放在别处的记录不会被读到，也不会出现在网站上。
    错的例子：catalogue/kecheng/chengdu-anmo.yml
    对的例子：catalogue/courses/chengdu-anmo.yml
    """

    code = "T155"
    says = "“{found}”不是放记录的文件夹，这条记录不会被读到。"
    mend = "移到放这类记录的文件夹，最接近的是 {nearest}。"
    found: str
    nearest: str


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """A record, the file it came from and the text of that file as a tree."""

    record: R
    file: str
    tree: Mapping

    def at(self, *path: str | int) -> Location:
        """Where a field stands in the file."""
        return locate(self.tree, path, self.file)

    def label(self, *path: str | int) -> str:
        """How staff know a field."""
        return label(type(self.record), path)


@dataclass(repr=False)  # a failing test would write out all records, once a page
class Catalogue:
    """All records of the tree below `root`."""

    root: str
    as_of: datetime.date
    release: bool = False
    entries: dict[str, dict[str, Entry[Record]]] = field(default_factory=dict)
    duplicates: list[tuple[Entry[Record], Entry[Record]]] = field(default_factory=list)
    unread: set[tuple[str, str]] = field(default_factory=set)
    slips: set[tuple[str, int]] = field(default_factory=set)
    """(file, line) where the text itself is at fault, so that nothing else need be said of it."""
    files: list[str] = field(default_factory=list)
    former_files: frozenset[str] = frozenset()

    def of(self, record_type: type[R]) -> list[R]:
        """The records of a type, in order of id."""
        return [cast("R", entry.record) for entry in self.entries[record_type.kind].values()]

    def get(self, record_type: type[R], record_id: str) -> R:
        """The record with this id; KeyError when there is none (checked before any page is made)."""
        return cast("R", self.entries[record_type.kind][record_id].record)

    def entry(self, record: Record) -> Entry[Record]:
        """The entry of a record."""
        return self.entries[record.kind][record.id]

    def all_entries(self) -> Iterator[Entry[Record]]:
        """Every entry, by type and id."""
        for of_type in self.entries.values():
            yield from of_type.values()

    def find(self, kinds: Iterable[str], record_id: str) -> Entry[Record] | None:
        """The entry of one of these types with this id."""
        return next((e for kind in kinds if (e := self.entries[kind].get(record_id))), None)

    @cached_property
    def chosen(self) -> list[tuple[Entry[Record], Path, str, object]]:
        """Every value of a field that draws from a vocabulary: entry, place, vocabulary, value."""
        return [
            (entry, path, term.vocabulary, value)
            for entry in self.all_entries()
            for path, term, value in marked(entry.record, Term)
        ]

    @cached_property
    def own_words(self) -> list[own_words.Words]:
        """Every text that was written here: of the records, then of the pages of text."""
        words = [w for e in self.all_entries() for w in own_words.of_record(e.tree, e.file)]
        ignored: list[Problem] = []
        for file in self.files:
            if file.endswith(".md"):
                text = (read_bytes(self.root, file, ignored) or b"").decode("utf-8-sig", "replace")
                words += own_words.of_page(text, file)
        return words

    @cached_property
    def terms(self) -> dict[str, dict[str, VocabularyTerm]]:
        """Vocabulary id → term id → term, in order of display."""
        return {v.id: {term.id: term for term in v.terms} for v in self.of(Vocabulary)}

    def term(self, vocabulary: str, value: str) -> VocabularyTerm:
        """A term of a vocabulary; KeyError when there is none."""
        return self.terms[vocabulary][value]

    def name_of(self, vocabulary: str, value: str) -> str:
        """The Chinese name of a value, for messages: the value itself where it is not known."""
        term = self.terms.get(vocabulary, {}).get(value)
        return term.name if term else value

    @cached_property
    def regions(self) -> dict[str, Region]:
        """Code → division, in the order of the codes."""
        return {r.code: r for table in self.of(RegionTable) for r in table.regions}

    @cached_property
    def former_regions(self) -> dict[str, tuple[str, str]]:
        """Old code → old name and new code."""
        return {f.code: (f.name, f.now) for t in self.of(RegionTable) for f in t.former}

    @cached_property
    def occupations(self) -> dict[str, OccupationEntry]:
        """Code → occupation."""
        return {o.code: o for table in self.of(OccupationTable) for o in table.occupations}

    @cached_property
    def clauses(self) -> dict[str, tuple[Policy, PolicyClause]]:
        """`policy#clause` → both."""
        return {f"{p.id}#{c.id}": (p, c) for p in self.of(Policy) for c in p.clauses}

    @cached_property
    def referrers(self) -> dict[tuple[str, str], list[tuple[Entry[Record], Path]]]:
        """(type, id) → who refers to it and where, in order."""
        found: dict[tuple[str, str], list[tuple[Entry[Record], Path]]] = defaultdict(list)
        for entry in self.all_entries():
            for path, marker, value in marked(entry.record, Refers):
                target = self.find(marker.to, str(value)) if value else None
                if target:
                    found[target.record.kind, target.record.id].append((entry, path))
        return found

    @cached_property
    def clause_users(self) -> dict[str, list[Entry[Record]]]:
        """`policy#clause` → the records that rest on it, each once."""
        found: dict[str, dict[tuple[str, str], Entry[Record]]] = defaultdict(dict)
        for entry in self.all_entries():
            for _, _, value in marked(entry.record, Clause):
                if value:
                    found[str(value)][entry.record.kind, entry.record.id] = entry
        return {clause: list(users.values()) for clause, users in found.items()}

    def referring(self, record: Record, record_type: type[R]) -> list[R]:
        """The records of a type that refer to this one, each once, in order of id."""
        found = {
            e.record.id: e.record
            for e, _ in self.referrers.get((record.kind, record.id), [])
            if isinstance(e.record, record_type)
        }
        return list(found.values())

    def prefecture(self, code: str) -> Region | None:
        """The 市（州） that a division is or lies in; None for the province and the nation."""
        region = self.regions.get(code)
        while region and region.level == "county" and region.parent:
            region = self.regions.get(region.parent)
        return region if region and region.level == "prefecture" else None

    def contains(self, outer: str, inner: str) -> bool:
        """Whether the division `outer` is `inner` or above it."""
        region = self.regions.get(inner)
        while region and region.code != outer:
            region = self.regions.get(region.parent) if region.parent else None
        return region is not None


def load(
    root: str,
    as_of: datetime.date,
    *,
    release: bool = False,
    without_samples: bool = False,
    former_files: frozenset[str] = frozenset(),
) -> tuple[Catalogue, list[Problem]]:
    """Every record below `root`, and every problem of text and fields met on the way."""
    problems: list[Problem] = []
    catalogue = Catalogue(root, as_of, release, former_files=former_files)
    read: dict[str, list[Entry[Record]]] = {record_type.kind: [] for record_type in RECORD_TYPES}
    for top in TOP_FOLDERS:
        for file in find(root, top, ".yml", problems):
            catalogue.files.append(file)
            entry = _read(catalogue, file, problems)
            if entry and not (without_samples and entry.record.is_sample):
                read[entry.record.kind].append(entry)
    for kind, entries in read.items():
        catalogue.entries[kind] = _by_id(catalogue, entries)
    for folder, ending in TEXTS:
        catalogue.files += _texts(root, folder, ending, problems)
    return catalogue, [with_values(problem, catalogue.terms) for problem in problems]


def _read(catalogue: Catalogue, file: str, problems: list[Problem]) -> Entry[Record] | None:
    record_type = type_of(file, problems)
    if record_type is None:
        return None
    data = read_bytes(catalogue.root, file, problems)
    tree, of_text = read_tree(data, file) if data is not None else (None, [])
    record = None
    if tree is not None:
        record, found = read_record(tree, file, record_type)
        of_text = unexplained(of_text, found)
        catalogue.slips |= {(file, p.at.line) for p in of_text if p.level is Level.ERROR}
        problems += [p for p in found if (file, p.at.line) not in catalogue.slips]
    problems += [with_owner(problem, record_type) for problem in of_text]
    if record is None or tree is None:
        catalogue.unread.add((record_type.kind, PurePosixPath(file).stem))
        return None
    return Entry(record, file, tree)


def type_of(file: str, problems: list[Problem]) -> type[Record] | None:
    """The type of the records in the folder of a file; in any other folder a problem and None."""
    record_type = FOLDERS.get("/".join(file.split("/")[:2]))
    if record_type is None:
        problems.append(_wrong_folder(file))
    return record_type


def _wrong_folder(file: str) -> Problem:
    folder = file.rsplit("/", 1)[0]
    close = difflib.get_close_matches(folder, FOLDERS, 1, 0.0)[0]
    return WrongFolder(at=Location(file), found=folder, nearest=f"{close}（{FOLDERS[close].title}）")


def _by_id(catalogue: Catalogue, entries: list[Entry[Record]]) -> dict[str, Entry[Record]]:
    """The entries in order of id; of two with the same id the one whose file has that name is kept."""
    first: dict[str, Entry[Record]] = {}
    for entry in sorted(entries, key=lambda entry: PurePosixPath(entry.file).stem != entry.record.id):
        kept = first.setdefault(entry.record.id, entry)
        if kept is not entry:
            catalogue.duplicates.append((entry, kept))
    return dict(sorted(first.items()))


def _texts(root: str, folder: str, ending: str, problems: list[Problem]) -> Iterator[str]:
    """Texts that are no records: found, and refused when links or too large."""
    found: list[Problem] = []
    for file in find(root, folder, ending, found):
        size = os.path.getsize(os.path.join(root, file))
        if size > LARGEST:
            problems.append(FileTooLarge(at=Location(file), size=size))
        yield file
    problems += [p for p in found if not isinstance(p, NotYml)]
