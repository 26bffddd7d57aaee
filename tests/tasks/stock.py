"""The same content in stock MkDocs Material, so that the two sites differ in their frames alone.

Made equal: each page of our site is a page of the same address there, and its text is what stands in
our `<main>`: headings, links, tables, lists, links within the page, descriptions. The frame names the
same sections in the same order. Left out are scripts, and the forms of our search: Material has its
own. Both are served from this machine by the same server.

Doubts were decided in favour of Material:

* The headings of raw HTML would be missing in its table of contents and in its skip link; a hook puts
  them there. Headings without an id get one, as the extension `toc` would give them.
* Its navigation lists the seven sections and not their pages: fewer links before the text.
* Its search finds Chinese words within a text only with `jieba`, which it does not install. A separator
  that takes every Chinese character for a word lets it find them all the same.
* Its fonts come from another machine unless that is turned off; it is turned off.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml
from lxml import html

from tests.tasks.document import Element, document, find, text_of

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
SEPARATOR = (
    r"[\s\u200b\u3000\-·,.:;!?()/、。，．？！：；（）“”〔〕《》]+"
    r"|(?<=[\u4e00-\u9fff])(?=\S)|(?=[\u4e00-\u9fff])"
)
"""Material's own for Chinese, more signs, and the places beside Chinese characters."""
HOOK = Path(__file__).with_name("stock_hook.py")


def _main(page: Element) -> Element:
    (main,) = page.iter("main")
    return main


def _drop_what_needs_our_program(main: Element) -> None:
    for element in list(main.iter("script", "form")):
        element.drop_tree()


def _give_ids(main: Element) -> None:
    """Give every heading an id, as the extension `toc` does for Chinese: _1, _2."""
    missing = (heading for heading in main.iter(*HEADINGS) if not heading.get("id"))
    for number, heading in enumerate(missing, 1):
        heading.set("id", f"_{number}")


def _inner(main: Element) -> str:
    children = (html.tostring(child, encoding="unicode") for child in main)
    return (main.text or "") + "".join(children)


def title_of(page: Element) -> str:
    """The title of a page of ours without the name of the site."""
    return (page.findtext("head/title") or "").rpartition(" - ")[0]


def markdown_of(source: str) -> str:
    """A page of ours as the Markdown of a page of Material: the title, and one block of HTML."""
    page = document(source)
    main = _main(page)
    _drop_what_needs_our_program(main)
    _give_ids(main)
    head = json.dumps(title_of(page), ensure_ascii=False)
    return f"---\ntitle: {head}\n---\n<div>\n{_inner(main).strip()}\n</div>\n"


def is_content(source: str) -> bool:
    """Whether a page has a text; one that only leads on to another has none."""
    return "<main" in source


def sections(home: str) -> list[dict[str, str]]:
    """The main navigation of our site as the `nav` of MkDocs."""
    links = find(document(home), "//nav[@class='site-nav']//a")
    return [{text_of(link): str(link.get("href")).replace(".html", ".md")} for link in links]


def settings(home: str) -> dict[str, object]:
    """The `mkdocs.yml` of the stock site: the defaults but for what is said above."""
    (name,) = find(document(home), "//a[@class='site-name']")
    return {
        "site_name": text_of(name),
        "use_directory_urls": False,
        "theme": {"name": "material", "language": "zh", "font": False},
        "plugins": [{"search": {"separator": SEPARATOR}}],
        "hooks": [str(HOOK)],
        "nav": sections(home),
    }


def pages(site: Path) -> Iterator[tuple[str, str]]:
    """The address and the source of every page of a built site, but the one for unknown addresses."""
    for file in sorted(site.rglob("*.html")):
        source = file.read_text("utf-8")
        address = file.relative_to(site).as_posix()
        if is_content(source) and address != "404.html":
            yield address, source


def write_sources(site: Path, folder: Path) -> None:
    """Write the sources of the stock site of a built site into an empty folder."""
    for address, source in pages(site):
        file = (folder / "docs" / address).with_suffix(".md")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(markdown_of(source), encoding="utf-8")
    home = (site / "index.html").read_text("utf-8")
    configuration = yaml.safe_dump(settings(home), allow_unicode=True, sort_keys=False)
    (folder / "mkdocs.yml").write_text(configuration, encoding="utf-8")


def build_stock_site(site: Path, folder: Path) -> Path:
    """Build the stock site of a built site below a new folder; the folder with its pages."""
    folder.mkdir()
    write_sources(site, folder)
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(folder / "mkdocs.yml"))
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return folder / "site"
