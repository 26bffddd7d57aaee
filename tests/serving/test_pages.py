"""Each page that is shown of what was just saved is the page that a build makes of it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from generator.catalogue import Catalogue
from generator.loading import load, read_file
from generator.serving.live import Live
from generator.ties import Key
from tests.conftest import AS_OF
from tests.incremental.edits import (
    Edit,
    edit_date,
    edit_name,
    edit_region,
    edit_state,
    edit_text,
    edit_vocabulary,
)
from tests.incremental.histories import Site, small_tree
from tests.test_building import tree_of

EDITS: tuple[Edit, ...] = (edit_text, edit_name, edit_state, edit_date, edit_region, edit_vocabulary)
STEPS = 6


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_what_is_shown_at_once_is_what_a_build_makes(edit: Edit, tmp_path: Path) -> None:
    """Every page, its lists and counts too, after each of some edits that leave the records right."""
    small_tree(tmp_path / "tree")
    site = Site(tmp_path / "tree", tmp_path / "site", (edit,))
    assert site.build()
    live = Live(str(site.root), str(site.out), AS_OF)
    live.read()
    chance, shown = random.Random(1), 0  # noqa: S311 - no secret
    for _ in range(STEPS):
        before = _texts(site.root)
        edit(chance, site.root)
        saved = [file for file, data in _texts(site.root).items() if data != before[file]]
        made = Site(site.root, tmp_path / "made")
        if all(live.saw(file).is_shown for file in saved) and made.build():
            wanted = {path: data.decode() for path, data in tree_of(made.out).items() if path.endswith(".html")}
            assert {path for path, text in wanted.items() if live.page(path) != text} == set()
            shown += bool(saved)
            continue
        for file in saved:  # it cannot be built: taken back, which is shown as well
            (site.root / file).write_bytes(before[file])
            assert live.saw(file).is_shown
    assert shown > 1


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_a_record_in_the_place_of_another_has_its_ties(edit: Edit, tmp_path: Path) -> None:
    """After each edit every tie leads to the records, in the order, of the tree that is read anew."""
    root = tmp_path / "tree"
    small_tree(root)
    catalogue, chance, saved = load(str(root), AS_OF)[0], random.Random(2), 0  # noqa: S311 - no secret
    for _ in range(STEPS):
        before = _texts(root)
        edit(chance, root)
        for file in (file for file, data in _texts(root).items() if data != before[file]):
            entry = read_file(str(root), file, lean=True).entry
            catalogue, saved = catalogue.with_entry(entry) if entry else catalogue, saved + 1
        assert _tied(catalogue) == _tied(load(str(root), AS_OF)[0])
    assert saved


def _tied(catalogue: Catalogue) -> dict[Key, list[tuple[str, str]]]:
    return {key: [(one.kind, one.id) for one in tied] for key, tied in catalogue.ties.items() if tied}


def _texts(root: Path) -> dict[str, bytes]:
    found = [path for place in ("catalogue", "institutions") for path in (root / place).rglob("*.yml")]
    return {str(path.relative_to(root)): path.read_bytes() for path in found}
