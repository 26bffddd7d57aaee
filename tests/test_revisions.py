"""A revision is read blob by blob: nothing in it leads out of the folder or is run."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.files import LARGEST, CannotOpen, NotAPlainFile
from generator.git_objects import NoGit
from generator.problem import Problem
from generator.revisions import NoRevision, files_at, unpack
from tests.repositories import commit, git

FOLDERS = ("catalogue", "seeds")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a record, a text and a file elsewhere."""
    root = tmp_path / "repository"
    for name, text in (("catalogue/a/甲.yml", "id: a\n"), ("seeds/b.txt", "乙\r\n"), ("c.txt", "丙")):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode())
    commit(root)
    return root


def _unpacked(root: Path, revision: str, target: Path) -> tuple[dict[str, bytes], list[Problem]]:
    problems: list[Problem] = []
    unpack(str(root), revision, FOLDERS, str(target), problems)
    return {p.relative_to(target).as_posix(): p.read_bytes() for p in target.rglob("*") if p.is_file()}, problems


def _tree_by_hand(root: Path, *entries: tuple[str, str, str]) -> str:
    """A tree that git itself would refuse to make: mode, name, object of each entry."""
    raw = b"".join(f"{mode} {name}\0".encode() + bytes.fromhex(of) for mode, name, of in entries)
    return git(root, "hash-object", "-t", "tree", "-w", "--stdin", "--literally", given=raw)


def test_files_come_as_they_are(repository: Path, tmp_path: Path) -> None:
    """The bytes of each file below the folders that are asked for, whatever lies there now."""
    (repository / "catalogue/a/甲.yml").write_text("anders")
    files, problems = _unpacked(repository, "HEAD", tmp_path / "out")
    assert files == {"catalogue/a/甲.yml": b"id: a\n", "seeds/b.txt": "乙\r\n".encode()}
    assert problems == []


def test_paths_start_at_the_folder_of_the_tree(repository: Path) -> None:
    """A tree that is a folder of its repository has the paths that it would have alone."""
    assert files_at(str(repository), "HEAD") == {"catalogue/a/甲.yml", "seeds/b.txt", "c.txt"}
    assert files_at(str(repository / "catalogue"), "HEAD") == {"a/甲.yml"}


@pytest.mark.parametrize("revision", ["nirgends", "--output=x", "", "HEAD^{/甲}", "HEAD:c.txt"])
def test_what_is_no_revision_is_told(revision: str, repository: Path, tmp_path: Path) -> None:
    """A wrong name, an option or nothing: no file is written."""
    with pytest.raises(NoRevision):
        _unpacked(repository, revision, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    assert not (repository / "x").exists()


def test_a_folder_without_repository_has_no_revision(tmp_path: Path) -> None:
    """As told for a wrong name."""
    with pytest.raises(NoRevision):
        files_at(str(tmp_path), "HEAD")


def test_a_machine_without_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Is told apart from a wrong name."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NoGit):
        files_at(str(repository), "HEAD")


def test_links_and_other_repositories_are_not_written(repository: Path, tmp_path: Path) -> None:
    """A link would lead the reader out of the folder; both are problems with their place."""
    (repository / "catalogue/link.yml").symlink_to("/etc/passwd")
    (repository / "catalogue/folder").symlink_to("/etc")
    first = commit(repository)
    git(repository, "update-index", "--add", "--cacheinfo", f"160000,{first},seeds/other")
    git(repository, "commit", "-m", "测试")
    files, problems = _unpacked(repository, "HEAD", tmp_path / "out")
    assert set(files) == {"catalogue/a/甲.yml", "seeds/b.txt"}
    found = {(p.at.path, p.found) for p in problems if isinstance(p, NotAPlainFile)}
    assert found == {("catalogue/link.yml", "一个链接"), ("catalogue/folder", "一个链接"), ("seeds/other", "另一个仓库")}


def test_no_path_leads_out_of_the_folder(repository: Path, tmp_path: Path) -> None:
    """A tree made by hand may hold `..`: it is told, and nothing is written beside the folder."""
    blob = git(repository, "hash-object", "-w", "--stdin", given=b"x")
    up = _tree_by_hand(repository, ("100644", "escaped.yml", blob))
    for name in ("..", "."):
        up = _tree_by_hand(repository, ("40000", name, up))
    top = _tree_by_hand(repository, ("40000", "catalogue", up))
    before = sorted(tmp_path.iterdir())
    files, problems = _unpacked(repository, top, tmp_path / "out")
    assert files == {}
    assert [(type(p), p.at.path) for p in problems] == [(NotAPlainFile, "catalogue/./../escaped.yml")]
    assert sorted(tmp_path.iterdir()) == before


def test_a_file_in_the_way_of_another_is_told(repository: Path, tmp_path: Path) -> None:
    """A tree made by hand may hold a name twice, as a file and as a folder."""
    blob = git(repository, "hash-object", "-w", "--stdin", given=b"x")
    inner = _tree_by_hand(repository, ("100644", "b.yml", blob))
    both = _tree_by_hand(repository, ("100644", "a", blob), ("40000", "a", inner), ("100644", "a", blob))
    top = _tree_by_hand(repository, ("40000", "catalogue", both))
    files, problems = _unpacked(repository, top, tmp_path / "out")
    assert files == {"catalogue/a": b"x"}
    assert [(type(p), p.at.path) for p in problems] == [(CannotOpen, "catalogue/a/b.yml"), (CannotOpen, "catalogue/a")]


def test_a_name_that_cannot_be_shown_is_told_without_it(repository: Path, tmp_path: Path) -> None:
    """What a terminal would act on does not reach it."""
    blob = git(repository, "hash-object", "-w", "--stdin", given=b"x")
    inner = _tree_by_hand(repository, ("120000", "\x1b[2J.yml", blob))
    top = _tree_by_hand(repository, ("40000", "catalogue", inner))
    _, problems = _unpacked(repository, top, tmp_path / "out")
    assert [p.at.path for p in problems] == ["catalogue/□[2J.yml"]


def test_a_large_file_is_known_by_its_size(repository: Path, tmp_path: Path) -> None:
    """What would be refused for its size is not read."""
    (repository / "catalogue/large.yml").write_bytes(b"x" * (LARGEST + 1))
    commit(repository)
    files, _ = _unpacked(repository, "HEAD", tmp_path / "out")
    assert files["catalogue/large.yml"] == b"\0" * (LARGEST + 1)
