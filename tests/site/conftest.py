"""Whole sites of the small catalogue, built by the commands that people type."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, SHARED, Tree

PAGE = "---\ntitle: 说明\ndescription: 测试的说明。\nsection: help\n---\n\n# 说明\n\n测试文字。\n"
PROGRAM = ("site_src/theme", "site_src/templates", "site_src/assets", "site_src/serve")

Command = list[str]
Digest = dict[str, bytes]
Run = Callable[..., subprocess.CompletedProcess[str]]


def catalogue(*arguments: str) -> Command:
    """The command `catalogue`, as this Python runs it."""
    return [sys.executable, "-m", "generator.cli", *arguments]


def building(tree: Tree | Path, out: Path, *arguments: str, as_of: str = "2026-11-23") -> Command:
    """The command that builds the site of a tree into `out`."""
    return catalogue("build", "--root", str(tree), "--out", str(out), "--as-of", as_of, *arguments)


def run(command: Command, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    known = {**os.environ, "PYTHONPATH": str(REPOSITORY), **environment}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=known)


def files_of(folder: Path) -> Digest:
    """Every file below a folder, by path."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def sources(small: Tree) -> Tree:
    """The small catalogue with all that a site is built from, and one short page of text."""
    return furnished(small)


def furnished(tree: Tree) -> Tree:
    """Add the program's own files and the page of text that the frame links to."""
    tree.take(PROGRAM)
    tree.write("site_src/content/help.md", PAGE)
    return tree


@pytest.fixture(scope="session")
def small_sources(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """The same, not to be written to."""
    root = tmp_path_factory.mktemp("sources") / "small"
    shutil.copytree(REPOSITORY / "tests/fixtures/small", root)
    return furnished(Tree(root).take(SHARED))


@pytest.fixture(scope="session")
def small_site(small_sources: Tree, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small catalogue, not to be written to."""
    out = tmp_path_factory.mktemp("site") / "site"
    done = run(building(small_sources, out))
    assert done.returncode == 0, done.stderr
    return out
