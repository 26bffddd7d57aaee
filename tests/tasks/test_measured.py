"""The tasks, counted on both sites with Orca; takes some minutes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tasks.ours import build_our_site
from tests.tasks.stock import build_stock_site
from tests.tasks.story import TASKS, Task
from tests.tasks.table import table
from tests.tasks.walking import Counted, count

pytestmark = [pytest.mark.speech, pytest.mark.tasks]
every_task = pytest.mark.parametrize("task", TASKS, ids=lambda task: task.key)


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Counted]:
    """Every way of every task, gone in one run."""
    work = Path(tmp_path_factory.mktemp("tasks"))
    ours = build_our_site(work / "ours")
    told: Callable[[str], None] = lambda _text: None  # noqa: E731
    done = count(ours, build_stock_site(ours, work / "stock"), "chromium", told)
    return {one.task.key: one for one in done}


@every_task
def test_fact_is_heard_on_both_sites(counted: dict[str, Counted], task: Task) -> None:
    """On either site at least one of the ways ends with the fact."""
    assert None not in counted[task.key].best(), table([counted[task.key]])


@every_task
def test_our_site_needs_fewer_keys(counted: dict[str, Counted], task: Task) -> None:
    """The shortest way on our site has fewer key presses than the shortest on the stock site."""
    ours, stock = counted[task.key].best()
    assert ours is not None
    assert stock is not None
    assert ours.keys < stock.keys, table([counted[task.key]])
