"""CODEOWNERS follows the divisions: every place looks at its own records, and nobody is made up."""

from __future__ import annotations

import re
from fnmatch import fnmatch

import pytest

from generator.catalogue import Catalogue
from generator.loading import TOP_FOLDERS, load
from generator.owners import FILE, codeowners
from tests.conftest import AS_OF, REPOSITORY, Runner, Tree


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The records of this repository."""
    found, _ = load(str(REPOSITORY), AS_OF)
    return found


def test_the_file_is_fresh(run: Runner) -> None:
    """It is what the divisions and mkdocs.yml give."""
    assert run("codeowners", "--check", cwd=REPOSITORY).code == 0


def test_every_folder_of_a_place_has_its_team(catalogue: Catalogue) -> None:
    """A record in the folder of a 市（州） is seen by the team of its name, by the last rule that fits."""
    lines = codeowners(catalogue, "o").splitlines()
    rules = [line.split(" ") for line in lines if line and not line.startswith("#")]
    places = 0
    for entry in catalogue.all_entries():
        team = next(team for path, team in reversed(rules) if path == "*" or fnmatch(f"/{entry.file}", f"{path}*"))
        folder = entry.file.split("/")[2]
        prefecture = catalogue.prefecture(entry.record.region)
        if folder.endswith(".yml"):
            assert team == "@o/sichuan"
        else:
            places += 1
            assert team == f"@o/{folder}"
            assert prefecture is not None
            assert prefecture.pinyin.replace(" ", "").startswith(folder)
    assert places > 100


def test_every_place_is_named_once(catalogue: Catalogue) -> None:
    """All 21, whether they have records yet or not."""
    text = codeowners(catalogue, "o")
    for top in TOP_FOLDERS:
        assert len(set(re.findall(rf"^/{top}/\*/(\w+)/ @o/\1$", text, re.MULTILINE))) == 21


def test_without_an_organisation_no_rule_is_in_force(catalogue: Catalogue) -> None:
    """No team is invented: each rule is a comment until the address of the repository is known."""
    text = codeowners(catalogue, "")
    assert all(line.startswith("#") for line in text.splitlines() if line)
    assert "repo_url" in text


def test_the_organisation_is_that_of_the_repository(run: Runner, small: Tree) -> None:
    """It is read from mkdocs.yml, or given; a stale file is told."""
    small.take(["site_src/theme", "site_src/content"])
    small.edit("mkdocs.yml", 'repo_url: ""', "repo_url: https://github.com/zuzhi/mulu")
    assert run("codeowners", cwd=small.root).code == 0
    assert "/catalogue/*/chengdu/ @zuzhi/chengdu\n" in small.read(FILE)
    stale = run("codeowners", "--check", "--org", "bie", cwd=small.root)
    assert (stale.code, stale.err) == (1, "CODEOWNERS 不是最新的。运行 catalogue codeowners，把结果一起提交。\n")
    assert run("codeowners", "--org", "bie/xiaozu", cwd=small.root).code == 0
    assert run("codeowners", "--check", "--org", "bie/xiaozu", cwd=small.root).code == 0


@pytest.mark.parametrize("name", ["a b", "a\n* @x", "@a", "/a", "甲"])
def test_a_name_that_is_none_is_wrong_use(run: Runner, small: Tree, name: str) -> None:
    """Nothing is written of it."""
    done = run("codeowners", "--org", name, cwd=small.root)
    assert done.code == 2
    assert not (small.root / FILE).exists()


def test_without_divisions_nothing_is_written(run: Runner, small: Tree) -> None:
    """A file without the places would leave them to nobody."""
    small.remove("catalogue/regions/sichuan-divisions.yml")
    done = run("codeowners", "--org", "a", cwd=small.root)
    assert done.code == 1
    assert not (small.root / FILE).exists()
