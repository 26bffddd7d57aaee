"""What is read is linked and indexed: by type, id and region, with the links back."""

from __future__ import annotations

import pytest

from generator.catalogue import Catalogue
from generator.loading import load
from generator.records import (
    RECORD_TYPES,
    Base,
    Course,
    Institution,
    Office,
    Session,
    Subsidy,
    Vocabulary,
)
from generator.ties import clause_key
from tests.conftest import AS_OF, Tree

COURSE = "catalogue/courses/ceshi-zhubian.yml"


@pytest.fixture
def catalogue(small: Tree) -> Catalogue:
    """The small catalogue, read."""
    return small.check().catalogue


def test_the_small_catalogue_has_every_type_and_no_fault(small: Tree) -> None:
    """A test that changes one thing sees what that one thing does."""
    checked = small.check()
    assert checked.problems == []
    assert [t.kind for t in RECORD_TYPES if not checked.catalogue.of(t)] == []


def test_records_are_listed_in_order_of_id_wherever_their_files_lie(small: Tree) -> None:
    """Moving a file to the folder of another place changes nothing on the site."""
    small.write("catalogue/courses/aaa/zz-kecheng.yml", small.read(COURSE).replace("id: ceshi-zhubian", "id: zz-kecheng"))
    ids = [course.id for course in small.check().catalogue.of(Course)]
    assert ids == ["ceshi-zhubian", "shili-miandian", "zz-kecheng"]


def test_links_lead_back(catalogue: Catalogue) -> None:
    """A base knows its courses and sessions, an office knows who names it, each once."""
    base = catalogue.get(Base, "ceshi-jidi")
    assert [c.id for c in catalogue.referring(base, Course)] == ["ceshi-zhubian"]
    assert [s.id for s in catalogue.referring(base, Session)] == ["ceshi-zhubian-2701"]
    school = catalogue.get(Institution, "ceshi-xuexiao")
    assert [b.id for b in catalogue.referring(school, Base)] == ["ceshi-jidi"]
    office = catalogue.get(Office, "ceshi-canlian")
    assert [s.id for s in catalogue.referring(office, Session)] == ["ceshi-zhubian-2701", "shili-miandian-2601"]
    assert catalogue.referring(office, Subsidy) == []


def test_a_clause_knows_the_records_that_rest_on_it(catalogue: Catalogue) -> None:
    """Each clause can show what carries it out."""
    users = {entry.record.id for entry in catalogue.tied(clause_key("ceshi-banfa#1"))}
    assert users == {"ceshi-zhubian"}
    users = {entry.record.id for entry in catalogue.tied(clause_key("ceshi-banfa#2"))}
    assert users == {"ceshi-butie", "ceshi-ciyu", "ceshi-duoshao", "ceshi-wenti", "ceshi-zicha"}


@pytest.mark.parametrize(
    ("code", "prefecture"),
    [("510107", "510100"), ("510100", "510100"), ("513401", "513400"), ("510000", None), ("100000", None), ("0", None)],
)
def test_a_division_lies_in_its_prefecture(catalogue: Catalogue, code: str, prefecture: str | None) -> None:
    """A county belongs to a 市（州）, the province and the nation to none."""
    region = catalogue.prefecture(code)
    assert (region.code if region else None) == prefecture


def test_a_division_contains_itself_and_what_lies_below(catalogue: Catalogue) -> None:
    """The province holds its counties; a prefecture does not hold the counties of another."""
    assert catalogue.contains("510000", "510107")
    assert catalogue.contains("100000", "510107")
    assert catalogue.contains("510107", "510107")
    assert not catalogue.contains("510107", "510100")
    assert not catalogue.contains("510700", "510107")


def test_terms_keep_the_order_of_display(catalogue: Catalogue) -> None:
    """The order of a vocabulary file is the order on the page."""
    for vocabulary in catalogue.of(Vocabulary):
        assert list(catalogue.terms[vocabulary.id]) == [term.id for term in vocabulary.terms]


def test_a_place_in_a_file_is_found_as_deep_as_the_text_goes(small: Tree) -> None:
    """A field that is not written points to the part in which it should be."""
    catalogue = small.check().catalogue
    entry = catalogue.entry(catalogue.get(Course, "ceshi-zhubian"))
    assert str(entry.at("hours")) == f"{COURSE}:41:8"
    assert str(entry.at("accommodations", 1, "state")) == f"{COURSE}:56:12"
    assert str(entry.at("fee", "note")) == f"{COURSE}:45:1"
    assert str(entry.at("alert")) == f"{COURSE}:1:1"
    assert str(entry.at()) == f"{COURSE}:1:1"
    assert entry.label("accommodations", 1, "state") == "“无障碍服务”第2项的“状态”（state）"


def test_a_place_is_looked_for_in_the_file_of_its_own_reading(small: Tree) -> None:
    """A process that reads the tree twice tells the second time where things stand by then."""
    places = []
    for above in ("id: ", "# 加了一行\nid: "):
        small.edit(COURSE, "id: ", above)
        catalogue, _ = load(str(small), AS_OF, sources={})
        places.append(str(catalogue.entry(catalogue.get(Course, "ceshi-zhubian")).at("hours")))
    assert places == [f"{COURSE}:41:8", f"{COURSE}:42:8"]


def test_records_without_samples_are_as_if_the_samples_were_not_there(small: Tree) -> None:
    """Neither lists nor links back hold a sample that was not read."""
    catalogue = small.check(without_samples=True).catalogue
    assert [c.id for c in catalogue.of(Course)] == ["ceshi-zhubian"]
    office = catalogue.get(Office, "ceshi-canlian")
    assert [s.id for s in catalogue.referring(office, Session)] == ["ceshi-zhubian-2701"]


def test_reading_twice_gives_the_same(small: Tree) -> None:
    """Nothing depends on the order of the disk, the time, or an earlier run."""
    small.edit(COURSE, "hours: 40", "hours: 四十")
    first, second = small.check(), small.check()
    assert first.report("json") == second.report("json")
    assert list(first.catalogue.entries["course"]) == list(second.catalogue.entries["course"])
