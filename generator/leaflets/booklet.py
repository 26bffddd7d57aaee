"""What a booklet says, decided: parts, things under them, facts; PDF and text only write it down."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.pages.parts import Fact

EMPTY = "这里还没有收录，不代表没有。"


def piece_id(path: str) -> str:
    """The id of what a page of the site says, in a page that holds several: courses-chengdu-anmo."""
    return path.removesuffix(".html").replace("/", "-")


@dataclass(frozen=True, slots=True)
class Group:
    """Facts and sentences under a small heading: a session, the steps of an answer."""

    title: str
    lines: list[str] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    is_ordered: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One thing: a course, an office, a question. `path` is its page on the site."""

    title: str
    path: str
    lines: list[str] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    sample: str = ""
    """What is said of a sample, "" of what is real."""
    is_coded: bool = True
    """Whether its address is printed with a QR code; of offices and questions it is not."""

    @property
    def code(self) -> str:
        """The path that is printed with a QR code, "" for none."""
        return self.path if self.is_coded else ""

    @property
    def id(self) -> str:
        """Where it stands in a page that holds several."""
        return piece_id(self.path)


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter; `id` is where the list of contents leads."""

    id: str
    title: str
    items: list[Item]
    lines: list[str] = field(default_factory=list)
    code: str = ""
    """The page of the site that is printed with a QR code at the end, "" for none."""


@dataclass(frozen=True, slots=True)
class Booklet:
    """The whole; `site` is the address of the site with its last stroke, "" when there is none."""

    title: str
    day: str
    lines: list[str]
    parts: list[Part]
    path: str
    site: str = ""
    sample: str = ""
    """What stands at the head of every page when something in it is a sample."""

    @property
    def address(self) -> str:
        """The page of the place on the site, "" when the site has no address."""
        return self.address_of(self.path)

    def address_of(self, path: str) -> str:
        """A page of the site in full, "" when it is not to be printed."""
        return self.site + path if self.site and path else ""
