"""`catalogue read`, as people type it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Runner

HTML = "<title>题</title><body><main><h1>甲</h1><details><summary>乙</summary><p>丙</p></details></main>"
SPOKEN = """\
index.html　题
共 2 行；1 个界标，1 个标题

  〔标题1〕主内容 ｜ 甲 标题 水平 1
  〔折叠〕乙 切换按钮 已收起
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder as the program knows it, with a built site."""
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text(HTML, "utf-8")
    return tmp_path / "site"


def test_a_page_is_read(site: Path, run: Runner) -> None:
    """From the folder of the catalogue, the site is found by itself."""
    done = run("read", "index.html", cwd=site.parent)
    assert (done.code, done.out, done.err) == (0, SPOKEN, "")


def test_another_site_is_read_from_anywhere(site: Path, tmp_path: Path, run: Runner) -> None:
    """With --site no folder of a catalogue is needed."""
    empty = tmp_path / "elsewhere"
    empty.mkdir()
    assert run("read", "index.html", "--site", site, cwd=empty).out == SPOKEN


def test_folded_content_is_read_on_demand(site: Path, run: Runner) -> None:
    """With --unfold."""
    assert "〔文字〕丙" in run("read", "/", "--unfold", "--site", site).out
    assert "丙" not in run("read", "/", "--site", site).out


def test_json_is_for_programs(site: Path, run: Runner) -> None:
    """The same lines with their phrases apart."""
    (plain,) = json.loads(run("read", "index", "--site", site, "--format", "json").out)
    assert plain == {
        "page": "index.html",
        "title": "题",
        "counts": {"界标": 1, "标题": 1, "表格": 0, "链接": 0, "要填的": 0},
        "lines": [
            {"mark": "标题1", "depth": 1, "phrases": ["主内容", "甲 标题 水平 1"]},
            {"mark": "折叠", "depth": 1, "phrases": ["乙 切换按钮 已收起"]},
        ],
    }


def test_several_pages_are_read(site: Path, run: Runner) -> None:
    """One after the other, an empty line between."""
    assert run("read", "index.html", "/", "--site", site).out == f"{SPOKEN}\n{SPOKEN}"


def test_a_difference_is_told_by_the_exit_code(site: Path, run: Runner) -> None:
    """0 when all sounds the same, 1 when not, as diff does."""
    base = site.parent / "base"
    shutil.copytree(site, base)
    same = run("read", "--diff", base, "--site", site)
    assert (same.code, same.out) == (0, "读起来都一样。\n")
    (base / "index.html").write_text(HTML.replace("丙", "丁"), "utf-8")
    other = run("read", "--diff", base, "--site", site)
    assert other.code == 1
    assert "\n-丁\n+丙\n" in other.out
    assert json.loads(run("read", "/", "--diff", base, "--site", site, "--format", "json").out)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["indx.html"], "网站里没有“indx.html”这一页，是不是 index.html。\n"),
        (["zzzz"], "网站里没有“zzzz”这一页。\n"),
        ([], "要写明读哪一页，例如 catalogue read courses/index.html。\n"),
        (["--diff", "none"], "“none”里没有网页。请先运行 make site，或写对文件夹。\n"),
        (["x", "--site", "none"], "“none”里没有网页。请先运行 make site，或写对文件夹。\n"),
    ],
)
def test_wrong_use_is_told(site: Path, run: Runner, arguments: list[str], told: str) -> None:
    """In plain Chinese, with exit code 2."""
    done = run("read", *arguments, cwd=site.parent)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(told)


def test_reading_waits_for_nothing_that_it_does_not_use() -> None:
    """A page is read in a moment: neither MkDocs nor the models of records are imported for it."""
    code = "import sys, generator.cli, generator.commands.read; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "lxml.etree" in done.stdout.split()
    assert {"mkdocs", "pydantic", "yaml", "jinja2"} & set(done.stdout.split()) == set()
