"""A page of our built site as data: what the peers are given to build the same page from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.bench.blocks import Block, blocks_of
from tests.tasks.document import Element, document, find

UNKNOWN = "404.html"
"""The page for unknown addresses; every generator makes its own, or none."""


@dataclass(frozen=True)
class Crumb:
    """A step of the way to a page: its text, and its address below the root ("" for the page itself)."""

    text: str
    address: str


@dataclass(frozen=True)
class Page:
    """All that a page says and its frame needs; `root` leads from its folder to the home folder."""

    address: str
    title: str
    description: str
    kind: str
    root: str
    crumbs: list[Crumb]
    blocks: list[Block]

    def data(self) -> dict[str, object]:
        """The page as the YAML of a peer says it."""
        return asdict(self)


def page_of(address: str, source: str) -> Page:
    """The data of the page at an address."""
    page = document(source)
    (main,) = page.iter("main")
    (description,) = find(page, "/html/head/meta[@name='description']")
    (body,) = page.iter("body")
    return Page(
        address=address,
        title=(page.findtext("head/title") or "").rpartition(" - ")[0],
        description=str(description.get("content")),
        kind=str(body.get("data-kind")),
        root="../" * address.count("/"),
        crumbs=list(_crumbs(page)),
        blocks=blocks_of(main),
    )


def _crumbs(page: Element) -> Iterator[Crumb]:
    for step in find(page, "//nav[@class='crumbs']//li"):
        link = step.find("a")
        address = "" if link is None else str(link.get("href")).replace("../", "")
        yield Crumb(step.text_content(), address)


def pages_of(site: Path) -> Iterator[Page]:
    """Every page of a built site of ours that has a text, in order of address."""
    yield from (page_of(address, source) for address, source in sources_of(site))


def sources_of(site: Path) -> Iterator[tuple[str, str]]:
    """The address and the HTML of these pages."""
    for file in sorted(site.rglob("*.html")):
        address = file.relative_to(site).as_posix()
        source = file.read_text("utf-8")
        if "<main" in source and address != UNKNOWN:
            yield address, source
