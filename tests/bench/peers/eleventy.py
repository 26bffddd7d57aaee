"""Eleventy: a template a page, whose front matter is the data, and one layout in JavaScript."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from tests.bench.frame import frame_of
from tests.bench.page import Page
from tests.bench.peers.data import as_json
from tests.bench.peers.installed import NODE_PEERS, link_node_modules, node, node_version
from tests.bench.tool import SOURCES, Command, Fact, Step, Tool, copy_assets, course_page

FILLING = {
    "title": "${escape(page.title)}",
    "description": '"${escape(page.description)}"',
    "kind": '"${page.kind}"',
    "crumbs": "${page.crumbs.map(({ text, address }) => `<li>${address"
    ' ? `<a href="${page.root}${address}">${escape(text)}</a>` : escape(text)}</li>`).join("")}',
    "main": "${blocks(page.blocks)}",
    "address": "${escape(page.address)}",
    "link": '"${page.root}{}"',
}
LAYOUT = """import {{ blocks }} from "../blocks.js";

const SIGNS = {{ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }};
const escape = (text) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign]);

export const render = (page) => `{frame}`;
"""


def _prepare(folder: Path, site: Path) -> None:
    shutil.copytree(SOURCES / "eleventy", folder, dirs_exist_ok=True)
    shutil.copy(SOURCES / "node" / "blocks.js", folder)
    layout = folder / "layouts" / "page.11ty.js"
    layout.parent.mkdir()
    layout.write_text(LAYOUT.format(frame=frame_of(course_page(site), FILLING)), "utf-8")
    copy_assets(site, folder / "assets")
    link_node_modules(folder)


def _write(folder: Path, page: Page) -> None:
    file = folder / "content" / page.address
    file.parent.mkdir(parents=True, exist_ok=True)
    data = {"permalink": page.address, **page.data()}
    file.write_text(f"---json\n{as_json(data)}---\n", "utf-8")


def _source(fact: Fact) -> tuple[str, tuple[str, str]]:
    return f"content/{fact.address}", fact.shown


def _command(_step: Step, _file: str) -> Command:
    return [node(), str(NODE_PEERS / "@11ty" / "eleventy" / "cmd.cjs")]


ELEVENTY = Tool(
    key="eleventy",
    name="Eleventy",
    version=partial(node_version, "@11ty/eleventy"),
    prepare=_prepare,
    write=_write,
    source=_source,
    command=_command,
    out="out",
)
