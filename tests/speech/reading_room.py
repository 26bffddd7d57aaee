"""Several desktops side by side that share the journeys of a run."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from queue import SimpleQueue

from tests.speech.bench import Bench, bench
from tests.speech.capture import Capture
from tests.speech.desktop import DesktopFailed
from tests.speech.journeys import Journey
from tests.speech.small_site import SmallSite

DESKTOPS_A_BROWSER = 2
"""Reading is mostly waiting for silence, so that two cores carry four desktops."""


class _Seat:
    """A bench that is set up when it is first needed, and can be set up anew."""

    def __init__(self, browser: str) -> None:
        self._browser = browser
        self._stack = ExitStack()
        self._bench: Bench | None = None

    def bench(self) -> Bench:
        """The bench, ready."""
        if self._bench is None:
            self._bench = self._stack.enter_context(bench(self._browser))
        return self._bench

    def clear(self) -> None:
        """Take the bench away; the next one is new."""
        self._bench = None
        self._stack.close()


class _Table:
    """The seats at which one browser is read, and the threads that sit there."""

    def __init__(self, browser: str) -> None:
        self.seats = [_Seat(browser) for _ in range(DESKTOPS_A_BROWSER)]
        self.threads = ThreadPoolExecutor(DESKTOPS_A_BROWSER, thread_name_prefix=browser)
        self._free: SimpleQueue[_Seat] = SimpleQueue()
        for seat in self.seats:
            self._free.put(seat)

    def read(self, journey: Journey, site: SmallSite, *, anew: bool = False) -> Capture:
        """Capture a journey, `anew` on a new desktop; once more when not all of it was heard."""
        seat = self._free.get()
        if anew:
            seat.clear()
        try:
            try:
                capture = _capture(seat.bench(), journey, site)
            except DesktopFailed:
                capture = None
            if capture is None or capture.missing:
                seat.clear()
                capture = _capture(seat.bench(), journey, site)
            return capture
        finally:
            self._free.put(seat)


def _capture(reader: Bench, journey: Journey, site: SmallSite) -> Capture:
    return reader.capture(journey, site.address + journey.address, site.page(journey.address))


class ReadingRoom:
    """Takes journeys, and gives each capture when it is ready."""

    def __init__(self, site: SmallSite) -> None:
        self.site = site
        self._tables: dict[str, _Table] = {}
        self._asked: dict[tuple[str, str], Future[Capture]] = {}
        self.again: list[tuple[str, str]] = []
        """What was read twice."""

    def ask(self, journey: Journey, browser: str) -> Future[Capture]:
        """Have a journey read, once however often it is asked for."""
        key = (journey.kind, browser)
        if key not in self._asked:
            table = self._tables.setdefault(browser, _Table(browser))
            self._asked[key] = table.threads.submit(table.read, journey, self.site)
        return self._asked[key]

    def ask_again(self, journey: Journey, browser: str) -> Future[Capture]:
        """Have a journey read on a new desktop, once; that reading takes the place of the first."""
        key = (journey.kind, browser)
        if key not in self.again:
            self.again.append(key)
            table = self._tables[browser]
            self._asked[key] = table.threads.submit(table.read, journey, self.site, anew=True)
        return self._asked[key]

    def captures(self) -> list[Capture]:
        """All that were taken."""
        done = (asked for asked in self._asked.values() if asked.done() and not asked.cancelled())
        return [asked.result() for asked in done if asked.exception() is None]

    def close(self) -> None:
        """Wait for what is being read, drop the rest, and clear every desktop away."""
        for table in self._tables.values():
            table.threads.shutdown(cancel_futures=True)
        with ThreadPoolExecutor() as threads:
            seats = [seat for table in self._tables.values() for seat in table.seats]
            list(threads.map(_Seat.clear, seats))


@contextmanager
def reading_room(site: SmallSite) -> Iterator[ReadingRoom]:
    """A room for the journeys on a site; all its desktops are gone after the block."""
    room = ReadingRoom(site)
    try:
        yield room
    finally:
        room.close()
