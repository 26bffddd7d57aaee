"""What travels of a tree lies elsewhere as it lay here."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from generator.cluster import tree
from generator.files import LARGEST
from tests.conftest import Tree
from tests.site.conftest import furnished


def elsewhere(root: tree.Root, below: Path, monkeypatch: pytest.MonkeyPatch) -> tree.Root:
    """Unpack a tree as a process does that has never seen it; its folder there."""
    content = tree.packed(str(root))
    monkeypatch.setattr(tree, "_lying", {})
    tree.unpack(root.tree, content, str(below))
    return tree.root_of(root.tree)


def received(sent: bytes) -> tree.Root:
    """What was sent, where it arrives."""
    root: tree.Root = pickle.loads(sent)  # noqa: S301 - made here
    return root


def test_every_source_is_there(
    small: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All plain files with their bytes; of a record that is too large as much as is read; no links."""
    furnished(small)
    small.write("catalogue/courses/large.yml", b"a" * (LARGEST + 100))
    small.write("site_src/assets/large.bin", b"a" * (LARGEST + 100))
    (small.root / "seeds/link.txt").symlink_to("/etc/hostname")
    there = Path(elsewhere(tree.departing(str(small)), tmp_path, monkeypatch))
    wanted = {
        p.relative_to(small.root): p.read_bytes()
        for p in small.root.rglob("*")
        if p.is_file() and not p.is_symlink()
    }
    wanted[Path("catalogue/courses/large.yml")] = b"a" * (LARGEST + 1)
    assert {p.relative_to(there): p.read_bytes() for p in there.rglob("*") if p.is_file()} == wanted


def test_the_folder_does_not_travel(
    small: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever unpickles it has its own; one that was forgotten is gone."""
    root = tree.departing(str(small))
    sent = pickle.dumps(root)
    assert str(small).encode() not in sent
    there = elsewhere(root, tmp_path, monkeypatch)
    assert received(sent) == there != root
    assert received(pickle.dumps(received(sent))).tree == root.tree
    tree.forget(root.tree)
    assert not Path(there).exists()
    with pytest.raises(KeyError):
        received(sent)
