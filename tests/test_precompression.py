"""Compressed copies lie beside the files of a site, and are never those of other files."""

from __future__ import annotations

import gzip
import os
import shutil
import signal
from pathlib import Path

import pytest

from generator import precompression
from generator.precompression import SMALLEST, compress_site, compressed
from generator.processes import SHARE

TEXT = "川残技能目录\n" * 200


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with one file that is compressed and three that are not."""
    site = tmp_path / "site"
    (site / "deep").mkdir(parents=True)
    (site / "deep/page.html").write_text(TEXT, "utf-8")
    (site / "small.html").write_text("x" * (SMALLEST - 1), "utf-8")
    (site / "dots.png").write_text(TEXT, "utf-8")
    (site / "noise.json").write_bytes(os.urandom(SMALLEST * 4))
    return site


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


def linked(site: Path, out: Path) -> Path:
    """The next site, all of whose files are those of the last one, copies too."""
    shutil.copytree(site, out, copy_function=os.link)
    return out


def test_a_file_that_stands_keeps_its_copy(site: Path, tmp_path: Path) -> None:
    """A link to the same file has a link to the same copy, with its time, which servers tell browsers."""
    compress_site(str(site))
    after = linked(site, tmp_path / "after")
    assert compress_site(str(after), str(site)) == 1
    assert (after / "deep/page.html.gz").samefile(site / "deep/page.html.gz")


@pytest.mark.parametrize("damage", [b"", b"x", b"x" * 400])
def test_a_copy_that_does_not_fit_is_made_anew(damage: bytes, site: Path, tmp_path: Path) -> None:
    """Cut off, or of something else; and the file of the former site is left as it was found."""
    compress_site(str(site))
    (site / "deep/page.html.gz").write_bytes(damage)
    after = linked(site, tmp_path / "after")
    assert compress_site(str(after), str(site)) == 1
    assert gzip.decompress((after / "deep/page.html.gz").read_bytes()) == TEXT.encode()
    assert (site / "deep/page.html.gz").read_bytes() == damage


@pytest.mark.parametrize(("text", "count"), [(TEXT + "新", 1), ("短", 0)])
def test_a_copy_follows_its_file(text: str, count: int, site: Path, tmp_path: Path) -> None:
    """A file that was written anew has its own copy, or none, and never that of the former site."""
    compress_site(str(site))
    before = (site / "deep/page.html.gz").read_bytes()
    after = linked(site, tmp_path / "after")
    (after / "deep/page.html").unlink()
    (after / "deep/page.html").write_text(text, "utf-8")
    assert compress_site(str(after), str(site)) == count
    assert [gzip.decompress((after / name).read_bytes()).decode() for name in copies(after)] == [text] * count
    assert (site / "deep/page.html.gz").read_bytes() == before


def test_many_processes_write_the_same(site: Path) -> None:
    """More files than one process takes at a time, by one and by three."""
    for number in range(SHARE * 2):
        (site / f"{number}.html").write_text(f"{number} {TEXT}", "utf-8")
    count = compress_site(str(site), jobs=1)
    alone = {name: (site / name).read_bytes() for name in copies(site)}
    for name in alone:
        (site / name).unlink()
    assert compress_site(str(site), jobs=3) == count == len(alone)
    assert {name: (site / name).read_bytes() for name in copies(site)} == alone


def test_a_process_that_is_killed_is_told(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The build then says that memory was short, as for pages."""
    for number in range(SHARE * 2):
        (site / f"{number}.html").write_text(TEXT, "utf-8")
    monkeypatch.setattr(precompression, "compressed", lambda _: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(OSError, match="Cannot allocate memory"):
        compress_site(str(site), jobs=2)
