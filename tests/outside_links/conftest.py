"""A web server of this machine that answers well, badly, slowly or never."""

from __future__ import annotations

import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

REDIRECTS = {
    "/moved": (301, "/open"),
    "/moved-for-now": (302, "/open"),
    "/moved-twice": (308, "/moved"),
    "/moved-then-for-now": (301, "/moved-for-now"),
    "/moved-to-nothing": (301, "/404"),
    "/loop": (301, "/loop-back"),
    "/loop-back": (301, "/loop"),
    "/itself": (302, "/itself"),
    "/out": (302, "http://127.0.0.2:{port}/open"),
    "/to-file": (302, "file:///etc/passwd"),
    "/to-user": (302, "http://a@127.0.0.1:{port}/open"),
    "/odd": (301, "/op\x1b[2Jen"),
    "/chinese": (301, "/公告"),
}


@dataclass
class Site:
    """A running server; what it was asked, and how many requests it had at a time at most."""

    port: int = 0
    asked: list[tuple[str, str]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    at_once: int = 0
    _now: int = 0
    _one: threading.Lock = field(default_factory=threading.Lock)
    stop: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str, scheme: str = "http") -> str:
        """An address of the site."""
        return f"{scheme}://127.0.0.1:{self.port}{path}"

    def counted(self, change: int) -> None:
        """A request begins or ends."""
        with self._one:
            self._now += change
            self.at_once = max(self.at_once, self._now)

    def methods(self, path: str) -> list[str]:
        """The methods by which a path was asked for."""
        return [method for method, asked in self.asked if asked == path]


class _Handler(BaseHTTPRequestHandler):
    site: Site

    def do_HEAD(self) -> None:
        """As GET, without a body; some servers have never heard of it."""
        self._answer()

    def do_GET(self) -> None:
        """What the path says."""
        self._answer()

    def _answer(self) -> None:
        self.site.asked.append((self.command, self.path))
        self.site.agents.add(self.headers["User-Agent"])
        self.site.counted(1)
        try:
            self._by_path()
        finally:
            self.site.counted(-1)

    def _by_path(self) -> None:
        path = f"/{self.path[1:].partition('/')[0]}"
        odd = {"/never": self._wait, "/drips": self._drip, "/hangs-up": self.connection.close, "/no-web": self._speak_otherwise}
        if self.command == "HEAD":
            odd |= {"/no-head": lambda: self._say(405), "/hangs-up-on-head": self.connection.close}
        if path in odd:
            odd[path]()
        elif path in REDIRECTS:
            status, to = REDIRECTS[path]
            self._say(status, to.format(port=self.site.port))
        elif path.startswith("/hop"):
            self._say(301, f"/hop{int(path[4:]) + 1}")
        else:
            self._say(int(path[1:]) if path[1:].isdecimal() else 200)

    def _wait(self) -> None:
        self.site.stop.wait(20)

    def _speak_otherwise(self) -> None:
        self.wfile.write(b"SSH-2.0-x\r\n")

    def _say(self, status: int, to: str = "") -> None:
        location = f"Location: {to}\r\n" if to else ""
        self.wfile.write(f"HTTP/1.0 {status} -\r\n{location}\r\n".encode())

    def _drip(self) -> None:
        """A sign a moment, for ever: no single wait is long."""
        self.wfile.write(b"HTTP/1.0 200 OK\r\n")
        while not self.site.stop.wait(0.05):
            try:
                self.wfile.write(b"X")
                self.wfile.flush()
            except OSError:
                return

    def log_message(self, *_: object) -> None:
        """Tests print nothing."""


@pytest.fixture
def served() -> Iterator[Callable[[ssl.SSLContext | None], Site]]:
    """Starts servers, and stops them after the test."""
    servers: list[tuple[ThreadingHTTPServer, Site]] = []

    def start(context: ssl.SSLContext | None = None) -> Site:
        site = Site()
        server = ThreadingHTTPServer(("0.0.0.0", 0), type("Handler", (_Handler,), {"site": site}))  # noqa: S104 - 127.0.0.2 too
        server.daemon_threads = True
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        if context:
            server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        site.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        servers.append((server, site))
        return site

    yield start
    for server, site in servers:
        site.stop.set()
        server.shutdown()
        server.server_close()


@pytest.fixture
def site(served: Callable[[], Site]) -> Site:
    """A server without encryption."""
    return served()


@pytest.fixture
def self_signed(tmp_path: Path, served: Callable[[ssl.SSLContext], Site]) -> Site:
    """A server whose certificate nobody vouches for."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
    subprocess.run([*command, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return served(context)
