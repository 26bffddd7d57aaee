"""The files of a tree → its catalogue, with every problem of text and fields met on the way."""

from __future__ import annotations

import datetime
import difflib
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePosixPath

from generator.catalogue import Catalogue, Entry
from generator.files import LARGEST, NotYml, find, read_bytes
from generator.problem import Level, Location, Problem
from generator.processes import Workers, spread
from generator.records import RECORD_TYPES, Record
from generator.records.indentation import with_owner
from generator.records.reading import read_record, unexplained, values
from generator.records.stray_fields import with_values
from generator.ties import Key, ties_of
from generator.yamltext import Mapping
from generator.yamltext import read as read_tree
from generator.yamltext.encoding import FileTooLarge

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
FEW = 100
"""Files so few that of their records not all are asked for."""


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
class Source:
    """What a later build needs of a file: its digest, type and id, the ties, whether nothing was wrong.

    `values` gives the values as JSON; they are many, and wanted of few.
    """

    digest: str
    kind: str
    id: str
    ties: tuple[Key, ...]
    clean: bool
    values: Callable[[], bytes]

    def record(self) -> Record:
        """The record once more."""
        record_type = next(t for t in RECORD_TYPES if t.kind == self.kind)
        return record_type.model_validate_json(self.values())

    def entry(self, file: str, root: str) -> Entry[Record]:
        """The entry of the record, which is made when it is asked for."""
        return Entry(self.kind, self.id, file, root, self.ties, self.record)


Sources = dict[str, Source]
"""By file."""


@dataclass(slots=True)
class Read:
    """What one file gives: its entry or None, what is wrong with it, the lines whose text is at fault."""

    file: str
    source: Source | None = None
    entry: Entry[Record] | None = None
    problems: list[Problem] = field(default_factory=list)
    slips: list[int] = field(default_factory=list)
    unread: tuple[str, str] | None = None


def load(  # noqa: PLR0913 - one parameter a choice
    root: str,
    as_of: datetime.date,
    *,
    release: bool = False,
    without_samples: bool = False,
    former_files: frozenset[str] = frozenset(),
    workers: Workers = 1,
    sources: Sources | None = None,
) -> tuple[Catalogue, list[Problem]]:
    """Every record below `root`, and every problem of text and fields met on the way.

    The files are read by `workers`. With `sources` (of files that are as they were
    when these were taken) no trees are kept, those files are not opened, and the others are added.
    """
    problems: list[Problem] = []
    catalogue = Catalogue(root, as_of, release, former_files=former_files)
    by_type: dict[str, list[Entry[Record]]] = {record_type.kind: [] for record_type in RECORD_TYPES}
    catalogue.files = [file for top in TOP_FOLDERS for file in find(root, top, ".yml", problems)]
    for read in _all(root, catalogue.files, workers, sources):
        problems += read.problems
        catalogue.slips.update((read.file, line) for line in read.slips)
        catalogue.unread.update([read.unread] if read.unread else ())
        if read.entry and not (without_samples and read.entry.record.is_sample):
            by_type[read.entry.kind].append(read.entry)
    for kind, entries in by_type.items():
        catalogue.entries[kind] = _by_id(catalogue, entries)
    for folder, ending in TEXTS:
        catalogue.files += _texts(root, folder, ending, problems)
    return catalogue, [with_values(problem, catalogue.terms) for problem in problems]


def _all(root: str, files: list[str], workers: Workers, sources: Sources | None) -> Iterator[Read]:
    """What each file gives, in order."""
    known = {} if sources is None else {file: sources[file] for file in files if file in sources}
    new = [file for file in files if file not in known]
    results = spread(partial(read_file, root, lean=sources is not None), new, workers)
    for file in files:
        if file in known:
            yield Read(file, known[file], known[file].entry(file, root))
            continue
        read = next(results)
        if sources is not None and read.source and read.entry:
            sources[file] = read.source
            if len(new) > FEW:
                _ = read.entry.record  # made while other processes read on; all of them will be asked for
        yield read


def read_file(root: str, file: str, *, lean: bool) -> Read:
    """Read one file; when lean its source is taken and its tree not kept."""
    read = Read(file)
    record_type = type_of(file, read.problems)
    if record_type is None:
        return read
    data = read_bytes(root, file, read.problems)
    tree, of_text = read_tree(data, file) if data is not None else (None, [])
    record = None
    if tree is not None:
        record, found = read_record(tree, file, record_type)
        of_text = unexplained(of_text, found)
        read.slips = [p.at.line for p in of_text if p.level is Level.ERROR]
        read.problems += [p for p in found if p.at.line not in read.slips]
    read.problems += [with_owner(problem, record_type) for problem in of_text]
    if record is None or tree is None:
        read.unread = record_type.kind, PurePosixPath(file).stem
    else:
        ties = ties_of(record)
        read.entry = Entry(record.kind, record.id, file, root, ties, partial(_itself, record), tree)
        if lean and data is not None:
            told = partial(bytes, values_json(tree))
            read.source = Source(digest(data), record.kind, record.id, ties, not read.problems, told)
            read.entry = read.source.entry(file, root)
    return read


def values_json(tree: Mapping) -> bytes:
    """The values of a record as JSON."""
    return json.dumps(values(tree), ensure_ascii=False, separators=(",", ":")).encode()


def _itself(record: Record) -> Record:
    """The record, for an entry that holds it; a function that other processes know."""
    return record


def digest(data: bytes) -> str:
    """What tells the content of a file."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


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
    for entry in sorted(entries, key=lambda entry: not entry.file.endswith(f"/{entry.id}.yml")):
        kept = first.setdefault(entry.id, entry)
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
