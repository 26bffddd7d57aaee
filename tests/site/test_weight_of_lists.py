"""However many records there are, no page is heavy."""

from __future__ import annotations

from pathlib import Path

from tests.a11y.weight import too_heavy
from tests.conftest import Tree
from tests.crowding import FEWER, crowd
from tests.site.conftest import building, run


def test_no_page_of_a_crowded_catalogue_is_heavy(sources: Tree, tmp_path: Path) -> None:
    """A hundred and fifty more of everything in one place, forty of what is never many: each page with its style and scripts."""
    tree = crowd(crowd(sources, 150), 40, FEWER)
    done = run(building(tree, tmp_path / "site", "--search", "none"))
    assert done.returncode == 0, done.stderr
    assert too_heavy(tmp_path / "site") == {}
