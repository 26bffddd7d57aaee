"""HTML bytes into a small tree of elements and text: the only module that knows the parser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from generator.speech.role import Role

ENCODING = "utf-8"


@dataclass(eq=False, slots=True)
class Element:
    """An element; two are the same only if they are one."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)
    role: Role | None = None
    """Filled in by `roles.role_of` when it is first asked."""

    def get(self, name: str) -> str:
        """The value of an attribute without outer spaces, or ""."""
        return self.attributes.get(name, "").strip()

    def elements(self) -> Iterator[Element]:
        """The elements directly inside."""
        return (child for child in self.children if isinstance(child, Element))

    def descendants(self) -> Iterator[Element]:
        """The elements inside at any depth, in the order of the page."""
        for child in self.elements():
            yield child
            yield from child.descendants()

    def ancestors(self) -> Iterator[Element]:
        """The elements around it, the nearest first."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent

    def inside(self, *tags: str) -> Element | None:
        """The nearest element around it with one of these tags."""
        return next((above for above in self.ancestors() if above.tag in tags), None)

    @property
    def bare_text(self) -> str:
        """All text inside, as written."""
        return "".join(
            child if isinstance(child, str) else child.bare_text for child in self.children
        )


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page: its root, and its elements by id (the first one, as browsers do)."""

    root: Element
    by_id: dict[str, Element]

    def find(self, tag: str) -> Element | None:
        """The first element with a tag."""
        return next((each for each in self.root.descendants() if each.tag == tag), None)

    @property
    def title(self) -> str:
        """The text of <title>."""
        found = self.find("title")
        return " ".join(found.bare_text.split()) if found else ""

    def referred(self, ids: str) -> list[Element]:
        """The elements that a list of ids names; unknown ids are passed over."""
        return [self.by_id[each] for each in ids.split() if each in self.by_id]


def parse(html: bytes) -> Page:
    """The tree of a page; what is no HTML at all is an empty page."""
    parser = etree.HTMLParser(encoding=ENCODING, remove_comments=True, remove_pis=True)
    parsed = etree.fromstring(html, parser) if html.strip() else None
    root = Element("html") if parsed is None else _converted(parsed, None)
    by_id: dict[str, Element] = {}
    for element in root.descendants():
        if "id" in element.attributes:
            by_id.setdefault(element.attributes["id"], element)
    return Page(root, by_id)


def _converted(source: etree._Element, parent: Element | None) -> Element:
    attributes = {str(name): str(value) for name, value in source.attrib.items()}
    element = Element(str(source.tag), attributes, parent)
    if source.text:
        element.children.append(source.text)
    for child in source:
        element.children.append(_converted(child, element))
        if child.tail:
            element.children.append(child.tail)
    return element
