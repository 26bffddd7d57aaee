"""The same content in stock MkDocs Material.

The same: every page of records and every page of text, its address, title, headings, paragraphs,
lists, tables, terms and links, in the same order; the same seven entries of the main navigation;
the same browser, window and screen reader.

Different: what Material brings of its own. Its head, its drawer of navigation, its list of
contents and its search stand in place of our frame, list of contents and search page. Markdown has
no row headers and no captions: a caption is a line in bold above its table. Material's settings are
its defaults; switched on are the extensions that its handbook recommends and that the content
needs. Pages of records are kept out of the navigation, which would otherwise have some 400 entries
more: that makes every way through it shorter.
"""

from __future__ import annotations

import re
import subprocess
import sys
from html import unescape
from pathlib import Path

from tests.tasks.markdown import as_markdown

SETTINGS = """site_name: 川残技能目录
docs_dir: pages
site_dir: site
theme:
  name: material
  language: zh
  font: false
plugins:
  - search
markdown_extensions:
  - admonition
  - attr_list
  - def_list
  - pymdownx.details
  - pymdownx.superfences
  - tables
validation:
  nav:
    omitted_files: ignore
nav:
  - 首页: index.md
  - 找课程: courses/index.md
  - 机构和基地: institutions/index.md
  - 补贴标准: subsidies/index.md
  - 政策: policies/index.md
  - 各地: regions/index.md
  - 帮助: help.md
"""
OWN = {"404.html", "search.html"}
"""Pages that Material has or replaces."""
TITLE = re.compile(r"<title>(.*?) - [^<]*</title>")


def _write_page(source: Path, target: Path) -> None:
    html = source.read_text("utf-8")
    title = TITLE.search(html)
    head = f"---\ntitle: {unescape(title[1])!r}\n---\n\n" if title else ""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(head + as_markdown(html), encoding="utf-8")


def build_stock(ours: Path, folder: Path) -> Path:
    """Write the pages of our site as Markdown below a folder, and build them; the finished site."""
    for page in sorted(ours.rglob("*.html")):
        path = page.relative_to(ours)
        if str(path) not in OWN and path.parts[0] not in {"assets", "pagefind"}:
            _write_page(page, folder / "pages" / path.with_suffix(".md"))
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(command, cwd=folder, check=True, timeout=600)
    return folder / "site"
