"""The offline edition: what it holds, where its links lead, what it weighs."""

from __future__ import annotations

import json
import re
import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest

from generator.locality import Locality
from generator.offline import searching
from generator.offline.archive import MOST, Archive, LeadsNowhere, archive
from generator.offline.edition import Edition, edition
from generator.offline.links import Links
from tests.conftest import REPOSITORY, Golden, Runner, Tree
from tests.offline.conftest import COUNTY, edition_of, unpacked

PAGES = {
    *("index", "contact", "courses", "bases", "institutions", "subsidies", "questions", "rights"),
    *("policies", "self-check", "glossary", "search"),
}


def index_of(made: Edition) -> list[list[str]]:
    """The list that the script of the search sets."""
    told = searching.script(made)
    found: list[list[str]] = json.loads(told.removeprefix("globalThis.offlineIndex = ").removesuffix(";\n"))
    return found


def test_it_holds_a_page_a_chapter(made: Edition) -> None:
    """Whom to contact, courses, bases, institutions, standards, questions, policies, words, self-check, search."""
    assert set(made.pages) == {f"{name}.html" for name in PAGES}


@pytest.mark.parametrize("name", ["courses", "self-check"])
def test_a_page_reads_as_accepted(name: str, made: Edition, golden: Golden) -> None:
    """A chapter, and the self-check as one page, are those a reviewer accepted."""
    golden(f"offline/{name}.html", "\n".join(filter(str.strip, made.pages[f"{name}.html"].splitlines())) + "\n")


def test_policies_stand_on_one_page(made: Edition) -> None:
    """Each document a section a rank lower, each clause with an id of its own, no way to a page that is not there."""
    page = made.pages["policies.html"]
    assert '<section class="gathered" id="policies-ceshi-banfa"><h2>测试培训办法</h2>' in page
    assert '<section class="clause" id="policies-ceshi-banfa-2">\n<h3>第二条 补贴</h3>' in page
    assert "考核合格的，按每人一千八百元补给培训机构；" in page
    assert '<a href="#policies-sc-2021-8">' in page
    assert "谁在落实" not in page


def test_each_id_stands_once_on_its_page(made: Edition) -> None:
    """Pages of the site that stand on one page do not take each other's places."""
    for path, page in made.pages.items():
        twice = [i for i, n in Counter(re.findall(r'\sid="([^"]*)"', page)).items() if n > 1]
        assert twice == [], path
        assert page.count("<h1") == 1, path


def test_what_is_not_in_it_is_plain_text(made: Edition) -> None:
    """A link to a list of the site leads nowhere here, so its words stay and say where it is to be found."""
    assert '成都市的课程<span class="count">（1门）</span>（见网站）' in made.pages["self-check.html"]
    assert "lists/" not in "".join(made.pages.values())


def test_answers_lead_on_within_the_page(made: Edition) -> None:
    """The self-check is gone through without a script: each answer is a link to the next step."""
    page = made.pages["self-check.html"]
    assert 'href="self-check.html#self-check-shouyu"' in page
    assert 'id="self-check-shouyu"' in page
    assert f'href="self-check.html#self-check-di-fang-{COUNTY[:4]}00"' in page
    assert page.count("：问谁、带什么") == 1


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("../courses/a.html", "courses.html#courses-a"),
        ("../courses/b.html", None),
        ("x.html#2", "policies.html#policies-x-2"),
        ("../index.html", "index.html"),
        ("#here", "#here"),
        ("https://www.example.org/a.html", "https://www.example.org/a.html"),
        ("tel:12385", "tel:12385"),
        ("../../courses/a.html", None),
        ("../%63ourses/a.html", "courses.html#courses-a"),
    ],
)
def test_links_are_led_into_the_edition(address: str, target: str | None) -> None:
    """From the page policies/y.html: what the edition has is found in it, what it lacks is None."""
    targets = {"courses/a.html": "courses.html#courses-a", "policies/x.html": "policies.html#policies-x", "index.html": "index.html"}
    assert Links(targets).target(address, "policies/y.html") == target


def test_a_link_that_leads_nowhere_stops_it(made: Edition, still: Tree) -> None:
    """The audit of the site watches over the edition too."""
    broken = Edition(made.booklet, {**made.pages, "index.html": '<a href="gone.html">x</a>'}, made.sheets)
    with pytest.raises(LeadsNowhere, match="gone"):
        archive(broken, str(still), COUNTY)


def test_the_same_edition_gives_the_same_bytes(packed: Archive, still: Tree) -> None:
    """Neither the clock nor the machine shows in the file."""
    assert archive(edition_of(still, COUNTY), str(still), COUNTY).data == packed.data


def test_it_weighs_what_it_says(packed: Archive) -> None:
    """Pages with style, and the search, are the compressed bytes of the file but for its own lists."""
    with zipfile.ZipFile(BytesIO(packed.data)) as opened:
        assert opened.testzip() is None
        assert packed.pages + packed.search == sum(info.compress_size for info in opened.infolist())
    assert 0 < packed.search < packed.pages < MOST


def test_every_county_is_light() -> None:
    """With all that this repository holds, the pages of the fullest county are under 100 KB over the wire."""
    catalogue = Tree(REPOSITORY).check().catalogue
    counties = [r for r in catalogue.regions.values() if r.level == "county"]

    def fullness(code: str) -> int:
        return sum(catalogue.contains(code, entry.record.region) for entry in catalogue.all_entries())

    fullest = max(counties, key=lambda region: fullness(region.code))
    assert fullness(fullest.code) > 3
    made = archive(edition(Locality(catalogue, fullest)), str(REPOSITORY), fullest.code)
    assert made.pages < MOST


def test_the_search_knows_each_thing_by_its_place(made: Edition) -> None:
    """A course, a question, a clause, a word, a step of the self-check: each leads to where it stands."""
    found = {place: title for place, title, _, _ in index_of(made)}
    assert found["courses.html#courses-ceshi-zhubian"] == "测试竹编课程"
    assert found["questions.html#policies-questions-ceshi-wenti"] == "测试课程有哪些服务？"
    assert found["policies.html#policies-ceshi-banfa-2"] == "第二条 补贴"
    assert found["self-check.html#self-check-fuwu"] == "你需要手语翻译吗？"
    assert any(place.startswith("glossary.html#") for place in found)
    for place in found:
        path, _, anchor = place.partition("#")
        assert f' id="{anchor}"' in made.pages[path], place


def test_records_cannot_end_the_script_or_the_page(small: Tree) -> None:
    """What a record holds is text in the pages and in the index."""
    small.take(["site_src"])
    small.edit("catalogue/courses/ceshi-zhubian.yml", "name: 测试竹编课程", "name: </script><b>{pour-main}</b>")
    made = edition_of(small, COUNTY)
    assert "</script" not in searching.script(made)
    page = made.pages["courses.html"]
    assert "<b>" not in page
    assert "&lt;/script&gt;&lt;b&gt;{pour-main}&lt;/b&gt;" in page


def test_the_command_says_what_to_open_and_what_it_weighs(run: Runner, still: Tree, tmp_path: Path) -> None:
    """Bytes of pages and of the search apart; all in one folder of the code."""
    target = tmp_path / "县.zip"
    done = run("offline", "成都市武侯区", "--out", target, "--as-of", "2026-11-23", cwd=still.root)
    assert (done.code, done.err) == (0, "")
    assert re.fullmatch(
        rf"成都市武侯区的离线版放在 .*县\.zip。压缩后，页面和样式 [\d,]+ 字节，搜索 [\d,]+ 字节，一共 [\d,]+ 字节。\n"
        rf"用的时候先解开，再用浏览器打开 {COUNTY}/index\.html。\n",
        done.out,
    )
    with zipfile.ZipFile(target) as opened:
        assert all(name.startswith(f"{COUNTY}/") for name in opened.namelist())


def test_a_heavy_edition_is_told(run: Runner, still: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Over the limit it is written and the command ends with 1."""
    monkeypatch.setattr("generator.commands.offline.MOST", 1000)
    done = run("offline", COUNTY, "--out", tmp_path / "a.zip", "--as-of", "2026-11-23", cwd=still.root)
    assert done.code == 1
    assert "页面超过 1,000 字节" in done.err
    assert (tmp_path / "a.zip").exists()


def test_it_stands_in_one_folder(packed: Archive, tmp_path: Path) -> None:
    """Unpacked beside other things, nothing is strewn about."""
    assert unpacked(packed, tmp_path).name == COUNTY
