"""Several desktops side by side that share the journeys of a run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from queue import SimpleQueue

from tests.speech.bench import Bench, bench
from tests.speech.browsers import NAMES
from tests.speech.capture import Capture
from tests.speech.journeys import Journey
from tests.speech.small_site import SmallSite

DESKTOPS_A_BROWSER = 2
