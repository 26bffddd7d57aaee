"""A page: where it stands, what it is called, its template, and how its view is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Link:
    """A text and where it leads; `count` in words, such as 12门."""

    text: str
    url: str = ""
    count: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class FoundAs:
    """What the search says of a page besides its title.

    `prefecture` is the code of the 市（州） by which the search narrows, or ""; `known_as` another
    name that finds it as the title does.
    """

    type: str
    region: str = ""
    prefecture: str = ""
    known_as: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site; `build` makes its view when it is written, not before.

    `head` is the template of what stands at the end of its head, "" for nothing of its own.
    """

    path: str
    kind: str
    section: str
    title: str
    description: str
    template: str
    build: Callable[[], object]
    found_as: FoundAs | None = None
    crumbs: list[Link] = field(default_factory=list)
    head: str = ""

    @property
    def depth(self) -> int:
        """How many folders stand above the page."""
        return self.path.count("/")

    @property
    def root(self) -> str:
        """The way from the page to the root of the site: "" or "../"."""
        return "../" * self.depth
