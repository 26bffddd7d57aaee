"""The site is a real folder that is swapped whole; what is not ours is never touched."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from generator import publish as publishing
from generator.publish import (
    MARKER,
    BuildUnderWay,
    NotASite,
    check_replaceable,
    publish,
    rollback,
    staging,
)


def put(out: Path, text: str) -> None:
    """Publish a site of one page."""
    with staging(str(out)) as folder:
        site = Path(folder, "site")
        site.mkdir()
        (site / "index.html").write_text(text, "utf-8")
        publish(str(site), str(out))


def shown(out: Path) -> str:
    """The page of the site."""
    return (out / "index.html").read_text("utf-8")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where the site goes."""
    return tmp_path / "site"


def test_the_first_site_is_put_in_place(out: Path) -> None:
    """Where there was nothing, or an empty folder, there is the site and nothing else of ours."""
    put(out, "一")
    assert shown(out) == "一"
    assert sorted(os.listdir(out.parent)) == [".site.lock", "site"]


def test_an_empty_folder_is_no_site_to_go_back_to(out: Path) -> None:
    """After the first site in an empty folder there is nothing to roll back to."""
    out.mkdir()
    put(out, "一")
    assert shown(out) == "一"
    assert rollback(str(out)) is False
    assert shown(out) == "一"


def test_the_site_before_is_kept(out: Path) -> None:
    """Rolling back brings the site before, and rolling back again the newer one."""
    for text in ("一", "二", "三"):
        put(out, text)
    assert shown(out) == "三"
    assert rollback(str(out)) is True
    assert shown(out) == "二"
    assert rollback(str(out)) is True
    assert shown(out) == "三"
    assert sorted(os.listdir(out.parent)) == [".site.lock", ".site.previous", "site"]


def test_a_build_that_fails_leaves_nothing(out: Path) -> None:
    """The folder of a build that raises is gone, and the old site is there."""
    put(out, "一")
    with suppress(ZeroDivisionError), staging(str(out)) as folder:
        Path(folder, "half").write_text("", "utf-8")
        raise ZeroDivisionError
    assert shown(out) == "一"
    assert sorted(os.listdir(out.parent)) == [".site.lock", "site"]


def test_what_a_killed_build_left_is_removed(out: Path) -> None:
    """A build begins in an empty folder."""
    left = out.parent / ".site.building"
    left.mkdir()
    (left / "half").write_text("", "utf-8")
    with staging(str(out)) as folder:
        assert os.listdir(folder) == []


def test_two_builds_never_meet(out: Path) -> None:
    """While one build is under way, a second and a rollback are refused."""
    put(out, "一")
    put(out, "二")
    with staging(str(out)):
        with pytest.raises(BuildUnderWay), staging(str(out)):
            pass
        with pytest.raises(BuildUnderWay):
            rollback(str(out))
    assert shown(out) == "二"


def foreign_folder(out: Path) -> None:
    """A folder of someone else."""
    out.mkdir()
    (out / "letter.txt").write_text("一封信", "utf-8")


def plain_file(out: Path) -> None:
    """A file."""
    out.write_text("一封信", "utf-8")


def link_to_a_site(out: Path) -> None:
    """A link to a site of ours elsewhere."""
    put(out.parent / "elsewhere", "一")
    out.symlink_to(out.parent / "elsewhere")


@pytest.mark.parametrize("plant", [foreign_folder, plain_file, link_to_a_site])
def test_what_is_not_a_site_of_ours_is_never_replaced(
    out: Path, plant: Callable[[Path], None]
) -> None:
    """A foreign folder, a file or a link in the place of the site stops the build."""
    plant(out)
    before = sorted(out.parent.rglob("*"))
    with pytest.raises(NotASite):
        check_replaceable(str(out))
    assert rollback(str(out)) is False
    assert sorted(out.parent.rglob("*")) == before


def test_a_link_in_the_place_of_the_lock_is_not_followed(out: Path, tmp_path: Path) -> None:
    """A planted .site.lock cannot make the build write elsewhere."""
    canary = tmp_path / "canary"
    canary.write_text("还在", "utf-8")
    (tmp_path / ".site.lock").symlink_to(canary)
    with pytest.raises(OSError, match="链接"), staging(str(out)):
        pass
    assert canary.read_text("utf-8") == "还在"


def test_a_link_in_the_place_of_the_workshop_is_not_followed(out: Path, tmp_path: Path) -> None:
    """A planted .site.building cannot make the build empty or fill another folder."""
    foreign_folder(tmp_path / "elsewhere")
    (tmp_path / ".site.building").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="同名"), staging(str(out)):
        pass
    assert os.listdir(tmp_path / "elsewhere") == ["letter.txt"]


def test_a_link_in_the_place_of_the_site_before_is_not_followed(out: Path, tmp_path: Path) -> None:
    """A planted .site.previous is neither emptied nor rolled back to."""
    put(out, "一")
    put(tmp_path / "elsewhere", "别处")
    (tmp_path / ".site.previous").symlink_to(tmp_path / "elsewhere")
    assert rollback(str(out)) is False
    put(out, "二")
    assert shown(tmp_path / "elsewhere") == "别处"
    assert rollback(str(out)) is True
    assert shown(out) == "一"


class Killed(BaseException):
    """Stands for a kill: nothing catches it."""


def killed_at(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the publisher die just before its `step`-th change of a name."""
    left = iter(range(step))
    for name in ("_exchange", "_remove"):
        whole = getattr(publishing, name)

        def counted(*paths: str, whole: Callable[..., None] = whole) -> None:
            if next(left, None) is None:
                raise Killed
            whole(*paths)

        monkeypatch.setattr(publishing, name, counted)


@pytest.mark.parametrize("step", range(4))
def test_a_swap_that_is_interrupted_leaves_whole_sites(
    out: Path, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the moment, the site and the one to go back to are each one whole site."""
    put(out, "一")
    put(out, "二")
    killed_at(step, monkeypatch)
    with suppress(Killed):
        put(out, "三")
    monkeypatch.undo()
    assert shown(out) in {"二", "三"}
    assert rollback(str(out)) is True
    assert shown(out) in {"一", "二"}


class NoExchange:
    """A system library without an exchange of names."""


@pytest.fixture
def without_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that can only rename."""
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: NoExchange())


@pytest.mark.usefixtures("without_exchange")
def test_a_system_without_exchange_swaps_by_renaming(out: Path) -> None:
    """Publishing and rolling back work where names cannot be exchanged in one step."""
    put(out, "一")
    put(out, "二")
    assert rollback(str(out)) is True
    assert shown(out) == "一"
    assert sorted(os.listdir(out.parent)) == [".site.lock", ".site.previous", "site"]


@pytest.mark.usefixtures("without_exchange")
def test_a_swap_by_renaming_that_was_cut_short_is_mended(out: Path) -> None:
    """A site set aside and not put back is back when the next build begins."""
    put(out, "一")
    out.rename(out.parent / ".site.aside")
    with staging(str(out)):
        assert shown(out) == "一"


def test_a_site_bears_our_marker(out: Path) -> None:
    """The marker is what makes a folder ours."""
    put(out, "一")
    assert (out / MARKER).is_file()
