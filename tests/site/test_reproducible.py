"""The same records give the same bytes, whoever builds them, where and when."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import Tree
from tests.site.conftest import building, files_of, run

# date.today() asks time.time(): with this on the path, every clock of Python is ten years ahead.
LATER = "import time\nnow = time.time\ntime.time = lambda: now() + 10 * 365 * 86400\n"
VARIED: dict[str, tuple[str, dict[str, str]]] = {
    "another hash seed": ("--jobs=1", {"PYTHONHASHSEED": "1"}),
    "and another": ("--jobs=2", {"PYTHONHASHSEED": "4242"}),
    "three processes": ("--jobs=3", {"PYTHONHASHSEED": "7"}),
    "a day ahead": ("--jobs=1", {"TZ": "Pacific/Kiritimati"}),
    "a day behind": ("--jobs=2", {"TZ": "Etc/GMT+12"}),
    "no locale": ("--jobs=1", {"LC_ALL": "C"}),
    "another locale": ("--jobs=2", {"LANG": "tr_TR.UTF-8", "LC_ALL": "", "LANGUAGE": "tr"}),
    "no colours, no width": ("--jobs=1", {"NO_COLOR": "1", "COLUMNS": "20", "TERM": "dumb"}),
}


@pytest.mark.parametrize("name", VARIED)
def test_surroundings_change_nothing(
    name: str, small_sources: Tree, small_site: Path, tmp_path: Path
) -> None:
    """Hash seed, processes, time zone and locale do not show in the site."""
    jobs, environment = VARIED[name]
    done = run(building(small_sources, tmp_path / "site", jobs), **environment)
    assert done.returncode == 0, done.stderr
    assert files_of(tmp_path / "site") == files_of(small_site)


def test_the_place_and_the_mask_change_nothing(
    small_sources: Tree, small_site: Path, tmp_path: Path
) -> None:
    """A copy in a folder with a Chinese name and blanks, built for one user only, is the same."""
    copy = tmp_path / "川残 目录"
    shutil.copytree(small_sources.root, copy)
    masked = ["/bin/sh", "-c", 'umask 077; exec "$@"', "sh"]
    done = run([*masked, *building(copy, tmp_path / "网站")])
    assert done.returncode == 0, done.stderr
    assert files_of(tmp_path / "网站") == files_of(small_site)


def test_the_clock_changes_nothing(small_sources: Tree, small_site: Path, tmp_path: Path) -> None:
    """With --as-of, a build ten years later is the same: nothing else asks for the date."""
    (tmp_path / "sitecustomize.py").write_text(LATER, "utf-8")
    done = run(building(small_sources, tmp_path / "site"), PYTHONPATH=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert files_of(tmp_path / "site") == files_of(small_site)


def test_compressed_copies_are_the_same_too(small_sources: Tree, tmp_path: Path) -> None:
    """One process now and three ten years later write the same copies."""
    (tmp_path / "sitecustomize.py").write_text(LATER, "utf-8")
    for name, jobs, known in (("now", "1", {}), ("later", "3", {"PYTHONPATH": str(tmp_path), "PYTHONHASHSEED": "7"})):
        done = run(building(small_sources, tmp_path / name, f"--jobs={jobs}", "--server=apache"), **known)
        assert done.returncode == 0, done.stderr
    found = files_of(tmp_path / "now")
    assert found == files_of(tmp_path / "later")
    assert {"index.html.gz", "search/index.js.gz", ".htaccess"} <= set(found)


def test_the_day_does_change_the_site(sources: Tree, small_site: Path, tmp_path: Path) -> None:
    """Another --as-of gives other pages, so the tests above can fail."""
    sources.edit("catalogue/sessions/ceshi-zhubian-2701.yml", "state: open\n", "state: upcoming\n")
    assert run(building(sources, tmp_path / "before")).returncode == 0
    assert run(building(sources, tmp_path / "after", as_of="2026-12-21")).returncode == 0
    page = "courses/ceshi-zhubian.html"
    before, after = files_of(tmp_path / "before"), files_of(tmp_path / "after")
    assert before[page] == files_of(small_site)[page]
    assert after[page] != before[page]
