"""The index of our own holds what a plain search of the pages finds, in the same bytes every time."""

from __future__ import annotations

import hashlib
import json
import random
from collections import deque
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.render.index_pages import Document
from generator.render.search_index import entries, files, places, tree, update, write_files
from generator.render.search_index.held import NotACache
from generator.render.search_index.places import NAME, OWN, RANKS, SHARED, TITLE
from generator.render.search_index.tree import LONGEST
from generator.render.search_index.update import Update
from generator.render.search_index.update import update as updated
from generator.render.search_index.words import GAP, plain, runs_of
from generator.search_kinds import TYPES
from tests.render.reading_search import Reading, in_order, keys_of, pieces_of

DOCUMENTS = [
    Document(
        f"courses/{n}.html",
        f"竹编{n}班",
        "课程",
        "成都市",
        f"学编竹篮{n}。" * n,
        "course",
        "510100",
    )
    for n in range(1, 40)
]


def files_of(documents: list[Document]) -> dict[str, str]:
    """The files of the index of these pages."""
    return updated(None, documents).files


@contextmanager
def small(many: int, few: int) -> Iterator[None]:
    """Little is much: all that large indexes have stands in an index of a few pages."""
    with ExitStack() as stack:
        stack.enter_context(patch.object(tree, "MANY", many))
        stack.enter_context(patch.object(entries, "MOST_RUNS", few))
        stack.enter_context(patch.object(places, "FEW", 1 + few))
        stack.enter_context(patch.multiple(files, LEAST=40, CHANCE=2, MOST_LISTED=3))
        stack.enter_context(patch.object(update, "AT_ONCE", 20))
        yield


SIZES = st.tuples(st.integers(1, 4), st.integers(0, 2))


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


def numbered(pages: list[Document]) -> list[Document]:
    """The pages with paths."""
    return [replace(page, path=f"{number}.html") for number, page in enumerate(pages)]


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


CHANGES = st.lists(
    st.lists(st.tuples(st.integers(0, 5), st.none() | PAGES), min_size=1, max_size=3), max_size=5
)


@settings(deadline=None)  # the first example imports numpy
@given(st.lists(PAGES, max_size=6), CHANGES, SIZES)
def test_what_is_made_after_changes_is_what_is_made_at_once(
    pages: list[Document],
    changes: list[list[tuple[int, Document | None]]],
    sizes: tuple[int, int],
) -> None:
    """After any history of pages changed, added and removed: the very files of an index made anew."""
    there = {page.path: page for page in numbered(pages)}
    with small(*sizes):
        last = updated(None, there.values())
        kept = dict(last.files)
        for change in changes:
            told = {f"{number}.html": page for number, page in change}
            new = [replace(page, path=path) for path, page in told.items() if page]
            gone = [path for path, page in told.items() if not page]
            there = {p: d for p, d in there.items() if p not in told} | {d.path: d for d in new}
            last = applied(kept, updated(last.cache, new, gone))
            assert kept == updated(None, there.values()).files


def applied(kept: dict[str, str], last: Update) -> Update:
    """Change the files as an update says."""
    for name in last.gone:
        del kept[name]
    kept |= last.files
    return last


@settings(deadline=None)  # the first example imports numpy
@given(st.lists(PAGES, min_size=2, max_size=6), SIZES, st.data())
def test_little_is_made_anew_for_what_stays(
    pages: list[Document], sizes: tuple[int, int], data: st.DataObject
) -> None:
    """What an update gives and takes away is what differs, and nothing else."""
    documents = numbered(pages)
    number = data.draw(st.integers(0, len(documents) - 1))
    changed = replace(documents[number], text=data.draw(TEXTS))
    with small(*sizes):
        before = updated(None, documents)
        after = updated(before.cache, [changed])
        whole = files_of([changed if d.path == changed.path else d for d in documents])
    assert set(after.gone) == before.files.keys() - whole.keys()
    assert set(after.files) == whole.keys() - before.files.keys() | {"index.json"}


def test_a_page_that_is_told_twice_is_the_last_one() -> None:
    """An update of a page that has not changed changes nothing but the date of the list."""
    whole = updated(None, DOCUMENTS)
    again = updated(whole.cache, DOCUMENTS[:3])
    assert again == Update({"index.json": whole.files["index.json"]}, [], whole.cache)


@pytest.mark.parametrize("damage", [b"", b"x", b"search index 0\n" + bytes(60)])
def test_damaged_bytes_are_no_cache(damage: bytes) -> None:
    """What was not kept by this version is refused, so that the index is made anew."""
    with pytest.raises(NotACache):
        updated(damage, DOCUMENTS)


def test_a_changed_cache_is_no_cache() -> None:
    """Wherever one byte has changed."""
    cache = updated(None, DOCUMENTS).cache
    for place in range(0, len(cache), max(1, len(cache) // 50)):
        with pytest.raises(NotACache):
            updated(cache[:place] + bytes([cache[place] ^ 1]) + cache[place + 1 :], DOCUMENTS)


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


def test_the_order_of_the_pages_changes_nothing() -> None:
    """Whatever order processes finish in, the files are the same."""
    whole = files_of(DOCUMENTS)
    for seed in range(5):
        mixed = random.Random(seed).sample(DOCUMENTS, len(DOCUMENTS))  # noqa: S311 - no secret
        assert files_of(mixed) == whole


def test_a_file_is_named_by_its_content() -> None:
    """A browser may keep a file for ever: another content has another name."""
    changed = [replace(DOCUMENTS[0], type="班次"), *DOCUMENTS[1:]]
    before, after = files_of(DOCUMENTS), files_of(changed)
    for name, text in {**before, **after}.items():
        digest = hashlib.sha256(text.encode()).hexdigest()
        assert name == "index.json" or name.split("-")[1] == f"{digest[:16]}.json"
    gone = {name.split("-")[0] for name in before.keys() - after.keys()}
    assert gone == {"facts"}


TEXT = "残疾人职业技能培训0123456789。"


def drawn(count: int) -> list[Document]:
    """So many pages of drawn text."""
    chance = random.Random(20261123)  # noqa: S311 - the same text every time
    texts = ["".join(chance.choices(TEXT, k=900)) for _ in range(count)]
    return [replace(DOCUMENTS[0], path=f"{n}.html", text=text) for n, text in enumerate(texts)]


def test_no_file_is_large() -> None:
    """Files stay small, so that an answer needs little; one entry alone may be larger."""
    reading = Reading(files_of(drawn(60)))
    sizes = [len(text) for _, text in reading.of("words")]
    assert len(sizes) > 60
    assert max(sizes) < 2 * files.LEAST
    assert sorted(sizes)[len(sizes) // 2] > files.LEAST / 4


def test_a_change_of_one_page_changes_few_files() -> None:
    """A sentence of one page is in the files of its signs only."""
    documents = drawn(60)
    before = updated(None, documents)
    text = documents[7].text
    after = updated(before.cache, [replace(documents[7], text=f"竹编篾刀{text[4:]}")])
    kinds = [name.split("-")[0] for name in after.files]
    assert {kind: kinds.count(kind) for kind in ("facts", "index.json")} == {
        "facts": 1,
        "index.json": 1,
    }
    assert len(kinds) < len(before.files) / 4


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


def test_the_index_is_written_into_its_folder(tmp_path: Path) -> None:
    """Every file of the index stands in search/, and nothing else."""
    write_files(files_of(DOCUMENTS), str(tmp_path))
    written = {path.name: path.read_text("utf-8") for path in (tmp_path / "search").iterdir()}
    assert written == files_of(DOCUMENTS)
