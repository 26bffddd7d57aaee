"""The files of the index: the same bytes every time, and few new ones after a change."""

from __future__ import annotations

import hashlib
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.render.index_pages import Document
from generator.render.search_index import files, write_files
from generator.render.search_index.held import NotACache
from generator.render.search_index.update import Update
from generator.render.search_index.update import update as updated
from tests.render.reading_search import Reading
from tests.render.searched import DOCUMENTS, PAGES, SIZES, TEXTS, files_of, numbered, small

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
    assert set(after.files) == whole.keys() - before.files.keys() | {"index.js"}


def test_a_page_that_is_told_twice_is_the_last_one() -> None:
    """An update of a page that has not changed changes nothing but the date of the list."""
    whole = updated(None, DOCUMENTS)
    again = updated(whole.cache, DOCUMENTS[:3])
    assert again == Update({"index.js": whole.files["index.js"]}, [], whole.cache)


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
        assert name == "index.js" or name.split("-")[1] == f"{digest[:12]}.json"
    gone = {name.split("-")[0] for name in before.keys() - after.keys()}
    assert gone == {"facts", "pages"}


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
    assert {kind: kinds.count(kind) for kind in ("facts", "index.js")} == {
        "facts": 1,
        "index.js": 1,
    }
    assert len(kinds) < len(before.files) / 4


def test_the_index_is_written_into_its_folder(tmp_path: Path) -> None:
    """Every file of the index stands in search/, and nothing else."""
    write_files(files_of(DOCUMENTS), str(tmp_path))
    written = {path.name: path.read_text("utf-8") for path in (tmp_path / "search").iterdir()}
    assert written == files_of(DOCUMENTS)
