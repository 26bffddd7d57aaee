"""The index of our own holds what a plain search of the pages finds."""

from __future__ import annotations

import json
from collections import deque
from dataclasses import replace
from itertools import islice
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.render.index_pages import Document
from generator.render.search_index.places import NAME, OWN, RANKS, SHARED, TITLE
from generator.render.search_index.tree import LONGEST
from generator.render.search_index.words import GAP, plain, runs_of
from generator.search_kinds import TYPES
from tests.render.reading_search import Reading, in_order, keys_of, pieces_of
from tests.render.searched import DOCUMENTS, PAGES, SIZES, TEXTS, files_of, numbered, small


def expected(documents: list[Document], word: str) -> dict[str, int]:
    """The same by a plain search of the runs; of a long word, of its pieces."""
    found = {}
    for document in documents:
        ranks = [rank_of(document, documents, piece) for piece in pieces_of(word)]
        if None not in ranks:
            found[document.path] = max(rank for rank in ranks if rank is not None)
    return found


def rank_of(document: Document, documents: list[Document], word: str) -> int | None:
    """The best place where a page holds a word."""
    names = runs_of(f"{document.title}。{document.known_as}。{document.region}")
    others = [d for d in documents if d is not document]
    text = runs_of(document.text)
    own = [run for run in text if all(run not in runs_of(other.text) for other in others)]
    for rank, runs in ((TITLE, names), (OWN, own), (SHARED, text)):
        if any(word in run for run in runs):
            return NAME if names[:1] == [word] else rank
    return None


@settings(deadline=None)  # the first example imports numpy
@given(st.lists(PAGES, max_size=6), st.lists(TEXTS, max_size=3), SIZES, st.data())
def test_a_search_of_the_files_finds_what_a_plain_search_finds(
    pages: list[Document], words: list[str], sizes: tuple[int, int], data: st.DataObject
) -> None:
    """Any word stands in exactly the pages, and at the place, where a plain search sees it.

    However few entries a file holds, and however soon pages are listed.
    """
    documents = numbered(pages)
    for document in documents:
        for run in runs_of(f"{document.title}。{document.text}"):
            start = data.draw(st.integers(0, len(run) - 1))
            words.append(run[start : data.draw(st.integers(start + 1, len(run)))])
    with small(*sizes):
        reading = Reading(files_of(documents))
    assert reading.named == set(reading.files)
    for word in filter(None, map(plain, words)):
        assert reading.find(word) == expected(documents, word), word


@settings(deadline=None)  # the first example imports numpy
@given(st.lists(PAGES, max_size=8), SIZES)
def test_beginnings_stand_in_the_order_of_scripts(
    pages: list[Document], sizes: tuple[int, int]
) -> None:
    """Every beginning comes after the one before, and a file begins where the list says."""
    with small(*sizes):
        reading = Reading(files_of(numbered(pages)))
    keys = [list(keys_of(json.loads(text))) for _, text in reading.of("words")]
    firsts = [first for first, _ in reading.of("words")]
    whole = [in_order(key) for held in keys for key in held]
    assert whole == sorted(set(whole))
    assert all(held[0].startswith(first) for held, first in zip(keys, firsts, strict=True))
    for first, held in zip(firsts[1:], keys, strict=False):
        assert in_order(held[-1]) < in_order(first)


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
    reading = Reading(files_of(documents))
    groups = reading.contents["groups"]
    assert list(dict.fromkeys(kind for kind, *_ in groups)) == [
        *(kind for _, kind in TYPES),
        "",
        "past",
    ]
    paths = [f"{kind}-{place}.html" for kind, place, count in groups for _ in range(count)]
    assert [page["path"] for page in reading.pages] == paths


def test_a_number_finds_its_policy_as_the_title_does() -> None:
    """The page that is known by a number ranks before those that speak of it."""
    speaking = Document("a.html", "课程", "课程", "", "依据川残办〔2021〕8号。", "course")
    known = Document(
        "b.html",
        "方案",
        "政策",
        "",
        "文号：川残办〔2021〕8号。",
        "policy",
        known_as="川残办〔2021〕8号",
    )
    assert Reading(files_of([speaking, known])).find("川残办20218号") == {
        "a.html": OWN,
        "b.html": TITLE,
    }


def test_a_word_of_many_pages_is_one_short_list() -> None:
    """What stands in every page, in the same words or in others, needs no list of places."""
    texts = [f"第{n}期，2021年{n}月。全省都有" for n in range(600)]
    documents = [replace(DOCUMENTS[0], path=f"{n}.html", text=text) for n, text in enumerate(texts)]
    reading = Reading(files_of(documents))
    assert len(reading.find("2021")) == len(reading.find("全省都有")) == 600
    assert [numbers for file in reading.words if (numbers := numbers_of(file, "2021"))] == [6]
    assert [len(steps) for steps in reading.runs.values()] == [1]


def numbers_of(file: dict[str, Any], word: str) -> int | None:
    """How many numbers the entry of a word has, if it is in the file."""
    numbers = iter(file["numbers"])
    for key, count in zip(keys_of(file), file["counts"], strict=True):
        lists = [[*islice(numbers, next(numbers))] for _ in range(0 if count else RANKS + 1)]
        deque(islice(numbers, count), maxlen=0)
        if key.startswith(word):
            return sum(map(len, lists)) + len(lists)
    return None


def test_a_name_with_a_gap_in_it_is_no_gap() -> None:
    """What parts the runs of a unit stands in no run."""
    assert plain(GAP) == ""


def test_an_index_of_nothing_is_an_index() -> None:
    """No pages, and pages without a word: nothing is found, and nothing fails."""
    for documents in ([], [replace(DOCUMENTS[0], title="。", region="", text="")]):
        assert Reading(files_of(documents)).find("竹") == {}


def test_a_long_word_is_found_by_its_pieces() -> None:
    """A word longer than any beginning in the index is found where all of it stands."""
    long = "".join(chr(0x4E00 + n) for n in range(3 * LONGEST))
    parted = replace(DOCUMENTS[0], path="b.html", text=f"{long[:40]}，{long[41:]}")
    reading = Reading(files_of([replace(DOCUMENTS[0], path="a.html", text=long), parted]))
    assert set(reading.find(long)) == {"a.html"}
