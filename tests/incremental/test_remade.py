"""What a change makes anew: the pages that show something of it, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.incremental.last import Last, choices
from generator.publish import marker_of, state_of
from tests.conftest import AS_OF, Tree
from tests.crowding import crowd
from tests.incremental.histories import Ground, Site, differences, play, small_tree
from tests.test_building import tree_of

COPIES = 25
COURSE = "catalogue/courses/ceshi-zhubian-022.yml"
SHOWING = {
    "courses/ceshi-zhubian-022.html",
    "lists/all-2.html",
    "lists/enrolment-none-page-2.html",
    "lists/category-craft-page-2.html",
    "lists/region-510100-page-2.html",
    "lists/disability-hearing-page-2.html",
    "lists/disability-physical-page-2.html",
    "lists/needs-sign-language-page-2.html",
    "lists/needs-step-free-page-2.html",
    "lists/mode-in-person-page-2.html",
    "bases/ceshi-jidi/courses-page-2.html",
    "institutions/ceshi-xuexiao/courses-page-2.html",
    "subsidies/ceshi-butie/courses-page-2.html",
}
"""The pages with the card of the course, and its own."""


def crowded_tree(root: Path) -> None:
    """The small catalogue with twenty-five more of everything."""
    small_tree(root)
    crowd(Tree(root), COPIES)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """The site of the crowded catalogue."""
    crowded_tree(tmp_path / "tree")
    made = Site(tmp_path / "tree", tmp_path / "site")
    assert made.build()
    return made


def made_anew(site: Site) -> set[str]:
    """The pages that the last build made."""
    out = str(site.out)
    last = Last.read(str(site.root), state_of(out), choices(AS_OF), marker_of(out))
    return set(last.rows("made"))


def test_a_sentence_makes_the_pages_that_show_the_course(site: Site) -> None:
    """Its page, the sheets and parts with its card; no other sheet, place, clause, count or figure."""
    before = tree_of(site.out)
    Tree(site.root).edit(COURSE, "summary: 学完", "summary: 以后学完")
    assert site.build()
    made = made_anew(site)
    assert made == SHOWING
    assert {path for path in differences(before, tree_of(site.out)) if path.endswith(".html")} == made


def test_an_office_makes_the_pages_that_name_it(site: Site) -> None:
    """Its page, the list and the self-check of its place; not the page of the place, which shows others, nor other places."""
    Tree(site.root).edit("institutions/offices/ceshi-canlian-022.yml", "纸笔", "笔和纸")
    assert site.build()
    assert made_anew(site) == {
        "offices/ceshi-canlian-022.html",
        "offices/index.html",
        "self-check/di-fang-510100.html",
        "handbook/figures/office.html",
    }


def test_one_institution_more_makes_the_lists_that_count_it(site: Site) -> None:
    """The sheets of all and of its place say one more; those of courses stay, and so do other places."""
    crowd(Tree(site.root), 1, ("institutions/providers/shili-xuexiao",))
    assert site.build()
    made = made_anew(site)
    assert {"institutions/index.html", "lists/institutions-page-2.html", "regions/index.html"} <= made
    assert not {one for one in made if one.startswith(("courses/", "bases/", "lists/region-", "lists/bases-"))}
    assert len([one for one in made if one.startswith("regions/5")]) == 1


def test_another_name_makes_the_old_address_anew(site: Site) -> None:
    """The page that leads from a former address says what the record is called now."""
    Tree(site.root).edit(COURSE, "\ncategory:", "\nredirect_from:\n  - ceshi-bianzhu\ncategory:")
    assert site.build()
    Tree(site.root).edit(COURSE, "\nname: ", "\nname: 新的")
    assert site.build()
    assert "已移到：新的" in (site.out / "courses/ceshi-bianzhu.html").read_text("utf-8")


def test_another_former_id_is_held_against_the_ids_there_are(site: Site) -> None:
    """A record that says it was called what another one is called now stops the build."""
    Tree(site.root).edit(COURSE, "\ncategory:", "\nredirect_from:\n  - ceshi-bianzhu\ncategory:")
    assert site.build()
    Tree(site.root).edit(COURSE, "- ceshi-bianzhu\n", "- ceshi-zhubian-021\n")
    assert not site.build()
    assert site.amiss == []


def test_a_base_called_as_its_institution_lists_a_course_as_soon_as_that_names_it(tmp_path: Path) -> None:
    """Where one id means two records, who refers to it is looked at for which; that is noted too."""
    small_tree(tmp_path / "tree")
    tree, school = Tree(tmp_path / "tree"), "ceshi-xuexiao"
    for file in ("courses/ceshi-zhubian", "sessions/ceshi-zhubian-2701", "bases/ceshi-jidi"):
        text = tree.read(f"catalogue/{file}.yml").replace("ceshi-jidi", school)
        tree.write(f"catalogue/{file}.yml", text.replace(f"\nbases:\n  - {school}", ""))
    (tree.root / "catalogue/bases/ceshi-jidi.yml").rename(tree.root / f"catalogue/bases/{school}.yml")
    made = Site(tree.root, tmp_path / "site")
    assert made.build()
    tree.edit("catalogue/courses/ceshi-zhubian.yml", "\noccupation:", f"\nbases:\n  - {school}\noccupation:")
    assert made.build()
    assert differences(tree_of(made.out), made.anew(tmp_path / "anew")) == []


def test_a_base_called_as_an_institution_takes_the_notice_that_means_it(tmp_path: Path) -> None:
    """What a notice is about is a base before it is an institution: with a new base, the page of the institution changes."""
    small_tree(tmp_path / "tree")
    tree = Tree(tmp_path / "tree")
    made = Site(tree.root, tmp_path / "site")
    assert made.build()
    base = tree.read("catalogue/bases/ceshi-jidi.yml").replace("operator: ceshi-xuexiao", "operator: ceshi-canlian")
    tree.write("catalogue/bases/ceshi-xuexiao.yml", base.replace("id: ceshi-jidi", "id: ceshi-xuexiao"))
    assert made.build()
    assert "institutions/ceshi-xuexiao.html" in made_anew(made)
    assert differences(tree_of(made.out), made.anew(tmp_path / "anew")) == []


def test_an_id_that_comes_twice_stops_the_build(site: Site) -> None:
    """A copy in the folder of another place has the same id, and that is told although nothing else has changed."""
    copy = Path(COURSE).parent / "chengdu" / Path(COURSE).name
    Tree(site.root).write(str(copy), Tree(site.root).read(COURSE))
    assert not site.build()
    assert site.amiss == []


def test_sheets_made_from_the_last_ones_are_those_made_anew(tmp_path: Path) -> None:
    """Random edits of a catalogue whose lists have sheets leave the site as one made from nothing."""
    assert play(Ground(tmp_path, crowded_tree).site(), 0, 4).wrong == []
