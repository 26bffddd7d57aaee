"""Compressed copies lie beside the files of a site, and are never those of other files."""

from __future__ import annotations

import gzip
import os
import signal
from pathlib import Path

import pytest

from generator import precompression
from generator.precompression import SMALLEST, compress_files, compress_site, compressed
from generator.processes import SHARE

TEXT = "川残技能目录\n" * 200


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with one file that is compressed and three that are not."""
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep/page.html").write_text(TEXT, "utf-8")
    (tmp_path / "small.html").write_text("x" * (SMALLEST - 1), "utf-8")
    (tmp_path / "dots.png").write_text(TEXT, "utf-8")
    (tmp_path / "noise.json").write_bytes(os.urandom(SMALLEST * 4))
    return tmp_path


def copies(site: Path) -> list[str]:
    """The copies in a folder."""
    return sorted(str(path.relative_to(site)) for path in site.rglob("*.gz"))


def test_a_copy_has_neither_name_nor_time() -> None:
    """It holds the text and nothing else, so that it is the same every time."""
    copy = compressed(TEXT.encode())
    assert gzip.decompress(copy) == TEXT.encode()
    assert copy[3:8] == bytes(5), "flags and time"
    assert len(copy) <= len(gzip.compress(TEXT.encode(), 9))


def test_only_what_gets_smaller_has_a_copy(site: Path) -> None:
    """Not what is small, what is compressed already, nor what cannot be made smaller."""
    assert compress_site(str(site)) == 1
    assert copies(site) == ["deep/page.html.gz"]
    assert gzip.decompress((site / "deep/page.html.gz").read_bytes()) == TEXT.encode()


def test_a_copy_follows_its_file(site: Path) -> None:
    """Of a file that changed the copy changes too, and goes when it would be no smaller."""
    page = site / "deep/page.html"
    compress_site(str(site))
    page.write_text(TEXT + "新", "utf-8")
    assert compress_files([str(page)]) == 1
    assert gzip.decompress(page.with_name("page.html.gz").read_bytes()).decode() == TEXT + "新"
    page.write_text("短", "utf-8")
    assert compress_files([str(page)]) == 0
    assert copies(site) == []


def test_many_processes_write_the_same(site: Path) -> None:
    """More files than one process takes at a time, by one and by three."""
    for number in range(SHARE * 2):
        (site / f"{number}.html").write_text(f"{number} {TEXT}", "utf-8")
    count = compress_site(str(site), 1)
    alone = {name: (site / name).read_bytes() for name in copies(site)}
    for name in alone:
        (site / name).unlink()
    assert compress_site(str(site), 3) == count == len(alone)
    assert {name: (site / name).read_bytes() for name in copies(site)} == alone


def test_a_process_that_is_killed_is_told(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The build then says that memory was short, as for pages."""
    for number in range(SHARE * 2):
        (site / f"{number}.html").write_text(TEXT, "utf-8")
    monkeypatch.setattr(precompression, "compressed", lambda _: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(OSError, match="Cannot allocate memory"):
        compress_site(str(site), 2)
