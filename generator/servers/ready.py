"""What each web server is told, and what it wants to find in the folder of the site."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

from generator.precompression import compress_site
from generator.render.shell import HostPages
from generator.servers.apache import apache
from generator.servers.caddy import caddy
from generator.servers.nginx import nginx
from generator.servers.pages import pages
from generator.servers.rules import base_of

NOTE = "# 川残技能目录：由 catalogue headers "
"""How every configuration begins, so that nothing else is taken for one."""


@dataclass(frozen=True, slots=True)
class Server:
    """How a server is told: from the path of the site its configuration, and where that belongs.

    `file` is its name in the folder of the site, "" when it lies elsewhere; `sends_copies` whether the
    server sends files that were compressed beforehand.
    """

    configuration: Callable[[str], str]
    where: str
    file: str = ""
    sends_copies: bool = True


SERVERS = {
    "nginx": Server(nginx, "在 nginx 的 server { } 里写一行：include 这个文件的完整路径;"),
    "apache": Server(
        apache, "放进网站的文件夹，名字是 .htaccess；Apache 里要写 AllowOverride FileInfo。", ".htaccess"
    ),
    "caddy": Server(caddy, "在 Caddyfile 里网站的 { } 中写一行：import 这个文件的完整路径"),
    "pages": Server(pages, "放进网站的文件夹，名字是 _headers。", "_headers", sends_copies=False),
}
"""By the names of `servers.NAMES`."""


def configuration(name: str, site_url: str) -> str:
    """What the server of this name is told, with a note where it comes from."""
    return f"{NOTE}{name} 写出，请不要手改。\n" + SERVERS[name].configuration(base_of(site_url))


def make_ready(host: HostPages, folder: str, former: str, jobs: int = 1) -> None:
    """Put into the folder of a finished site what the server of its settings wants to find there.

    Copies of files that are those of the `former` site ("" for none) are taken from there.
    """
    server = SERVERS[host.server]
    if server.file:
        with open(os.path.join(folder, server.file), "w", encoding="utf-8", newline="\n") as file:
            file.write(configuration(host.server, host.site_url))
    if server.sends_copies:
        compress_site(folder, former, jobs)
