"""Real web servers on this machine only, configured as the program tells staff to."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from generator.servers.ready import configuration
from tests.conftest import REPOSITORY

UNPACKED = REPOSITORY / ".cache/servers"
PLACES = ("/usr/local/sbin", "/usr/sbin", "/sbin", str(UNPACKED / "usr/sbin"), str(UNPACKED / "usr/bin"))
MODULES = Path("/usr/lib/apache2/modules")
DEADLINE = 20.0

NGINX = """\
daemon off;
master_process off;
pid {work}/nginx.pid;
error_log {work}/errors.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi;
    scgi_temp_path {work}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {folder};
        include {work}/configuration;
    }}
}}
"""
# What Debian sets up: lists of folders, a type for .gz. Only what FileInfo allows may stand in .htaccess.
APACHE = """\
ServerRoot {work}
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {work}/apache.pid
ErrorLog {work}/errors.log
DefaultRuntimeDir {work}
{modules}
User {user}
TypesConfig /dev/null
AddType application/x-gzip .gz .tgz
DirectoryIndex index.html
DocumentRoot {folder}
<Directory {folder}>
    Options Indexes FollowSymLinks
    AllowOverride FileInfo
    Require all granted
</Directory>
"""
LOADED = ("mpm_event", "authz_core", "mime", "dir", "autoindex", "negotiation", "rewrite", "headers")
CADDY = """\
{{
	admin off
	auto_https off
	log {{
		output file {work}/errors.log
	}}
}}
http://127.0.0.1:{port} {{
	bind 127.0.0.1
	root * {folder}
	import {work}/configuration
}}
"""


class NotInstalled(Exception):
    """A server is not there; the message says what puts it there."""


def program(name: str) -> str:
    """Where a server is, installed or unpacked."""
    found = shutil.which(name, path=os.pathsep.join((os.environ["PATH"], *PLACES)))
    if not found:
        raise NotInstalled(f"{name}: run `make test`, or `make .cache/servers/.unpacked`")
    return found


@dataclass(frozen=True)
class Answer:
    """What a server sent."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Running:
    """A server at a port of this machine."""

    port: int

    @property
    def address(self) -> str:
        """With a slash at its end."""
        return f"http://127.0.0.1:{self.port}/"

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for a path; `Accept_Encoding="gzip"` is a header."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=DEADLINE)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.putrequest("GET", path, skip_accept_encoding=True)
        for name, value in named.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = _read(connection.getresponse())
        connection.close()
        return answer


def _read(response: HTTPResponse) -> Answer:
    headers = {name.lower(): value for name, value in response.getheaders()}
    return Answer(response.status, headers, response.read())


def _command(name: str, folder: Path, work: Path, port: int) -> list[str]:
    given = {"folder": folder, "work": work, "port": port}
    main = work / "main"
    if name == "nginx":
        main.write_text(NGINX.format(**given))
        return [program("nginx"), "-p", str(work), "-e", f"{work}/errors.log", "-c", str(main)]
    if name == "apache":
        modules = "\n".join(f"LoadModule {one}_module {MODULES}/mod_{one}.so" for one in LOADED)
        main.write_text(APACHE.format(**given, modules=modules, user="www-data"))
        return [program("apache2"), "-D", "FOREGROUND", "-f", str(main)]
    main.write_text(CADDY.format(**given))
    return [program("caddy"), "run", "--config", str(main), "--adapter", "caddyfile"]


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait(running: subprocess.Popen[bytes], port: int, log: Path) -> None:
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end and running.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(log.read_text("utf-8", "replace") if log.exists() else "no answer")


@contextmanager
def running(name: str, folder: Path, work: Path, site_url: str = "") -> Iterator[Running]:
    """A server of this name that serves a folder until the end of the block; `work` is a folder for its files."""
    work.mkdir(parents=True, exist_ok=True)
    (work / "configuration").write_text(configuration(name, site_url), "utf-8")
    port, log = free_port(), work / "said"
    homes = {"XDG_DATA_HOME": str(work), "XDG_CONFIG_HOME": str(work), "HOME": str(work)}
    command = _command(name, folder, work, port)
    with log.open("wb") as said:
        server = subprocess.Popen(command, stdout=said, stderr=said, env={**os.environ, **homes})
        with server:
            try:
                _wait(server, port, log)
                yield Running(port)
            finally:
                server.terminate()
