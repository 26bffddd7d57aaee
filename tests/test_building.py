"""The whole road, with a host of four lines in place of MkDocs."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from generator.building import BrokenSite, build
from generator.engines import NONE, PAGEFIND
from generator.processes import MOST_JOBS, default_jobs
from generator.progress import Progress
from generator.publish import staging
from generator.render.index_pages import Document
from generator.render.search_index import files
from generator.render.shell import HostPages
from generator.render.site import Renderer
from tests.conftest import Tree

COURSE = "courses/ceshi-zhubian.html"
SILENT = Progress(enabled=False)


def host(_root: str, out: str) -> HostPages:
    """A host with one page of its own and a bare frame."""
    os.makedirs(f"{out}/assets")
    for name in ("help.html", "assets/search.js", "assets/finder.js", "assets/pagefind-finder.js", "assets/calculator.js"):
        Path(out, name).write_text("", "utf-8")
    return HostPages(["{pour-head}{pour-main}"] * 3, [Document("help.html", "帮助", "说明", "", "怎样用")], written=1)


def host_with_a_course(root: str, out: str) -> HostPages:
    """A host that has a page where a record has its own."""
    pages = host(root, out)
    os.makedirs(f"{out}/courses")
    Path(out, COURSE).write_text("", "utf-8")
    return pages


def host_without_script(root: str, out: str) -> HostPages:
    """A host that forgot the script of the search page."""
    pages = host(root, out)
    os.remove(f"{out}/assets/search.js")
    return pages


def host_for_pagefind(root: str, out: str) -> HostPages:
    """A host that is told to let Pagefind make the index."""
    return replace(host(root, out), search=PAGEFIND)


def tree_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def tree(small: Tree) -> Tree:
    """The small catalogue with the templates of this repository."""
    return small.take(["site_src/templates"])


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where the site goes."""
    return tmp_path / "out" / "site"


def test_a_build_counts_the_pages_of_records_and_host(tree: Tree, out: Path) -> None:
    """The number told is the number of pages in the folder."""
    pages = build(tree.check(), host, str(out), 1, SILENT)
    assert pages == len(list(out.rglob("*.html")))


def test_any_number_of_processes_gives_the_same_site(tree: Tree, out: Path) -> None:
    """One process and three write the same bytes."""
    build(tree.check(), host, str(out), 1, SILENT)
    alone = tree_of(out)
    build(tree.check(), host, str(out), 3, SILENT)
    assert tree_of(out) == alone


def test_the_index_pages_are_not_published(tree: Tree, out: Path) -> None:
    """What only Pagefind reads is gone when the build ends."""
    build(tree.check(), host, str(out), 1, SILENT)
    assert sorted(os.listdir(out.parent)) == [".site.lock", "site"]
    assert not (out / "index").exists()


def test_a_site_has_the_index_that_its_host_chooses(tree: Tree, out: Path) -> None:
    """Our own without being asked, or Pagefind's; never both, and the search page knows which."""
    build(tree.check(), host, str(out), 1, SILENT)
    assert (out / "search/index.js").exists()
    assert not (out / "pagefind").exists()
    assert 'src="assets/finder.js"' in (out / "search.html").read_text("utf-8")
    build(tree.check(), host_for_pagefind, str(out), 1, SILENT)
    assert (out / "pagefind/pagefind.js").exists()
    assert not (out / "search").exists()
    assert 'src="assets/pagefind-finder.js"' in (out / "search.html").read_text("utf-8")


def test_a_site_with_a_broken_link_is_not_published(tree: Tree, out: Path) -> None:
    """The old site stays, and the page and the link are told."""
    build(tree.check(), host, str(out), 1, SILENT)
    before = tree_of(out)
    with pytest.raises(BrokenSite, match=r"search\.html：链接 assets/search\.js 指向的页面不存在"):
        build(tree.check(), host_without_script, str(out), 1, SILENT)
    assert tree_of(out) == before


def test_no_page_takes_the_place_of_another(tree: Tree, out: Path) -> None:
    """A page of the host at the address of a record stops the build and names the address."""
    with pytest.raises(OSError, match="两页要用同一个网址") as raised:
        build(tree.check(), host_with_a_course, str(out), 1, SILENT)
    assert str(raised.value.filename).endswith(COURSE)
    assert not out.exists()


def test_a_worker_that_is_killed_is_told(
    tree: Tree, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process ended by the system stops the build with a sentence, not with a trace."""
    monkeypatch.setattr(Renderer, "render", lambda *_: os._exit(9))
    with pytest.raises(OSError, match="内存不够，或有一个进程被中断"):
        build(tree.check(), host, str(out), 2, SILENT)
    assert not out.exists()


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Files can be this long and no longer: what a full disk is like, without one."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("size", [0, 1, 500, 2_000, 5_000, 60_000])
def test_a_build_that_cannot_write_leaves_the_old_site(
    tree: Tree, out: Path, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever the writing stops, the old site is the same and nothing lies beside it."""
    monkeypatch.setattr(files, "LEAST", 1_000_000)  # the largest file is one of the index
    build(tree.check(), host, str(out), 1, SILENT)
    before = tree_of(out)
    checked = tree.check()
    with largest_file(size), pytest.raises(OSError, match="文件超过了系统允许的大小"):
        build(checked, host, str(out), 1, SILENT)
    assert tree_of(out) == before
    assert sorted(os.listdir(out.parent)) == [".site.lock", "site"]


def test_a_place_that_cannot_be_written_is_told() -> None:
    """A folder in which no one may write is told in Chinese; root too cannot write in /proc."""
    with pytest.raises(OSError, match="文件夹不存在"), staging("/proc/none/site"):
        pass


def test_the_number_of_processes_is_one_that_the_command_takes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """On a machine with 200 processors the default is still in the range of --jobs."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(200)))
    assert default_jobs() == MOST_JOBS == 64


def test_progress_is_one_line_that_changes() -> None:
    """On a terminal each step replaces the one before and the end clears the line."""
    stream = StringIO()
    progress = Progress(enabled=True, stream=stream)
    progress.say("生成页面")
    progress.done()
    assert stream.getvalue() == "\r\x1b[K生成页面…\r\x1b[K"


def test_progress_is_silent_where_nobody_watches() -> None:
    """Into a file or a pipe nothing is written."""
    stream = StringIO()
    progress = Progress(stream=stream)
    progress.say("生成页面")
    progress.done()
    assert stream.getvalue() == ""


def test_the_search_can_be_left_out(tree: Tree, out: Path) -> None:
    """For comparing speed only: the pages are all there, and no index."""
    build(tree.check(), lambda root, site: replace(host(root, site), search=NONE), str(out), 1, SILENT)
    assert (out / "search.html").is_file()
    assert not (out / "search").exists()
