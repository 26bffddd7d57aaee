"""The foot of a page leads to the form for corrections, filled in, once the repository has an address."""

from __future__ import annotations

import re
from pathlib import Path

from tests.conftest import Tree
from tests.site.conftest import building, run

LINK = re.compile(r'<a href="([^"]*)">报告这一页的错误</a>')


def test_each_page_names_itself(sources: Tree, tmp_path: Path) -> None:
    """Record pages and pages of text give their own number; a page that is missing has none."""
    sources.edit("mkdocs.yml", 'repo_url: ""', "repo_url: https://github.com/zuzhi/mulu")
    done = run(building(sources, tmp_path / "site"))
    assert done.returncode == 0, done.stderr
    for page in ("index.html", "courses/ceshi-zhubian.html", "help.html"):
        start = "https://github.com/zuzhi/mulu/issues/new?template=correction.yml&amp;page="
        assert LINK.findall((tmp_path / "site" / page).read_text()) == [start + page]
    assert LINK.findall((tmp_path / "site/404.html").read_text()) == []


def test_without_an_address_the_number_is_all(small_site: Path) -> None:
    """The words stay as they were, and lead nowhere."""
    text = (small_site / "courses/ceshi-zhubian.html").read_text()
    assert LINK.findall(text) == []
    assert "报告错误时，请写上本页编号：courses/ceshi-zhubian.html" in text
