"""One request to one address, to public hosts only, cut off when its time is up."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Self
from urllib.parse import SplitResult, quote, urljoin, urlsplit

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Allowed = Callable[[Address], bool]

AGENT = "sichuan-disability-skills-catalogue/0.1 (link check)"
REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})
_PORTS = {"http": 80, "https": 443}
_SAFE = "/%:@!$&'()*+,;=~-._?[]"
_EMBEDDING = tuple(ipaddress.ip_network(net) for net in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32"))
"""IPv6 addresses that stand for an IPv4 address, which may be one of this network."""


class NotPublic(Exception):
    """The address is of this machine or network, or of another kind than the web's."""


class NoSuchHost(Exception):
    """The name leads to no machine."""


class TimeIsUp(Exception):
    """The server did not answer in time."""


def is_public(address: Address) -> bool:
    """Whether the address is anyone's on the internet."""
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    if mapped:
        return is_public(mapped)
    return address.is_global and not address.is_multicast and not any(address in net for net in _EMBEDDING)


def is_public_or_local(address: Address) -> bool:
    """With this machine, for a try."""
    return address.is_loopback or is_public(address)


def ask(url: str, method: str, timeout: float, allowed: Allowed) -> tuple[int, str]:
    """The status, and where a redirect leads. Raises NotPublic, NoSuchHost, TimeIsUp, OSError.

    Besides HTTPException and ValueError for answers and addresses that are not of the web.
    """
    parts = urlsplit(url)
    if parts.scheme not in _PORTS or not parts.hostname or "@" in parts.netloc:
        raise NotPublic
    port = parts.port or _PORTS[parts.scheme]
    addresses = _addresses(parts.hostname, port, allowed)
    with _Cut(timeout) as cut:
        connected = cut.keep(_connected(addresses, port, timeout))
        if parts.scheme == "https":
            secured = ssl.create_default_context().wrap_socket(
                connected, server_hostname=parts.hostname, do_handshake_on_connect=False
            )
            connected = cut.keep(secured)
            secured.do_handshake()
        return _answered(connected, parts, method, url)


def _addresses(host: str, port: int, allowed: Allowed) -> list[str]:
    """Where the name leads, once every one of its addresses is allowed: it is not looked up again."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (socket.gaierror, UnicodeError) as error:
        raise NoSuchHost from error
    addresses = list(dict.fromkeys(str(info[4][0]) for info in found))
    if not all(allowed(ipaddress.ip_address(address.partition("%")[0])) for address in addresses):
        raise NotPublic
    return addresses


def _connected(addresses: list[str], port: int, timeout: float) -> socket.socket:
    last: OSError = OSError()
    for address in addresses:
        try:
            return socket.create_connection((address, port), timeout / len(addresses))
        except OSError as error:
            last = error
    raise last


def _answered(connected: socket.socket, parts: SplitResult, method: str, url: str) -> tuple[int, str]:
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port)
    connection.sock = connected
    target = quote(parts.path or "/", _SAFE) + (f"?{quote(parts.query, _SAFE)}" if parts.query else "")
    heads = {"User-Agent": AGENT, "Accept": "*/*", "Accept-Encoding": "identity", "Connection": "close"}
    connection.request(method, target, headers=heads)
    response = connection.getresponse()
    location = response.getheader("Location") or ""
    return response.status, _joined(url, location) if response.status in REDIRECTS and location else ""


def _joined(url: str, location: str) -> str:
    """The address of a redirect, with nothing in it that is not of an address."""
    text = location.encode("latin-1", "replace").decode("utf-8", "replace")
    return quote(urljoin(url, text).partition("#")[0], _SAFE)


class _Cut:
    """Cuts a connection off when its time is up: a server may else send a sign now and then for ever."""

    def __init__(self, timeout: float) -> None:
        self._timer = threading.Timer(timeout, self._cut)
        self._timer.daemon = True
        self._lock = threading.Lock()
        self._is_up = False
        self._connected: socket.socket | None = None

    def keep(self, connected: socket.socket) -> socket.socket:
        """The same connection, which is cut from now on in place of the one before."""
        with self._lock:
            self._connected = connected
            if self._is_up:
                raise TimeIsUp
        return connected

    def _cut(self) -> None:
        with self._lock:
            self._is_up = True
            if self._connected:
                with suppress(OSError):  # it may have ended by itself
                    socket.socket.shutdown(self._connected, socket.SHUT_RDWR)

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        if self._connected:
            self._connected.close()
        if self._is_up:  # also when what came before the cut looked like an answer
            raise TimeIsUp
