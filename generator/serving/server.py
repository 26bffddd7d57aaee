"""The web server of `catalogue serve`: the pages of a site, and word to the browser when one has changed."""

from __future__ import annotations

import ipaddress
import json
import os
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

EVENTS = "/.live/events"
SCRIPT = "/.live/live.js"
ASSETS = "/assets/"
_TAG = f'<script type="module" src="{SCRIPT}?{{}}"></script>'
ALIVE = 15
"""Seconds after which a browser that hears nothing is written to, so that one that has gone is noticed."""

PageText = Callable[[str], str]
"""Path of the site → the page. Raises OSError when there is none."""


@dataclass(eq=False)
class Listener:
    """A browser that shows a page, the text that it shows or was told of, and what it is to be told."""

    page: str
    shown: str
    events: queue.Queue[tuple[str, str]] = field(default_factory=queue.Queue)


class Server(ThreadingHTTPServer):
    """Serves the files of a site, its pages through `text`."""

    daemon_threads = True

    def __init__(self, host: str, port: int, site: str, script: str, text: PageText) -> None:
        """Bind the address; `script` is the file of the script. Raises OSError when it cannot be used."""
        self.site, self.script, self.text, self.host = site, script, text, host
        self.told, self.version = "", 0
        self._listeners: set[Listener] = set()
        self._lock = threading.Lock()
        super().__init__((host, port), Handler)

    def page(self, path: str) -> str:
        """A page as it is now, "" when there is none."""
        with self._lock:
            return self._page(path)

    def _page(self, path: str) -> str:
        try:
            return self.text(path)
        except (OSError, UnicodeDecodeError):
            return ""

    def listen(self, path: str, version: str) -> Listener:
        """A browser that begins to listen, and has its page from this version of the site."""
        with self._lock:
            listener = Listener(path, self._page(path))
            listener.events.put(("told", self.told))
            self._listeners.add(listener)
            if version != str(self.version):
                listener.events.put(("again", ""))
        return listener

    def leave(self, listener: Listener) -> None:
        """A browser that listens no more."""
        with self._lock:
            self._listeners.discard(listener)

    def change(self, happen: Callable[[], str]) -> None:
        """Let something change that pages are made of, then tell the browsers that show another page than is now.

        `happen` gives the words that every page is to show above it, "" for none.
        """
        with self._lock:
            self.told, self.version = happen(), self.version + 1
            listeners = list(self._listeners)
        for listener in listeners:
            with self._lock:
                before, listener.shown = listener.shown, self._page(listener.page)
            if listener.shown != before:
                listener.events.put(("again", ""))
            listener.events.put(("told", self.told))

    def is_ours(self, host: str) -> bool:
        """Whether a request means this server by a name that no other site can give it."""
        name = urlsplit(f"//{host}").hostname or ""
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return name in {"localhost", self.host}
        return True


class Handler(SimpleHTTPRequestHandler):
    """Answers one request."""

    server: Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def __init__(self, *arguments: Any) -> None:  # noqa: ANN401 - as the library calls it
        """Serve from the folder of the site."""
        super().__init__(*arguments, directory=arguments[2].site)

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal is for what is wrong with the records."""

    def do_GET(self) -> None:
        """A page, the events, the script, or a file of the site."""
        if not self.server.is_ours(self.headers.get("Host", "")):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return
        asked = urlsplit(self.path)
        path = unquote(asked.path).lstrip("/") or "index.html"
        if asked.path == EVENTS:
            query = parse_qs(asked.query)
            page, version = (query.get(name, [""])[0] for name in ("page", "version"))
            self._events(unquote(page).lstrip("/") or "index.html", version)
        elif asked.path == SCRIPT:
            self._script()
        elif path.endswith(".html") and ".." not in path.split("/"):
            self._page(path)
        else:
            super().do_GET()

    def end_headers(self) -> None:
        """What has its hash in its name is kept for ever, and what is to be seen as it is now is not kept."""
        kept = urlsplit(self.path).path.startswith(ASSETS)
        self.send_header("Cache-Control", "max-age=31536000, immutable" if kept else "no-store")
        super().end_headers()

    def list_directory(self, path: str | os.PathLike[str]) -> None:  # noqa: ARG002 - as the library calls it
        """A folder has no page."""
        self._page("404.html")

    def _script(self) -> None:
        with open(self.server.script, "rb") as file:
            self._answer(HTTPStatus.OK, "text/javascript; charset=utf-8", file.read())

    def _page(self, path: str) -> None:
        version = self.server.version  # what changes meanwhile is told
        text = self.server.page(path)
        status = HTTPStatus.OK if text and path != "404.html" else HTTPStatus.NOT_FOUND
        whole = (text or self.server.page("404.html")).replace("</body>", f"{_TAG.format(version)}</body>")
        self._answer(status, "text/html; charset=utf-8", whole.encode())

    def _answer(self, status: HTTPStatus, kind: str, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _events(self, page: str, version: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        listener = self.server.listen(page, version)
        try:
            while True:
                self._next(listener)
        except OSError:  # the browser has gone
            self.server.leave(listener)

    def _next(self, listener: Listener) -> None:
        try:
            self._tell(*listener.events.get(timeout=ALIVE))
        except queue.Empty:
            self.wfile.write(b": \n\n")

    def _tell(self, event: str, words: str) -> None:
        self.wfile.write(f"event: {event}\ndata: {json.dumps(words, ensure_ascii=False)}\n\n".encode())
        self.wfile.flush()
