"""Every address visited: one request at a time a host, hosts side by side."""

from __future__ import annotations

import http.client
import ssl
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from generator.outside_links.answer import Answer, Outcome, answer_of
from generator.outside_links.asking import (
    PERMANENT,
    Allowed,
    NoSuchHost,
    NotPublic,
    TimeIsUp,
    ask,
    is_public,
)

MOST_HOPS = 5
HOSTS_AT_ONCE = 8
_FAILED = 400
_FAULTS = (OSError, http.client.HTTPException, ValueError, TimeIsUp)


@dataclass
class Visitor:
    """How long an answer may take, how long a host is left alone after one, who may be asked."""

    timeout: float
    pause: float = 1.0
    allowed: Allowed = is_public
    _hosts: dict[str, threading.Lock] = field(default_factory=lambda: defaultdict(threading.Lock))

    def visit_all(self, urls: Iterable[str], visited: Callable[[], None] = lambda: None) -> dict[str, Answer]:
        """The answer for each address; `visited` is called after each."""
        by_host: dict[str, list[str]] = defaultdict(list)
        for url in urls:
            by_host[_host(url)].append(url)
        answers: dict[str, Answer] = {}

        def visit_host(of_host: list[str]) -> None:
            for url in of_host:
                answers[url] = self.visit(url)
                visited()

        with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
            list(pool.map(visit_host, by_host.values()))
        return answers

    def visit(self, url: str) -> Answer:
        """What comes of an address, over at most `MOST_HOPS` redirects."""
        current, permanent, seen = url, True, {url}
        for _ in range(MOST_HOPS + 1):
            try:
                status, to = self._ask(current)
            except (NotPublic, NoSuchHost, *_FAULTS) as error:
                return _failed(error, "" if current == url else current)
            if not to:
                return answer_of(status, "" if current == url else current, permanent=permanent)
            permanent = permanent and status in PERMANENT
            if to in seen:
                return Answer(Outcome.LOOP, "又转回来了", status)
            seen.add(to)
            current = to
        return Answer(Outcome.LOOP, f"转了 {MOST_HOPS} 次还没有到", status)

    def _ask(self, url: str) -> tuple[int, str]:
        """HEAD costs the host least; what it does not answer well is asked again with GET."""
        with self._hosts[_host(url)]:
            try:
                status, to = ask(url, "HEAD", self.timeout, self.allowed)
                failed = status >= _FAILED
            except _FAULTS:
                failed = True
            if failed:
                status, to = ask(url, "GET", self.timeout, self.allowed)
            time.sleep(self.pause)
        return status, to


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


_FAILURES: tuple[tuple[tuple[type[Exception], ...], Outcome, str], ...] = (
    ((NotPublic,), Outcome.REFUSED, "不是外面的网页：本机、内网或别的协议"),
    ((NoSuchHost,), Outcome.UNREACHABLE, "找不到这个网站"),
    ((TimeIsUp, TimeoutError), Outcome.TIMEOUT, ""),
    ((ssl.SSLCertVerificationError,), Outcome.CERTIFICATE, "过期、自签，或不是这个网站的"),
    ((ssl.SSLError,), Outcome.CERTIFICATE, "加密连接建立不起来"),
    ((OSError,), Outcome.UNREACHABLE, "网站没有接"),
)
"""What an error means; the first that fits."""


def _failed(error: Exception, to: str) -> Answer:
    for kinds, outcome, reason in _FAILURES:
        if isinstance(error, kinds):
            return Answer(outcome, reason, None, to)
    return Answer(Outcome.BROKEN, "回答的不是网页", None, to)
