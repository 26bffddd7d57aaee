"""MkDocs Material as it comes, and Zensical, which reads the same sources: Markdown a page."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path, PurePosixPath

from tests.bench.markdown import literal, markdown_of
from tests.bench.page import Page
from tests.bench.peers.installed import PYTHON_PEERS, python, version
from tests.bench.tool import SOURCES, Command, Fact, Step, Tool


def _prepare(folder: Path, _site: Path) -> None:
    shutil.copytree(SOURCES / "material", folder, dirs_exist_ok=True)


def _file(address: str) -> str:
    return str(PurePosixPath("docs", address).with_suffix(".md"))


def _write(folder: Path, page: Page) -> None:
    file = folder / _file(page.address)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(markdown_of(page), "utf-8")


def _source(fact: Fact) -> tuple[str, tuple[str, str]]:
    old, new = map(literal, fact.shown)
    return _file(fact.address), (old, new)


def _material(step: Step, _file: str) -> Command:
    dirty = ["--dirty"] if step is Step.DIRTY else []
    return [python(), "-m", "mkdocs", "build", "--quiet", *dirty]


def _zensical(_step: Step, _file: str) -> Command:
    return [str(PYTHON_PEERS / "bin" / "zensical"), "build"]


ZENSICAL = Tool(
    key="zensical",
    name="Zensical",
    version=version("zensical"),
    prepare=_prepare,
    write=_write,
    source=_source,
    command=_zensical,
    out="site",
)
MATERIAL = replace(
    ZENSICAL,
    key="material",
    name="MkDocs Material",
    version=version("mkdocs-material"),
    command=_material,
    steps=(Step.COLD, Step.CHANGED, Step.SAME, Step.DIRTY),
)
