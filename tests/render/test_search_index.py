"""The index of our own holds what a plain search of the pages finds, in the same bytes every time."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.search import TYPES
from generator.render import search_index
from generator.render.index_pages import Document
from generator.render.search_index import GAP, plain, runs_of, search_files, write_search_index

TITLE, OWN, SHARED = 0, 1, 2
DOCUMENTS = [
    Document(f"courses/{n}.html", f"竹编{n}班", "课程", "成都市", f"学编竹篮{n}。" * n, "course", "510100")
    for n in range(1, 40)
]


class Reading:
    """Reads the files as assets/finder.js does, but all of them at once."""

    def __init__(self, documents: list[Document]) -> None:
        self.files = dict(search_files(documents))
        self.contents = json.loads(self.files["index.json"])
        self.pages = [fact for _, facts in self.of("facts") for fact in facts]
        self.grams = {gram: steps for _, held in self.of("grams") for gram, steps in held.items()}
        self.units = {
            first + more: list(pages_of(steps))
            for first, held in self.of("units")
            for more, steps in enumerate(held)
        }

    def of(self, kind: str) -> Iterator[tuple[Any, Any]]:
        """The files of a kind, each with its first key."""
        for number, (first, digest) in enumerate(self.contents[kind]):
            yield first, json.loads(self.files[f"{kind}-{number}-{digest}.json"])

    def places(self, piece: str) -> set[tuple[int, int]]:
        """Where the piece begins, or at least its first two characters."""
        found = set()
        for gram, steps in self.grams.items():
            if gram.startswith(piece) or (piece.startswith(gram) and len(gram) > 1):
                unit = offset = 0
                for more, further in zip(steps[::2], steps[1::2], strict=True):
                    unit, offset = unit + more, further + (0 if more else offset)
                    found.add((unit, offset))
        return found

    def find(self, word: str) -> dict[str, int]:
        """The paths of the pages that hold a word, and the best place where they do."""
        shifts = {*range(0, max(1, len(word) - 1), 2), max(0, len(word) - 2)}
        starts = [{(u, at - s) for u, at in self.places(word[s:])} for s in sorted(shifts)]
        found: dict[str, int] = {}
        for unit, offset in set.intersection(*starts):
            rank = SHARED if unit in self.units else OWN
            rank = TITLE if rank == OWN and offset < self.contents["start"] else rank
            for page in self.units.get(unit, [unit]):
                path = self.pages[page]["path"]
                found[path] = min(rank, found.get(path, rank))
        return found


def pages_of(steps: list[int]) -> Iterator[int]:
    """Pages from their distances; -n stands for n in a row."""
    page = -1
    for step in steps:
        for move in [step] if step > 0 else [1] * -step:
            page += move
            yield page


def expected(documents: list[Document], word: str) -> dict[str, int]:
    """The same by a plain search of the runs."""
    found = {}
    for document in documents:
        names = runs_of(f"{document.title}。{document.known_as}")
        others = [d for d in documents if d is not document]
        own = [r for r in runs_of(document.text) if all(r not in runs_of(d.text) for d in others)]
        for rank, runs in ((SHARED, runs_of(document.text)), (OWN, own), (TITLE, names)):
            if any(word in run for run in runs):
                found[document.path] = rank
    return found


TEXTS = st.text(alphabet="残疾人20aBＢ5𠮷é，。：〔〕- \n", max_size=40)
PAGES = st.builds(
    Document,
    path=st.just(""),
    title=TEXTS,
    type=st.just("课程"),
    region=st.just(""),
    text=TEXTS,
    kind=st.sampled_from(["course", "policy", "past", ""]),
    prefecture=st.sampled_from(["", "510100", "511300"]),
    known_as=st.sampled_from(["", "川残办〔2021〕8号"]),
)


@given(st.lists(PAGES, max_size=6), st.lists(TEXTS, max_size=3), st.data())
def test_a_search_of_the_files_finds_what_a_plain_search_finds(
    pages: list[Document], words: list[str], data: st.DataObject
) -> None:
    """Any word stands in exactly the pages, and at the place, where a plain search sees it.

    However few entries a file holds, and however soon grams are made longer.
    """
    documents = [replace(page, path=f"{number}.html") for number, page in enumerate(pages)]
    for document in documents:
        for run in runs_of(f"{document.title}。{document.text}"):
            start = data.draw(st.integers(0, len(run) - 1))
            words.append(run[start : data.draw(st.integers(start + 1, len(run)))])
    most = data.draw(st.integers(0, 4))
    with patch.multiple(search_index, MOST_PLACES=most, LARGEST=40, FACTOR=0):
        reading = Reading(documents)
    for word in filter(None, map(plain, words)):
        assert reading.find(word) == expected(documents, word), word


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("川残办〔2021〕8号", "川残办20218号"),
        ("编码4-10-04-02", "编码4100402"),
        ("Ｂ５ 班", "b5班"),
        ("表a_b C++", "表abc"),
        ("ΣΑΣ İ", "σασi̇"),
        ("ཆུ་ ꆈꌠ", "ཆུꆈꌠ"),
        ("𠮷\u202e野", "𠮷野"),
        ("①㈱", "1株"),
        ("……", ""),
    ],
)
def test_a_search_compares_letters_and_digits_only(text: str, compared: str) -> None:
    """Width, case, blanks and marks make no difference; a letter keeps the marks on it."""
    assert plain(text) == compared


def test_a_run_ends_at_a_stop() -> None:
    """No word reaches over a stop, and stops in a row make no empty run."""
    assert runs_of("甲，乙。。 丙：〔〕；Ｂ") == ["甲", "乙", "丙", "b"]


def test_courses_come_first_and_other_pages_last() -> None:
    """Pages stand in the order of the search page's choices, then by place; so do its groups."""
    kinds = ["", "region", "policy", "past", *(kind for _, kind in TYPES if kind != "policy")]
    documents = [
        Document(f"{kind}-{place}.html", "名", "", "", "文", kind, place)
        for kind in kinds
        for place in ("511300", "510100")
        if kind != "region" or place == "510100"
    ]
    reading = Reading(documents)
    groups = reading.contents["groups"]
    assert list(dict.fromkeys(kind for kind, *_ in groups)) == [*(kind for _, kind in TYPES), "", "past"]
    paths = [f"{kind}-{place}.html" for kind, place, count in groups for _ in range(count)]
    assert [page["path"] for page in reading.pages] == paths


def test_a_number_finds_its_policy_as_the_title_does() -> None:
    """The page that is known by a number ranks before those that speak of it."""
    speaking = Document("a.html", "课程", "课程", "", "依据川残办〔2021〕8号。", "course")
    known = Document("b.html", "方案", "政策", "", "文号：川残办〔2021〕8号。", "policy", known_as="川残办〔2021〕8号")
    assert Reading([speaking, known]).find("川残办20218号") == {"a.html": OWN, "b.html": TITLE}


def test_the_order_of_the_pages_changes_nothing() -> None:
    """Whatever order processes finish in, the files are the same."""
    files = list(search_files(DOCUMENTS))
    for seed in range(5):
        mixed = random.Random(seed).sample(DOCUMENTS, len(DOCUMENTS))  # noqa: S311 - no secret
        assert list(search_files(mixed)) == files


def test_a_file_is_named_by_its_content() -> None:
    """A browser may keep a file for ever: another content has another name."""
    changed = [replace(DOCUMENTS[0], type="班次"), *DOCUMENTS[1:]]
    before, after = dict(search_files(DOCUMENTS)), dict(search_files(changed))
    for name, text in {**before, **after}.items():
        digest = hashlib.sha256(text.encode()).hexdigest()
        assert name == "index.json" or name.split("-")[2] == f"{digest[:8]}.json"
    gone = {name.split("-")[0] for name in before.keys() - after.keys()}
    assert gone == {"facts"}


def test_no_file_is_large() -> None:
    """Files stay small, so that an answer needs little; one entry alone may be larger."""
    chance = random.Random(20261123)  # noqa: S311 - the same text every time
    texts = ["".join(chance.choices("残疾人职业技能培训0123456789。", k=900)) for _ in range(60)]
    documents = [replace(DOCUMENTS[0], path=f"{n}.html", text=text) for n, text in enumerate(texts)]
    reading = Reading(documents)
    held = {name: len(json.loads(text)) for name, text in reading.files.items()}
    large = [n for n, text in reading.files.items() if len(text) > search_index.LARGEST * 1.1]
    assert len(reading.files) > 60
    assert [name for name in large if held[name] > 1 and name != "index.json"] == []


def test_what_stands_in_many_places_is_under_longer_grams() -> None:
    """2021 in every page is not one long list under 20: a year needs the part of that year only."""
    texts = [f"第{n}期，2021年{n}月。2026年{n}月" for n in range(600)]
    documents = [replace(DOCUMENTS[0], path=f"{n}.html", text=text) for n, text in enumerate(texts)]
    reading = Reading(documents)
    assert len(reading.places("20")) > search_index.MOST_PLACES
    places = {gram: len(steps) // 2 for gram, steps in reading.grams.items() if len(gram) > 1}
    assert max(places.values()) <= search_index.MOST_PLACES
    assert {gram for gram in places if gram.startswith("202")} >= {"2021", "2026"}


def test_a_name_with_a_gap_in_it_is_no_gap() -> None:
    """What parts the runs of a unit stands in no run."""
    assert plain(GAP) == ""


def test_the_index_is_written_into_its_folder(tmp_path: Path) -> None:
    """Every file of the index stands in search/, and nothing else."""
    write_search_index(DOCUMENTS, str(tmp_path))
    written = {path.name: path.read_text("utf-8") for path in (tmp_path / "search").iterdir()}
    assert written == dict(search_files(DOCUMENTS))
