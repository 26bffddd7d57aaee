"""The file beside the site: used when it is true, noticed when it is damaged, never needed."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from generator.catalogue import Catalogue
from generator.incremental import last as last_module
from generator.incremental import memory
from generator.incremental.explaining import explanation
from generator.incremental.last import Last, choices
from generator.incremental.once import OnceMade
from generator.incremental.store import Damaged, Store
from generator.loading import digest, load
from generator.publish import marker_of, state_of
from generator.records import Course
from generator.ties import MOVED, SAMPLE, silence_key, term_key, uses_key
from generator.tracing import Traced, once_key
from tests.conftest import AS_OF
from tests.incremental.histories import Site, differences, small_tree
from tests.test_building import tree_of

COURSE = "catalogue/courses/ceshi-zhubian.yml"
PAGE = "courses/ceshi-zhubian.html"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """The small catalogue, built once."""
    small_tree(tmp_path / "tree")
    made = Site(tmp_path / "tree", tmp_path / "site")
    time.sleep(0.05)  # a file that was just written may change again unnoticed, and is read again
    assert made.build()
    return made


def last_of(site: Site) -> Last:
    """What is known of the last build."""
    out = str(site.out)
    return Last.read(str(site.root), state_of(out), choices(AS_OF), marker_of(out))


def edit(site: Site, file: str = COURSE, old: str = "name: ", new: str = "name: 新") -> None:
    """Change a file of the tree."""
    path = site.root / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def made_pages(site: Site) -> set[str]:
    """The pages that the last build wrote anew."""
    return {row[0] for row in last_of(site).store.rows("made")}


def test_nothing_is_done_when_nothing_changed(site: Site) -> None:
    """A second build of the same sources knows so from their stamps alone."""
    assert last_of(site).is_same


def test_a_changed_record_makes_only_pages_that_show_it(site: Site) -> None:
    """The page of the course and lists that name it, not those of others."""
    edit(site)
    assert not last_of(site).is_same
    assert site.build()
    made = made_pages(site)
    assert {PAGE, "courses/index.html"} <= made
    assert not made & {"courses/shili-miandian.html", "channels/ceshi-pingtai.html", "handbook/rules/r101.html"}
    assert differences(tree_of(site.out), site.anew(site.out.parent / "anew")) == []


def test_a_file_written_again_as_it_was_makes_no_page(site: Site) -> None:
    """Another time of change and the same bytes: git does so at every checkout."""
    path = site.root / COURSE
    os.utime(path, (1, 1))
    time.sleep(0.05)  # as above
    assert not last_of(site).is_same
    assert site.build()
    assert made_pages(site) == set()
    assert last_of(site).is_same


@pytest.mark.parametrize("file", ["site_src/templates/course.html", "seeds/ceshi.txt", "mkdocs.yml"])
def test_any_other_source_makes_all_pages(site: Site, file: str) -> None:
    """Templates, seeds and settings are read in ways that nobody notes."""
    path = site.root / file
    path.parent.mkdir(exist_ok=True)
    path.write_text((path.read_text("utf-8") if path.exists() else "") + "\n", "utf-8")
    assert not last_of(site).only_records_changed
    assert site.build()
    assert len(made_pages(site)) == len(list(last_of(site).store.rows("pages")))


def test_another_program_or_another_day_begins_from_nothing(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another version of the program left is not used."""
    out = str(site.out)
    other = Last.read(str(site.root), state_of(out), ("2027-01-01",), marker_of(out))
    assert not other.is_known
    monkeypatch.setattr(last_module, "program", lambda: "another")
    assert not last_of(site).is_known
    assert site.build()
    assert last_of(site).is_same


def test_a_site_that_was_exchanged_is_noticed(site: Site) -> None:
    """After a rollback the store knows another site than the one that stands."""
    moved = site.out.with_name("moved")
    shutil.copytree(site.out, moved)
    shutil.rmtree(site.out)
    moved.rename(site.out)
    assert not last_of(site).is_known


def test_a_page_changed_by_hand_is_made_again(site: Site) -> None:
    """What someone wrote into the folder of the site does not stay there."""
    page = site.out / PAGE
    good = page.read_bytes()
    page.unlink()
    page.write_text("改过", "utf-8")
    edit(site, "catalogue/channels/ceshi-pingtai.yml")
    assert site.build()
    assert page.read_bytes() == good
    assert PAGE in made_pages(site)


def test_a_deleted_store_is_no_loss(site: Site) -> None:
    """Without it everything is made, to the same bytes."""
    before = tree_of(site.out)
    os.unlink(state_of(str(site.out)))
    assert not last_of(site).is_known
    assert site.build()
    assert differences(before, tree_of(site.out)) == []


def test_a_store_that_another_took_with_the_site_serves_them(site: Site, tmp_path: Path) -> None:
    """Tree, site and what is known of it, copied to another folder: an edit there makes the site made anew, and no other."""
    first = tree_of(site.out)
    theirs = Site(tmp_path / "theirs" / "tree", tmp_path / "theirs" / "site")
    shutil.copytree(site.root, theirs.root)
    shutil.copytree(site.out, theirs.out)
    for kept in tmp_path.glob(".site.state*"):
        shutil.copy2(kept, theirs.out.parent)
    edit(theirs)
    assert theirs.build()
    assert differences(tree_of(theirs.out), theirs.anew(tmp_path / "anew")) == []
    assert differences(first, tree_of(site.out)) == []


@pytest.mark.parametrize("part", range(12))
def test_a_damaged_store_changes_no_byte_of_the_site(site: Site, part: int) -> None:
    """Wherever some bytes of it are spoilt, the next site is as one made anew."""
    path = Path(state_of(str(site.out)))
    data = bytearray(path.read_bytes())
    place = len(data) * part // 12
    data[place : place + 64] = bytes(b ^ 0x55 for b in data[place : place + 64])
    path.write_bytes(bytes(data))
    edit(site)
    assert site.build()
    assert differences(tree_of(site.out), site.anew(site.out.parent / "anew")) == []


def test_damaged_values_are_read_from_the_files_again(site: Site) -> None:
    """What records said is looked at only when asked for; the file says it too, and is kept anew."""
    with closing(sqlite3.connect(state_of(str(site.out)))) as base, base:
        base.execute("UPDATE said SET plain = x'7b7d'")
    edit(site)
    assert site.build()
    assert differences(tree_of(site.out), site.anew(site.out.parent / "anew")) == []
    assert len(list(last_of(site).store.rows("said"))) == len(list(last_of(site).store.rows("records")))


def test_what_is_neither_kept_nor_in_the_file_any_more_is_not_guessed(site: Site) -> None:
    """With damaged values and a file that has changed since it was looked at, the build must begin again."""
    with closing(sqlite3.connect(state_of(str(site.out)))) as base, base:
        base.execute("UPDATE said SET plain = x'7b7d'")
    known = memory.remembered(last_of(site)).sources[COURSE]
    assert known.record().id == "ceshi-zhubian"
    edit(site)
    with pytest.raises(Damaged):
        known.record()


@pytest.mark.parametrize("damage", ["gone", "cut", "changed"])
def test_a_damaged_index_is_made_anew(site: Site, damage: str) -> None:
    """What was kept of the search index is used only when it is what was written."""
    path = Path(f"{state_of(str(site.out))}.index")
    data = path.read_bytes()
    spoilt = {"gone": b"", "cut": data[:-1], "changed": data[:-9] + b"x" + data[-8:]}[damage]
    path.write_bytes(spoilt)
    edit(site)
    assert site.build()
    assert differences(tree_of(site.out), site.anew(site.out.parent / "anew")) == []
    assert path.read_bytes() not in (spoilt, b"")


def test_an_index_of_another_version_is_made_anew(site: Site) -> None:
    """Even when what was kept is what was written, the index may not know it any more."""
    store = Store(state_of(str(site.out)))
    path = Path(f"{store.path}.index")
    path.write_bytes(b"another version")
    with store.writing(anew=False) as changes:
        changes.put("facts", [("index", digest(path.read_bytes()))])
    edit(site)
    assert site.build()
    assert differences(tree_of(site.out), site.anew(site.out.parent / "anew")) == []


def test_a_changed_row_is_noticed(site: Site) -> None:
    """SQLite would read it; its sum does not fit."""
    store = Store(state_of(str(site.out)))
    path = Path(store.path)
    data = path.read_bytes()
    word = "记录".encode() if "记录".encode() in data else b"ceshi-zhubian"
    path.write_bytes(data.replace(word, word[::-1]))
    with pytest.raises(Damaged):
        str([list(store.rows(table)) for table in ("facts", "files", "records", "pages")])


def test_a_store_that_cannot_be_written_costs_only_time(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site is published; the next build starts from nothing."""

    def full(*_: object, **__: object) -> None:
        raise Damaged("disk")

    edit(site)
    monkeypatch.setattr(memory.Memory, "_write", full)
    assert site.build()
    monkeypatch.undo()
    assert not last_of(site).is_known
    assert "新" in (site.out / PAGE).read_text("utf-8")


def test_another_explanation_of_a_word_makes_the_pages_that_give_it(site: Site) -> None:
    """A word of the glossary is found by all its forms, and what it means is read of its record."""
    edit(site, "catalogue/glossary/ceshi-ciyu.yml", "plain: ", "plain: 说得更清楚：")
    assert site.build()
    assert "policies/questions/ceshi-wenti.html" in made_pages(site)
    assert differences(tree_of(site.out), site.anew(site.out.parent / "anew")) == []


def _holding_records(catalogue: Catalogue) -> list[Course]:
    return catalogue.of(Course)


def test_a_value_of_the_whole_holds_no_record(site: Site) -> None:
    """What is read of a record in such a value is noted nowhere, so the value is refused."""
    catalogue = Traced(load(str(site.root), AS_OF)[0])
    with pytest.raises(TypeError, match="_holding_records"):
        OnceMade({}, set()).ask(catalogue, [once_key(_holding_records)])


def test_why_a_page_was_made_is_told(site: Site) -> None:
    """The record that changed is named, and all that the page depends on; a page that stayed says so."""
    edit(site)
    assert site.build()
    store = last_of(site).store
    told = explanation(store, PAGE)
    assert told.startswith(f"{PAGE} 重新生成了：它读过的东西变了：record course/ceshi-zhubian")
    assert "  记录 session/ceshi-zhubian-2701" in told.splitlines()
    assert "没有重新生成：它用到的都没有变。" in explanation(store, "channels/ceshi-pingtai.html")
    assert "没有“keyboard.html”这一页的记载" in explanation(store, "keyboard.html")


def test_every_kind_of_key_has_words() -> None:
    """A key that a page may read can be told in Chinese."""
    from generator.incremental.explaining import in_words

    keys = ["record a/b", "type a", "referring a b", "clause p#1", "once m:f", "everything", "files"]
    keys += [SAMPLE, MOVED, silence_key(), term_key("a", "b"), uses_key("a")]
    assert all(in_words(key).strip() for key in keys)
