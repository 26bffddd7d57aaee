"""Makes one index and says what it took: `python -m tests.bench.search_index ENGINE DOCUMENTS FOLDER`.

A process of its own each time, so that its processor time and its memory are those of the index.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from generator.render.index_pages import Document, write_index_pages
from generator.search import build_index

OWN, PAGEFIND = "own", "pagefind"
UPDATES = CHANGE, REMOVAL, ADDITION = "change", "removal", "addition"
WORDS = "学员自己带一把篾刀，老师教怎样磨。"
ADDED = "courses/bench-added.html"
KEPT = "kept"


@dataclass(frozen=True)
class Made:
    """What it took: seconds of the clock and of processors, megabytes of memory, files and bytes written."""

    clock: float
    processor: float
    memory: int
    files: int
    size: int


def documents_in(file: Path) -> list[Document]:
    """The documents that were put into a file."""
    told = json.loads(file.read_text("utf-8"))
    return [Document(**{**one, "quick": tuple(map(tuple, one["quick"]))}) for one in told]


def put(documents: Iterable[Document], file: Path) -> None:
    """Put documents into a file."""
    told = [asdict(document) for document in documents]
    file.write_text(json.dumps(told, ensure_ascii=False), "utf-8")


def made(engine: str, documents: Path, folder: Path) -> Made:
    """What an index took, made by another process into a folder."""
    command = [
        sys.executable,
        "-m",
        "tests.bench.search_index",
        engine,
        str(documents),
        str(folder),
    ]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Made(**json.loads(done.stdout))


def told_anew(documents: list[Document], folder: Path) -> dict[str, Path]:
    """The page that each update tells anew, in a file."""
    page = next(one for one in documents[len(documents) // 4 :] if one.kind == "course")
    told = {
        CHANGE: replace(page, text=page.text + WORDS),
        REMOVAL: replace(page, text=page.text.partition("。")[2]),
        ADDITION: replace(page, path=ADDED, text=WORDS + page.text),
    }
    files = {what: folder / f"{what}.json" for what in told}
    for what, one in told.items():
        put([one], files[what])
    return files


def _own(documents: list[Document], folder: Path) -> None:
    """The index of our own, and beside it what is kept of it."""
    from generator.render.search_index.update import update

    whole = update(None, documents)
    _write(whole.files, folder / "search")
    (folder / KEPT).write_bytes(whole.cache)


def _updated(told: list[Document], folder: Path) -> None:
    """What changes of an index when these pages are told anew."""
    from generator.render.search_index.update import update

    after = update((folder.parent / OWN / KEPT).read_bytes(), told)
    _write(after.files, folder / "search")
    (folder / KEPT).write_bytes(after.cache)


def _pagefind(documents: list[Document], folder: Path) -> None:
    with tempfile.TemporaryDirectory() as pages:
        write_index_pages(documents, pages)
        build_index(pages, str(folder))


def _write(files: dict[str, str], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        with open(folder / name, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)


ENGINES = {OWN: _own, PAGEFIND: _pagefind, **dict.fromkeys(UPDATES, _updated)}


def _processor() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def main(engine: str, file: str, out: str) -> None:
    """Make an index and print what it took: a whole one without the start and the reading of the pages."""
    documents, folder = documents_in(Path(file)), Path(out)
    before = 0.0 if engine in UPDATES else _processor()
    began = time.perf_counter()
    folder.mkdir(parents=True)
    ENGINES[engine](documents, folder)
    taken = time.perf_counter() - began
    used = _processor() - before
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    most = max(resource.getrusage(who).ru_maxrss for who in kinds)
    sizes = [
        os.path.getsize(os.path.join(place, name))
        for place, _, names in os.walk(folder)
        for name in names
        if name != KEPT
    ]
    print(json.dumps(asdict(Made(taken, used, most // 1024, len(sizes), sum(sizes)))))  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
