"""Hugo: a file of content a page, whose front matter is the data, and one layout.

Its parser of YAML takes most of its time, so that it is measured with front matter of JSON too, the
quickest that it reads.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePosixPath

from tests.bench.frame import frame_of
from tests.bench.page import Page
from tests.bench.peers.data import as_json, as_yaml
from tests.bench.peers.installed import packages, version
from tests.bench.tool import SOURCES, Command, Fact, Step, Tool, copy_assets, course_page

FILLING = {
    "title": "{{ .Title }}",
    "description": '"{{ .Description }}"',
    "kind": '"{{ .Params.kind }}"',
    "crumbs": "{{ range .Params.crumbs }}<li>{{ if .address }}"
    '<a href="{{ $.Params.root }}{{ .address }}">{{ .text }}</a>{{ else }}{{ .text }}{{ end }}</li>{{ end }}',
    "main": '{{ partial "blocks.html" .Params.blocks }}',
    "address": "{{ .Params.address }}",
    "link": '"{{ .Params.root }}{}"',
}


def _prepare(folder: Path, site: Path) -> None:
    shutil.copytree(SOURCES / "hugo", folder, dirs_exist_ok=True)
    (folder / "layouts" / "page.html").write_text(frame_of(course_page(site), FILLING), "utf-8")
    copy_assets(site, folder / "static" / "assets")


def _file(address: str) -> str:
    """The file of a page; `index.md` would make a bundle of its folder."""
    path = PurePosixPath("content", address).with_suffix(".md")
    return str(path.with_name("index_.md") if path.name == "index.md" else path)


def _write(folder: Path, page: Page, *, yaml: bool) -> None:
    file = folder / _file(page.address)
    file.parent.mkdir(parents=True, exist_ok=True)
    data = {"url": f"/{page.address}", **page.data()}
    file.write_text(f"---\n{as_yaml(data)}---\n" if yaml else as_json(data), "utf-8")


def _source(fact: Fact) -> tuple[str, tuple[str, str]]:
    return _file(fact.address), fact.shown


def _command(_step: Step, _file: str) -> Command:
    return [str(packages() / "hugo" / "binaries" / "hugo"), "--quiet"]


HUGO = Tool(
    key="hugo",
    name="Hugo（JSON）",
    version=version("hugo"),
    prepare=_prepare,
    write=partial(_write, yaml=False),
    source=_source,
    command=_command,
    out="public",
)
HUGO_YAML = replace(HUGO, key="hugo-yaml", name="Hugo（YAML）", write=partial(_write, yaml=True))
