"""What builds the whole after a save leaves the processor to what is shown at once."""

from __future__ import annotations

import os
import threading
import time
from functools import partial

from generator.serving.live import Live
from generator.serving.run import AFTER, SCRIPT, SITE, Keeping
from generator.serving.server import Server
from tests.conftest import AS_OF, Tree
from tests.site.conftest import sources
from tests.site.test_mkdocs import free_port

__all__ = ["sources"]


def test_the_build_that_nobody_waits_for_comes_after_all_else(sources: Tree) -> None:
    """It runs with so much less weight than the server; the one at the start runs as the server does."""
    live = Live(str(sources.root), str(sources.root / SITE), AS_OF)
    own = os.getpriority(os.PRIO_PROCESS, 0)
    with Server("127.0.0.1", free_port(), live.site, str(sources.root / SCRIPT), live.page) as server:
        keeping = Keeping(live, server, lambda _: None)
        assert _niceness(keeping, 0) == {own}
        assert min(own + AFTER, 19) in _niceness(keeping, AFTER)


def _niceness(keeping: Keeping, after: int) -> set[int]:
    """How nice the processes are that this one runs while it builds."""
    building, found = threading.Thread(target=partial(keeping.build, after)), set[int]()
    building.start()
    while building.is_alive():
        running = keeping._running
        if running and running.poll() is None:
            found.add(os.getpriority(os.PRIO_PROCESS, running.pid))
        time.sleep(0.02)
    return found
