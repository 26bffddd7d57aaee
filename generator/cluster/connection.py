"""The process that builds: finds the workers, sends them what they need once, and takes their shares in order."""

from __future__ import annotations

import logging
import pickle
import time
import warnings
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from functools import cached_property
from threading import Thread
from typing import Any, TypeVar

from distributed import Client, Future, KilledWorker, Security

from generator.cluster import shares
from generator.cluster.tree import Root, departing, forget, packed

CONNECTING = 10
"""Seconds for the scheduler to answer."""
PATIENCE = 30
"""Seconds for a worker to come back when there is none."""
LONGEST = 900
"""Seconds for one share."""
LOOK = 5
"""Seconds after which we see whether there is still a worker."""
AHEAD = 3
"""Shares asked for ahead, a thread of the workers."""
T = TypeVar("T")
R = TypeVar("R")


class ClusterFailed(Exception):
    """The cluster cannot do the work; the message says why in Chinese, and what to do."""


@contextmanager
def connected(address: str, folder: str, here: int) -> Iterator[DaskCluster]:
    """The workers of the scheduler at `address`, who have the sources of a tree. Raises ClusterFailed."""
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what is to be said is said here
    client = _client(address)
    root = departing(folder)
    try:
        with _failures_told():
            _refuse_others(client, address)
        yield DaskCluster(client, root, here)
    finally:
        forget(root.tree)
        with suppress(Exception):  # workers that are gone need not forget
            client.run(shares.forget, root.tree, on_error="ignore", nanny=False)
        client.close(timeout=CONNECTING)


def _client(address: str) -> Client:
    """Who speaks with the scheduler; ClusterFailed when none answers there as one."""
    if address.startswith("tls:") and not Security().get_connection_args("client").get("ssl_context"):
        raise ClusterFailed(f"{address} 要用证书，这里没有证书的设置。\n照手册“几台计算机一起生成”写好，再试一次。")
    found: list[Client] = []

    def connect() -> None:
        with warnings.catch_warnings(), suppress(OSError, ValueError, TypeError, RuntimeError):
            warnings.simplefilter("ignore")  # of other versions, which are refused in our words
            found.append(Client(address, timeout=CONNECTING, set_as_default=False))

    asking = Thread(target=connect, daemon=True)  # a server of another kind is listened to for ever
    asking.start()
    asking.join(2 * CONNECTING)
    if not found:
        raise ClusterFailed(f"连不上调度程序 {address}。\n核对地址、端口和证书，看它是不是在运行：dask scheduler")
    return found[0]


def _refuse_others(client: Client, address: str) -> None:
    """ClusterFailed when there is no worker, or one with another program."""
    if not client.nthreads():
        raise ClusterFailed(f"调度程序在运行，可是还没有工作进程。\n在干活的计算机上运行：dask worker {address}")
    told = client.run(shares.own_program, on_error="return")
    others = sorted(at for at, said in told.items() if said != shares.PROGRAM and not isinstance(said, OSError))
    if others:  # who has just died is no one to refuse
        raise _other_program("、".join(others))


def _other_program(where: str) -> ClusterFailed:
    return ClusterFailed(
        f"工作进程 {where} 的程序或软件和这里的不一样，不能一起生成。\n"
        "每台都用同一份程序，装同样的软件（make cluster），再重新启动工作进程。"
    )


@contextmanager
def _failures_told() -> Iterator[None]:
    """What Dask and the workers raise, as ClusterFailed."""
    try:
        yield
    except shares.OtherProgram as error:
        raise _other_program(str(error)) from error
    except ImportError as error:
        raise _other_program("（刚加入的一个）") from error
    except shares.NoRoom as error:
        raise ClusterFailed(f"工作进程 {error} 的磁盘上放不下目录。\n腾出空间，再试一次。") from error
    except KilledWorker as error:
        raise ClusterFailed(
            "同一份工作接连让几个工作进程停了，没有再试。\n多半是内存不够：给工作进程多留内存，或少开几个，再试一次。"
        ) from error
    except (OSError, CancelledError) as error:  # nothing came, or the scheduler is gone
        raise ClusterFailed(
            "工作进程都停了，或调度程序停了，没有等到结果。\n看它们是不是还在运行：dask scheduler，dask worker；再试一次。"
        ) from error


class DaskCluster:
    """A `processes.Cluster` of Dask's workers; `root` is the tree, which they have too."""

    def __init__(self, client: Client, root: Root, here: int) -> None:
        self.root, self.here = root, here
        self._client = client

    @cached_property
    def _sources(self) -> Future[bytes]:
        return self._send(packed(str(self.root)))

    def spread(self, work: Callable[[T], R], pieces: Sequence[T], share: int) -> Iterator[R]:
        """What `work` gives of each piece, in order; less than a share is done here."""
        if len(pieces) < share:
            yield from map(work, pieces)
            return
        sent = self._send(pickle.dumps((work, pieces), pickle.HIGHEST_PROTOCOL))
        with _failures_told():
            threads = sum(self._client.nthreads().values()) or 1
        share = max(1, min(share, len(pieces) // (4 * threads)))
        waiting = deque[Future[bytes]]()
        for first in range(0, len(pieces), share):
            waiting.append(self._ask(sent, slice(first, first + share)))
            if len(waiting) > AHEAD * threads:
                yield from self._taken(waiting.popleft())
        while waiting:
            yield from self._taken(waiting.popleft())

    def _send(self, content: bytes) -> Future[bytes]:
        """One copy to every worker: it is lost only when all are."""
        with _failures_told():
            sent: Future[bytes] = self._client.scatter(content, broadcast=True, hash=False)
            return sent

    def _ask(self, sent: Future[bytes], part: slice) -> Future[bytes]:
        given = shares.PROGRAM, self.root.tree, self._sources, sent, part
        return self._client.submit(shares.share, *given, pure=False)

    def _taken(self, future: Future[bytes]) -> list[Any]:
        """The results of a share, once they are there."""
        with _failures_told():
            results: list[Any] = pickle.loads(self._waited(future))  # noqa: S301 - of our own workers
            return results

    def _waited(self, future: Future[bytes]) -> bytes:
        """What a share gives; TimeoutError when there is no worker for long, or the share takes too long."""
        asked = last_seen = time.monotonic()
        while True:
            try:
                done: bytes = future.result(timeout=LOOK)
            except TimeoutError:
                now = time.monotonic()
                last_seen = now if self._client.nthreads() else last_seen
                if now - last_seen > PATIENCE or now - asked > LONGEST:
                    raise
            else:
                return done
