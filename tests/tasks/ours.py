"""Our site as it is counted: the records of this repository on a fixed day."""

from __future__ import annotations

from pathlib import Path

from generator import mkdocs_plugin
from generator.building import build, check_tree
from generator.progress import Progress
from tests.conftest import AS_OF, REPOSITORY


def build_our_site(out: Path) -> Path:
    """Build the site of this repository as a folder that is not there yet."""
    checked = check_tree(str(REPOSITORY), AS_OF)
    assert not checked.has_errors, checked.report("text")
    build(checked, mkdocs_plugin.render, str(out), 1, Progress(enabled=False))
    return out
