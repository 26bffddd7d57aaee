"""A server as the site will have one: compressed text, and the site's own page for what is missing."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

COMPRESSED = {
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
}
"""What is sent compressed; Pagefind's own files are compressed already."""
LEVEL = 6


def packed(content: bytes) -> bytes:
    """As servers compress."""
    return gzip.compress(content, LEVEL, mtime=0)


@dataclass(frozen=True)
class Sent:
    """An answer: the path asked for, and the bytes of its body."""

    path: str
    size: int


@dataclass(frozen=True)
class Served:
    """A folder, its address with a slash at the end, and all that was sent."""

    folder: Path
    address: str
    sent: list[Sent] = field(default_factory=list)


class _Handler(SimpleHTTPRequestHandler):
    """Sends files without a word."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *given: object, sent: list[Sent], directory: str, kept: str) -> None:
        self.sent, self.kept = sent, kept
        super().__init__(*given, directory=directory)  # type: ignore[arg-type]

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has there
        """Say nothing."""

    def do_GET(self) -> None:
        """Send a file, or 404.html."""
        path = unquote(urlsplit(self.path).path).lstrip("/") or "index.html"
        file = Path(self.directory, path)
        found = file if file.is_file() else Path(self.directory, "404.html")
        kind = COMPRESSED.get(found.suffix)
        body = found.read_bytes() if found.is_file() else b""
        body = packed(body) if kind else body
        self.send_response(200 if found is file else 404)
        self.send_header("Content-Type", kind or "application/octet-stream")
        if kind:
            self.send_header("Content-Encoding", "gzip")
        if self.kept and found.suffix != ".html" and found.name != "index.js":
            self.send_header("Cache-Control", self.kept)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.sent.append(Sent(path, len(body)))


class _Server(ThreadingHTTPServer):
    """Lets many connections wait: on a busy machine a browser opens more than five at once."""

    request_queue_size = 128


@contextmanager
def served(folder: Path, kept: str = "") -> Iterator[Served]:
    """Serve a folder on a free port of this machine until the end of the block.

    `kept` says how long browsers keep what a page uses; else they ask for it again.
    """
    sent: list[Sent] = []
    handler = partial(_Handler, sent=sent, directory=str(folder), kept=kept)
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Served(folder, f"http://127.0.0.1:{server.server_port}/", sent)
        server.shutdown()
