"""A cluster of real processes on this machine, whose workers stop or die where a test says."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cluster.processes import LONGEST, Cluster, running
from tests.conftest import REPOSITORY
from tests.site.conftest import small_site, small_sources

__all__ = ["small_site", "small_sources"]
HOOK = Path(__file__).parent / "stopping.py"
QUICK = """
from generator.cluster import connection
connection.CONNECTING = connection.PATIENCE = connection.LOOK = 1
from generator.cli import main
main()
"""
"""The program that does not wait long for who does not come."""


def quick(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `catalogue` to its end, without much patience."""
    command = [sys.executable, "-c", QUICK, *map(str, arguments)]
    known = {**os.environ, "PYTHONPATH": str(REPOSITORY), **environment}
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=known, timeout=LONGEST
    )


@pytest.fixture(scope="package")
def three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Three workers, each started anew when it dies; who kills two is no more tried."""
    with running(
        tmp_path_factory.mktemp("three"), DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="1"
    ) as cluster:
        cluster.add(3, "--preload", str(HOOK))
        yield cluster


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Cluster]:
    """A scheduler of its own, without workers."""
    folder = tmp_path / "cluster"
    folder.mkdir()
    with running(folder) as cluster:
        yield cluster
