"""The records of this repository on 23 November 2026: complete, true to their sources, or marked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import pytest

from generator.building import Checked, check_tree
from generator.catalogue import Catalogue
from generator.records import (
    Base,
    Course,
    Institution,
    Office,
    Policy,
    Record,
    Session,
    Subsidy,
    Vocabulary,
)
from generator.ties import clause_key
from tests.conftest import AS_OF, REPOSITORY

# A phone, or anything that could be dialled; dates and periods are taken out first.
PHONE = re.compile(r"\d{7,}|\d{3,4}[-—－ ]\d{3,4}[-—－ ]?\d{3,4}|(?<!\d)1[3-9]\d[-—－ ]?\d{4}[-—－ ]?\d{4}")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
ADDRESS = re.compile(r"https?:|www\.|\.(com|cn|org|net)\b|@")
DOOR = re.compile(r"(路|街|道|巷|弄|段)\s*[一二三四五六七八九十百\d]+\s*号|\d+\s*(号楼|单元|栋|幢)")
SEED_CLAUSES = ["0", "1", "2", "3-1", "3-2", "3-3", "3-4", "3-5", "3-6", "3-z", "4-1", "4-2", "4-3", "4-4", "5-1", "5-2", "5-3"]
RELIED_ON = {
    # Ids that the program itself compares with; the rest of a vocabulary is free to change.
    "accommodation-state": {"available", "on_request", "unavailable", "unknown"},
    "data-class": {"real", "sample"},
    "record-status": {"active", "paused", "ended"},
    "session-state": {"upcoming", "open", "full", "started", "finished", "cancelled"},
    "directory-status": {"listed", "suspended", "removed", "pending"},
    "subsidy-status": {"in_force", "paused", "revoked", "pending", "to_verify"},
    "policy-lifecycle": {"in_force", "target_period_over", "revised", "revoked", "to_verify"},
    "verification": {"unverified"},
    "confidence": {"high", "medium"},
    "certificate-level": {"none"},
    "fee-kind": {"free", "free_after_subsidy"},
    "region-level": {"province", "prefecture", "county"},
    "office-type": {"cdpf", "hrss"},
    "channel-type": {"hotline", "platform"},
    "need": {"unknown"},
    "currency": {"CNY"},
    "time-pattern": {"boarding"},
    "disability": {"visual", "hearing", "speech", "intellectual", "mental"},
    "accommodation": {"assistive_device", "daily_care", "sign_language", "stenography"}
    | {"job_adaptation", "psychological_adaptation", "social_adaptation"},
}


@pytest.fixture(scope="module")
def checked() -> Checked:
    """The records of the repository, checked once."""
    return check_tree(str(REPOSITORY), AS_OF)


@pytest.fixture(scope="module")
def catalogue(checked: Checked) -> Catalogue:
    """The records of this repository."""
    return checked.catalogue


def _terms(catalogue: Catalogue, vocabulary: str) -> set[str]:
    return set(catalogue.terms[vocabulary])


def _samples(catalogue: Catalogue) -> list[str]:
    """The files of all samples."""
    return [entry.file for entry in catalogue.all_entries() if entry.record.is_sample]


def test_nothing_is_to_be_mended(checked: Checked) -> None:
    """Neither a fault nor a suggestion is left on the day the records were checked."""
    assert checked.report("text") == ""


def test_a_release_without_samples_is_clean() -> None:
    """What is real can be published by itself at any time."""
    release = check_tree(str(REPOSITORY), AS_OF, release=True, without_samples=True)
    assert release.report("text") == ""


def test_every_place_has_courses_of_its_own(catalogue: Catalogue) -> None:
    """At least four in each of the 21 市（州）, 84 in all."""
    courses = catalogue.of(Course)
    places = Counter(p.code for c in courses if (p := catalogue.prefecture(c.region)))
    assert len(places) == 21
    assert min(places.values()) >= 4
    assert len(courses) >= 84


def test_courses_show_every_choice(catalogue: Catalogue) -> None:
    """Each category, disability, mode, certificate, fee and state of help occurs, so each page has a case."""
    courses = catalogue.of(Course)
    states = {a.state for c in courses for a in c.accommodations}
    assert {c.category for c in courses} == _terms(catalogue, "training-category")
    assert {d for c in courses for d in c.disability_open} == _terms(catalogue, "disability")
    assert states == _terms(catalogue, "accommodation-state")
    assert {c.mode for c in courses} == _terms(catalogue, "teaching-mode")
    assert {c.certificate.type for c in courses} == _terms(catalogue, "certificate-type")
    assert {c.fee.kind for c in courses} == _terms(catalogue, "fee-kind")


def test_sessions_show_every_state(catalogue: Catalogue) -> None:
    """At least 120, in all six states."""
    sessions = catalogue.of(Session)
    assert len(sessions) >= 120
    assert {s.state for s in sessions} == _terms(catalogue, "session-state")


def test_every_place_has_a_base_and_bases_show_every_kind(catalogue: Catalogue) -> None:
    """One in each 市（州）, of every type, level and way of building."""
    bases = catalogue.of(Base)
    assert len({p.code for b in bases if (p := catalogue.prefecture(b.region))}) == 21
    assert {t for b in bases for t in b.types} == _terms(catalogue, "base-type")
    assert {b.level for b in bases} == _terms(catalogue, "base-level")
    assert {b.build_mode for b in bases if b.build_mode} == _terms(catalogue, "build-mode")


def test_every_place_has_institutions_and_they_show_every_type(catalogue: Catalogue) -> None:
    """Two in each 市（州）, 42 in all, of every type and every state in the list."""
    institutions = catalogue.of(Institution)
    places = Counter(p.code for i in institutions if (p := catalogue.prefecture(i.region)))
    assert len(institutions) >= 42
    assert len(places) == 21
    assert min(places.values()) >= 2
    assert {i.type for i in institutions} == _terms(catalogue, "institution-type")
    assert {i.directory.status for i in institutions} == _terms(catalogue, "directory-status")


def test_subsidies_show_uplifts_and_a_former_standard(catalogue: Catalogue) -> None:
    """At least 12, for every category, some with uplifts, and one that another has taken over."""
    subsidies = catalogue.of(Subsidy)
    assert len(subsidies) >= 12
    assert {c for s in subsidies for c in s.applies_to.categories} == _terms(catalogue, "training-category")
    assert sum(bool(s.amount.uplift) for s in subsidies) >= 2
    assert any(s.status == "revoked" and s.replaced_by for s in subsidies)


def test_the_divisions_of_sichuan_are_whole(catalogue: Catalogue) -> None:
    """One province, 21 市（州） and 183 县（市、区）, each below the one above it."""
    levels = Counter(r.level for r in catalogue.regions.values())
    assert (levels["province"], levels["prefecture"], levels["county"]) == (1, 21, 183)
    assert all(r.parent in catalogue.regions for r in catalogue.regions.values() if r.level in {"prefecture", "county"})
    assert len({r.full_name for r in catalogue.regions.values()}) == len(catalogue.regions)


def test_every_place_has_its_federation(catalogue: Catalogue) -> None:
    """Each 市（州） has an office of 残联 to turn to, and the province both 残联 and 人社."""
    offices = {(o.region, o.type) for o in catalogue.of(Office)}
    places = {r.code for r in catalogue.regions.values() if r.level == "prefecture"}
    assert {(code, "cdpf") for code in places} <= offices
    assert {("510000", "cdpf"), ("510000", "hrss")} <= offices


def test_the_source_document_has_its_17_clauses(catalogue: Catalogue) -> None:
    """The anchors of 川残办〔2021〕8号 never move, and each clause has a plain text."""
    document = catalogue.get(Policy, "sc-2021-8")
    assert [clause.id for clause in document.clauses] == SEED_CLAUSES
    assert [clause.id for clause in document.clauses if not clause.plain] == []
    assert document.lifecycle == "target_period_over"
    assert document.original == "seeds/chuan-can-ban-2021-8.txt"


def test_every_clause_that_asks_for_records_has_some(catalogue: Catalogue) -> None:
    """Courses, subsidies, bases and institutions lead back to the clause that they carry out."""
    empty = {i for i in SEED_CLAUSES if not catalogue.tied(clause_key(f"sc-2021-8#{i}"))}
    assert empty <= {"0"}


def test_the_ids_that_the_program_compares_with_exist(catalogue: Catalogue) -> None:
    """Renaming one of these values in a vocabulary would change what pages say, so it is told here."""
    missing = {name: ids - _terms(catalogue, name) for name, ids in RELIED_ON.items()}
    assert {name: ids for name, ids in missing.items() if ids} == {}


def test_every_name_of_a_vocabulary_is_used_by_one_term(catalogue: Catalogue) -> None:
    """Two terms with one name could not be told apart on a page."""
    for vocabulary in catalogue.of(Vocabulary):
        names = [term.name for term in vocabulary.terms]
        assert sorted(set(names)) == sorted(names), vocabulary.id


def test_samples_are_marked_wherever_their_name_appears(catalogue: Catalogue) -> None:
    """The name itself says 示例, in lists, titles, search and speech."""
    names = [e.record.name for e in catalogue.all_entries() if e.record.is_sample]
    assert [name for name in names if not name.startswith("示例·")] == []
    short = [i.short_name for i in catalogue.of(Institution) if i.is_sample and i.short_name]
    assert [name for name in short if not name.startswith("示例·")] == []


@pytest.mark.parametrize(("what", "pattern"), [("phone", PHONE), ("link", ADDRESS), ("door", DOOR)])
def test_nobody_can_act_on_a_sample(what: str, pattern: re.Pattern[str], catalogue: Catalogue) -> None:
    """The whole file of a sample, comments too, holds no phone, no link and no street number."""
    found = [(file, hit) for file in _samples(catalogue) for hit in _hits(file, pattern)]
    assert found == [], what


def _hits(file: str, pattern: re.Pattern[str]) -> Iterable[str]:
    text = DATE.sub("", (REPOSITORY / file).read_text())
    return (hit[0] for hit in pattern.finditer(text))


def test_what_is_real_has_a_source_that_may_be_shown(catalogue: Catalogue) -> None:
    """Every real record has a source of high or medium confidence, and no source of less."""
    for entry in catalogue.all_entries():
        record: Record = entry.record
        if not record.is_sample:
            assert record.sources, entry.file
            assert {s.confidence for s in record.sources} <= {"high", "medium"}, entry.file


def test_offices_have_no_mobile_numbers(catalogue: Catalogue) -> None:
    """A public office is reached by a landline or a short number, never by a person's phone."""
    numbers = [line.number for office in catalogue.of(Office) for line in office.phones]
    assert [number for number in numbers if re.match(r"1[3-9]\d{9}", number)] == []
