"""Astro: a collection of content, an entry a page, and one layout.

The pages named index.html need a route of their own, for Astro leaves that name out of its paths.
"""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path, PurePosixPath

from tests.bench.frame import frame_of
from tests.bench.page import Page
from tests.bench.peers.data import as_json
from tests.bench.peers.installed import NODE_PEERS, link_node_modules, node, node_version
from tests.bench.tool import SOURCES, Command, Fact, Step, Tool, copy_assets, course_page

FILLING = {
    "title": "{page.title}",
    "description": "{page.description}",
    "kind": "{page.kind}",
    "crumbs": "{page.crumbs.map(({ text, address }) => "
    "<li>{address ? <a href={page.root + address}>{text}</a> : text}</li>)}",
    "main": "<Fragment set:html={blocks(page.blocks)} />",
    "address": "{page.address}",
    "link": "{`${page.root}{}`}",
}
FRAME = """---
import {{ blocks }} from "./blocks.js";

const {{ page }} = Astro.props;
---
{frame}"""


def _prepare(folder: Path, site: Path) -> None:
    shutil.copytree(SOURCES / "astro", folder, dirs_exist_ok=True)
    shutil.copy(SOURCES / "node" / "blocks.js", folder / "src")
    # A script of the frame is one of ours and not to be bundled.
    frame = frame_of(course_page(site), FILLING).replace("<script ", "<script is:inline ")
    (folder / "src" / "Frame.astro").write_text(FRAME.format(frame=frame), "utf-8")
    copy_assets(site, folder / "public" / "assets")
    link_node_modules(folder)


def _file(address: str) -> str:
    return str(PurePosixPath("content", address).with_suffix(".json"))


def _write(folder: Path, page: Page) -> None:
    file = folder / _file(page.address)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(as_json(page.data()), "utf-8")


def _source(fact: Fact) -> tuple[str, tuple[str, str]]:
    return _file(fact.address), fact.shown


def _command(_step: Step, _file: str) -> Command:
    return [node(), str(NODE_PEERS / "astro" / "bin" / "astro.mjs"), "build", "--silent"]


ASTRO = Tool(
    key="astro",
    name="Astro",
    version=partial(node_version, "astro"),
    prepare=_prepare,
    write=_write,
    source=_source,
    command=_command,
    out="out",
)
