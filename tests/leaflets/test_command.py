"""`catalogue leaflet`: which files it writes, and what it says of those that it cannot."""

from __future__ import annotations

import sys

import pytest

from tests.conftest import Runner, Tree

DAY = ("--as-of", "2026-11-23")


@pytest.fixture
def tree(small: Tree) -> Tree:
    """The small catalogue with the templates of the program."""
    return small.take(["site_src"])


def written(tree: Tree) -> set[str]:
    """The names of the files of the booklets."""
    folder = tree.root / "册子"
    return {file.name for file in folder.iterdir()} if folder.is_dir() else set()


def test_three_files_are_named_by_the_code(run: Runner, tree: Tree) -> None:
    """A place by its name; where to find the files, and that a person must read the braille."""
    done = run("leaflet", "成都市武侯区", *DAY, cwd=tree.root)
    assert (done.code, done.out) == (0, "成都市武侯区的册子放在 册子：510107.txt、510107.pdf、510107.brf。\n")
    assert "请懂盲文的人校对" in done.err
    assert written(tree) == {"510107.txt", "510107.pdf", "510107.brf"}


def test_without_weasyprint_the_text_is_there(run: Runner, tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is missing is named with the command that brings it; the rest is made."""
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    done = run("leaflet", "510107", *DAY, cwd=tree.root)
    assert done.code == 1
    assert "缺少做 PDF 的软件。请运行：make leaflet" in done.err
    assert written(tree) == {"510107.txt", "510107.brf"}


def test_without_segno_there_is_no_pdf_with_codes(run: Runner, tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same of what draws the codes."""
    monkeypatch.setitem(sys.modules, "segno", None)
    done = run("leaflet", "510107", "--site", "https://www.example.org", *DAY, cwd=tree.root)
    assert done.code == 1
    assert "缺少做二维码的软件。请运行：make leaflet" in done.err
    assert "网址：https://www.example.org/courses/ceshi-zhubian.html\n" in tree.read("册子/510107.txt")


def test_without_liblouis_there_is_no_braille(run: Runner, tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said that it was left out, and why; that is no failure."""
    monkeypatch.setattr("generator.leaflets.braille.PROGRAM", "no-such-program")
    done = run("leaflet", "510107", *DAY, cwd=tree.root)
    assert done.code == 0
    assert "没有做盲文文件：这台电脑上没有 liblouis。要有盲文文件，请运行：make leaflet" in done.err
    assert written(tree) == {"510107.txt", "510107.pdf"}


@pytest.mark.parametrize("command", ["leaflet", "offline"])
def test_a_release_holds_no_sample(command: str, run: Runner, tree: Tree) -> None:
    """Refused while there are samples; nothing is written."""
    before = {str(path) for path in tree.root.rglob("*")}
    done = run(command, "510703", "--release", *DAY, cwd=tree.root)
    assert done.code == 1
    assert "S103" in done.err
    assert {str(path) for path in tree.root.rglob("*")} == before


def test_left_out_samples_are_not_told(run: Runner, tree: Tree) -> None:
    """What remains says that nothing is there, and not that there is none."""
    run("leaflet", "510703", "--without-samples", *DAY, cwd=tree.root)
    text = tree.read("册子/510703.txt")
    assert "示例" not in text
    assert "现在没有可以报名的班次。\n这里还没有收录，不代表没有。\n" in text


@pytest.mark.parametrize("command", ["leaflet", "offline"])
@pytest.mark.parametrize(
    ("region", "said"),
    [("四川省", "太大了"), ("市中区", "不止一个"), ("没有这里", "行政区划表里没有“没有这里”"), ("全国", "太大了")],
)
def test_the_place_must_be_one(command: str, region: str, said: str, run: Runner, still: Tree) -> None:
    """A 市（州） or a county, and just one; wrong use says how to write it."""
    done = run(command, region, *DAY, cwd=still.root)
    assert done.code == 2
    assert said in done.err


@pytest.mark.parametrize("site", ["javascript:alert(1)", "example.org", "https://", "https://a b/", "https://例.cn/", "https://www.example.org/?q=1"])
def test_the_site_must_be_an_address(site: str, run: Runner, still: Tree) -> None:
    """What would be printed as a code is the address of a site."""
    done = run("leaflet", "510107", "--site", site, *DAY, cwd=still.root)
    assert done.code == 2
    assert "https://www.example.org/" in done.err


def test_the_address_in_the_settings_is_used(run: Runner, tree: Tree) -> None:
    """Codes are printed for the site of mkdocs.yml; an address that none can type is told with its place."""
    tree.edit("mkdocs.yml", 'site_url: ""', "site_url: https://www.example.org/mulu")
    run("leaflet", "510107", *DAY, cwd=tree.root)
    assert "网站：https://www.example.org/mulu/regions/510100.html\n" in tree.read("册子/510107.txt")
    tree.edit("mkdocs.yml", "https://www.example.org/mulu", "https://www.example.org/?mulu")
    done = run("leaflet", "510107", *DAY, cwd=tree.root)
    assert done.code == 2
    assert "mkdocs.yml：site_url 应写成 https://www.example.org/ 的样子" in done.err


@pytest.mark.parametrize("command", ["leaflet", "offline"])
def test_errors_stop_it(command: str, run: Runner, tree: Tree) -> None:
    """Nothing is made of records that are wrong."""
    tree.edit("catalogue/courses/ceshi-zhubian.yml", "hours: 40", "hours: 四十")
    done = run(command, "510107", *DAY, cwd=tree.root)
    assert done.code == 1
    assert "F110" in done.err
    assert written(tree) == set()
