"""A release: the real repository, without its samples."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import REPOSITORY, Tree
from tests.site.conftest import PROGRAM, building, run

NOT_YET = "这里还没有收录，不代表没有"


def test_a_release_without_samples_builds(real: Tree, tmp_path: Path) -> None:
    """The repository without its samples is a whole site that says what is not recorded yet."""
    real.take(PROGRAM)
    done = run(building(real, tmp_path / "site", "--release", "--without-samples"))
    assert done.returncode == 0, done.stderr
    for page in ("courses/index.html", "bases/index.html", "institutions/index.html"):
        assert NOT_YET in (tmp_path / "site" / page).read_text("utf-8"), page
    records = {path.stem for path in (tmp_path / "site/courses").iterdir()}
    assert records == {"index"}


def test_a_release_with_samples_is_refused(tmp_path: Path) -> None:
    """With samples in the tree, --release alone stops."""
    done = run(building(REPOSITORY, tmp_path / "site", "--release"))
    assert done.returncode == 1
    assert "示例" in done.stderr
    assert not (tmp_path / "site").exists()
