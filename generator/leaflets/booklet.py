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
    """Whether its address is printed with a QR code; offices and hotlines are reached in other ways."""

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
        return self.site + self.path if self.site else ""

    def address_of(self, item: Item) -> str:
        """The page of a thing on the site, "" when it is not to be printed."""
        return self.site + item.path if self.site and item.is_coded else ""
