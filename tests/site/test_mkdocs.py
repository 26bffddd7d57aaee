"""MkDocs is one host among others: its own commands give the same site, and nothing of Material."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from generator.publish import MARKER
from generator.render.assets import assets_of
from tests.conftest import REPOSITORY, Tree
from tests.site.conftest import Command, catalogue, files_of, run

COURSE = "catalogue/courses/ceshi-zhubian.yml"
DEADLINE = 60.0
TAKEN_AWAY = ("bases", "channels", "courses", "disclosures", "questions", "self-checks", "sessions", "subsidies")
OWN_FOLDERS = {"assets", "bases", "channels", "courses", "institutions", "lists", "offices"}
OWN_FOLDERS |= {"handbook", "policies", "regions", "search", "self-check", "subsidies"}


@pytest.fixture
def dated(sources: Tree) -> Tree:
    """The small catalogue with the day of the build in its mkdocs.yml."""
    sources.edit("mkdocs.yml", "  - catalogue:\n", "  - catalogue:\n      as_of: '2026-11-23'\n")
    return sources


def mkdocs(tree: Tree, *arguments: str) -> Command:
    """A command of MkDocs."""
    return [sys.executable, "-m", "mkdocs", *arguments, "--config-file", f"{tree}/mkdocs.yml"]


def test_mkdocs_build_gives_the_same_site(dated: Tree, small_site: Path, tmp_path: Path) -> None:
    """`mkdocs build` writes every file that `catalogue build` writes, with the same bytes."""
    done = run(mkdocs(dated, "build", "--strict", "--site-dir", str(tmp_path / "site")))
    assert done.returncode == 0, done.stderr
    wanted = files_of(small_site)
    del wanted[MARKER]
    assert files_of(tmp_path / "site") == wanted


def test_mkdocs_build_stops_at_a_wrong_record(dated: Tree, tmp_path: Path) -> None:
    """`mkdocs build` tells the problem as `catalogue check` does, and writes no page."""
    dated.edit(COURSE, "hours: 40", "hours: 四十")
    done = run(mkdocs(dated, "build", "--site-dir", str(tmp_path / "site")))
    assert done.returncode == 1
    assert f"{COURSE}:" in done.stderr
    assert "改法：" in done.stderr
    assert list(tmp_path.glob("site/**/*.html")) == []


def test_mkdocs_build_tells_a_broken_link(dated: Tree, tmp_path: Path) -> None:
    """A link that leads nowhere is a warning, which stops a strict build."""
    page = dated.read("site_src/content/help.md")
    dated.write("site_src/content/help.md", page + "\n[走](courses/none.html)\n")
    done = run(mkdocs(dated, "build", "--strict", "--site-dir", str(tmp_path / "site")))
    assert done.returncode == 1
    assert "help.html：链接 courses/none.html 指向的页面不存在。" in done.stderr


def test_no_file_of_material_is_published(small_site: Path) -> None:
    """The folders and files of the site are ours; there is no bundle and no font."""
    assert {path.name for path in small_site.iterdir() if path.is_dir()} == OWN_FOLDERS
    assets = {f"assets/{path.name}" for path in (small_site / "assets").iterdir()}
    assert assets == {asset.path for asset in assets_of(str(REPOSITORY)).values()}
    kinds = {path.suffix for path in small_site.rglob("*")}
    assert not kinds & {".woff", ".woff2", ".map", ".gz", ".scss", ".ttf"}


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def served(command: Command, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server until the end of the block."""
    known = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONUNBUFFERED": "1"}
    with log.open("wb") as said:
        running = subprocess.Popen(command, stdout=said, stderr=said, env=known)
        with running:
            try:
                yield running
            finally:
                running.terminate()


def until(running: subprocess.Popen[bytes], holds: Callable[[], bool], log: Path) -> None:
    """Ask again until something holds; fail when the server ends or the deadline passes."""
    end = time.monotonic() + DEADLINE
    while not holds():
        assert time.monotonic() < end, log.read_text("utf-8")
        try:
            running.wait(0.1)
        except subprocess.TimeoutExpired:
            continue
        pytest.fail(log.read_text("utf-8"))


def page(address: str) -> str:
    """A page, or nothing while the server is not ready."""
    try:
        with urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode())
    except OSError:
        return ""


def test_serving_follows_the_records(dated: Tree, tmp_path: Path) -> None:
    """`catalogue serve` shows a changed record, survives a wrong one, and shows its mending."""
    port, log = free_port(), tmp_path / "log"
    address = f"http://127.0.0.1:{port}/courses/ceshi-zhubian.html"
    command = catalogue("serve", "--root", str(dated), "--address", f"127.0.0.1:{port}")
    with served(command, log) as running:
        until(running, lambda: "学完能独立编一只竹篮。" in page(address), log)
        dated.edit(COURSE, "学完能独立编一只竹篮。", "学完能编两只竹篮。")
        until(running, lambda: "学完能编两只竹篮。" in page(address), log)
        dated.edit(COURSE, "hours: 40", "hours: 四十")
        until(running, lambda: "四十" in log.read_text("utf-8"), log)
        assert "学完能编两只竹篮。" in page(address)
        dated.edit(COURSE, "hours: 四十", "hours: 48")
        until(running, lambda: "48课时" in page(address), log)


def test_serving_does_not_need_every_folder(dated: Tree, tmp_path: Path) -> None:
    """Where a folder of records is missing, serving starts all the same."""
    shutil.rmtree(dated.root / "institutions")
    for folder in TAKEN_AWAY:
        shutil.rmtree(dated.root / "catalogue" / folder)
    port, log = free_port(), tmp_path / "log"
    command = catalogue("serve", "--root", str(dated), "--address", f"127.0.0.1:{port}")
    with served(command, log) as running:
        until(
            running, lambda: "共0门课程" in page(f"http://127.0.0.1:{port}/courses/index.html"), log
        )


@pytest.mark.parametrize(
    ("address", "said"),
    [("127.0.0.1:{}", "可能已被占用"), ("here", "应写成 127.0.0.1:8000 的样子")],
)
def test_an_address_that_cannot_be_used_is_told(
    small_sources: Tree, address: str, said: str
) -> None:
    """A port in use, or what is no address, ends with a sentence and exit code 1."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        taken = address.format(listener.getsockname()[1])
        done = run(catalogue("serve", "--root", str(small_sources), "--address", taken))
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_serving_begins_with_records_that_are_right(dated: Tree) -> None:
    """With a wrong record, `catalogue serve` tells it and ends."""
    dated.edit(COURSE, "hours: 40", "hours: 四十")
    done = run(catalogue("serve", "--root", str(dated), "--address", f"127.0.0.1:{free_port()}"))
    assert done.returncode == 1
    assert f"{COURSE}:" in done.stderr
    assert done.stderr.endswith("先改好上面列出的地方。\n网站没有打开。\n")
